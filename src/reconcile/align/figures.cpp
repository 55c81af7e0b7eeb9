// Reads figures off values.
#include "reconcile/align/figures.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "reconcile/align/story_values.h"

namespace corroborate::reconciliation {

namespace {

// 0.25 has two, 1,200 two, 83 two.
int significant_digits(double figure) {
  if (figure == 0 || !std::isfinite(figure)) return 1;
  figure = std::abs(figure);
  while (figure < 1e6) figure *= 10;
  auto whole = static_cast<std::int64_t>(std::min(std::round(figure), 9e17));
  int digits = 0;
  while (whole != 0 && whole % 10 == 0) whole /= 10;
  for (; whole != 0; whole /= 10) ++digits;
  return digits;
}

std::uint64_t key_of(Family family, double figure, std::uint64_t kind = 0) {
  const auto bits = std::bit_cast<std::uint64_t>(figure + 0) ^ (kind << 60);  // + 0: no -0
  const auto key = bits * 0x9E3779B97F4A7C15U + static_cast<std::uint64_t>(family) + 1;
  return key == 0 ? 1 : key;
}

// Morning and evening are not told apart: many a text leaves that to the reader.
StatedFigure clock_figure(double minutes) {
  const auto at = static_cast<std::int64_t>(std::round(minutes));
  const int digits = at % 60 == 0 ? 1 : at % 30 == 0 ? 2 : at % 5 == 0 ? 3 : 4;
  return {key_of(Family::clock, static_cast<double>((at % 720 + 720) % 720)), digits};
}

StatedFigure day_figure(const Value& value) {
  const PartialDay day = known_day(value);
  enum : std::uint64_t { of_year = 1, weekday, period, month };
  if (day.day != 0) return {key_of(Family::day, day.month * 32 + day.day, of_year), value.deictic ? 1 : 4};
  const bool bounded = !std::isinf(value.interval.low) && !std::isinf(value.interval.high);
  if (bounded) return {key_of(Family::day, value.interval.low + value.interval.high / 1e6, period), 3};
  if (day.month != 0) return {key_of(Family::day, day.month, month), 2};
  if (day.weekday != 0) return {key_of(Family::day, day.weekday, weekday), 1};
  return {};
}

}  // namespace

StatedFigure stated_figure(Family family, const Value& value, double written) {
  if (family == Family::clock) return clock_figure(value.stated);
  if (family == Family::day) return day_figure(value);
  return {key_of(family, value.stated), significant_digits(written)};
}

}  // namespace corroborate::reconciliation
