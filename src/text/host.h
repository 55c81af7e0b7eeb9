// The host of a web address, as the name of who publishes there.
#pragma once

#include <string>
#include <string_view>

namespace corroborate::text {

// In lower case (ASCII), without a leading "www.", "amp.", "mobile." or "m.", which only say what reader it serves.
// Empty where the address is.
std::string host_of(std::string_view url);

}  // namespace corroborate::text
