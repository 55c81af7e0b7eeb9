// Words that count without a number: "both pilots", "a pair of swans", "triplets", "a double murder", "twice", "has
// doubled". Rows of the numbers table.
#pragma once

#include <optional>
#include <string>

#include "extract/numbers/numbers.h"

namespace corroborate::extraction {

struct CountingWord {
  Number number;        // kind `fold` where it says how often or how many times as much
  int head = no_index;  // token of the noun counted; none where the word names nothing beside it ("twice", "the pair")
  std::string counted{};  // its lemma
};

// The counting word at this token, or nothing. `taken` tokens are dates.
std::optional<CountingWord> read_counting_word(const Analysis& analysis, const std::vector<bool>& taken,
                                               std::size_t token);

// "a single raid", "the lone gunman" at `token`: the one; nothing else.
std::optional<Number> read_single(const Analysis& analysis, std::size_t token);

}  // namespace corroborate::extraction
