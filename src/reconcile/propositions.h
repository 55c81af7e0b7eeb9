// Which propositions of a story are about the same: their predicates are of one class or scale, and what both say of
// who, what, with whom meets.
//
// Two articles differ on a proposition only where every argument that both name is surely the same.
#pragma once

#include <cstddef>
#include <set>
#include <utility>
#include <vector>

#include "corroborate/extraction.h"
#include "reconcile/claim_ref.h"
#include "reconcile/events.h"

namespace corroborate::reconciliation {

// At least two claims that meet, directly or by way of others.
struct PropositionGroup {
  std::vector<ClaimRef> claims;                         // in order
  std::set<std::pair<ClaimRef, ClaimRef>> surely_same;  // the lesser first: pairs that may be held against one another
};

// `group` and `events` belong to one story. Groups in the order of their first claims.
std::vector<PropositionGroup> group_propositions(const std::vector<Extraction>& extractions,
                                                 const std::vector<std::size_t>& group, const StoryEvents& events);

}  // namespace corroborate::reconciliation
