// What of a message would be too much for GMime is counted before it is parsed.
#pragma once

#include <string>
#include <string_view>

namespace corroborate::loading {

// Why the message is not parsed ("address groups more than 200 deep"), or empty. One pass over its lines.
std::string find_message_fault(std::string_view bytes);

}  // namespace corroborate::loading
