// What an outlet says of itself. It takes back: "An earlier version of this article said …", "We wrongly reported that
// …". It speaks in its own voice: "This newspaper has established that …".
#pragma once

#include <vector>

#include "extract/reading/analysis.h"
#include "extract/speakers/attributions.h"

namespace corroborate::extraction {

// Gives the outlet's corrections of itself their rule and the stance `retracts`; their claims are the outlet's, not
// those of a source.
void mark_own_corrections(const Analysis& analysis, std::vector<AttributionMention>& attributions);

// Takes out the attributions whose speaker is the outlet itself, in words that name no one else.
void drop_own_voice(const Analysis& analysis, std::vector<AttributionMention>& attributions);

}  // namespace corroborate::extraction
