// Units of measurement beside a number: "$12", "12 km", "12km", "12 dollars a day", "$2.11 per gallon".
//
// Token ranges are half-open.
#pragma once

#include <string>

#include "extract/numbers/numbers.h"

namespace corroborate::extraction {

struct Measure {
  std::string unit;  // canonical name ("dollar per gallon"); empty = no unit here
  std::string code;  // UCUM or ISO 4217
  std::string dimension;
  double factor = 1, offset = 0;  // to the base unit: value * factor + offset
  TokenIndex begin = 0, end = 0;  // tokens of the unit
};

// A currency in front of the number, or in letters on its digits.
Measure measure_before(const Analysis& analysis, const Number& number);
// A unit behind the number, or written on to it.
Measure measure_after(const Analysis& analysis, const Number& number);
// The unit that this one word names behind a number, without tokens; no unit where there is none.
Measure unit_called(std::string_view word);
// Gives a quantity the unit.
void take_measure(Measure&& measure, Quantity& quantity);
// "per gallon", "a day", "-a-day" at `at` makes a rate of the measure; the first token behind it, or `at`.
TokenIndex read_rate(const Analysis& analysis, std::size_t at, Measure& measure);

}  // namespace corroborate::extraction
