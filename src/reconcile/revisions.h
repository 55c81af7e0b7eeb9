// What later articles make of earlier ones: figures brought up to date by who gave them, counts that grew until a
// stated day, and what was withdrawn or taken back.
#pragma once

#include <map>
#include <vector>

#include "reconcile/findings.h"

namespace corroborate::reconciliation {

// Of each position: does a later value of the same origins, or a withdrawal, take its place? Turns the pairs that this
// excuses into compatible ones (update, evolving, withdrawn) and judges the finding anew. Publication order alone
// excuses nothing: the origin must be one and the same, and both days stated.
std::vector<bool> apply_revisions(const std::vector<Extraction>& extractions,
                                  const std::map<ClaimRef, ClaimOrigin>& origins, DraftFinding& finding);

}  // namespace corroborate::reconciliation
