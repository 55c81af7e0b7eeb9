// A finding's values on one scale: a row for each position and origin, a dot for a figure, a bar for a range, an arrow
// for an open end.
#pragma once

#include <string>

#include "report/html_index.h"

namespace corroborate::reporting {

// Empty where no value of the finding has a bound: there is nothing to draw.
std::string range_plot(const HtmlIndex& index, std::uint32_t finding);

}  // namespace corroborate::reporting
