#include "load/stated_day.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cctype>

#include "load/metadata.h"
#include "text/ascii.h"
#include "time/civil.h"

namespace corroborate::loading {
namespace {

constexpr std::array<std::string_view, 12> months = {"jan", "feb", "mar", "apr", "may", "jun",
                                                     "jul", "aug", "sep", "oct", "nov", "dec"};

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_letter(char c) { return std::isalpha(static_cast<unsigned char>(c)) != 0; }

int number_of(std::string_view digits) {
  int number = 0;
  for (const char c : digits.substr(0, 8)) number = number * 10 + (c - '0');
  return number;
}

std::optional<Day> valid_day(int year, int month, int day) {
  const time::Civil civil{year, month, day};
  if (year < 1000 || year > 2999 || !time::is_valid(civil)) return std::nullopt;
  return time::day_of(civil);
}

// Runs of digits or letters.
std::vector<std::string_view> pieces_of(std::string_view text) {
  std::vector<std::string_view> pieces;
  for (std::size_t at = 0; at < text.size();) {
    std::size_t end = at;
    if (is_digit(text[at]))
      while (end < text.size() && is_digit(text[end])) ++end;
    else if (is_letter(text[at]))
      while (end < text.size() && is_letter(text[end])) ++end;
    if (end > at) pieces.push_back(text.substr(at, end - at));
    at = std::max(end, at + 1);
  }
  return pieces;
}

// The words around a month's name: "17 Sep 2016", "September 17, 2016".
std::optional<Day> read_words(std::string_view text) {
  const auto pieces = pieces_of(text.substr(0, 200));
  int month = 0, day = 0, year = 0;
  for (const auto piece : pieces) {
    if (is_digit(piece[0])) {
      if (piece.size() == 4 && year == 0)
        year = number_of(piece);
      else if (piece.size() <= 2 && day == 0)
        day = number_of(piece);
    } else if (month == 0 && piece.size() >= 3) {
      const auto found = std::find(months.begin(), months.end(), text::lower(piece.substr(0, 3)));
      if (found != months.end()) month = static_cast<int>(found - months.begin()) + 1;
    }
    if (month != 0 && day != 0 && year != 0) return valid_day(year, month, day);
  }
  return std::nullopt;
}

}  // namespace

std::optional<Day> read_stated_day(std::string_view text) {
  text = trim(text);
  if (const auto iso = read_iso_day(text)) return iso;
  return read_words(text);
}

std::optional<Day> find_day_in_path(std::string_view path) {
  for (std::size_t at = 0; at + 8 <= path.size(); ++at) {
    if (!is_digit(path[at]) || (at > 0 && is_digit(path[at - 1]))) continue;
    const auto digits = [&](std::size_t from, std::size_t count) {
      return from + count <= path.size() &&
             std::all_of(path.begin() + static_cast<std::ptrdiff_t>(from),
                         path.begin() + static_cast<std::ptrdiff_t>(from + count), is_digit);
    };
    if (!digits(at, 4)) continue;
    const bool basic = digits(at, 8);
    const char separator = basic ? '\0' : path[at + 4];
    const std::size_t month = basic ? at + 4 : at + 5, day = basic ? at + 6 : at + 8;
    if (!basic && separator != '/' && separator != '-' && separator != '_') continue;
    if (!digits(month, 2) || !digits(day, 2) || (!basic && path[at + 7] != separator)) continue;
    if (day + 2 < path.size() && is_digit(path[day + 2])) continue;
    if (const auto found =
            valid_day(number_of(path.substr(at, 4)), number_of(path.substr(month, 2)), number_of(path.substr(day, 2))))
      return found;
  }
  return std::nullopt;
}

void StatedDays::add(DayTrust trust, std::string_view label, std::string_view value) {
  const auto day = read_stated_day(value);
  if (day) stated_.push_back({trust, *day, fmt::format("{} {}", label, trim(value.substr(0, 60)))});
}

std::optional<PublishedDay> StatedDays::best() const {
  if (stated_.empty()) return std::nullopt;
  const auto best = std::ranges::min_element(stated_, {}, &Stated::trust);  // the first of the most trusted
  PublishedDay published{best->day, DayBasis::metadata, best->words};
  for (const Stated& other : stated_)
    if (other.day != best->day) published.note += fmt::format("; less trusted: {}", other.words);
  return published;
}

}  // namespace corroborate::loading
