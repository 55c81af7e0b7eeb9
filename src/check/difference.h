// A difference that nobody has named yet, as a sentence at its place.
#pragma once

#include <optional>

#include "corroborate/problem.h"
#include "corroborate/report.h"

namespace corroborate::checking {

// The first pair that makes the finding's verdict; nothing where none does or it rests on no claim.
const PairRelation* first_pair(const Finding& finding);

// At the first claim of a position.
Problem at_position(const Report& report, const Position& position, std::string message);

// "new conflict, 9 against at least 12: ID", at the first claim of the pair.
std::optional<Problem> new_difference(const Report& report, const Finding& finding);

// Whether it is worth a word: a conflict that is not turned off, or another difference that is turned up.
bool is_called(const Finding& finding);

}  // namespace corroborate::checking
