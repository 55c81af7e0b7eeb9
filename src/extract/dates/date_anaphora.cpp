// Looks back at most two sentences for what a date leans on.
#include "extract/dates/date_anaphora.h"

#include <cstdlib>

#include <fmt/format.h>

#include "extract/dates/date_rules.h"
#include "extract/reading/contexts.h"
#include "time/civil.h"

namespace corroborate::extraction {

namespace {

constexpr std::size_t sentences_back = 2;
constexpr std::size_t dates_back = 20;  // so that a list of dates is not walked over for each of them

// The last quarter named before date `i`, near enough to be meant.
const DateMention* quarter_before(const Analysis& analysis, const std::vector<DateMention>& dates, std::size_t i) {
  for (std::size_t back = i; back-- > 0;) {
    if (analysis.sentence_of(dates[back].begin) + sentences_back < analysis.sentence_of(dates[i].begin)) return nullptr;
    if (dates[back].date.type == TimexType::duration && dates[back].date.rule == "duration")
      return nullptr;  // "the nine months"
    const bool shifted = dates[back].date.rule == "year-ago-quarter" || dates[back].date.rule.ends_with("-before");
    if (dates[back].date.grain == Grain::quarter && !shifted) return &dates[back];
  }
  return nullptr;
}

// "a year earlier", said of a quarter, is that quarter of the year before.
void take_quarter(DateExpression& date, const DateExpression& quarter) {
  if (quarter.resolved && quarter.days.first > 0) {
    const auto civil = time::civil_of(quarter.days.first);
    date.value = fmt::format("{:04}-Q{}", civil.year - 1, (civil.month - 1) / 3 + 1);
    date.days = {time::month_days(civil.year - 1, civil.month).first,
                 time::month_days(civil.year - 1, civil.month + 2).last};
    date.resolved = true;
    date.reference = {};
  } else {
    date.reference = quarter.reference;
    date.reference.shift += quarter.reference.month != 0 ? -1 : -4;
    date.value = "XXXX-QX";
  }
  date.grain = Grain::quarter;
  date.rule = "year-ago-quarter";
}

// Whether `anchor` is fine enough to count from in units of `grain`.
bool bears(const DateExpression& anchor, Grain grain) {
  if (anchor.type == TimexType::duration || anchor.type == TimexType::set || anchor.value.ends_with("_REF"))
    return false;
  if (!anchor.resolved && !anchor.reference.needs_publication) return false;
  const bool day = anchor.grain == Grain::day;
  if (grain == Grain::day) return day;
  if (grain == Grain::week) return day || anchor.grain == Grain::week;
  return day || anchor.grain == Grain::month || (grain == Grain::year && anchor.grain == Grain::year);
}

// "Published April 11": the day of the page, not of what it tells.
bool is_stamped(const Analysis& analysis, const DateMention& mention) {
  return mention.begin > 0 && is_context(analysis, mention.begin - 1, "stamp");
}

const DateMention* anchor_before(const Analysis& analysis, const std::vector<DateMention>& dates, std::size_t i) {
  for (std::size_t back = i; back-- > 0 && i - back <= dates_back;) {
    if (analysis.sentence_of(dates[back].begin) + sentences_back < analysis.sentence_of(dates[i].begin)) return nullptr;
    if (bears(dates[back].date, dates[i].date.grain) && !is_stamped(analysis, dates[back])) return &dates[back];
  }
  return nullptr;
}

// From one weekday to the one meant: "the following Tuesday" after a Friday is four days on.
int days_to_weekday(int from, int to, int shift) {
  const int ahead = (to - from + 7) % 7;
  if (shift < 0) return ahead == 0 ? -7 : ahead - 7;
  return shift > 0 && ahead == 0 ? 7 : ahead;
}

int shift_in_days(const DateExpression& date, int anchor_weekday) {
  return date.reference.weekday == 0 ? date.reference.shift
                                     : days_to_weekday(anchor_weekday, date.reference.weekday, date.reference.shift);
}

Days counted_from(Day anchor, const DateExpression& date) {
  const int shift = date.reference.shift;
  const auto civil = time::civil_of(anchor);
  if (date.grain == Grain::year) return time::year_days(civil.year + shift);
  if (date.grain == Grain::week) return time::week_days(anchor + 7 * shift);
  if (date.grain == Grain::month) {
    const int months = civil.year * 12 + civil.month - 1 + shift;
    return time::month_days(months / 12, months % 12 + 1);
  }
  const Day day = anchor + shift_in_days(date, time::weekday_of(anchor));
  return {day, day};
}

std::string value_of(const DateExpression& date) {
  const auto clock = date.value.find('T');
  const std::string tail = clock == std::string::npos ? "" : date.value.substr(clock);
  if (date.grain == Grain::year) return fmt::format("{:04}", time::civil_of(date.days.first).year);
  if (date.grain == Grain::week) return time::iso_week(date.days.first);
  if (date.grain == Grain::month) return time::iso_month(date.days.first);
  return time::iso_day(date.days.first) + tail;
}

// A day of a month without its year keeps month and day: "7 August … two days later" is 9 August.
void move_day_of_month(DayReference& reference, int days) {
  constexpr int common_year = 2001;
  const auto civil = time::civil_of(time::day_of({common_year, reference.month, reference.day}) + days);
  reference.month = civil.month;
  reference.day = civil.day;
}

// Days that wait for the day of publication, moved from the anchor that waits for it too.
void move_reference(DateExpression& date, const DateExpression& anchor, int anchor_weekday) {
  constexpr int longest_move = 366;
  DayReference moved = anchor.reference;
  if (date.grain == Grain::year) {
    if (anchor.grain != Grain::year) return;
    moved.shift += date.reference.shift;
  } else if (date.grain == Grain::day) {
    if (date.reference.weekday != 0 && anchor_weekday == 0) return;
    const int days = shift_in_days(date, anchor_weekday);
    if (std::abs(moved.plus_days + days) > longest_move) return;
    const bool dated = moved.month != 0 && moved.day != 0 && moved.weekday == 0 && moved.plus_days == 0;
    if (dated)
      move_day_of_month(moved, days);
    else
      moved.plus_days += days;
  } else if (date.grain == Grain::month && anchor.grain == Grain::month &&
             moved.month != 0) {  // "in March … the following month"
    const int months = moved.month - 1 + date.reference.shift;
    moved.shift += months < 0 ? -1 : months / 12;
    moved.month = (months + 12) % 12 + 1;
  } else {
    return;
  }
  date.reference = moved;
}

// "Two days later", "the following Tuesday", "that year" from the date told before, at most two sentences back.
void take_anchor(const Analysis& analysis, DateExpression& date, const DateMention& mention) {
  const DateExpression& anchor = mention.date;
  const Hit* weekday = calendar_hit(analysis, mention.begin, "weekday");  // of "Friday 28 April"
  const int named = weekday == nullptr ? anchor.reference.weekday : calendar_number(*weekday);
  if (!anchor.resolved) return move_reference(date, anchor, named);
  date.days = counted_from(anchor.days.first, date);
  date.value = value_of(date);
  date.resolved = true;
  date.reference = {};
  date.basis = "from the date told before it";
}

// "That day" and "two days later" say nothing without a date before them.
bool hangs_on_nothing(const Analysis& analysis, const DateMention& mention) {
  const DateExpression& date = mention.date;
  if (date.rule != anchored_rule || date.resolved || date.reference.needs_publication) return false;
  return word_is(analysis, mention.begin, "that") || word_is(analysis, mention.begin, "later") ||
         word_is(analysis, mention.begin, "earlier") || word_is(analysis, mention.end - 1u, "later");
}

}  // namespace

void link_dates(const Analysis& analysis, std::vector<DateMention>& dates) {
  for (std::size_t i = 0; i < dates.size(); ++i) {
    DateExpression& date = dates[i].date;
    if (date.rule == anchored_rule) {
      if (const DateMention* anchor = anchor_before(analysis, dates, i)) take_anchor(analysis, date, *anchor);
      continue;
    }
    const bool year_back = date.rule == "ago" && date.grain == Grain::year && date.reference.shift == -1;
    if (!year_back && date.rule != "year-ago") continue;
    const DateMention* quarter = quarter_before(analysis, dates, i);
    if (quarter != nullptr) take_quarter(date, quarter->date);
  }
  std::erase_if(dates, [&](const DateMention& mention) { return hangs_on_nothing(analysis, mention); });
}

}  // namespace corroborate::extraction
