// What of markup makes libxml2's time grow with the square of its size is counted before it is parsed.
#pragma once

#include <string>
#include <string_view>

namespace corroborate::loading {

enum class Markup { xml, html };

// Why the markup is not parsed ("an element with more than 1000 attributes"), or empty. One pass; whatever the bytes
// are, it ends.
std::string find_markup_fault(std::string_view bytes, Markup kind);

}  // namespace corroborate::loading
