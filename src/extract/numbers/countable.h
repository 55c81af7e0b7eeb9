// Whether a word that can be a number counts something here: "one boat", where "one another" and "this half" do not.
#pragma once

#include <optional>

#include "extract/numbers/numbers.h"
#include "extract/numbers/quantities.h"

namespace corroborate::extraction {

bool is_determiner(const Analysis& analysis, const Number& number);  // "some people"
bool is_pronoun(const Analysis& analysis, const Number& number);     // "one of them"
bool is_half_of(const Analysis& analysis, const Number& number);     // "half of the boats"
bool counts_nobody(const Analysis& analysis, const Number& number);  // "nobody was hurt"
bool is_bare_year(const Analysis& analysis, const Number& number, const QuantityMention& mention);

// "a single raid" at `at`: the one; nothing else.
std::optional<Number> read_single(const Analysis& analysis, std::size_t at);

}  // namespace corroborate::extraction
