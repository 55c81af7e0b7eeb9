// Holidays: fixed days ("Christmas", "Halloween 2015") and those that a rule moves ("Thanksgiving", "Good Friday").
//
// A row's value is MM-DD, or MM-Wn-d for the nth weekday d (ISO) of the month (WL: the last), or E for Easter Sunday;
// +n or -n behind the latter two counts days on.
#include <fmt/format.h>

#include <charconv>

#include "extract/dates/date_rules.h"
#include "time/civil.h"

namespace corroborate::extraction {

namespace {

int number_in(std::string_view text) {
  int number = 0;
  if (text.starts_with('+')) text.remove_prefix(1);
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

// What a moving holiday's value says; direction and year are the caller's.
DayReference moving_day(std::string_view value) {
  DayReference reference;
  reference.easter = value.starts_with('E');
  if (reference.easter) {
    reference.plus_days = number_in(value.substr(1));
    return reference;
  }
  reference.month = number_in(value.substr(0, 2));
  reference.nth = value[4] == 'L' ? -1 : value[4] - '0';
  reference.weekday = value[6] - '0';
  reference.plus_days = number_in(value.substr(7));
  return reference;
}

Day day_in(const DayReference& reference, int year) {
  return reference.plus_days + (reference.easter
                                    ? time::easter_sunday(year)
                                    : time::nth_weekday(year, reference.month, reference.nth, reference.weekday));
}

DateMention moving_holiday(const Analysis& analysis, std::size_t token, DayReference reference, std::size_t end) {
  const std::size_t year_at = word_is(analysis, end, ",") || word_is(analysis, end, "of") ? end + 1 : end;
  const int year = same_sentence(analysis, token, year_at) ? whole_number(analysis, year_at) : -1;
  if (year >= 1583 && year <= 2100) {  // the calendar that the rules are about
    const Day day = day_in(reference, year);
    return resolved(time::iso_day(day), Grain::day, {day, day}, year_at + 1, "holiday");
  }
  reference.direction = direction_at(analysis, token);
  return referring("XXXX-XX-XX", Grain::day, reference, end, "holiday");
}

}  // namespace

// "Thanksgiving Day", "last Thanksgiving", "Christmas 2015"
std::optional<DateMention> holiday(const Analysis& analysis, std::size_t token) {
  const bool last = word_is(analysis, token, "last"), next = word_is(analysis, token, "next");
  const std::size_t at = last || next ? token + 1 : token;
  const Hit* hit = same_sentence(analysis, token, at) ? calendar_hit(analysis, at, "holiday") : nullptr;
  if (hit == nullptr) return std::nullopt;
  const auto value = calendar_value(*hit);
  const bool moves = value.starts_with('E') || value[3] == 'W';
  auto mention = moves ? moving_holiday(analysis, at, moving_day(value), at + hit->length)
                       : day_of_month(analysis, number_in(value.substr(0, 2)), number_in(value.substr(3, 2)), at,
                                      at + hit->length);
  if (last) mention.date.reference.direction = Direction::past;
  if (next) mention.date.reference.direction = Direction::future;
  return mention;
}

}  // namespace corroborate::extraction
