// Rows of the hedges table beside a number ("at least", "or more").
#pragma once

#include "extract/reading/analysis.h"

namespace corroborate::extraction {

// Columns of the hedges table.
inline constexpr std::size_t hedge_relation = 1, hedge_side = 2;

// The hedge whose last word stands just before `end`, or null.
const Hit* hedge_before(const Analysis& analysis, std::size_t end);
// The hedge that starts at `at`, behind a figure, or null.
const Hit* hedge_after(const Analysis& analysis, std::size_t at);

}  // namespace corroborate::extraction
