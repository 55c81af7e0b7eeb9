// Extremely randomized trees for a yes-or-no question, and the curve that makes their mean a probability.
//
// Geurts, Ernst and Wehenkel (2006): every tree sees all rows; a node tries a cut at random in each of some features
// drawn at random and keeps the best. Where cases are few they overfit less than boosting. Platt (1999): probabilities
// come from a logistic curve through scores of cases that the trees have not seen. Deterministic: draws come from a
// fixed seed.
#pragma once

#include <cmath>
#include <vector>

#include "train/alignment_boost.h"

namespace corroborate::training {

struct TreeOptions {
  int trees = 200;
  int features = 24;        // tried at a node
  float least_weight = 10;  // sum of weights in a leaf
};

// Log-odds = base + slope * mean.
struct Curve {
  float base = 0, slope = 1;
  float probability(float mean) const { return 1 / (1 + std::exp(-base - slope * mean)); }
};

// A mean over trees, between 0 and 1: the share of cases so labelled in the leaves of an input.
class RandomTrees {
 public:
  RandomTrees(const Samples& samples, const TreeOptions& options);

  template <typename Row>
  float mean(const Row& row) const {
    return mean_of(row.data());
  }

  // As a sum of trees, for src/reconcile/align/forest.h.
  GrownForest with(const Curve& curve) const;

 private:
  friend class TreeGrower;
  float mean_of(const float* row) const;

  std::vector<std::uint32_t> sizes_;
  std::vector<reconciliation::TreeNode> nodes_;
};

// By Newton's method, on means of trees that have not seen the cases. Labels are drawn towards the middle as Platt
// does, so that the curve stays finite.
Curve fit_curve(const std::vector<float>& means, const std::vector<bool>& labels);

}  // namespace corroborate::training
