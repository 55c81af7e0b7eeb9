// How shallow forests are answered on one kind of machine or another: all ways add the same numbers in the same order.
#pragma once

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "reconcile/align/shallow_forest.h"

namespace corroborate::reconciliation {

inline constexpr std::size_t most_lanes = 64, most_cells = 255;  // inputs at once; features

// Inputs to answer, at most as many as a kernel has lanes: `count` rows of `width` features, one after the other.
struct ShallowInputs {
  const float* rows;
  std::size_t width, count;
};

// What trees ask, and their answers, as ShallowForest::of takes them.
struct ShallowParts {
  std::span<const std::uint32_t> counts;
  std::span<const float> thresholds;
  std::span<const ShallowForest::Tree> trees;
};

struct ShallowKernel {
  std::size_t lanes;
  // Adds the leaves of all trees to `sums`, one a lane; what comes to lanes past the inputs says nothing.
  void (*sum)(const ShallowParts& parts, const ShallowInputs& inputs, float* sums);
};

// Those that this machine can run, the widest last.
const std::vector<ShallowKernel>& usable_kernels();

// For registers of 64 bytes; null where the machine has none, or the compiler knows none.
const ShallowKernel* avx512_kernel();

// One feature of so many lanes, those past the last input as the last.
template <std::size_t lanes>
inline void read_feature(const ShallowInputs& inputs, std::size_t feature, std::array<float, lanes>& values) {
  for (std::size_t lane = 0; lane < lanes; ++lane)
    values[lane] = inputs.rows[std::min(lane, inputs.count - 1) * inputs.width + feature];
}

}  // namespace corroborate::reconciliation
