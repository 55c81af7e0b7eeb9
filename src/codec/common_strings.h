// Strings that every line of this version knows without writing them: those that cost most over a collection of news,
// words of the extraction's own first. Part of the format: another list, or another order, is another version.
#pragma once

#include <algorithm>
#include <array>
#include <string_view>

namespace corroborate::codec {

inline constexpr std::string_view common_words =
    "value predicate what who number-words digits counted-by-verb people dateline killed vague-word synonym on with "
    "counted-harm age-of-person for place in date-of-act to date-of-harm antonym time age-after-name killed.count "
    "none-of-them of";

// Numbers 1, 2, … of the strings of a line. With the first strings of its own they are one digit each (packed.h).
inline constexpr auto common_strings = [] {
  std::array<std::string_view, std::ranges::count(common_words, ' ') + 1> strings;
  std::string_view left = common_words;
  for (auto& string : strings) {
    string = left.substr(0, left.find(' '));
    left.remove_prefix(std::min(string.size() + 1, left.size()));
  }
  return strings;
}();

}  // namespace corroborate::codec
