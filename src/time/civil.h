// Days, weekdays, months and ISO 8601 dates in the proleptic Gregorian calendar. Pure arithmetic.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corroborate/extraction.h"

namespace corroborate::time {

struct Civil {
  int year = 1970;
  int month = 1;  // 1-12
  int day = 1;    // 1-31
};

Day day_of(const Civil& civil);
Civil civil_of(Day day);
int weekday_of(Day day);  // ISO: Monday = 1
int days_in_month(int year, int month);
bool is_valid(const Civil& civil);

Days year_days(int year);
Days month_days(int year, int month);
Days week_days(Day day);  // the ISO week, Monday to Sunday, that holds the day

// The nth such weekday (ISO) of the month; -1 = its last.
Day nth_weekday(int year, int month, int nth, int weekday);
// Western Easter Sunday (Meeus, Astronomical Algorithms, chapter 8).
Day easter_sunday(int year);

std::string iso_day(Day day);    // 2016-09-17
std::string iso_month(Day day);  // 2016-09
std::string iso_week(Day day);   // 2016-W37
std::string_view weekday_name(int weekday);
std::string_view month_name(int month);  // 1-12

// "2016-09-17", also at the start of a longer text ("2016-09-17T13:59:00Z").
std::optional<Day> parse_iso_day(std::string_view text);

}  // namespace corroborate::time
