// Checks that the indices of an extraction refer to what is there, and that no attribution holds itself.
#pragma once

#include <string>

#include "corroborate/extraction.h"

namespace corroborate::codec {

// Names the first index that is out of range, or empty.
std::string find_broken_reference(const Extraction& extraction);

}  // namespace corroborate::codec
