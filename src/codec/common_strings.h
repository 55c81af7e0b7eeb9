// Strings that every line of this version knows without writing them: those that cost most over collections of news,
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
inline constexpr std::string_view usual_words =
    "united-states strike ordinal counting-word detained say inf authority appointment counted-trait counted-act "
    "date-of-attack deliver incident age alarm injured bare-unit measure.duration civilian dismissal counted-event "
    "measure.money government day place-of-event find injured.count death.day shooting us-government suspect house "
    "clock-of-attack clock-of-alarm outcome about include make identify detained.count tell associated-press "
    "counted-attackers united-kingdom vehicle leave investigate begin come course injury protest robbery woman take "
    "displaced agreement worker witness convicted stopped a.m. p.m. charged inform information family man know become "
    "early charged.day passenger rescued damaged child soldier hospitalized sentenced hold give get be "
    "place-population";

// The words of a text that single spaces part.
template <const std::string_view& Words>
constexpr auto split_words() {
  std::array<std::string_view, std::ranges::count(Words, ' ') + 1> strings;
  std::string_view left = Words;
  for (auto& string : strings) {
    string = left.substr(0, left.find(' '));
    left.remove_prefix(std::min(string.size() + 1, left.size()));
  }
  return strings;
}

// The first of all strings of a line. With the first few of its own they are one digit each (packed.h).
inline constexpr auto common_strings = split_words<common_words>();
// The last.
inline constexpr auto usual_strings = split_words<usual_words>();

}  // namespace corroborate::codec
