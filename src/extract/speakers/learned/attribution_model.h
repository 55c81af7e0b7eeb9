// The attribution model: weights of the linear decisions and what is known of lemmas, linked in and used in place.
//
// Weights are found by feature hashing alone: a key leads to one place of its task's table. data/model/README.md says
// how the file is made. A file of another version than attribution_magic stops the build (see CMakeLists.txt).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

namespace corroborate::extraction {

// Changes whenever features or layout change. Eight bytes.
constexpr std::string_view attribution_magic = "cattri02";

enum class Task : std::uint8_t { cue, source, source_begin, source_end, content, run_on, cue_begin, cue_end, keep };
constexpr std::size_t task_count = 9;
// Binary logarithm of each task's table.
constexpr std::array<unsigned, task_count> table_bits = {19, 18, 16, 16, 20, 14, 15, 15, 15};

// How often a lemma is the head of a cue or of a source, in classes from 0 (never) to 7 (nearly always).
struct LemmaClass {
  std::uint32_t key;
  std::uint8_t cue;
  std::uint8_t source;
  std::uint16_t unused;
};

struct AttributionHeader {
  char magic[8];
  std::uint32_t lemma_count;
  std::uint32_t unused;
  std::array<float, task_count> scale;  // of one step of each task's weights
};

// The features of one decision, as keys.
class FeatureKeys {
 public:
  void clear() { keys_.clear(); }
  void add(std::uint32_t kind, std::uint64_t a = 0, std::uint64_t b = 0, std::uint64_t c = 0) {
    std::uint64_t key = (kind + 1) * 0x9E3779B97F4A7C15u + a;
    key = (key ^ (key >> 31)) * 0xBF58476D1CE4E5B9u + b;
    key = (key ^ (key >> 29)) * 0x94D049BB133111EBu + c;
    key = (key ^ (key >> 32)) * 0xD6E8FEB86659FD93u;
    keys_.push_back(static_cast<std::uint32_t>(key >> 32));
  }
  std::span<const std::uint32_t> all() const { return keys_; }

 private:
  std::vector<std::uint32_t> keys_;
};

// One task's weights: whole numbers of the file, or those that are being learned.
struct WeightTable {
  const std::int8_t* packed = nullptr;
  const float* live = nullptr;
  std::uint32_t mask = 0;
  float scale = 0;

  float score(const FeatureKeys& keys) const;
};

struct AttributionModel {
  std::array<WeightTable, task_count> tables;
  std::span<const LemmaClass> lemmas;  // by rising key

  const WeightTable& operator[](Task task) const { return tables[static_cast<std::size_t>(task)]; }
  LemmaClass lemma_class(std::uint32_t key) const;
};

// The model that is linked in, or null when there is none.
const AttributionModel* linked_attribution_model();

}  // namespace corroborate::extraction
