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

struct ShallowKernel;  // shallow_kernels.h
const ShallowKernel& widest_kernel();

// Refers to what it was made of, which must outlive it: a file is used where it lies.
class ShallowForest {
 public:
  static constexpr std::size_t most_levels = 6;
  static constexpr std::size_t inner = (1U << most_levels) - 1, leaves = 1U << most_levels;

  struct Test {
    std::uint8_t feature = 0;
    std::uint8_t cell = 0;  // an input of this cell or a higher one goes right
  };

  // By level, each from the left: the tests of node n decide between 2n + 1 and 2n + 2. A leaf above the last level
  // stands at all places below it.
  struct Tree {
    Test tests[inner];
    std::uint8_t unused[2] = {};
    float leaves[ShallowForest::leaves] = {};
  };
  static_assert(sizeof(Tree) == 384);

  ShallowForest() = default;
  // `counts`: thresholds of each feature, at most 255, of at most 255 features; `thresholds`: those of all features,
  // one after the other, ascending. Nothing where these numbers do not fit, or a test asks for a feature that is none.
  static std::optional<ShallowForest> of(float base, std::span<const std::uint32_t> counts,
                                         std::span<const float> thresholds, std::span<const Tree> trees);

  bool empty() const { return trees_.empty(); }
  std::size_t features() const { return counts_.size(); }
  // Of many inputs, those of `rows` one after the other, so many as `result` holds; an input has at least features().
  void probabilities(std::span<const float> rows, std::span<float> result,
                     const ShallowKernel& kernel = widest_kernel()) const;

 private:
  float base_ = 0;
  std::span<const std::uint32_t> counts_;
  std::span<const float> thresholds_;
  std::span<const Tree> trees_;
};

// Trees laid out for ShallowForest.
struct LaidForest {
  float base = 0;
  std::vector<std::uint32_t> counts;
  std::vector<float> thresholds;
  std::vector<ShallowForest::Tree> trees;

  // Nothing for trees of more levels or with nodes missing, or more features or thresholds than a shallow forest has.
  static std::optional<LaidForest> from(float base, std::span<const std::uint32_t> sizes,
                                        std::span<const TreeNode> nodes);
  // Of this, which must stay where it is.
  ShallowForest view() const { return ShallowForest::of(base, counts, thresholds, trees).value_or(ShallowForest()); }
};

}  // namespace corroborate::reconciliation
