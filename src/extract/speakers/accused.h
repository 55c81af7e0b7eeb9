// Who is accused is no source: "Man charged with arson", "men accused of killing six guards".
#pragma once

#include <vector>

#include "extract/reading/analysis.h"
#include "extract/speakers/learned/attribution_mention.h"

namespace corroborate::extraction {

// Drops attributions to the one whom a participle without its auxiliary accuses; who accuses is not said there.
void drop_accused(const Analysis& analysis, std::vector<AttributionMention>& attributions);

}  // namespace corroborate::extraction
