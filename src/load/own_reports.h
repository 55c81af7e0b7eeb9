// What this program has written, lying where it would be read again.
#pragma once

#include <string_view>

namespace corroborate::loading {

// Whether a file that begins like this is a report, or lines of `extract`, `parse`: in any of their formats.
bool is_own_report(std::string_view head);

}  // namespace corroborate::loading
