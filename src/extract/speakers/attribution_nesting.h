// Attributions inside the content of others.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "extract/speakers/attributions.h"

namespace corroborate::extraction {

// Puts them in the order of their cues and sets their reach. Whoever cuts contents short afterwards need not call it
// again.
void order_attributions(std::vector<AttributionMention>& found);

// Numbers, half-open, of those that can hold a token, by their reach: an article's work stays in proportion to its
// length.
std::pair<std::size_t, std::size_t> near_token(std::span<const AttributionMention> ordered, std::size_t token);

// Sets `within`, and cuts out of each content what is not its speaker's: adjunct clauses with a cue of their own, and
// the words of a cue that trails.
void nest_attributions(const Analysis& analysis, std::vector<AttributionMention>& found);

}  // namespace corroborate::extraction
