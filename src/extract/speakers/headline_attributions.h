// "Ministry: jets dropped bombs": headlines in which a colon stands for the cue.
#pragma once

#include <vector>

#include "extract/speakers/attributions.h"

namespace corroborate::extraction {

// Adds the attributions of headlines to those of running text, in the order of their cues.
void add_headlines(const Analysis& analysis, const Entities& entities, std::vector<AttributionMention>& found);

}  // namespace corroborate::extraction
