// What the tagger and the parser see of one word: hashes of its folded form, its affixes and its shape.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>

#include "syntax/hashing.h"

namespace corroborate::syntax {

struct Word {
  Key form = 0;                   // lower case, digits as 0, ’ as '
  Key shape = 0;                  // capitals, digits and marks in it, and its first letter's case
  std::array<Key, 5> suffixes{};  // the last 1, 2 … bytes
  std::array<Key, 4> prefixes{};
  // From the word table of the model:
  std::uint8_t ambiguity = 0;  // which tags it was seen with; 0 = unknown word
  std::uint8_t fixed_tag = 0;  // joint tag + 1 of a word that has but one; 0 = must be decided
};

// The hash of the folded form alone.
Key hash_word(std::string_view form);

// Everything but the model's own part.
Word analyse_word(std::string_view form);

}  // namespace corroborate::syntax
