// Rows of the numbers table at a token, and the small tests that all number readers share.
#pragma once

#include <string_view>

#include "extract/reading/analysis.h"

namespace corroborate::extraction {

// The row of this kind whose phrase is the one word at `token`, or null; a full stop at the end of the sentence may be
// on the word ("$3bn.").
const Row* number_row(const Analysis& analysis, std::size_t token, std::string_view kind);

// The scale row of a word that is no token of its own: "bn" in "1.2bn"; null where there is none.
const Row* scale_of_word(std::string_view word);

// value * factor, less what binary fractions add ("4.1 million").
double scaled(double value, double factor);

double low_of(const Row& row);
double high_of(const Row& row);  // unbounded where the cell is empty
std::string_view kind_of(const Row& row);

// Of the units table: "length", "time", "money".
inline constexpr std::size_t dimension_column = 3;

bool is_hyphen(const Analysis& analysis, std::size_t token);

// Scales that are also units or words ("m", "b", "k", "mm") count only where money or a glued figure makes them one.
bool is_letter_scale(const Row& row);

}  // namespace corroborate::extraction
