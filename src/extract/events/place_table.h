// What the places table says of where a place lies.
#pragma once

#include <string_view>

namespace corroborate::extraction {

// What holds a place: its country, region or the like; empty when not known. Safe from many threads.
std::string_view country_of(std::string_view place);

// `inner` is `outer` or lies within it.
bool place_within(std::string_view inner, std::string_view outer);

}  // namespace corroborate::extraction
