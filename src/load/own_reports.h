// What this program has written, lying where it would be read again.
#pragma once

#include <string_view>

namespace corroborate::loading {

// Whether a file that begins like this is a report, in any format and with any profile, lines of `extract` or `parse`,
// or an explanation.
bool is_own_report(std::string_view head);

// Whether it is a table that `check` reads and writes: of accepted findings, or of expectations.
bool is_table_of_check(std::string_view head);

}  // namespace corroborate::loading
