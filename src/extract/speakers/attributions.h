// Who said what: source, cue and content, after the conventions of PolNeAR (Newell et al. 2018).
//
// Token ranges are half-open. An attribution inside the content of another is `within` it, unless its cue stands in an
// adjunct clause ("… after Russia accused …"): that clause is then not part of the outer content.
#pragma once

#include <string>
#include <vector>

#include "corroborate/extraction.h"
#include "extract/names/entities.h"
#include "extract/reading/analysis.h"
#include "extract/speakers/learned/attribution_mention.h"

namespace corroborate::extraction {

// All attributions in the order of their cues.
std::vector<AttributionMention> find_attributions(const Analysis& analysis, Entities& entities);

// The attributions that hold a token, outermost first.
std::vector<int> chain_at(const std::vector<AttributionMention>& attributions, std::size_t token);

}  // namespace corroborate::extraction
