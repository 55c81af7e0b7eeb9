// Changes real lines of `extract` where it could hurt: members, values and packed numbers, so that the change gets past
// the JSON and the digits and reaches what refers to what.
#pragma once

#include <string>
#include <string_view>

namespace corroborate::fuzz {

// The bytes say what to change, a few of them a change; each line has its share. Any bytes are good.
std::string mutate_lines(const std::string& lines, std::string_view bytes);

}  // namespace corroborate::fuzz
