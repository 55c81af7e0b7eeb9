// What a stated figure allows, as a closed interval: RECONCILE.md 2.
#pragma once

#include "corroborate/extraction.h"

namespace corroborate::extraction {

enum class Counting { count, measure };  // whole things, or amounts of a unit

// `from` and `to` are the figure as stated; they differ only for ranges and vague words.
Interval interval_of(double from, double to, Relation relation, Counting counting);

// "Nearly X", "almost X": less than X, but by no more than twice its tolerance.
Interval near_below(double value, Counting counting);

// The tolerance of "about X": the smaller of half the place of its last non-zero digit and a tenth of it, at least 1
// for counts.
double hedge_tolerance(double value, Counting counting);

// What an unhedged figure covers on either side: half its last place from 1,000 on, at most a twentieth.
double rounding_tolerance(double value);

}  // namespace corroborate::extraction
