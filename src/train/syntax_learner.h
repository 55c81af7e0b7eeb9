// A linear multi-class learner over hashed features: averaged, with a margin.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <vector>

#include "syntax/hashing.h"

namespace corroborate::syntax {

// Deterministic random numbers, the same on every machine.
class Random {
 public:
  explicit Random(std::uint64_t seed) : state_(mix(seed)) {}
  std::uint64_t next() { return state_ = mix(state_); }
  double fraction() { return static_cast<double>(next() >> 11) * 0x1.0p-53; }

 private:
  std::uint64_t state_;
};

template <typename Item>
void shuffle(std::vector<Item>& items, Random& random) {
  for (std::size_t left = items.size(); left > 1; --left) std::swap(items[left - 1], items[random.next() % left]);
}

class Learner {
 public:
  explicit Learner(std::size_t outputs);

  std::size_t outputs() const { return outputs_; }
  std::size_t stride() const { return stride_; }  // floats a row, outputs() rounded up
  std::size_t row_count() const { return row_count_; }

  // scores must hold stride() floats.
  void score(std::span<const Key> keys, float* scores) const;
  // Moves weight from one output to another, for every key.
  void update(std::span<const Key> keys, std::size_t from, std::size_t to);
  // Counts a decision, for the average.
  void tick() { ++time_; }
  // Replaces the weights by their average over time. Nothing can be learned afterwards.
  void average();
  // Adds the weights of another learner of the same outputs: models of several runs decide better than each.
  void add(const Learner& other);

  // Every feature: its key and its row.
  struct Feature {
    Key key;
    std::uint32_t row;
  };
  std::vector<Feature> features() const;
  float* weights(std::uint32_t row) const { return blocks_[row / block_rows].get() + (row % block_rows) * stride_ * 2; }

 private:
  static constexpr std::size_t block_rows = 4096;
  static constexpr std::uint32_t none = 0xFFFFFFFFu;

  struct Slot {
    Key key = 0;
    std::uint32_t row = none;
  };

  std::size_t slot_of(Key key) const;
  std::uint32_t row_for(Key key);
  void grow();

  std::size_t outputs_;
  std::size_t stride_;
  std::size_t row_count_ = 0;
  std::size_t used_ = 0;
  double time_ = 1;
  std::vector<Slot> slots_;
  std::vector<std::unique_ptr<float[]>> blocks_;  // a row: weights, then weights × time of change
};

}  // namespace corroborate::syntax
