// Walks the trees.
#include "reconcile/align/forest.h"

#include <cmath>

namespace corroborate::reconciliation {

float Forest::probability(std::span<const float> features) const {
  float sum = base_;
  const TreeNode* root = nodes_.data();
  for (const auto size : sizes_) {
    const TreeNode* node = root;
    while (node->left != 0) node = root + node->left + (features[node->feature] < node->value ? 0 : 1);
    sum += node->value;
    root += size;
  }
  return 1 / (1 + std::exp(-sum));
}

}  // namespace corroborate::reconciliation
