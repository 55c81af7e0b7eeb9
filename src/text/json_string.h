// Strings as JSON writes them: for writers that append by hand.
#pragma once

#include <string>
#include <string_view>

namespace corroborate::text {

// Appends `value` with its quotation marks. Bytes that are no UTF-8 become U+FFFD, so that the result is always JSON.
void append_json_string(std::string& out, std::string_view value);

}  // namespace corroborate::text
