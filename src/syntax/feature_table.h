// Tables of features and their weights, read where they lie: no parsing, no allocation.
//
// A key leads to one bucket; each of its features has a 16-bit tag. Features whose bucket was full were left out when
// the table was made, so that a look-up touches one cache line and never probes on. Sums are whole numbers: they do
// not depend on the machine.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>

#include "syntax/hashing.h"

namespace corroborate::syntax {

inline std::size_t bucket_of(Key key, std::size_t bucket_count) { return ((key >> 32) * bucket_count) >> 32; }
inline std::uint16_t tag_of(Key key) {
  const auto tag = static_cast<std::uint16_t>(key >> 8);
  return tag == 0 ? std::uint16_t{1} : tag;  // 0 marks an empty place
}

// Features with weights for many outputs. A row with few that are not zero is a list of (output, weight) pairs, four to
// a chunk; one with many is the weights of all outputs in their order, eight to a chunk: a sum of these takes an
// addition for eight outputs.
constexpr std::size_t bucket_size = 8;

struct FeatureBucket {
  std::uint16_t tags[bucket_size];
  std::uint8_t lengths[bucket_size];  // chunks of each row, and full_row where it has all outputs
  std::uint32_t first;                // first chunk of the first row; rows lie one behind the other
  std::uint32_t unused;
};
static_assert(sizeof(FeatureBucket) == 32);

struct WeightPair {
  std::uint8_t output;
  std::int8_t weight;
};
constexpr std::size_t chunk_size = 4;
struct WeightChunk {
  WeightPair pairs[chunk_size];  // a row's last chunk is filled up with zero weights
};
static_assert(sizeof(WeightChunk) == 8);

constexpr std::uint8_t full_row = 0x80;
constexpr std::size_t most_chunks = 0x7F;  // of one row
constexpr std::size_t full_chunks(std::size_t outputs) {
  return (outputs + sizeof(WeightChunk) - 1) / sizeof(WeightChunk);
}

struct FeatureTable {
  std::span<const FeatureBucket> buckets;
  std::span<const WeightChunk> chunks;

  bool contains(Key key) const;
  void prefetch(Key key) const { __builtin_prefetch(&buckets[bucket_of(key, buckets.size())]); }
  // The output of `count` with the largest sum of weights over all keys; of equal ones the first.
  std::size_t choose(std::span<const Key> keys, std::size_t count) const;
};

// Features with weights for two outputs; the third is the measure and stands at zero. A bucket is a cache line.
constexpr std::size_t move_bucket_size = 16;
constexpr std::int32_t weight_bias = 128;

struct MoveBucket {
  std::uint16_t tags[move_bucket_size];
  std::uint8_t left[move_bucket_size];  // weight + weight_bias
  std::uint8_t right[move_bucket_size];
};
static_assert(sizeof(MoveBucket) == 64);

struct MoveScores {
  std::int32_t left;
  std::int32_t right;
};

struct MoveTable {
  std::span<const MoveBucket> buckets;

  MoveScores score(std::span<const Key> keys) const;
};

constexpr std::size_t most_keys = 192;  // of one call
constexpr std::size_t most_outputs = 128;

}  // namespace corroborate::syntax
