// Hashes of words for finding copies: extraction makes them, and the lines of `extract` leave out those that follow
// from their own sentences. Another hash is another version of the line.
#pragma once

#include <cstdint>
#include <string_view>

namespace corroborate::text {

// FNV-1a, its halves and quarters laid over one another.
constexpr std::uint16_t hash_word(std::string_view folded) {
  std::uint64_t hash = 1469598103934665603ull;
  for (const char c : folded) hash = (hash ^ static_cast<unsigned char>(c)) * 1099511628211ull;
  hash ^= hash >> 32;
  return static_cast<std::uint16_t>(hash ^ (hash >> 16));
}

}  // namespace corroborate::text
