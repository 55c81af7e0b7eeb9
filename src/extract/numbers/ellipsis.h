// What a bare figure counts or measures, from the words before it: "12 ships, up from 9", "another boat or two".
#pragma once

#include <vector>

#include "extract/numbers/quantities.h"

namespace corroborate::extraction {

// Takes over unit or counted noun of a quantity in `found`, all of which stand before this one.
void take_over(const Analysis& analysis, const std::vector<QuantityMention>& found, QuantityMention& mention);

// "a week or two", "another boat or two": what stands before "or".
void count_before_or(const Analysis& analysis, QuantityMention& mention);

// "Nearly 40 metres (130 feet)", "just under 200 hp (149 kW / 202 PS)": a conversion has the hedge of what it converts.
void share_hedge(const Analysis& analysis, const std::vector<QuantityMention>& found, QuantityMention& mention);

}  // namespace corroborate::extraction
