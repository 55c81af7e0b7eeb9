// Numbers as they are written in news text, digits or words: "1,400", "1.2bn", "half a dozen", "twenty-three",
// "nearly half a million" (the number only), "dozens of".
//
// Token ranges are half-open. Values are as written, scales applied; units, hedges and what is counted are read later.
#pragma once

#include <optional>
#include <string_view>

#include "corroborate/extraction.h"
#include "extract/reading/analysis.h"

namespace corroborate::extraction {

enum class NumberKind { cardinal, vague, zero, fraction, fold };

struct Number {
  TokenIndex begin = 0, end = 0;  // tokens, half-open
  double low = 0, high = 0;       // equal but for vague words; high is unbounded for "dozens"
  NumberKind kind = NumberKind::cardinal;
  bool in_digits = false;
  std::string_view suffix{};  // letters written on to the last digits that are no scale: "m", "km", "th"
  std::string_view prefix{};  // capitals written on to the first digits: "USD" of "USD10m"
  char sign = 0;              // '+' or '-' where it stands as a sign before the digits
};

// The number that starts at this token, or nothing. Ordinals ("19th", "third") are no numbers, except that a fraction
// may use them ("two thirds").
std::optional<Number> read_number(const Analysis& analysis, std::size_t token);

// One token that is a number in digits: sign, currency letters in front, exponent, fraction and scale included.
std::optional<Number> read_digit_token(const Analysis& analysis, std::size_t token);

// Digits with thousands separators and a decimal point at the start of `text`: the value and the bytes used, 0 if none.
struct Digits {
  double value = 0;
  std::size_t length = 0;
};
Digits read_digits(std::string_view text);

}  // namespace corroborate::extraction
