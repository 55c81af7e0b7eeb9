// File: magic (8 bytes) · number of words n · bytes of text (both 32 bits, little-endian) · n + 1 offsets into the text
// (32 bits) · n ranks by frequency (32 bits) · the words in the order of their bytes, one after the other, filled up
// to a multiple of four · n rows of word_dimensions signed bytes.
#include "reconcile/align/word_vectors.h"

#include <cmath>
#include <cstring>

extern "C" {
extern const char corroborate_words_begin;
extern const char corroborate_words_end;
}

namespace corroborate::reconciliation {

namespace {

constexpr std::size_t head = 16;  // bytes

class Table {
 public:
  explicit Table(std::string_view file) {
    if (file.size() < head) return;
    words_ = number(file.data() + 8);
    offsets_ = file.data() + head;
    ranks_ = offsets_ + 4 * (words_ + 1);
    text_ = ranks_ + 4 * words_;
    rows_ = reinterpret_cast<const std::int8_t*>(text_) + (number(file.data() + 12) + 3) / 4 * 4;
  }

  KnownWord find(std::string_view word) const {
    std::size_t low = 0, high = words_;
    while (low < high) {
      const std::size_t middle = low + (high - low) / 2;
      const auto found = at(middle);
      if (found == word) {
        const auto rank = number(ranks_ + 4 * middle);
        return {rows_ + middle * word_dimensions, std::log(static_cast<float>(rank + 2))};
      }
      if (found < word)
        low = middle + 1;
      else
        high = middle;
    }
    return {nullptr, std::log(static_cast<float>(words_ + 2))};
  }

 private:
  static std::uint32_t number(const char* bytes) {
    std::uint32_t value = 0;
    std::memcpy(&value, bytes, sizeof value);
    return value;
  }

  std::string_view at(std::size_t word) const {
    const auto begin = number(offsets_ + 4 * word), end = number(offsets_ + 4 * (word + 1));
    return {text_ + begin, end - begin};
  }

  std::size_t words_ = 0;
  const char* offsets_ = nullptr;
  const char* ranks_ = nullptr;
  const char* text_ = nullptr;
  const std::int8_t* rows_ = nullptr;
};

}  // namespace

KnownWord find_word(std::string_view word) {
  const auto size = static_cast<std::size_t>(&corroborate_words_end - &corroborate_words_begin);
  return Table({&corroborate_words_begin, size}).find(word);
}

void add_to(Direction& sum, const std::int8_t* vector, float weight) {
  if (vector == nullptr) return;
  float length = 0;
  for (std::size_t i = 0; i < word_dimensions; ++i)
    length += static_cast<float>(vector[i]) * static_cast<float>(vector[i]);
  if (length == 0) return;
  weight /= std::sqrt(length);
  for (std::size_t i = 0; i < word_dimensions; ++i) sum[i] += weight * static_cast<float>(vector[i]);
}

void normalise(Direction& direction) {
  float length = 0;
  for (const float x : direction) length += x * x;
  if (length == 0) return;
  length = std::sqrt(length);
  for (float& x : direction) x /= length;
}

float cosine(const Direction& a, const Direction& b) {
  std::array<float, 8> sums{};  // side by side, so that the order of additions is the same on every machine
  for (std::size_t i = 0; i < word_dimensions; i += 8)
    for (std::size_t k = 0; k < 8; ++k) sums[k] += a[i + k] * b[i + k];
  return ((sums[0] + sums[4]) + (sums[2] + sums[6])) + ((sums[1] + sums[5]) + (sums[3] + sums[7]));
}

}  // namespace corroborate::reconciliation
