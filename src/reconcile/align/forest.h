// Regression trees of any depth, boosted or averaged: their sum gives the log-odds that something is so.
//
// Friedman, Greedy function approximation: a gradient boosting machine (2001); Geurts, Ernst and Wehenkel, Extremely
// randomized trees (2006). A model refers to the bytes it was read from, which must outlive it. Safe from many threads.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>

namespace corroborate::reconciliation {

// A node sends an input to `left` where its feature is less than the threshold, else to the node behind `left`; a leaf
// has no left and gives its value; its feature is one that inputs have.
struct TreeNode {
  float value = 0;  // threshold, or what the leaf gives
  std::uint16_t feature = 0;
  std::uint16_t left = 0;  // from the root of its tree; 0 = a leaf
};

class Forest {
 public:
  Forest() = default;
  // `sizes`: nodes of each tree; `nodes`: those of all trees, one after the other.
  Forest(float base, std::span<const std::uint32_t> sizes, std::span<const TreeNode> nodes)
      : base_(base), sizes_(sizes), nodes_(nodes) {}

  bool empty() const { return sizes_.empty(); }
  // Probability, from `base` and what the trees add. With `least`, of trees that were grown each by itself, so that
  // some of them say what all say, less exactly: where a part of them puts it far below, the others are not asked (a
  // cascade, Viola and Jones 2001), and what that part foresees is returned.
  float probability(std::span<const float> features, float least = 0) const;
  // The same of many inputs, those of `rows` one after the other, so many as `result` holds; several times as fast:
  // one tree is walked by all of them before the next, several at once.
  void probabilities(std::span<const float> rows, std::span<float> result, float least = 0) const;

 private:
  float foreseen(float sum, std::size_t trees) const;

  float base_ = 0;
  std::span<const std::uint32_t> sizes_;
  std::span<const TreeNode> nodes_;
};

}  // namespace corroborate::reconciliation
