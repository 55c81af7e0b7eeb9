// A finding's values on one scale: a row for each value with who says it, a dot for a figure, a bar for a range, an
// arrow for an open end.
#pragma once

#include <string>

#include "report/html_index.h"

namespace corroborate::reporting {

// Empty where there are no two values that differ in a bound: there is nothing to see.
std::string range_plot(const HtmlIndex& index, std::uint32_t finding);

}  // namespace corroborate::reporting
