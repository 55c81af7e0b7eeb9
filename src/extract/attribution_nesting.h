// Attributions inside the content of others.
#pragma once

#include <vector>

#include "extract/attributions.h"

namespace corroborate::extraction {

// Sets `within`, and cuts out of each content what is not its speaker's: adjunct clauses with a cue of their own, and
// the words of a cue that trails.
void nest_attributions(const Analysis& analysis, std::vector<AttributionMention>& found);

}  // namespace corroborate::extraction
