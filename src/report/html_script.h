// The script of the HTML report.
#pragma once

#include <string_view>

namespace corroborate::reporting {

// Searches within the page; hides headings whose findings are all filtered out, lets the counts follow, and says so
// where nothing matches. It reads and writes this page alone.
extern const std::string_view html_script;

}  // namespace corroborate::reporting
