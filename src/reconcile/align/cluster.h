// Groups values by average link: two groups become one while the mean probability over all their pairs, a missing pair
// counting nothing, is high enough and no pair is forbidden.
#pragma once

#include <cstdint>
#include <functional>
#include <vector>

#include "reconcile/align/candidates.h"

namespace corroborate::reconciliation {

struct Thresholds {
  float join = 0.5F;  // least mean probability over the pairs of two groups that become one
  float keep = 0.5F;  // least probability of a group of two; the larger a group, the nearer to `join`, since its
                      // members bear one another out
  float slope = 0.26F;  // of `keep`, by the logarithm of how small a story is (group_values)
};

// Groups of at least two of `count` values, each sorted, in the order of their first members. Ties are broken by the
// order of the values. `forbidden(a, b)` must be symmetric.
std::vector<std::vector<std::uint32_t>> cluster(std::size_t count, const std::vector<CandidatePair>& pairs,
                                                const std::vector<float>& scores, Thresholds thresholds,
                                                const std::function<bool(std::uint32_t, std::uint32_t)>& forbidden);

}  // namespace corroborate::reconciliation
