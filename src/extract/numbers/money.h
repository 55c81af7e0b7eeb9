// Money in the ways that only money is written: "15 dollars 50", "75 USD million", "30 MUSD".
#pragma once

#include "extract/numbers/measures.h"
#include "extract/numbers/quantities.h"

namespace corroborate::extraction {

// "30 MUSD": the currency with its scale in one word; no unit where there is none.
Measure read_scaled_currency(const Analysis& analysis, Number& number);

// "75 USD million", "15 dollars 50": what stands behind the currency belongs to the amount. Both widen `end`.
void add_money_tail(const Analysis& analysis, const Measure& measure, QuantityMention& mention);

}  // namespace corroborate::extraction
