// The learned score of two articles: how likely they tell of one event.
#pragma once

#include <array>

#include "reconcile/story_pairs.h"

namespace corroborate::reconciliation {

// Logistic regression: the score is the logarithm of the odds.
struct StoryModel {
  double bias = 0;
  std::array<double, pair_feature_count> weights{};  // by PairFeature

  // Cut to ±most_certain, so that no single pair decides the average of two groups.
  double score(const PairValues& values) const;
};

inline constexpr double most_certain = 4;

// As trained by train_stories (data/model/README.md).
extern const StoryModel story_model;

}  // namespace corroborate::reconciliation
