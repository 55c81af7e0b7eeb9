// Opens the linked attribution model.
#include "extract/speakers/learned/attribution_model.h"

#include <algorithm>
#include <cstring>
#include <optional>

extern "C" {
extern const std::byte corroborate_attributions_begin[];
extern const std::byte corroborate_attributions_end[];
}

namespace corroborate::extraction {

float WeightTable::score(const FeatureKeys& keys) const {
  if (live != nullptr) {
    float sum = 0;
    for (const auto key : keys.all()) sum += live[key & mask];
    return sum;
  }
  for (const auto key : keys.all()) __builtin_prefetch(packed + (key & mask));  // each is a cache line of its own
  std::int32_t sum = 0;
  for (const auto key : keys.all()) sum += packed[key & mask];
  return static_cast<float>(sum) * scale;
}

LemmaClass AttributionModel::lemma_class(std::uint32_t key) const {
  const auto found = std::lower_bound(lemmas.begin(), lemmas.end(), key,
                                      [](const LemmaClass& entry, std::uint32_t wanted) { return entry.key < wanted; });
  return found != lemmas.end() && found->key == key ? *found : LemmaClass{key, 0, 0, 0};
}

namespace {

std::optional<AttributionModel> open_linked() {
  const std::span bytes(corroborate_attributions_begin, corroborate_attributions_end);
  AttributionHeader header;
  if (bytes.size() < sizeof header) return std::nullopt;
  std::memcpy(&header, bytes.data(), sizeof header);
  if (std::string_view(header.magic, sizeof header.magic) != attribution_magic) return std::nullopt;
  std::size_t at = sizeof header;
  AttributionModel model;
  if (bytes.size() < at + header.lemma_count * sizeof(LemmaClass)) return std::nullopt;
  model.lemmas = {reinterpret_cast<const LemmaClass*>(bytes.data() + at), header.lemma_count};
  at += header.lemma_count * sizeof(LemmaClass);
  for (std::size_t task = 0; task < task_count; ++task) {
    const std::size_t size = std::size_t{1} << table_bits[task];
    if (bytes.size() < at + size) return std::nullopt;
    model.tables[task] = {reinterpret_cast<const std::int8_t*>(bytes.data() + at), nullptr,
                          static_cast<std::uint32_t>(size - 1), header.scale[task]};
    at += size;
  }
  return model;
}

}  // namespace

const AttributionModel* linked_attribution_model() {
  static const std::optional<AttributionModel> model = open_linked();
  return model ? &*model : nullptr;
}

}  // namespace corroborate::extraction
