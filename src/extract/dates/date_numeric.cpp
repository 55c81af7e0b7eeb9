// Days in numbers, or joined by hyphens, and whether the month or the day stands first in them.
#include <algorithm>
#include <array>
#include <charconv>

#include "extract/dates/date_order.h"
#include "extract/dates/date_rules.h"
#include "time/civil.h"

namespace corroborate::extraction {

namespace {

constexpr std::string_view numeric_rule = "numeric-date";

DateMention day_in_full(Day day, std::size_t end) {
  return resolved(time::iso_day(day), Grain::day, {day, day}, end, std::string(numeric_rule));
}

// Two digits of a year stand for 1969 to 2068 (POSIX, strptime %y).
int whole_year(int two_digits) { return two_digits + (two_digits < 69 ? 2000 : 1900); }

// "9/17/2016", "17.09.2016": three numbers between two like marks.
struct Numbers {
  std::array<int, 3> parts{};
  char mark = 0;
};

std::optional<Numbers> read_numbers(std::string_view form) {
  Numbers numbers;
  std::size_t at = 0;
  for (std::size_t part = 0; part < 3; ++part) {
    if (part > 0) {
      if (at >= form.size() || (form[at] != '/' && form[at] != '.') || (part > 1 && form[at] != numbers.mark))
        return std::nullopt;
      numbers.mark = form[at++];
    }
    const auto [end, error] = std::from_chars(form.data() + at, form.data() + form.size(), numbers.parts[part]);
    if (error != std::errc{}) return std::nullopt;
    at = static_cast<std::size_t>(end - form.data());
  }
  if (at != form.size()) return std::nullopt;
  int& year = numbers.parts[2];
  const bool short_year = numbers.mark == '/' && at >= 3 && form[at - 3] == numbers.mark;  // two digits
  if (short_year) year = whole_year(year);
  if (year < 1000 || year > 9999) return std::nullopt;
  return numbers;
}

time::Civil month_first_in(const Numbers& numbers) { return {numbers.parts[2], numbers.parts[0], numbers.parts[1]}; }
time::Civil day_first_in(const Numbers& numbers) { return {numbers.parts[2], numbers.parts[1], numbers.parts[0]}; }

}  // namespace

bool is_hyphen_within(const Analysis& analysis, std::size_t token) {
  return token > 0 && token < analysis.size() && analysis.form(token) == "-" && analysis.glued_to_next(token - 1) &&
         analysis.glued_to_next(token);
}

// "2016-09-17", "9/17/2016", "17.09.2016", "9/17/16". American order with slashes unless only the other is a date;
// European with full stops.
std::optional<DateMention> numeric_date(const Analysis& analysis, std::size_t token) {
  const auto form = analysis.form(token);
  if (form.size() < 6 || form.size() > 25) return std::nullopt;
  if (const auto day = time::parse_iso_day(form)) return day_in_full(*day, token + 1);
  const auto numbers = read_numbers(form);
  if (!numbers) return std::nullopt;
  const bool american = numbers->mark == '/' && time::is_valid(month_first_in(*numbers));
  const time::Civil civil = american ? month_first_in(*numbers) : day_first_in(*numbers);
  if (!time::is_valid(civil)) return std::nullopt;
  return day_in_full(time::day_of(civil), token + 1);
}

// "19-Dec-2005", "Dec-19-05"
std::optional<DateMention> hyphenated_date(const Analysis& analysis, std::size_t token) {
  constexpr std::size_t words = 5;
  if (!is_hyphen_within(analysis, token + 1) || !is_hyphen_within(analysis, token + 3) ||
      !same_sentence(analysis, token, token + words - 1))
    return std::nullopt;
  const Hit* month = calendar_hit(analysis, token, "month");
  const int day = whole_number(analysis, month != nullptr ? token + 2 : token);
  if (month == nullptr) month = calendar_hit(analysis, token + 2, "month");
  const auto last = analysis.form(token + words - 1);
  int year = whole_number(analysis, token + words - 1);
  if (month == nullptr || month->length != 1 || day < 1 || (last.size() != 2 && last.size() != 4) || year < 0)
    return std::nullopt;
  if (last.size() == 2) year = whole_year(year);
  const time::Civil civil{year, calendar_number(*month), day};
  if (!is_written_year(year) || !time::is_valid(civil)) return std::nullopt;
  return day_in_full(time::day_of(civil), token + words);
}

namespace {

// A date with slashes that is one in either order, read with the month first.
bool may_be_either(const Numbers& numbers) {
  return numbers.mark == '/' && time::is_valid(month_first_in(numbers)) && time::is_valid(day_first_in(numbers));
}

// The year and month of an address's folders: "/2010/09/"; 0 = none.
std::pair<int, int> month_in_address(std::string_view address) {
  const auto number = [&](std::size_t at, std::size_t digits) {
    int value = -1;
    const char* end = address.data() + at + digits;
    return std::from_chars(address.data() + at, end, value).ptr == end ? value : -1;
  };
  for (std::size_t at = 0; at + 9 <= address.size(); ++at) {  // "/2010/09/"
    if (address[at] != '/' || address[at + 5] != '/' || address[at + 8] != '/') continue;
    const int year = number(at + 1, 4), month = number(at + 6, 2);
    if (is_written_year(year) && 1 <= month && month <= 12) return {year, month};
  }
  return {0, 0};
}

bool is_of(const time::Civil& civil, std::pair<int, int> month) {
  return civil.year == month.first && civil.month == month.second;
}

}  // namespace

void settle_day_order(const Analysis& analysis, std::string_view address, std::optional<Day> published,
                      std::vector<DateMention>& dates) {
  const auto month = month_in_address(address);
  std::vector<std::pair<DateMention*, time::Civil>> open;  // with what they are if the day stands first
  int for_day = 0, for_month = 0;
  for (auto& mention : dates) {
    if (mention.date.rule != numeric_rule) continue;
    const auto numbers = read_numbers(analysis.form(mention.begin));
    if (!numbers || numbers->mark != '/') continue;
    const auto american = month_first_in(*numbers), european = day_first_in(*numbers);
    if (!may_be_either(*numbers)) {
      ++(time::is_valid(european) ? for_day : for_month);
      continue;
    }
    open.push_back({&mention, european});
    if (published) {
      for_day += time::day_of(american) > *published && time::day_of(european) <= *published;
      for_month += time::day_of(european) > *published && time::day_of(american) <= *published;
    }
    for_day += is_of(european, month) && !is_of(american, month);
    for_month += is_of(american, month) && !is_of(european, month);
  }
  if (for_day <= for_month) return;
  for (auto& [mention, civil] : open) {
    const Day day = time::day_of(civil);
    mention->date.value = time::iso_day(day);
    mention->date.days = {day, day};
  }
}

}  // namespace corroborate::extraction
