// Ordinals: "third", "22nd", "twenty-fifth", "three hundredth". They count nothing, but a rank is a figure: "finished
// second", "between the tenth and the fifteenth", or an ordinal that is all its sentence says.
#pragma once

#include <optional>

#include "extract/numbers/numbers.h"

namespace corroborate::extraction {

// The ordinal that starts at this token, or nothing.
std::optional<Number> read_ordinal(const Analysis& analysis, std::size_t token);

// Whether it is a figure of its own, and no mere adjective ("the third boat").
bool is_rank(const Analysis& analysis, const Number& ordinal);

// "between the tenth and the fifteenth": widens the first to the second; false where there is no second.
bool join_ranks(const Analysis& analysis, Number& ordinal);

}  // namespace corroborate::extraction
