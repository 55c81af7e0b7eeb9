// Hashes of words for finding copies: extraction makes them, and the lines of `extract` leave out those that follow
// from their own sentences. Another hash is another version of the line.
#pragma once

#include <cstdint>
#include <string_view>

namespace corroborate::text {

// FNV-1a, its halves and quarters laid over one another. Letters are added as they come.
class WordHash {
 public:
  constexpr void add(char letter) { hash_ = (hash_ ^ static_cast<unsigned char>(letter)) * 1099511628211ull; }
  constexpr std::uint16_t value() const {
    const std::uint64_t half = hash_ ^ hash_ >> 32;
    return static_cast<std::uint16_t>(half ^ (half >> 16));
  }

 private:
  std::uint64_t hash_ = 1469598103934665603ull;
};

constexpr std::uint16_t hash_word(std::string_view folded) {
  WordHash hash;
  for (const char letter : folded) hash.add(letter);
  return hash.value();
}

}  // namespace corroborate::text
