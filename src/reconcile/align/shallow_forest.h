// Boosted trees of a few levels, answered for many inputs at once without a branch.
//
// A feature is compared with few thresholds in all trees together: an input is cut once into cells (how many thresholds
// it reaches), a byte each, and a tree compares bytes. All tests of a tree are made, for as many inputs at once as a
// vector register holds bytes, and choose among its leaves from the lowest level up; what comes out is, bit by bit,
// what walking the trees gives (forest.h), three times as fast. Safe from many threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "reconcile/align/forest.h"

namespace corroborate::reconciliation {

class ShallowForest {
 public:
  static constexpr std::size_t most_levels = 6;

  ShallowForest() = default;
  // Nothing for trees of more levels or with nodes missing, more than 255 thresholds of a feature, or more features.
  static std::optional<ShallowForest> from(float base, std::span<const std::uint32_t> sizes,
                                           std::span<const TreeNode> nodes);

  bool empty() const { return trees_.empty(); }
  // Of many inputs, those of `rows` one after the other, so many as `result` holds.
  void probabilities(std::span<const float> rows, std::span<float> result) const;

  static constexpr std::size_t inner = (1U << most_levels) - 1, leaves = 1U << most_levels;

  struct Test {
    std::uint8_t feature = 0;
    std::uint8_t cell = 0;  // an input of this cell or a higher one goes right
  };

  // By level, each from the left: the tests of node n decide between 2n + 1 and 2n + 2. A leaf above the last level
  // stands at all places below it.
  struct Tree {
    Test tests[inner];
    float leaves[ShallowForest::leaves] = {};
  };

 private:
  float base_ = 0;
  std::vector<std::vector<float>> thresholds_;  // by feature, ascending
  std::vector<Tree> trees_;
};

}  // namespace corroborate::reconciliation
