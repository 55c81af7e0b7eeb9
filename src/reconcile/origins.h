// Who each claim goes back to (RECONCILE.md 5): an upper bound on the number of independent voices.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corroborate/extraction.h"
#include "reconcile/copies.h"

namespace corroborate::reconciliation {

struct ClaimOrigin {
  std::string id;  // "united-states", "varna-river-observatory", "outlet:abc-news"
  std::string label;
  std::vector<std::string> chain;  // labels, outermost first
  std::string relay;               // key of the innermost relay, where there is one
  bool own_voice = false;          // nobody is named: the outlet speaks
  bool only_relay = false;         // a relay is named, but not whom it quotes
};

// The origin of one claim as its own chain gives it.
ClaimOrigin origin_of(const Extraction& extraction, const Claim& claim);

// One claim of a finding, for the rules that look at several.
struct FindingClaim {
  std::size_t article = 0;   // number of the extraction
  std::size_t position = 0;  // claims of one position state the same value
  ClaimOrigin* origin = nullptr;
  Span span;  // of the claim
};

// Joins what is one voice within a finding: the same value through the same relay; the outlet's own voice where the
// article gives that value's measure to somebody.
void join_origins(std::vector<FindingClaim>& claims);

// Claims in the outlets' own voices that lie in the two ends of one copied passage share an origin: the agency that one
// of their articles credits, else the first article's. `passages` as find_copies gives them.
void join_copies(std::vector<FindingClaim>& claims, const std::vector<CopiedPassage>& passages);

}  // namespace corroborate::reconciliation
