// Claims of one question gathered by what they state.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corroborate/extraction.h"
#include "reconcile/claim_ref.h"
#include "reconcile/compare.h"

namespace corroborate::reconciliation {

struct DraftPosition {
  Value value;
  std::string words;
  std::vector<ClaimRef> claims;
};

// Articles that differ on one question give it some ten answers. A finding of more is a list that was taken for one
// question, and every pair of them would be compared and written.
inline constexpr std::size_t most_positions = 50;

// By value. `group` may be in any order; the claims of a position keep it.
std::vector<DraftPosition> positions_of(const std::vector<Extraction>& extractions, const std::vector<ClaimRef>& group);

// Takes off the positions with the fewest claims, of equals the last ones, until most_positions are left, and returns
// them; both stay in order.
std::vector<DraftPosition> take_surplus(std::vector<DraftPosition>& positions);

}  // namespace corroborate::reconciliation
