// The value that a claim states, for comparing, and its words, for reading.
#pragma once

#include <string>

#include "corroborate/extraction.h"
#include "reconcile/compare.h"

namespace corroborate::reconciliation {

// The value that a claim states; its words for people.
Value value_of(const Extraction& extraction, const Claim& claim);
std::string words_of(const Extraction& extraction, const Claim& claim);

// The days of an expression, as a claim about it states them.
Value day_value(const DateExpression& date);

// A time of the day; its interval is in minutes since midnight.
bool is_clock(const Claim& claim);

// The property under which claims are compared: times of the day whose zones are known meet in GMT; local times and
// those of other zones meet only their like.
std::string comparable_property(const Claim& claim);

}  // namespace corroborate::reconciliation
