// Looks up scores of pairs.
#include "reconcile/align/scored_pairs.h"

#include <algorithm>

namespace corroborate::reconciliation {

std::size_t ScoredPairs::number_of(std::uint32_t a, std::uint32_t b) const {
  const CandidatePair wanted{std::min(a, b), std::max(a, b)};
  const auto at = std::ranges::lower_bound(pairs, wanted);
  return at != pairs.end() && *at == wanted ? static_cast<std::size_t>(at - pairs.begin()) : pairs.size();
}

float ScoredPairs::score_of(std::uint32_t a, std::uint32_t b) const {
  const auto number = number_of(a, b);
  return number == pairs.size() ? 0 : second[number];
}

bool exclude_each_other(const StoryValue& a, const StoryValue& b) {
  return a.unit == b.unit && compare(a.value, b.value).verdict == Verdict::conflict;
}

}  // namespace corroborate::reconciliation
