// Words beside a number that decide what it is, rows of the contexts table; and rows of the calendar.
#pragma once

#include <string_view>

#include "extract/reading/analysis.h"

namespace corroborate::extraction {

// Whether the word at `token` is a context of this kind ("yearly", "street", "paying" …).
bool is_context(const Analysis& analysis, std::size_t token, std::string_view kind);

// The longest row of the calendar table that starts here, of one kind ("month", "weekday", …), or null.
const Hit* calendar_hit(const Analysis& analysis, std::size_t token, std::string_view kind);

}  // namespace corroborate::extraction
