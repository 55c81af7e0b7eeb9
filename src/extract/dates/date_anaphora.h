// Dates that take their grain or their day from one before them: "a year ago" beside "the third quarter".
#pragma once

#include <vector>

#include "extract/dates/dates.h"

namespace corroborate::extraction {

void link_dates(const Analysis& analysis, std::vector<DateMention>& dates);

}  // namespace corroborate::extraction
