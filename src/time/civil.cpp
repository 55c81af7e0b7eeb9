// Civil-day arithmetic after Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms".
#include "time/civil.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

namespace corroborate::time {

Day day_of(const Civil& civil) {
  const int year = civil.year - (civil.month <= 2);
  const int era = (year >= 0 ? year : year - 399) / 400;
  const int year_of_era = year - era * 400;
  const int day_of_year = (153 * (civil.month + (civil.month > 2 ? -3 : 9)) + 2) / 5 + civil.day - 1;
  const int day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Civil civil_of(Day day) {
  const int shifted = day + 719468;
  const int era = (shifted >= 0 ? shifted : shifted - 146096) / 146097;
  const int day_of_era = shifted - era * 146097;
  const int year_of_era = (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const int day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const int shifted_month = (5 * day_of_year + 2) / 153;
  const int month = shifted_month + (shifted_month < 10 ? 3 : -9);
  return {year_of_era + era * 400 + (month <= 2), month, day_of_year - (153 * shifted_month + 2) / 5 + 1};
}

int weekday_of(Day day) {
  const int from_monday = (day + 3) % 7;  // 1970-01-01 was a Thursday
  return (from_monday < 0 ? from_monday + 7 : from_monday) + 1;
}

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  const bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
  return days[static_cast<std::size_t>(month - 1)] + (month == 2 && leap ? 1 : 0);
}

bool is_valid(const Civil& civil) {
  return civil.month >= 1 && civil.month <= 12 && civil.day >= 1 && civil.day <= days_in_month(civil.year, civil.month);
}

Days year_days(int year) { return {day_of({year, 1, 1}), day_of({year, 12, 31})}; }

Days month_days(int year, int month) {
  return {day_of({year, month, 1}), day_of({year, month, days_in_month(year, month)})};
}

Days week_days(Day day) {
  const Day monday = day - (weekday_of(day) - 1);
  return {monday, monday + 6};
}

Day nth_weekday(int year, int month, int nth, int weekday) {
  const Days days = month_days(year, month);
  if (nth < 0) return days.last - (weekday_of(days.last) - weekday + 7) % 7;
  return days.first + (weekday - weekday_of(days.first) + 7) % 7 + 7 * (nth - 1);
}

Day easter_sunday(int year) {
  const int a = year % 19, b = year / 100, c = year % 100;
  const int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
  const int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
  const int m = (a + 11 * h + 22 * l) / 451;
  const int n = h + l - 7 * m + 114;
  return day_of({year, n / 31, n % 31 + 1});
}

std::string iso_day(Day day) {
  const Civil civil = civil_of(day);
  return fmt::format("{:04}-{:02}-{:02}", civil.year, civil.month, civil.day);
}

std::string iso_month(Day day) {
  const Civil civil = civil_of(day);
  return fmt::format("{:04}-{:02}", civil.year, civil.month);
}

// ISO 8601: the week belongs to the year of its Thursday.
std::string iso_week(Day day) {
  const Day thursday = week_days(day).first + 3;
  const int year = civil_of(thursday).year;
  return fmt::format("{:04}-W{:02}", year, (thursday - day_of({year, 1, 1})) / 7 + 1);
}

std::string_view month_name(int month) {
  constexpr std::array<std::string_view, 12> names = {"January",   "February", "March",    "April",
                                                      "May",       "June",     "July",     "August",
                                                      "September", "October",  "November", "December"};
  return names[static_cast<std::size_t>(month - 1)];
}

std::string_view weekday_name(int weekday) {
  constexpr std::array<std::string_view, 7> names = {"Monday", "Tuesday",  "Wednesday", "Thursday",
                                                     "Friday", "Saturday", "Sunday"};
  return names[static_cast<std::size_t>(weekday - 1)];
}

std::optional<Day> parse_iso_day(std::string_view text) {
  if (text.size() < 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  Civil civil;
  const auto read = [&](std::size_t at, std::size_t length, int& value) {
    const auto* end = text.data() + at + length;
    return std::from_chars(text.data() + at, end, value).ptr == end;
  };
  if (!read(0, 4, civil.year) || !read(5, 2, civil.month) || !read(8, 2, civil.day)) return std::nullopt;
  if (!is_valid(civil)) return std::nullopt;
  return day_of(civil);
}

}  // namespace corroborate::time
