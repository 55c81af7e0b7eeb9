// One finding in the text report: headline, positions with who says it and where, why, and how well it is supported.
#pragma once

#include <string>

#include "corroborate/corroborate.h"

namespace corroborate::reporting {

// With all quotes where the options ask for it, else as many as its verdict deserves.
std::string finding_in_full(const Report& report, const Finding& finding, const WriteOptions& options);

}  // namespace corroborate::reporting
