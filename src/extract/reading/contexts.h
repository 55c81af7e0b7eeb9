// Words beside a number that decide what it is: rows of the contexts table.
#pragma once

#include <string_view>

#include "extract/reading/analysis.h"

namespace corroborate::extraction {

// Whether the word at `token` is a context of this kind ("yearly", "street", "paying" …).
bool is_context(const Analysis& analysis, std::size_t token, std::string_view kind);

}  // namespace corroborate::extraction
