// Whether the month or the day stands first in an article's dates in numbers.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "extract/dates/dates.h"

namespace corroborate::extraction {

// "11/09/2010" has been read with the month first. It is of 11 September where more speaks for the day first: other
// dates of the article that are none otherwise ("25/09/2010"), the month in its address ("/2010/09/"), and that
// November lies behind the day of publication.
void settle_day_order(const Analysis& analysis, std::string_view address, std::optional<Day> published,
                      std::vector<DateMention>& dates);

}  // namespace corroborate::extraction
