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

// "13 miles" for 13 nautical ones, "40 tons" for 40 tonnes: one figure whose unit is named loosely.
bool are_in_like_units(const Value& a, const Value& b) {
  constexpr double likest = 1.3;  // a gallon of the two kinds: 1.2; a mile of the two: 1.15
  const bool like = a.factor < b.factor * likest && b.factor < a.factor * likest;
  constexpr double exact = 1e-9;
  return a.factor != b.factor && like &&
         std::abs(a.stated * b.factor - b.stated * a.factor) <= exact * std::abs(a.stated * b.factor);
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
  if (meet_when_converted(a, b) || are_in_like_units(a, b)) return {Verdict::compatible, Reason::rounding};
  if (touches_round_bound(a, b) || touches_round_bound(b, a)) return {Verdict::compatible, Reason::rounding};
  return {Verdict::conflict, Reason::disjoint};
}

bool is_open(const Interval& interval) { return std::isinf(interval.low) && std::isinf(interval.high); }

}  // namespace

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

namespace {

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

// Whether "June 24" of an article that names no year may be of the other's "June 2005": its year was only inferred.
bool may_be_of_one_year(const Value& a, const Value& b) {
  const PartialDay one = known_day(a), other = known_day(b);
  return (a.day.month != 0 || b.day.month != 0) && one.month == other.month &&
         (one.day == other.day || one.day == 0 || other.day == 0);
}

// Two articles that say the same, or "today", but were published on other days than was read: what differs is where the
// words are placed, not what is said.
bool are_placed_apart(const Value& a, const Value& b) {
  if (may_be_of_one_year(a, b)) return true;
  if (a.interval.low != a.interval.high || b.interval.low != b.interval.high || std::isinf(a.interval.low))
    return false;
  if (a.deictic || b.deictic) return std::abs(a.interval.low - b.interval.low) <= 1;
  constexpr double weeks = 28;  // "Saturday" beside a date is one of the last few
  const bool open_week = a.day.weekday != 0 || b.day.weekday != 0, both_open = a.day.weekday == b.day.weekday;
  return open_week && known_day(a).weekday == known_day(b).weekday &&
         (both_open || std::abs(a.interval.low - b.interval.low) <= weeks);
}

// A clock without its half of the day may be twelve hours on.
bool meet_in_the_evening(const Value& a, const Value& b) {
  constexpr double half = 12 * 60;  // minutes
  if (a.half_unknown == b.half_unknown) return false;
  const Interval& bare = a.half_unknown ? a.interval : b.interval;
  const Interval& full = a.half_unknown ? b.interval : a.interval;
  return meet({bare.low + half, bare.high + half}, full);
}

// Days, and times of the day.
Judgement compare_days(const Value& a, const Value& b) {
  if (is_open(a.interval) || is_open(b.interval)) return compare_partial_days(known_day(a), known_day(b));
  if (a.interval == b.interval) return {Verdict::agree, Reason::equal};
  if (meet(a.interval, b.interval) || meet_in_the_evening(a, b)) return {Verdict::compatible, Reason::coarser};
  if (are_placed_apart(a, b)) return {Verdict::compatible, Reason::placed};
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

int weight_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::single:
      return 0;
    case Verdict::agree:
      return 1;
    case Verdict::compatible:
      return 2;
    case Verdict::conflict:
      return 3;
  }
  return 0;
}

Value without_wording(Value value) {
  if (!is_open(value.interval)) value.day = {};
  value.deictic = value.half_unknown = false;
  return value;
}

Value joint_value(const Value& a, const Value& b) {
  Value joint = a;
  if (!b.day.is_known()) joint.day = {};
  joint.deictic = a.deictic && b.deictic;
  joint.half_unknown = a.half_unknown && b.half_unknown;
  return joint;
}

namespace {

// Of a value that is asserted and one that is denied: that it was not nine leaves five open, that it was not more than
// eight leaves "at least eight" open.
bool is_ruled_out(const Value& a, const Value& b) {
  const Interval& asserted = a.polarity == Polarity::asserted ? a.interval : b.interval;
  const Interval& denied = a.polarity == Polarity::asserted ? b.interval : a.interval;
  return denied.low <= asserted.low && asserted.high <= denied.high;
}

// What may be, or is to be, excludes nothing that is; but two plans for one thing exclude each other.
bool is_uncertain_beside(const Value& value, const Value& other) {
  return value.modality == Modality::hedged || value.modality == Modality::hypothetical ||
         (value.modality == Modality::planned && other.modality != Modality::planned);
}

}  // namespace

Judgement compare(const Value& a, const Value& b) {
  if (a.polarity == Polarity::retracted || b.polarity == Polarity::retracted)
    return {Verdict::compatible, Reason::withdrawn};
  if (a.polarity == Polarity::declined || b.polarity == Polarity::declined)
    return {Verdict::compatible, Reason::declined};
  const bool uncertain = is_uncertain_beside(a, b) || is_uncertain_beside(b, a);
  if (a.polarity != b.polarity && a.kind != ClaimKind::proposition) {
    if (a.kind == ClaimKind::date)
      return {Verdict::compatible, Reason::apart};  // what was not so on that day says no other day
    if (uncertain) return {Verdict::compatible, Reason::hypothetical};
    if (a.kind == ClaimKind::quantity && !is_ruled_out(a, b)) return {Verdict::compatible, Reason::apart};
    return {Verdict::conflict, Reason::denial};
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
