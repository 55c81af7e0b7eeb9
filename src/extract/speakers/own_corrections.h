// What an outlet says of itself. It takes back: "An earlier version of this article said …", "We wrongly reported that
// …". It speaks in its own voice: "This newspaper has established that …".
#pragma once

#include <string_view>
#include <vector>

#include "extract/reading/analysis.h"
#include "extract/speakers/attributions.h"

namespace corroborate::extraction {

// Attribution::rule of a correction by the outlet itself; its claims are the outlet's, not those of a source.
constexpr std::string_view own_correction = "own correction";

// Gives the outlet's corrections of itself their rule and the stance `retracts`.
void mark_own_corrections(const Analysis& analysis, std::vector<AttributionMention>& attributions);

// Takes out the attributions whose speaker is the outlet itself, in words that name no one else.
void drop_own_voice(const Analysis& analysis, std::vector<AttributionMention>& attributions);

}  // namespace corroborate::extraction
