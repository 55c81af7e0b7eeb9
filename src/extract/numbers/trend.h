// Whether a figure is a rise or a fall: "rose 3 percent", "up 57%", "increased by 18 degrees".
#pragma once

#include "extract/numbers/quantities.h"

namespace corroborate::extraction {

// `previous` is the quantity before this one in the same sentence, or null.
Trend trend_of(const Analysis& analysis, const QuantityMention& mention, const QuantityMention* previous);

}  // namespace corroborate::extraction
