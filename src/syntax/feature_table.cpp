// Look-up and sum: where tagging and parsing spend their time. No branch depends on whether a feature is known.
#include "syntax/feature_table.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>
#include <bit>
#include <utility>

namespace corroborate::syntax {

namespace {

struct Row {
  const WeightChunk* chunks;
  std::size_t length;
};

#if defined(__SSE2__)
// The place of `tag` in its bucket, or bucket_size.
std::size_t find_place(const FeatureBucket& bucket, std::uint16_t tag) {
  const __m128i tags = _mm_loadu_si128(reinterpret_cast<const __m128i*>(bucket.tags));
  const __m128i equal = _mm_cmpeq_epi16(tags, _mm_set1_epi16(static_cast<short>(tag)));
  const auto mask = static_cast<unsigned>(_mm_movemask_epi8(equal));
  return static_cast<std::size_t>(std::countr_zero(mask | 0x10000u)) / 2;
}

// The sum of the first `count` of eight bytes.
std::size_t sum_before(std::uint64_t bytes, std::size_t count) {
  const std::uint64_t before = bytes & ((std::uint64_t{1} << (8 * count)) - 1);
  const __m128i sum = _mm_sad_epu8(_mm_cvtsi64_si128(static_cast<long long>(before)), _mm_setzero_si128());
  return static_cast<std::size_t>(_mm_cvtsi128_si32(sum));
}
#else
std::size_t find_place(const FeatureBucket& bucket, std::uint16_t tag) {
  std::size_t place = 0;
  while (place < bucket_size && bucket.tags[place] != tag) ++place;
  return place;
}

std::size_t sum_before(std::uint64_t bytes, std::size_t count) {
  std::size_t sum = 0;
  for (std::size_t each = 0; each < count; ++each) sum += (bytes >> (8 * each)) & 0xFF;
  return sum;
}
#endif

constexpr std::uint64_t length_bits = 0x0101010101010101u * most_chunks;

// Sums stay far below the limit of 16 bits: at most most_keys rows, each with few weights of eight bits an output.
using Scores = std::array<std::int16_t, most_outputs>;

constexpr std::size_t outputs_a_chunk = sizeof(WeightChunk);

#if defined(__SSE2__)
// The sums of `count` full rows, of so many chunks each: sums stay in registers.
template <std::size_t chunks>
void add_full(const WeightChunk* const* rows, std::size_t count, Scores& scores) {
  __m128i sums[chunks] = {};
  for (std::size_t row = 0; row < count; ++row) {
    for (std::size_t chunk = 0; chunk < chunks; ++chunk) {
      const __m128i bytes = _mm_loadl_epi64(reinterpret_cast<const __m128i*>(rows[row] + chunk));
      sums[chunk] = _mm_add_epi16(sums[chunk], _mm_srai_epi16(_mm_unpacklo_epi8(bytes, bytes), 8));
    }
  }
  for (std::size_t chunk = 0; chunk < chunks; ++chunk)
    _mm_storeu_si128(reinterpret_cast<__m128i*>(scores.data() + outputs_a_chunk * chunk), sums[chunk]);
}
#else
template <std::size_t chunks>
void add_full(const WeightChunk* const* rows, std::size_t count, Scores& scores) {
  for (std::size_t row = 0; row < count; ++row) {
    const auto* weights = reinterpret_cast<const std::int8_t*>(rows[row]);
    for (std::size_t output = 0; output < outputs_a_chunk * chunks; ++output)
      scores[output] = static_cast<std::int16_t>(scores[output] + weights[output]);
  }
}
#endif

// By the number of chunks of a full row, from 1.
using AddFull = void (*)(const WeightChunk* const*, std::size_t, Scores&);
template <std::size_t... chunks>
constexpr std::array<AddFull, sizeof...(chunks)> make_add_full(std::index_sequence<chunks...>) {
  return {add_full<chunks + 1>...};
}
constexpr auto add_full_by_chunks = make_add_full(std::make_index_sequence<full_chunks(most_outputs)>());

inline void add_chunk(const WeightChunk& chunk, Scores& scores) {
  const auto add = [&scores](WeightPair pair) {
    scores[pair.output] = static_cast<std::int16_t>(scores[pair.output] + pair.weight);
  };
  add(chunk.pairs[0]);
  add(chunk.pairs[1]);
  add(chunk.pairs[2]);
  add(chunk.pairs[3]);
}

std::size_t best_of(const Scores& scores, std::size_t count) {
  std::int16_t best = scores[0];
  for (std::size_t output = 0; output < count; ++output) best = std::max(best, scores[output]);
  std::size_t at = 0;
  while (scores[at] != best) ++at;  // the frequent outputs come first
  return at;
}

}  // namespace

bool FeatureTable::contains(Key key) const {
  return find_place(buckets[bucket_of(key, buckets.size())], tag_of(key)) < bucket_size;
}

std::size_t FeatureTable::choose(std::span<const Key> keys, std::size_t count) const {
  std::array<const FeatureBucket*, most_keys> places;
  for (std::size_t each = 0; each < keys.size(); ++each) {
    places[each] = &buckets[bucket_of(keys[each], buckets.size())];
    __builtin_prefetch(places[each]);
  }
  std::array<Row, most_keys + 1> rows;
  std::array<const WeightChunk*, most_keys + 1> full;
  full[0] = nullptr;
  std::size_t found = 0, found_full = 0;
  for (std::size_t each = 0; each < keys.size(); ++each) {
    const FeatureBucket& bucket = *places[each];
    const std::size_t place = find_place(bucket, tag_of(keys[each]));
    const std::size_t inside = place % bucket_size;
    const WeightChunk* first =
        chunks.data() + bucket.first + sum_before(std::bit_cast<std::uint64_t>(bucket.lengths) & length_bits, inside);
    const bool is_found = place < bucket_size, is_full = (bucket.lengths[inside] & full_row) != 0;
    rows[found] = {first, bucket.lengths[inside]};
    found += is_found && !is_full;
    full[found_full] = first;
    found_full += is_found && is_full;
    __builtin_prefetch(first);
  }
  Scores scores{};
  add_full_by_chunks[full_chunks(count) - 1](full.data(), found_full, scores);
  for (std::size_t each = 0; each < found; ++each) {
    const Row& row = rows[each];
    add_chunk(row.chunks[0], scores);
    for (std::size_t chunk = 1; chunk < row.length; ++chunk) add_chunk(row.chunks[chunk], scores);
  }
  return best_of(scores, count);
}

#if defined(__SSE2__)
MoveScores MoveTable::score(std::span<const Key> keys) const {
  for (const Key key : keys) __builtin_prefetch(&buckets[bucket_of(key, buckets.size())]);
  const __m128i zero = _mm_setzero_si128(), ones = _mm_set1_epi8(1);
  __m128i left = zero, right = zero, hits = zero;
  for (const Key key : keys) {
    const auto* line = reinterpret_cast<const __m128i*>(&buckets[bucket_of(key, buckets.size())]);
    const __m128i tag = _mm_set1_epi16(static_cast<short>(tag_of(key)));
    const __m128i found =
        _mm_packs_epi16(_mm_cmpeq_epi16(_mm_loadu_si128(line), tag), _mm_cmpeq_epi16(_mm_loadu_si128(line + 1), tag));
    left = _mm_add_epi64(left, _mm_sad_epu8(_mm_and_si128(found, _mm_loadu_si128(line + 2)), zero));
    right = _mm_add_epi64(right, _mm_sad_epu8(_mm_and_si128(found, _mm_loadu_si128(line + 3)), zero));
    hits = _mm_add_epi64(hits, _mm_sad_epu8(_mm_and_si128(found, ones), zero));
  }
  const auto total = [](__m128i halves) {
    return _mm_cvtsi128_si32(halves) + _mm_cvtsi128_si32(_mm_unpackhi_epi64(halves, halves));
  };
  const std::int32_t bias = weight_bias * total(hits);
  return {total(left) - bias, total(right) - bias};
}
#else
MoveScores MoveTable::score(std::span<const Key> keys) const {
  MoveScores scores{};
  for (const Key key : keys) {
    const MoveBucket& bucket = buckets[bucket_of(key, buckets.size())];
    for (std::size_t place = 0; place < move_bucket_size; ++place) {
      if (bucket.tags[place] != tag_of(key)) continue;
      scores.left += bucket.left[place] - weight_bias;
      scores.right += bucket.right[place] - weight_bias;
    }
  }
  return scores;
}
#endif

}  // namespace corroborate::syntax
