// Ages that name no unit: "Maria Lopez, 66, said", "aged 44", "over the age of 21", "she is 44".
#pragma once

#include "extract/numbers/quantities.h"

namespace corroborate::extraction {

// Makes a bare number, or one of years, an age where the words around it say so.
void read_age(const Analysis& analysis, QuantityMention& mention);

}  // namespace corroborate::extraction
