// The shape of the tables that lexc writes: private to the lexicon floor.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

#include "lexicon/lexicon.h"

namespace corroborate::lexicon::generated {

// Open addressing, power-of-two sizes, linear probing; an empty slot has id or child 0.
struct WordSlot {
  std::string_view word;
  WordId id;
};
struct EdgeSlot {
  Node parent;
  WordId word;
  Node child;
};
struct NodeRows {
  std::uint32_t first, count;  // into `rows`
};

extern const std::span<const Row> rows;
extern const std::span<const WordSlot> words;
extern const std::span<const EdgeSlot> edges;
extern const std::span<const NodeRows> nodes;              // by node number
extern const std::span<const std::uint32_t> table_order;   // row numbers, by table, then by line
extern const std::span<const std::uint32_t> table_starts;  // first place in table_order, one more than there are tables

// FNV-1a, 32 bits. http://www.isthe.com/chongo/tech/comp/fnv/
constexpr std::uint32_t hash_word(std::string_view word) {
  std::uint32_t hash = 2166136261u;
  for (const char c : word) hash = (hash ^ static_cast<unsigned char>(c)) * 16777619u;
  return hash;
}

// A mix of two numbers (the multipliers of MurmurHash3's finaliser).
constexpr std::uint32_t hash_edge(Node parent, WordId word) {
  std::uint32_t hash = parent * 0x85ebca6bu ^ word * 0xc2b2ae35u;
  hash ^= hash >> 15;
  return hash * 0x85ebca6bu ^ hash >> 13;
}

}  // namespace corroborate::lexicon::generated
