// Where the marks of a sentence tell more of an attribution than the tree.
#pragma once

#include <vector>

#include "extract/speakers/attributions.h"

namespace corroborate::extraction {

// Reads the reporting clauses that marks set off ("…, police said on Monday.") and puts them beside what was found, or
// in its place where it names another speaker. `found` is in the order of the cues, and stays so.
void take_reporting_clauses(const Analysis& analysis, std::vector<AttributionMention>& found);

}  // namespace corroborate::extraction
