// What of an extraction stays in memory while stories are told apart and copies are found.
#pragma once

#include "corroborate/extraction.h"

namespace corroborate::reconciliation {

// With what group_stories and find_copies read of it, and its problems; a few hundredths of its memory.
Extraction outline_of(Extraction&& whole);

}  // namespace corroborate::reconciliation
