// Days of the calendar that a rule moves, against days that almanacs print.
#include "time/civil.h"

#include "test.h"
#include "time/resolve.h"

namespace time_floor = corroborate::time;

TEST_CASE("easter_sunday_falls_where_almanacs_say") {
  CHECK(time_floor::iso_day(time_floor::easter_sunday(1998)) == "1998-04-12");
  CHECK(time_floor::iso_day(time_floor::easter_sunday(2000)) == "2000-04-23");
  CHECK(time_floor::iso_day(time_floor::easter_sunday(2008)) == "2008-03-23");
  CHECK(time_floor::iso_day(time_floor::easter_sunday(2011)) == "2011-04-24");
  CHECK(time_floor::iso_day(time_floor::easter_sunday(2038)) == "2038-04-25");
}

TEST_CASE("the_nth_weekday_is_counted_from_either_end_of_the_month") {
  CHECK(time_floor::iso_day(time_floor::nth_weekday(1999, 11, 4, 4)) == "1999-11-25");
  CHECK(time_floor::iso_day(time_floor::nth_weekday(2016, 9, 1, 1)) == "2016-09-05");
  CHECK(time_floor::iso_day(time_floor::nth_weekday(2016, 5, -1, 1)) == "2016-05-30");
  CHECK(time_floor::iso_day(time_floor::nth_weekday(2021, 5, -1, 1)) == "2021-05-31");
}

TEST_CASE("a_weekday_moves_with_the_days_behind_it") {
  using corroborate::DayReference;
  CHECK(time_floor::weekday_of(DayReference{.weekday = 6}) == 6);
  CHECK(time_floor::weekday_of(DayReference{.weekday = 6, .plus_days = -1}) == 5);
  CHECK(time_floor::weekday_of(DayReference{.weekday = 1, .plus_days = -1}) == 7);
  CHECK(time_floor::weekday_of(DayReference{.weekday = 5, .plus_days = 9}) == 7);
  CHECK(time_floor::weekday_of(DayReference{.plus_days = 2}) == 0);
  CHECK(time_floor::weekday_of(DayReference{.weekday = 4, .month = 11, .nth = 4}) == 0);
}
