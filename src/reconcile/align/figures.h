// The figure that a value states, whatever hedges it: "more than 60" and "about 60" state one, "4:20" and "4:20 p.m."
// too.
#pragma once

#include <cstdint>

#include "reconcile/compare.h"

namespace corroborate::reconciliation {

enum class Family : std::uint8_t;

struct StatedFigure {
  std::uint64_t key = 0;  // the same for the same figure of one family; 0 = none is stated ("in recent years")
  // How telling it is that two values state it: significant digits; of a time of the day 1 (a full hour) to 4 (odd
  // minutes); of a day 1 (a weekday, "today") to 4 (a day of the year).
  int digits = 0;
};

// `written`: a quantity's figure in the unit of the text. Pure; safe from many threads.
StatedFigure stated_figure(Family family, const Value& value, double written);

}  // namespace corroborate::reconciliation
