// The score, and the shipped weights in the order of the features.
#include "reconcile/story_model.h"

#include <algorithm>

#include "reconcile/story_weights.h"

namespace corroborate::reconciliation {

namespace {

// By name, so that train_stories can be built after a change of the features; what is new weighs nothing until then.
constexpr StoryModel make_model() {
  StoryModel model{story_bias, {}};
  for (std::size_t f = 0; f < pair_feature_count; ++f) {
    for (const auto& row : story_weights) {
      if (row.feature == pair_feature_infos[f].name) model.weights[f] = row.weight;
    }
  }
  return model;
}

}  // namespace

constinit const StoryModel story_model = make_model();

double StoryModel::score(const PairValues& values) const {
  double sum = bias;
  for (std::size_t f = 0; f < pair_feature_count; ++f) sum += weights[f] * static_cast<double>(values[f]);
  return std::clamp(sum, -most_certain, most_certain);
}

}  // namespace corroborate::reconciliation
