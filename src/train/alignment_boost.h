// Gradient boosting of regression trees for a yes-or-no question, by histograms.
//
// Friedman (2001, 2002): logistic loss, shrinkage, a part of the rows and of the features for each tree. Deterministic:
// the parts are drawn from a fixed seed.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "reconcile/align/forest.h"

namespace corroborate::training {

// Rows of equal length, one after the other, with what is to be learned of each.
struct Samples {
  std::size_t width = 0;
  std::vector<float> features;
  std::vector<bool> labels;
  std::vector<float> weights;

  std::size_t size() const { return labels.size(); }
  template <typename Row>
  void add(const Row& row, bool label, float weight) {
    width = row.size();
    features.insert(features.end(), row.begin(), row.end());
    labels.push_back(label);
    weights.push_back(weight);
  }
};

struct BoostOptions {
  int trees = 160;
  int depth = 5;
  float rate = 0.1F;       // shrinkage
  float rows = 0.5F;       // part of the rows for a tree
  float columns = 0.4F;    // part of the features for a tree
  float least_weight = 8;  // sum of weights in a leaf
  float penalty = 4;       // added to the second derivative of a leaf
};

struct GrownForest {
  float base = 0;
  std::vector<std::uint32_t> sizes;
  std::vector<reconciliation::TreeNode> nodes;

  reconciliation::Forest view() const { return {base, sizes, nodes}; }
};

GrownForest boost(const Samples& samples, const BoostOptions& options);

}  // namespace corroborate::training
