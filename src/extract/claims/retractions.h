// Numbers that take the place of what a speaker takes back.
#pragma once

#include "extract/claims/claims.h"

namespace corroborate::extraction {

// A number that takes the place of one that is taken back ("corrected the toll from 12 to 10") is asserted.
void assert_replacements(Reading& reading);

}  // namespace corroborate::extraction
