// Relative and partial dates against the day of publication (DESIGN.md, decision 5).
#include "time/resolve.h"

#include <fmt/format.h>

#include <algorithm>
#include <cstdlib>

#include "time/civil.h"

namespace corroborate::time {

namespace {

int floor_divide(int a, int b) { return a / b - (a % b != 0 && (a < 0) != (b < 0)); }

Days shifted_month(Day published, int shift) {
  const Civil civil = civil_of(published);
  const int months = civil.year * 12 + civil.month - 1 + shift;
  return month_days(floor_divide(months, 12), months - floor_divide(months, 12) * 12 + 1);
}

Days shifted_quarter(Day published, int shift) {
  const Civil civil = civil_of(published);
  const int quarters = civil.year * 4 + (civil.month - 1) / 3 + shift;
  const int year = floor_divide(quarters, 4), first = (quarters - year * 4) * 3 + 1;
  return {month_days(year, first).first, month_days(year, first + 2).last};
}

Days shifted_years(Day published, int shift, int length) {
  const int year = floor_divide(civil_of(published).year, length) * length + shift * length;
  return {year_days(year).first, year_days(year + length - 1).last};
}

Days shifted(Day published, Grain grain, int shift) {
  switch (grain) {
    case Grain::week:
      return week_days(published + 7 * shift);
    case Grain::month:
      return shifted_month(published, shift);
    case Grain::quarter:
    case Grain::season:
      return shifted_quarter(published, shift);
    case Grain::year:
      return shifted_years(published, shift, 1);
    case Grain::decade:
      return shifted_years(published, shift, 10);
    case Grain::century:
      return shifted_years(published, shift, 100);
    case Grain::minute:
    case Grain::hour:
    case Grain::part_of_day:
    case Grain::day:
    case Grain::vague:
      break;
  }
  return {published + shift, published + shift};
}

// The latest one on or before publication, unless the words look ahead.
Days weekday_days(const DayReference& reference, Day published) {
  int back = (weekday_of(published) - reference.weekday + 7) % 7;
  if (back == 0 && reference.direction == Direction::none) back = 7;
  Day day = published - back;
  if (reference.direction == Direction::future && back != 0) day += 7;
  day += 7 * reference.shift;
  return {day, day};
}

bool is_holiday(const DayReference& reference) { return reference.easter || reference.nth != 0; }

Day holiday_in(const DayReference& reference, int year) {
  const Day day =
      reference.easter ? easter_sunday(year) : nth_weekday(year, reference.month, reference.nth, reference.weekday);
  return day + reference.plus_days;
}

Days in_year(const DayReference& reference, int year) {
  if (reference.day == 0 && !is_holiday(reference)) return month_days(year, reference.month);
  const Day day = is_holiday(reference) ? holiday_in(reference, year) : day_of({year, reference.month, reference.day});
  return {day, day};
}

// News looks back more than ahead: days to come count half as far again.
int distance(Day day, Day published) { return day > published ? (day - published) * 3 / 2 : published - day; }

// "September 19", "in July", "Thanksgiving" without a year: the one nearest to publication on the side that the words
// look to.
Days month_or_day(const DayReference& reference, Day published) {
  const int year = civil_of(published).year;
  Days best = in_year(reference, year);
  for (const int other : {year - 1, year + 1}) {
    const Days days = in_year(reference, other);
    // A day named in a past tense may still lie weeks ahead ("said it set a meeting for Dec. 7"), never months.
    const Day reach = reference.day != 0 || is_holiday(reference) ? 60 : 0;
    const bool past_wanted = reference.direction == Direction::past && best.first > published + reach && other < year;
    const bool future_wanted =
        reference.direction == Direction::future && best.last < published - reach / 4 && other > year;
    const bool nearer =
        reference.direction == Direction::nearest && distance(days.first, published) < distance(best.first, published);
    if (past_wanted || future_wanted || nearer) best = days;
  }
  return best;
}

std::string value_of(const Days& days, Grain grain, const std::string& old_value) {
  const auto time_part = old_value.find('T');
  const std::string tail = time_part == std::string::npos ? "" : old_value.substr(time_part);
  switch (grain) {
    case Grain::week:
      return iso_week(days.first) + (old_value.ends_with("-WE") ? "-WE" : "");
    case Grain::month:
      return iso_month(days.first);
    case Grain::quarter: {
      const Civil civil = civil_of(days.first);
      return fmt::format("{:04}-Q{}", civil.year, (civil.month - 1) / 3 + 1);
    }
    case Grain::year:
      return fmt::format("{:04}", civil_of(days.first).year);
    case Grain::decade:
      return fmt::format("{:03}", civil_of(days.first).year / 10);
    case Grain::century:
      return fmt::format("{:02}", civil_of(days.first).year / 100);
    case Grain::season:
      return fmt::format("{:04}-{}", civil_of(days.first).year, old_value.substr(old_value.rfind('-') + 1));
    case Grain::minute:
    case Grain::hour:
    case Grain::part_of_day:
    case Grain::day:
    case Grain::vague:
      break;
  }
  return iso_day(days.first) + tail;
}

std::string_view basis_word(DayBasis basis) {
  switch (basis) {
    case DayBasis::metadata:
      return "stated";
    case DayBasis::dateline:
      return "read in the article";
    case DayBasis::address:
      return "in its address";
    case DayBasis::inferred:
      return "inferred";
    case DayBasis::file:
      return "when the file was made";
  }
  return {};
}

}  // namespace

namespace {

// The three months around one; December to February around January.
Days season_around(int year, int month) {
  return {month == 1 ? month_days(year - 1, 12).first : month_days(year, month - 1).first,
          month_days(year, month + 1).last};
}

Days named_days(const DayReference& reference, Grain grain, Day published) {
  if (reference.weekday != 0) return weekday_days(reference, published);
  if (reference.month != 0) {
    Days days = month_or_day(reference, published);
    const Civil civil = civil_of(days.first);
    if (grain == Grain::season) return season_around(civil.year, civil.month);
    if (reference.shift == 0 && grain != Grain::quarter) return days;
    if (grain != Grain::quarter) return in_year(reference, civil.year + reference.shift);
    return {month_days(civil.year + reference.shift, civil.month).first,
            month_days(civil.year + reference.shift, std::min(civil.month + 2, 12)).last};
  }
  return shifted(published, reference.shift_grain, reference.shift);
}

}  // namespace

Days days_of(const DayReference& reference, Grain grain, Day published) {
  if (is_holiday(reference)) return month_or_day(reference, published);
  const Days days = named_days(reference, grain, published);
  return {days.first + reference.plus_days, days.last + reference.plus_days};
}

void resolve(DateExpression& date, const PublishedDay& published) {
  if (date.resolved || !date.reference.needs_publication) return;
  date.days = days_of(date.reference, date.grain, published.day);
  date.value = value_of(date.days, date.grain, date.value);
  date.resolved = true;
  date.basis = fmt::format("from publication on {} {} ({}: {})", weekday_name(weekday_of(published.day)),
                           iso_day(published.day), basis_word(published.basis), published.note);
}

int weekday_of(const DayReference& reference) {
  if (reference.weekday == 0 || reference.nth != 0 || reference.month != 0) return 0;
  return ((reference.weekday - 1 + reference.plus_days) % 7 + 7) % 7 + 1;
}

}  // namespace corroborate::time
