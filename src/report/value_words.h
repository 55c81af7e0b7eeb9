// Values as a reader says them: what is kept in a standard's notation (TIMEX3, keys) is put in words.
#pragma once

#include <string>
#include <string_view>

#include "corroborate/report.h"

namespace corroborate::reporting {

// "varna-ford" as "Varna Ford"; text that is no key (lower-case words joined by dashes) stays as it is.
std::string spoken_key(std::string_view key);

// "flood, varna-ford, 2016-09-17" with its place as a name.
std::string spoken_label(std::string_view label);

// The value of a position or a claim: "dozens", "Monday 2016-09-12", "December", "denies it",
// "week 37 of 2016, planned".
std::string spoken_value(std::string_view value, ClaimKind kind);

}  // namespace corroborate::reporting
