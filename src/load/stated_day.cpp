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

namespace {

// The digits from `at` on.
std::string_view digits_at(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end < text.size() && is_digit(text[end])) ++end;
  return text.substr(std::min(at, text.size()), end - at);
}

// "20160917"
std::optional<Day> read_basic(std::string_view digits) {
  if (digits.size() != 8) return std::nullopt;
  return valid_day(number_of(digits.substr(0, 4)), number_of(digits.substr(4, 2)), number_of(digits.substr(6)));
}

// "2016/09/17", "2016-09-17", "2016_09_17" and, as folders, "2016/9/7/".
std::optional<Day> read_parted(std::string_view text) {
  const auto year = digits_at(text, 0);
  if (year.size() != 4 || text.size() < 8) return std::nullopt;
  const char mark = text[4];
  if (mark != '/' && mark != '-' && mark != '_') return std::nullopt;
  const auto month = digits_at(text, 5);
  const std::size_t day_at = 6 + month.size();
  if (day_at >= text.size() || text[day_at - 1] != mark) return std::nullopt;
  const auto day = digits_at(text, day_at);
  const std::size_t end = day_at + day.size();
  const bool folders = mark == '/' && (end == text.size() || text[end] == mark);
  const auto fits = [&](std::string_view part) { return part.size() == 2 || (folders && part.size() == 1); };
  if (!fits(month) || !fits(day)) return std::nullopt;
  return valid_day(number_of(year), number_of(month), number_of(day));
}

}  // namespace

std::optional<Day> find_day_in_path(std::string_view path) {
  for (std::size_t at = 0; at < path.size(); ++at) {
    if (!is_digit(path[at])) continue;
    const auto digits = digits_at(path, at);
    if (const auto day = read_basic(digits)) return day;
    if (const auto day = read_parted(path.substr(at))) return day;
    at += digits.size() - 1;
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
