// The pair verdicts.
#include "reconcile/compare.h"

#include <algorithm>
#include <cmath>

#include "time/civil.h"

namespace corroborate::reconciliation {

namespace {

bool is_lower_bound(const Value& value) { return std::isinf(value.interval.high) && std::isfinite(value.interval.low); }

bool meet(const Interval& a, const Interval& b) { return a.low <= b.high && b.low <= a.high; }

// 2.3 and 2.4 million: each was rounded to its own figure, and no number rounds to both.
bool are_neighbours(const Value& a, const Value& b) {
  if (a.relation != Relation::equal || b.relation != Relation::equal) return false;
  const bool touch = a.interval.low == b.interval.high || b.interval.low == a.interval.high;
  return touch && a.interval.low < a.interval.high && b.interval.low < b.interval.high;
}

bool is_nearly(const Value& value) { return value.relation == Relation::about && value.interval.high < value.stated; }

// "more than 100" against 100 or "nearly 100": the bounds stand right at a round figure, so the writers rounded.
bool touches_round_bound(const Value& bound, const Value& figure) {
  if (bound.relation != Relation::more && bound.relation != Relation::less && !is_nearly(bound)) return false;
  const bool figure_there = figure.relation == Relation::equal || is_nearly(figure);
  return bound.stated == figure.stated && figure_there && std::fmod(figure.stated, 10) == 0;
}

// Half of the last place that the figure is written with, in the base unit: 30 miles is half a mile, 4.2 million
// 50,000.
double half_place(const Value& value) {
  const double written = std::abs(value.stated / value.factor);
  double place = 1;
  if (written == std::floor(written))
    while (std::fmod(written, place * 10) == 0 && place < written) place *= 10;
  else
    while (place > 1e-3 && std::abs(written / place - std::round(written / place)) > 1e-6) place /= 10;
  return place / 2 * value.factor;
}

// "48 kilometres", "30 miles": a figure that was converted was rounded again.
bool meet_when_converted(const Value& a, const Value& b) {
  if (a.factor == b.factor || !std::isfinite(a.stated) || !std::isfinite(b.stated)) return false;
  const double slack = half_place(a) + half_place(b);
  return a.interval.low <= b.interval.high + slack && b.interval.low <= a.interval.high + slack;
}

Judgement compare_quantities(const Value& a, const Value& b) {
  if (a.interval == b.interval && a.relation == b.relation) return {Verdict::agree, Reason::equal};
  if (meet(a.interval, b.interval) && !are_neighbours(a, b)) {
    if (is_lower_bound(a) && is_lower_bound(b)) return {Verdict::compatible, Reason::bounds_apart};
    const bool bound = is_lower_bound(a) || is_lower_bound(b) || a.relation == Relation::at_most ||
                       b.relation == Relation::at_most || a.relation == Relation::less || b.relation == Relation::less;
    if (a.stated == b.stated && !bound) return {Verdict::agree, Reason::hedge};
    if (bound) return {Verdict::compatible, Reason::bound};
    const bool plain = a.relation == Relation::equal && b.relation == Relation::equal;
    return {Verdict::compatible, plain ? Reason::rounding : Reason::hedge};
  }
  if (meet_when_converted(a, b)) return {Verdict::compatible, Reason::rounding};
  if (touches_round_bound(a, b) || touches_round_bound(b, a)) return {Verdict::compatible, Reason::rounding};
  return {Verdict::conflict, Reason::disjoint};
}

bool is_open(const Interval& interval) { return std::isinf(interval.low) && std::isinf(interval.high); }

// What is known of the day of a value: stated in part, or read off its interval where that is one day or one month.
PartialDay known_day(const Value& value) {
  if (is_open(value.interval)) return value.day;
  constexpr double far = 1e8;  // days: beyond any calendar
  if (std::isinf(value.interval.low) || std::isinf(value.interval.high) || std::abs(value.interval.low) > far)
    return {};
  const auto first = static_cast<Day>(value.interval.low), last = static_cast<Day>(value.interval.high);
  const auto civil = time::civil_of(first);
  if (first == last) return {time::weekday_of(first), civil.month, civil.day};
  const auto month = time::month_days(civil.year, civil.month);
  return first >= month.first && last <= month.last ? PartialDay{0, civil.month, 0} : PartialDay{};
}

// "Friday" against "March 12", where at least one is not placed in a year or week.
Judgement compare_partial_days(const PartialDay& a, const PartialDay& b) {
  const auto clash = [](int one, int other) { return one != 0 && other != 0 && one != other; };
  const auto meets = [](int one, int other) { return one != 0 && one == other; };
  if (clash(a.weekday, b.weekday) || clash(a.month, b.month) || (a.month == b.month && clash(a.day, b.day)))
    return {Verdict::conflict, Reason::disjoint};
  if (a.is_known() && a == b) return {Verdict::agree, Reason::equal};
  if (meets(a.weekday, b.weekday) || meets(a.month, b.month)) return {Verdict::compatible, Reason::coarser};
  return {Verdict::compatible, Reason::apart};
}

Judgement compare_days(const Value& a, const Value& b) {
  if (is_open(a.interval) || is_open(b.interval)) return compare_partial_days(known_day(a), known_day(b));
  if (a.interval == b.interval) return {Verdict::agree, Reason::equal};
  if (meet(a.interval, b.interval)) return {Verdict::compatible, Reason::coarser};
  return {Verdict::conflict, Reason::disjoint};
}

// "varna-ford/airport" lies within "varna-ford".
bool refines(const std::string& fine, const std::string& coarse) {
  return fine.size() > coarse.size() && fine.starts_with(coarse) && fine[coarse.size()] == '/';
}

// Lists of names do not exclude one another unless one is said to be complete.
Judgement compare_terms(const Value& a, const Value& b) {
  if (a.term == b.term) return {Verdict::agree, Reason::equal};
  if (refines(a.term, b.term) || refines(b.term, a.term)) return {Verdict::compatible, Reason::refines};
  return {Verdict::compatible, Reason::list};
}

// Asserted against denied; two ends of a scale; "not deliberate" beside "accidental".
Judgement compare_propositions(const Value& a, const Value& b) {
  if (a.pole == Pole::undone || b.pole == Pole::undone)
    return a.pole == b.pole && a.polarity == b.polarity ? Judgement{Verdict::agree, Reason::equal}
                                                        : Judgement{Verdict::compatible, Reason::update};
  const bool opposed =
      a.pole == b.pole ? a.polarity != b.polarity : a.polarity == b.polarity && a.polarity == Polarity::asserted;
  if (!opposed)
    return a.pole == b.pole ? Judgement{Verdict::agree, Reason::equal}
                            : Judgement{Verdict::compatible, Reason::refines};
  if (a.so_far || b.so_far) return {Verdict::compatible, Reason::evolving};
  return {Verdict::conflict, a.pole == b.pole ? Reason::denial : Reason::disjoint};
}

}  // namespace

Judgement compare(const Value& a, const Value& b) {
  if (a.polarity == Polarity::retracted || b.polarity == Polarity::retracted)
    return {Verdict::compatible, Reason::withdrawn};
  if (a.polarity == Polarity::declined || b.polarity == Polarity::declined)
    return {Verdict::compatible, Reason::declined};
  const bool uncertain = a.modality == Modality::hedged || b.modality == Modality::hedged ||
                         a.modality == Modality::hypothetical || b.modality == Modality::hypothetical ||
                         a.modality == Modality::planned || b.modality == Modality::planned;
  if (a.polarity != b.polarity && a.kind != ClaimKind::proposition) {
    if (a.kind == ClaimKind::date)
      return {Verdict::compatible, Reason::apart};  // what was not so on that day says no other day
    return uncertain ? Judgement{Verdict::compatible, Reason::hypothetical}
                     : Judgement{Verdict::conflict, Reason::denial};
  }
  Judgement judgement;
  switch (a.kind) {
    case ClaimKind::quantity:
      judgement = compare_quantities(a, b);
      break;
    case ClaimKind::date:
      judgement = compare_days(a, b);
      break;
    case ClaimKind::term:
      judgement = compare_terms(a, b);
      break;
    case ClaimKind::proposition:
      judgement = compare_propositions(a, b);
      break;
  }
  if (uncertain && judgement.verdict == Verdict::conflict) return {Verdict::compatible, Reason::hypothetical};
  return judgement;
}

}  // namespace corroborate::reconciliation
