// Looks back at most two sentences for what a date leans on.
#include "extract/dates/date_anaphora.h"

#include <fmt/format.h>

#include "time/civil.h"

namespace corroborate::extraction {

namespace {

constexpr std::size_t sentences_back = 2;

// The last quarter named before date `i`, near enough to be meant.
const DateMention* quarter_before(const Analysis& analysis, const std::vector<DateMention>& dates, std::size_t i) {
  for (std::size_t back = i; back-- > 0;) {
    if (analysis.sentence_of(dates[back].begin) + sentences_back < analysis.sentence_of(dates[i].begin)) return nullptr;
    if (dates[back].date.type == TimexType::duration && dates[back].date.rule == "duration") return nullptr;  // "the nine months"
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
    date.days = {time::month_days(civil.year - 1, civil.month).first, time::month_days(civil.year - 1, civil.month + 2).last};
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

}  // namespace

void link_dates(const Analysis& analysis, std::vector<DateMention>& dates) {
  for (std::size_t i = 0; i < dates.size(); ++i) {
    DateExpression& date = dates[i].date;
    const bool year_back = date.rule == "ago" && date.grain == Grain::year && date.reference.shift == -1;
    if (!year_back && date.rule != "year-ago") continue;
    const DateMention* quarter = quarter_before(analysis, dates, i);
    if (quarter != nullptr) take_quarter(date, quarter->date);
  }
}

}  // namespace corroborate::extraction
