// The interval conventions of RECONCILE.md 2.
#include "extract/numbers/intervals.h"

#include <algorithm>
#include <cmath>

namespace corroborate::extraction {

namespace {

// The place of the last non-zero digit: 1,200 → 100, 80 → 10, 62 → 1, 4.5 → 0.1.
double last_place(double value) {
  double place = 1;
  const double magnitude = std::abs(value);
  if (magnitude == 0) return place;
  if (magnitude == std::floor(magnitude)) {
    while (place * 10 <= magnitude && std::fmod(magnitude, place * 10) == 0) place *= 10;
    return place;
  }
  for (int digits = 0; digits < 6; ++digits) {
    if (std::abs(magnitude / place - std::round(magnitude / place)) < 1e-9 * magnitude / place) break;
    place /= 10;
  }
  return place;
}

double next_above(double value, Counting counting) {
  return counting == Counting::count && value == std::floor(value) ? value + 1 : std::nextafter(value, unbounded);
}

double next_below(double value, Counting counting) {
  return counting == Counting::count && value == std::floor(value) ? value - 1 : std::nextafter(value, -unbounded);
}

}  // namespace

Interval near_below(double value, Counting counting) {
  return {value - 2 * hedge_tolerance(value, counting), next_below(value, counting)};
}

double hedge_tolerance(double value, Counting counting) {
  const double magnitude = std::abs(value);
  const double tolerance = std::min(last_place(value) / 2, magnitude / 10);
  return counting == Counting::count && magnitude >= 1 ? std::max(1.0, tolerance) : tolerance;
}

double rounding_tolerance(double value) {
  const double magnitude = std::abs(value);
  if (magnitude < 1000 || last_place(value) < 10) return 0;
  return std::min(last_place(value) / 2, magnitude / 20);
}

Interval interval_of(double from, double to, Relation relation, Counting counting) {
  const double floor = counting == Counting::count ? 0 : -unbounded;
  const double tolerance = hedge_tolerance(from, counting);
  switch (relation) {
    case Relation::equal:
      return {from - rounding_tolerance(from), to + rounding_tolerance(to)};
    case Relation::about:
      return {from - tolerance, to + tolerance};
    case Relation::more:
      return {next_above(from, counting), unbounded};
    case Relation::at_least:
      return {from, unbounded};
    case Relation::less:
      return {floor, next_below(to, counting)};
    case Relation::at_most:
      return {floor, to};
    case Relation::range:
      return {from, to};
    case Relation::vague:
      return {from, to};
  }
  return {};
}

}  // namespace corroborate::extraction
