#include "report/value_words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "report/text_layout.h"

namespace corroborate::reporting {
namespace {

constexpr std::array<std::string_view, 12> months = {"January",   "February", "March",    "April",
                                                     "May",       "June",     "July",     "August",
                                                     "September", "October",  "November", "December"};
constexpr std::array<std::string_view, 7> weekdays = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                      "Friday", "Saturday", "Sunday"};

// Parts of a day, seasons and the like, as TIMEX3 (TimeML 1.2.1) codes them behind a year or a day.
constexpr std::array<std::pair<std::string_view, std::string_view>, 10> parts = {{{"MO", "morning"},
                                                                                  {"MI", "midday"},
                                                                                  {"AF", "afternoon"},
                                                                                  {"EV", "evening"},
                                                                                  {"NI", "night"},
                                                                                  {"DT", "daytime"},
                                                                                  {"SP", "spring"},
                                                                                  {"SU", "summer"},
                                                                                  {"FA", "autumn"},
                                                                                  {"WI", "winter"}}};

bool is_digit(char c) { return '0' <= c && c <= '9'; }
bool is_letter(char c) { return 'a' <= c && c <= 'z'; }
bool is_number(std::string_view text) { return !text.empty() && std::ranges::all_of(text, is_digit); }

std::string_view part_called(std::string_view code) {
  const auto row = std::ranges::find(parts, code, [](const auto& known) { return known.first; });
  return row == parts.end() ? std::string_view{} : row->second;
}

std::string capital(std::string_view word) {
  constexpr std::array<std::string_view, 9> small = {"al", "of", "the", "de", "la", "du", "and", "upon", "el"};
  std::string result(word);
  if (std::ranges::find(small, word) == small.end() && !result.empty() && is_letter(result[0]))
    result[0] = static_cast<char>(result[0] - 'a' + 'A');
  return result;
}

// "XXXX-12-05", "2016-09", "XXXX-WXX-6" without the part of the day.
std::string spoken_date(std::string_view date) {
  const std::string_view year = date.substr(0, std::min<std::size_t>(4, date.size()));
  const std::string_view rest = date.size() > 5 ? date.substr(5) : std::string_view{};
  const std::string suffix = is_number(year) ? " " + std::string(year) : "";
  if (rest.starts_with("WXX-") && rest.size() == 5 && '1' <= rest[4] && rest[4] <= '7')
    return std::string(weekdays[static_cast<std::size_t>(rest[4] - '1')]);
  if (rest.starts_with('W') && rest.ends_with("-WE") && is_number(rest.substr(1, 2)))
    return fmt::format("the weekend of week {} of {}", rest.substr(1, 2), year);
  if (rest.starts_with('W') && is_number(rest.substr(1))) return fmt::format("week {} of {}", rest.substr(1), year);
  if (rest.size() == 2 && rest[0] == 'Q' && is_digit(rest[1])) return fmt::format("quarter {} of {}", rest[1], year);
  if (!part_called(rest).empty()) return std::string(part_called(rest)) + suffix;
  if (rest.size() >= 2 && is_number(rest.substr(0, 2)) && rest.substr(0, 2) >= "01" && rest.substr(0, 2) <= "12") {
    const auto month = static_cast<std::size_t>((rest[0] - '0') * 10 + (rest[1] - '0')) - 1;
    const bool day = rest.size() == 5 && is_number(rest.substr(3));
    return (day ? std::string(rest[3] == '0' ? rest.substr(4) : rest.substr(3)) + " " : "") +
           std::string(months[month]) + suffix;
  }
  return is_number(year) ? std::string(year) : std::string();
}

// A day that is known whole is kept as it is written everywhere else.
bool is_known_day(std::string_view value) {
  return value.size() >= 10 && is_number(value.substr(0, 4)) && is_number(value.substr(5, 2)) &&
         is_number(value.substr(8, 2));
}

bool is_timex(std::string_view value) {
  return value.size() >= 4 && (value.starts_with("XXXX") || is_number(value.substr(0, 4))) &&
         (value.size() == 4 || value[4] == '-');
}

std::string spoken_timex(std::string_view value) {
  if (is_known_day(value)) {
    const bool with_weekday = value.size() > 13 && value.substr(10, 2) == " (" && value.ends_with(')');
    return with_weekday ? fmt::format("{} {}", value.substr(12, value.size() - 13), value.substr(0, 10))
                        : std::string(value);
  }
  if (!is_timex(value)) return std::string(value);
  const auto time = value.find('T');
  std::string words = spoken_date(value.substr(0, time));
  if (time != std::string_view::npos) {
    const std::string_view part = part_called(value.substr(time + 1));
    const std::string of_day(part.empty() ? value.substr(time + 1) : part);
    words = words.empty() ? of_day : words + ", " + of_day;
  }
  return words.empty() ? "a day not stated" : words;
}

// "Several" opened a sentence; a value does not.
std::string lowered(std::string words) {
  const bool opens = words.size() > 1 && 'A' <= words[0] && words[0] <= 'Z' && is_letter(words[1]);
  if (opens) words[0] = static_cast<char>(words[0] - 'A' + 'a');
  return words;
}

std::string spoken_core(std::string_view value, ClaimKind kind) {
  switch (kind) {
    case ClaimKind::date:
      return spoken_timex(value);
    case ClaimKind::quantity:
      return lowered(std::string(value));
    case ClaimKind::term:
      return spoken_key(value);
    case ClaimKind::proposition:
      return std::string(value);
  }
  return {};
}

}  // namespace

std::string spoken_key(std::string_view key) {
  if (const auto plus = key.find('+'); plus != std::string_view::npos) {  // several together
    const std::string_view first = key.substr(0, plus), second = key.substr(plus + 1);
    if (second.find('+') == std::string_view::npos) return spoken_key(first) + " and " + spoken_key(second);
  }
  const bool is_key = std::ranges::all_of(key, [](char c) { return is_letter(c) || is_digit(c) || c == '-'; });
  if (!is_key || key.empty() || is_digit(key[0])) return std::string(key);
  std::string words;
  for (std::size_t begin = 0; begin <= key.size();) {
    const auto end = std::min(key.find('-', begin), key.size());
    words += (words.empty() ? "" : " ") + capital(key.substr(begin, end - begin));
    begin = end + 1;
  }
  return words;
}

std::string spoken_label(std::string_view label) {
  const auto comma = label.find(", ");
  if (comma == std::string_view::npos) return std::string(label);
  const auto end = std::min(label.find(", ", comma + 2), label.size());
  return std::string(label.substr(0, comma + 2)) + spoken_key(label.substr(comma + 2, end - comma - 2)) +
         std::string(label.substr(end));
}

std::string spoken_value(std::string_view value, ClaimKind kind) {
  constexpr std::string_view denied = "denied: ";
  const std::string text = clean(value);
  std::string_view core = text, manner;
  for (const std::string_view known : {"hedged", "planned", "hypothetical"}) {
    const std::size_t size = known.size() + 3;  // " (" and ")"
    if (core.size() < size || core.substr(core.size() - size) != fmt::format(" ({})", known)) continue;
    manner = known;
    core.remove_suffix(size);
  }
  const bool is_denied = core.starts_with(denied);
  if (is_denied) core.remove_prefix(denied.size());
  std::string words = spoken_core(core, kind);
  const bool is_value = kind == ClaimKind::quantity || kind == ClaimKind::date;
  if (is_denied && is_value)
    words = "not " + words;
  else if (is_denied)
    words = core == "yes" ? "denies it" : fmt::format("denies \u201c{}\u201d", words);
  return manner.empty() ? words : fmt::format("{}, {}", words, manner);
}

}  // namespace corroborate::reporting
