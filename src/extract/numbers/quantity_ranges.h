// Ranges ("62 to 83", "between 5% and 7%"). What only looks like one is read in scores.h.
#pragma once

#include <vector>

#include "extract/numbers/measures.h"
#include "extract/numbers/quantities.h"

namespace corroborate::extraction {

// Widens number and mention to the far end of a range; returns the unit that stands between the ends, if any.
// Tokens marked in `taken` are dates.
Measure read_range(const Analysis& analysis, const std::vector<bool>& taken, Number& number, QuantityMention& mention);

// "More than 10 and fewer than 20 boats": two bounds that meet make `first` a range; false where they do not.
bool join_bounds(const Analysis& analysis, QuantityMention& first, const QuantityMention& second);

}  // namespace corroborate::extraction
