// Numbers that name and do not count: "F-16", "Section 230", "Game 7", "the S&P 500", "iPhone 14 Pro", "Boeing 737".
#pragma once

#include "extract/numbers/numbers.h"

namespace corroborate::extraction {

bool is_part_of_name(const Analysis& analysis, const Number& number);

}  // namespace corroborate::extraction
