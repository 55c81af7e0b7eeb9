// What a distance is measured from, which tells distances apart that are told of one place in the same words.
#pragma once

#include <span>

#include "corroborate/extraction.h"

namespace corroborate::reconciliation {

// The words of the name behind a length in its sentence, next to it ("26 miles from Lerwick") or to its bearing
// ("58 km (36 miles) south-west of the port of Lerwick"); empty where none is there. They lie in the passage.
std::span<const PassageWord> anchor_of(const Passage& passage, const Facets& length);

}  // namespace corroborate::reconciliation
