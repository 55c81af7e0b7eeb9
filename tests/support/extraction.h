// An extraction built by hand, with something in every field.
#pragma once

#include "corroborate/extraction.h"

namespace corroborate::testing {

Extraction sample_extraction();

}  // namespace corroborate::testing
