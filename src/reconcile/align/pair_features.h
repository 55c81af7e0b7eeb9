// What two values of a story have in common and what sets them apart, as numbers for the trees.
//
// Symmetric: the order of the two does not matter.
#pragma once

#include <array>
#include <span>

#include "reconcile/align/closeness.h"
#include "reconcile/align/story_values.h"

namespace corroborate::reconciliation {

inline constexpr std::size_t pair_feature_count = 92;
using PairFeatures = std::array<float, pair_feature_count>;

// `closeness` is asked about this story alone; what it remembers changes nothing but the time.
PairFeatures pair_features(const StoryValues& story, Closeness& closeness, const StoryValue& a, const StoryValue& b);

}  // namespace corroborate::reconciliation
