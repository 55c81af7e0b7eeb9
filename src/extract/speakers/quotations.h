// Contents of attributions and the quotations that they touch.
#pragma once

#include <vector>

#include "extract/speakers/attributions.h"

namespace corroborate::extraction {

// A fragment that starts or ends inside a quotation takes all of it, within the paragraph.
void widen_to_quotation(const Analysis& analysis, AttributionMention& mention);

// Quoted sentences that follow in the same paragraph, without a cue of their own, go on with the speaker. Sorts by cue.
void attach_following_quotes(const Analysis& analysis, std::vector<AttributionMention>& found);

// Direct where nine tenths of the content are quoted, indirect where nothing is.
Directness directness_of(const Analysis& analysis, const AttributionMention& mention);

}  // namespace corroborate::extraction
