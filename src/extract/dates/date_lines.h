// Dates that tell when the article was written, and dates that tell of no event in it.
#pragma once

#include <vector>

#include "extract/dates/dates.h"
#include "extract/reading/analysis.h"

namespace corroborate::extraction {

// In a line without a verb or preposition of its own ("October 4, 2014", "Published: 3 March 2021, 9:40"), in one of
// days and hours alone ("on April 30, 2008 at 4:31 AM, updated April 30, 2008 at 8:33 AM"), or in front of the dash
// that opens the text ("PORT ELLAN, March 3, 2021 -"). Not in a caption or a copyright line.
bool is_day_of_writing(const Analysis& analysis, const DateMention& mention);

// Three lines or more that are a date: a timeline, none of whose dates is the article's own.
bool is_timeline(const Analysis& analysis, const std::vector<DateMention>& dates);

// In a caption or a copyright line, or the day of somebody's birth: no event of the article took place on it.
bool is_aside(const Analysis& analysis, const DateMention& mention);

}  // namespace corroborate::extraction
