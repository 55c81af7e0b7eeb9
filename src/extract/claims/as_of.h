// The day up to which something holds, as the text states it: "By Tuesday 24 people had died", "24 dead as of noon".
#pragma once

#include "extract/claims/claims.h"

namespace corroborate::extraction {

// Sets Claim::as_of of the counts so far. Also where a toll moves that day: "rose to 24 on Monday".
void state_as_of(Reading& reading);

}  // namespace corroborate::extraction
