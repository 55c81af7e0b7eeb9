// Sizes of earthquakes in words that units do not have: "a 6.1-strength quake", "rated as 4.4 in magnitude".
//
// "A 6.1 quake" is left as it is: read as a magnitude it made more articles on two quakes of one place one story, and
// their magnitudes a conflict (pairs of unseen topics F1 +.2, conflicts P −2.4, traps −.8).
#pragma once

#include "extract/numbers/quantities.h"

namespace corroborate::extraction {

// Makes a bare number, or one of degrees, a magnitude where the words behind it say so.
void read_size_of_quake(const Analysis& analysis, QuantityMention& mention);

}  // namespace corroborate::extraction
