// Pairs of values that may answer one question: of one family and unit, with a head, a governor, a name, a rare word or
// the value itself in common. Bounded: each value keeps its best few, so that a story of any size stays near linear.
#pragma once

#include <cstdint>
#include <vector>

#include "reconcile/align/story_values.h"

namespace corroborate::reconciliation {

struct CandidatePair {
  std::uint32_t a = 0, b = 0;  // numbers of values, a < b
  auto operator<=>(const CandidatePair&) const = default;
};

// Sorted, each once.
std::vector<CandidatePair> find_candidates(const StoryValues& story);

}  // namespace corroborate::reconciliation
