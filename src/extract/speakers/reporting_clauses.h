// Reporting clauses that marks set off: "…, said the governor, Ida Holm.", "The ferry, the port said on Monday, was …",
// "By the union's count, …". Read by words and marks, for every place in the sentence.
#pragma once

#include <vector>

#include "extract/reading/analysis.h"
#include "extract/speakers/attributions.h"

namespace corroborate::extraction {

// In the order of their cues. Stance, rule, source, cue and content are set; quotations are not widened.
std::vector<AttributionMention> find_reporting_clauses(const Analysis& analysis);

}  // namespace corroborate::extraction
