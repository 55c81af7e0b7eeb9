// The learner: an open hash table of dense rows. A row is made when a feature is first in a wrong decision.
#include "train/syntax_learner.h"

#include <algorithm>

namespace corroborate::syntax {

Learner::Learner(std::size_t outputs)
    : outputs_(outputs), stride_((outputs + 3) / 4 * 4), slots_(std::size_t{1} << 16) {}

std::size_t Learner::slot_of(Key key) const {
  const std::size_t mask = slots_.size() - 1;
  std::size_t at = (key >> 20) & mask;
  while (slots_[at].row != none && slots_[at].key != key) at = (at + 1) & mask;
  return at;
}

void Learner::grow() {
  std::vector<Slot> old(slots_.size() * 2);
  old.swap(slots_);
  for (const Slot& slot : old)
    if (slot.row != none) slots_[slot_of(slot.key)] = slot;
}

std::uint32_t Learner::row_for(Key key) {
  std::size_t at = slot_of(key);
  if (slots_[at].row != none) return slots_[at].row;
  if (used_ * 2 >= slots_.size()) {
    grow();
    at = slot_of(key);
  }
  ++used_;
  if (row_count_ % block_rows == 0) blocks_.push_back(std::make_unique<float[]>(block_rows * stride_ * 2));
  slots_[at] = {key, static_cast<std::uint32_t>(row_count_++)};
  return slots_[at].row;
}

void Learner::score(std::span<const Key> keys, float* scores) const {
  const std::size_t mask = slots_.size() - 1;
  for (const Key key : keys) __builtin_prefetch(&slots_[(key >> 20) & mask]);
  std::fill(scores, scores + stride_, 0.0f);
  std::uint32_t rows[256];
  std::size_t count = 0;
  for (const Key key : keys) {
    const std::uint32_t row = slots_[slot_of(key)].row;
    if (row == none) continue;
    rows[count++] = row;
    __builtin_prefetch(weights(row));
  }
  for (std::size_t each = 0; each < count; ++each) {
    const float* row = weights(rows[each]);
    for (std::size_t output = 0; output < stride_; ++output) scores[output] += row[output];
  }
}

void Learner::update(std::span<const Key> keys, std::size_t from, std::size_t to) {
  for (const Key key : keys) {
    const std::uint32_t number = row_for(key);
    if (number == none) continue;
    float* row = weights(number);
    float* changes = row + stride_;
    row[from] -= 1;
    row[to] += 1;
    changes[from] -= static_cast<float>(time_);
    changes[to] += static_cast<float>(time_);
  }
}

void Learner::average() {
  for (std::uint32_t number = 0; number < row_count_; ++number) {
    float* row = weights(number);
    for (std::size_t output = 0; output < outputs_; ++output)
      row[output] -= static_cast<float>(row[stride_ + output] / time_);
  }
}

void Learner::add(const Learner& other) {
  for (const Feature& feature : other.features()) {
    float* row = weights(row_for(feature.key));
    const float* more = other.weights(feature.row);
    for (std::size_t output = 0; output < outputs_; ++output) row[output] += more[output];
  }
}

std::vector<Learner::Feature> Learner::features() const {
  std::vector<Feature> result;
  for (const Slot& slot : slots_)
    if (slot.row != none) result.push_back({slot.key, slot.row});
  std::ranges::sort(result, {}, &Feature::row);
  return result;
}

}  // namespace corroborate::syntax
