// Vectors of single English words, distilled from a sentence encoder (data/model/README.md): words that can stand for
// one another ("revenue", "sales") point the same way.
//
// The table is linked in and used where it lies. Safe from many threads.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace corroborate::reconciliation {

inline constexpr std::size_t word_dimensions = 64;
inline constexpr std::string_view word_vectors_magic = "words-01";

using WordVector = std::span<const std::int8_t, word_dimensions>;  // its direction matters, not its length

struct KnownWord {
  const std::int8_t* vector = nullptr;  // word_dimensions numbers; null for a word that the table does not hold
  float rarity = 0;                     // logarithm of its rank by frequency, from 1; of the table's size where unknown
};

// `word` in lower case.
KnownWord find_word(std::string_view word);

// A direction, summed of many words.
using Direction = std::array<float, word_dimensions>;

void add_to(Direction& sum, const std::int8_t* vector, float weight);
// Length one; a null direction stays null.
void normalise(Direction& direction);
float cosine(const Direction& a, const Direction& b);  // of normalised ones

}  // namespace corroborate::reconciliation
