// Two numbers that are no range: scores, majorities and records ("won 3-1", "a 12-4 record", "voted 212 to 198"), and
// seasons and odds, which state nothing ("2014-15", "odds of 20 to 1").
#pragma once

#include <optional>

#include "extract/numbers/numbers.h"

namespace corroborate::extraction {

struct Score {
  double smaller = 0, larger = 0;
  TokenIndex end = 0;     // the first token behind
  bool is_value = false;  // false: a season, odds, a code
};

// A result by itself, "Norway 3 Denmark 1": the number behind the first of two names.
std::optional<Score> read_result(const Analysis& analysis, const Number& number);

// The two numbers that start with this one, or nothing where it stands alone or opens a range. `in_contest`: the
// sentence has told a score before.
std::optional<Score> read_score(const Analysis& analysis, const Number& number, bool in_contest);

// The same where a name stands in front, whose number it might be: "beat Leeds 3-1", not "bought a Skua 3-1".
std::optional<Score> read_score_behind_name(const Analysis& analysis, const Number& number);

}  // namespace corroborate::extraction
