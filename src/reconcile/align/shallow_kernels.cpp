// Cuts inputs into cells and picks leaves, 32 inputs at a time: the same code for registers of 16 and of 32 bytes.
#include "reconcile/align/shallow_kernels.h"

#include <array>

#if defined(__x86_64__) && defined(__GNUC__)
#define CORROBORATE_HAS_AVX2 1
#endif

namespace corroborate::reconciliation {

namespace {

constexpr std::size_t lanes = 32;
using Bytes = std::uint8_t __attribute__((vector_size(lanes)));

// Inlined into each of its callers below.
struct Kernel {
  // Cells of all lanes by feature.
  [[gnu::always_inline]] static void cut(const ShallowParts& parts, const ShallowInputs& inputs, Bytes* cells) {
    const float* threshold = parts.thresholds.data();
    for (std::size_t f = 0; f < parts.counts.size(); ++f) {
      std::array<float, lanes> values;
      std::array<std::int32_t, lanes> reached{};
      read_feature(inputs, f, values);
      for (const float* end = threshold + parts.counts[f]; threshold != end; ++threshold)
        for (std::size_t lane = 0; lane < lanes; ++lane) reached[lane] += values[lane] < *threshold ? 0 : 1;
      for (std::size_t lane = 0; lane < lanes; ++lane) cells[f][lane] = static_cast<std::uint8_t>(reached[lane]);
    }
  }

  // Sets the numbers of the leaves, from node `place` down.
  template <std::size_t place>
  [[gnu::always_inline]] static void pick(const ShallowForest::Test* tests, const Bytes* cells, Bytes& leaf) {
    const auto right = reinterpret_cast<Bytes>(cells[tests[place].feature] >= tests[place].cell);  // all bits, or none
    if constexpr (2 * place + 1 >= ShallowForest::inner) {
      leaf = static_cast<std::uint8_t>(2 * place + 1 - ShallowForest::inner) - right;
    } else {
      Bytes other;
      pick<2 * place + 1>(tests, cells, leaf);
      pick<2 * place + 2>(tests, cells, other);
      leaf = (right & other) | (~right & leaf);
    }
  }

  [[gnu::always_inline]] static void sum(const ShallowParts& parts, const ShallowInputs& inputs, float* sums) {
    std::array<Bytes, most_cells> cells;
    cut(parts, inputs, cells.data());
    for (const auto& tree : parts.trees) {
      Bytes leaf;
      pick<0>(tree.tests, cells.data(), leaf);
      for (std::size_t lane = 0; lane < lanes; ++lane) sums[lane] += tree.leaves[leaf[lane]];
    }
  }
};

void sum_anywhere(const ShallowParts& parts, const ShallowInputs& inputs, float* sums) {
  Kernel::sum(parts, inputs, sums);
}

#ifdef CORROBORATE_HAS_AVX2
[[gnu::target("avx2")]] void sum_by_avx2(const ShallowParts& parts, const ShallowInputs& inputs, float* sums) {
  Kernel::sum(parts, inputs, sums);
}
#endif

}  // namespace

const std::vector<ShallowKernel>& usable_kernels() {
  static const std::vector<ShallowKernel> kernels = [] {
    std::vector<ShallowKernel> usable = {{lanes, sum_anywhere}};
#ifdef CORROBORATE_HAS_AVX2
    if (__builtin_cpu_supports("avx2")) usable.push_back({lanes, sum_by_avx2});
#endif
    if (const ShallowKernel* kernel = avx512_kernel()) usable.push_back(*kernel);
    return usable;
  }();
  return kernels;
}

const ShallowKernel& widest_kernel() { return usable_kernels().back(); }

}  // namespace corroborate::reconciliation
