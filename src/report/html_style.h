// The constant parts of the HTML report: its style sheet and the shapes of its drawings.
#pragma once

#include <string_view>

namespace corroborate::reporting {

// Colours k0 to k7 for origins; screens light and dark, narrow and wide; print.
extern const std::string_view html_style;

// An <svg> that shows nothing and defines shape0 to shape2, each about the point 0,0.
extern const std::string_view html_shapes;

}  // namespace corroborate::reporting
