// Walks the trees.
#include "reconcile/align/forest.h"

#include <cmath>

namespace corroborate::reconciliation {

float Forest::probability(std::span<const float> features, float least) const {
  constexpr float far = 1.5F;  // in log-odds
  const float lowest = least > 0 ? std::log(least / (1 - least)) - far : -INFINITY;
  const std::size_t quarter = sizes_.size() / 4;
  float sum = base_;
  const TreeNode* root = nodes_.data();
  for (std::size_t tree = 0; tree < sizes_.size() && (tree != quarter || sum >= lowest); ++tree) {
    const TreeNode* node = root;
    while (node->left != 0) node = root + node->left + (features[node->feature] < node->value ? 0 : 1);
    sum += node->value;
    root += sizes_[tree];
  }
  return 1 / (1 + std::exp(-sum));
}

}  // namespace corroborate::reconciliation
