// File: magic (8 bytes) · join, keep, oppose (floats) · two shallow forests, each: base (float) · numbers of features
// f, of thresholds n and of trees t (32 bits) · f counts (32 bits) · n thresholds (floats) · t trees of 384 bytes: 63
// tests (feature, cell: a byte each), two bytes of nothing, 64 leaves (floats) · a forest: base (float) · number of
// trees t · number of nodes n (32 bits) · t sizes (32 bits) · n nodes of eight bytes: value (float), feature, left (16
// bits). Little-endian.
#include "reconcile/align/alignment_model.h"

#include <cstring>

#include "reconcile/align/context_features.h"

extern "C" {
extern const char corroborate_alignment_begin;
extern const char corroborate_alignment_end;
}

namespace corroborate::reconciliation {

namespace {

class Reader {
 public:
  explicit Reader(std::string_view bytes) : bytes_(bytes) {}

  bool is_whole() const { return whole_; }

  template <typename Number>
  Number number() {
    Number value{};
    if (const char* at = take(sizeof value)) std::memcpy(&value, at, sizeof value);
    return value;
  }

  template <typename Item>
  std::span<const Item> list(std::size_t count) {
    static_assert(alignof(Item) <= 4);
    const char* at = take(count * sizeof(Item));
    return at == nullptr ? std::span<const Item>{} : std::span(reinterpret_cast<const Item*>(at), count);
  }

  Forest forest() {
    const auto base = number<float>();
    const auto trees = number<std::uint32_t>(), nodes = number<std::uint32_t>();
    const auto sizes = list<std::uint32_t>(trees);
    return {base, sizes, list<TreeNode>(nodes)};
  }

  // Of inputs of so many features.
  ShallowForest shallow_forest(std::size_t width) {
    const auto base = number<float>();
    const auto features = number<std::uint32_t>(), thresholds = number<std::uint32_t>();
    const auto trees = number<std::uint32_t>();
    const auto counts = list<std::uint32_t>(features);
    const auto cuts = list<float>(thresholds);
    const auto forest = ShallowForest::of(base, counts, cuts, list<ShallowForest::Tree>(trees));
    whole_ &= forest.has_value() && forest->features() <= width;
    return forest.value_or(ShallowForest());
  }

 private:
  const char* take(std::size_t size) {
    whole_ &= size <= bytes_.size();
    if (!whole_) return nullptr;
    const char* at = bytes_.data();
    bytes_.remove_prefix(size);
    return at;
  }

  std::string_view bytes_;
  bool whole_ = true;
};

}  // namespace

std::optional<AlignmentModel> read_alignment_model(std::string_view file) {
  if (!file.starts_with(alignment_magic)) return std::nullopt;
  Reader in(file.substr(alignment_magic.size()));
  AlignmentModel model;
  model.thresholds.join = in.number<float>();
  model.thresholds.keep = in.number<float>();
  model.oppose = in.number<float>();
  model.pair = in.shallow_forest(pair_feature_count);
  model.context = in.shallow_forest(context_feature_count);
  model.opposition = in.forest();
  if (!in.is_whole()) return std::nullopt;
  return model;
}

const AlignmentModel& linked_alignment_model() {
  static const AlignmentModel model = [] {
    const auto size = static_cast<std::size_t>(&corroborate_alignment_end - &corroborate_alignment_begin);
    return read_alignment_model({&corroborate_alignment_begin, size}).value_or(AlignmentModel{});
  }();
  return model;
}

}  // namespace corroborate::reconciliation
