// What two values of a story have in common and what sets them apart, as numbers for the trees.
//
// Symmetric: the order of the two does not matter. Pure; safe from many threads.
#pragma once

#include <array>
#include <span>

#include "reconcile/align/story_values.h"

namespace corroborate::reconciliation {

inline constexpr std::size_t pair_feature_count = 92;
using PairFeatures = std::array<float, pair_feature_count>;

PairFeatures pair_features(const StoryValues& story, const StoryValue& a, const StoryValue& b);

}  // namespace corroborate::reconciliation
