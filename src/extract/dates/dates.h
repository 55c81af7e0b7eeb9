// Dates, times and durations as they are written in news text: TIMEX3 values and the days they name.
//
// Guidelines: TimeML/TIMEX3 annotation guidelines 1.2.1. A past-tense weekday is the latest on or before publication.
// Expressions that need the day of publication keep their reference and an underspecified value until it is known.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "corroborate/extraction.h"
#include "extract/reading/analysis.h"

namespace corroborate::extraction {

struct DateMention {
  DateExpression date;  // spans are byte offsets
  TokenIndex begin = 0, end = 0;
};

// The first `most` expressions in text order; none overlap.
std::vector<DateMention> find_dates(const Analysis& analysis, std::size_t most = SIZE_MAX);

}  // namespace corroborate::extraction
