// Ordinals: "third", "22nd", "twenty-fifth", "three hundredth". A rank is a figure of its own: "finished second",
// "between the ninth and the twelfth", or an ordinal that is all its sentence says. A place in a row is a value of
// what stands there: "her third arrest", "the 81st ceremony"; "Fifth Avenue" and "first aid" are names.
#pragma once

#include <optional>

#include "extract/numbers/numbers.h"

namespace corroborate::extraction {

// The ordinal that starts at this token, or nothing.
std::optional<Number> read_ordinal(const Analysis& analysis, std::size_t token);

// "the No. 2 official", "the world No. 3", "its number two brewer": the place of a noun or among all, by its number.
std::optional<Number> read_numbered_place(const Analysis& analysis, std::size_t token);

// Whether it is a figure of its own, and no mere adjective ("the third boat").
bool is_rank(const Analysis& analysis, const Number& ordinal);

// Whether it says which of a row its noun is.
bool is_place(const Analysis& analysis, const Number& ordinal);

// "a third was wounded": one more of those counted before.
bool is_one_more(const Analysis& analysis, const Number& ordinal);

// "between the ninth and the twelfth": widens the first to the second; false where there is no second.
bool join_ranks(const Analysis& analysis, Number& ordinal);

}  // namespace corroborate::extraction
