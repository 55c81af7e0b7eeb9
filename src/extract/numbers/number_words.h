// Numbers in words and the fractions that hang on any number: "twenty-three", "two hundred and five thousand",
// "two-thirds", "two and a half", "one in five", "five point five".
#pragma once

#include <optional>

#include "extract/numbers/numbers.h"

namespace corroborate::extraction {

std::optional<Number> read_word_number(const Analysis& analysis, std::size_t token);

// "a hundred and twenty", "a million two hundred thousand": the article at `token` is a one before its scale.
std::optional<Number> read_article_number(const Analysis& analysis, std::size_t token);

// "three quarters", "twenty-three fifths", "a hundred millionths": a number in words and a fraction word.
std::optional<Number> read_fraction(const Analysis& analysis, const Number& top);

// Each widens the number where its phrase follows.
void add_fraction(const Analysis& analysis, Number& number);         // "and a half", "and fifty-four hundredths"
void add_spoken_decimals(const Analysis& analysis, Number& number);  // "point zero three"
void add_dozens(const Analysis& analysis, Number& number);           // "three hundred" "and two dozen"

// "one out of three", "one in five", "one over three": a share of a whole; false where the words say something else.
bool read_share(const Analysis& analysis, Number& number);

}  // namespace corroborate::extraction
