// What a speaker takes back: "the ministry withdrew its claim that …", "An earlier version of this article said …".
#pragma once

#include <string_view>
#include <vector>

#include "extract/attributions.h"
#include "extract/claims.h"

namespace corroborate::extraction {

// Attribution::rule of a correction by the outlet itself; its claims are the outlet's, not those of a source.
constexpr std::string_view own_correction = "own correction";

// Gives the outlet's corrections of itself their rule and the stance `retracts`.
void mark_own_corrections(const Analysis& analysis, std::vector<AttributionMention>& attributions);

// A number that takes the place of one that is taken back ("corrected the toll from 12 to 10") is asserted.
void assert_replacements(Reading& reading);

}  // namespace corroborate::extraction
