// Cuts inputs into cells and picks leaves, a vector of inputs at a time.
#include "reconcile/align/shallow_forest.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstring>
#include <limits>

#if defined(__x86_64__) && defined(__GNUC__)
#define CORROBORATE_HAS_AVX2 1
#endif

namespace corroborate::reconciliation {

namespace {

constexpr std::size_t lanes = 32;  // inputs at once
using Bytes = std::uint8_t __attribute__((vector_size(lanes)));
using FeatureThresholds = std::vector<std::vector<float>>;              // by feature, ascending
constexpr std::size_t most = std::numeric_limits<std::uint8_t>::max();  // features, and thresholds of one

// Lays a tree out by levels.
class Layout {
 public:
  Layout(std::span<const TreeNode> nodes, const FeatureThresholds& thresholds, ShallowForest::Tree& tree)
      : nodes_(nodes), thresholds_(thresholds), tree_(tree) {}

  // False when the tree has too many levels, or a node outside. Levels are few: so is the depth of the calls.
  bool put(std::size_t node, std::size_t place, std::size_t level) {
    if (node >= nodes_.size()) return false;
    const TreeNode& from = nodes_[node];
    if (level == ShallowForest::most_levels) {
      tree_.leaves[place - ShallowForest::inner] = from.value;
      return from.left == 0;
    }
    if (from.left == 0) return put(node, 2 * place + 1, level + 1) && put(node, 2 * place + 2, level + 1);
    const auto& cuts = thresholds_[from.feature];
    const auto cell = std::ranges::lower_bound(cuts, from.value) - cuts.begin() + 1;
    tree_.tests[place] = {static_cast<std::uint8_t>(from.feature), static_cast<std::uint8_t>(cell)};
    return put(from.left, 2 * place + 1, level + 1) && put(from.left + 1U, 2 * place + 2, level + 1);
  }

 private:
  std::span<const TreeNode> nodes_;
  const FeatureThresholds& thresholds_;
  ShallowForest::Tree& tree_;
};

// At most `lanes` inputs to answer: `count` rows of `width` features, one after the other.
struct Inputs {
  const float* rows;
  std::size_t width, count;
};

// What trees ask, and their answers.
struct Parts {
  std::span<const std::uint32_t> counts;  // thresholds of each feature
  std::span<const float> thresholds;
  std::span<const ShallowForest::Tree> trees;
};

// The same code for registers of any width; inlined into each of its callers below.
struct Kernel {
  // Cells of `lanes` inputs by feature; of those past the last as of the last.
  [[gnu::always_inline]] static void cut(const Parts& parts, const Inputs& inputs, Bytes* cells) {
    const float* threshold = parts.thresholds.data();
    for (std::size_t f = 0; f < parts.counts.size(); ++f) {
      std::array<float, lanes> values;
      std::array<std::int32_t, lanes> reached{};
      for (std::size_t lane = 0; lane < lanes; ++lane)
        values[lane] = inputs.rows[std::min(lane, inputs.count - 1) * inputs.width + f];
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

  [[gnu::always_inline]] static void add(std::span<const ShallowForest::Tree> trees, const Bytes* cells, float* sums) {
    for (const auto& tree : trees) {
      Bytes leaf;
      pick<0>(tree.tests, cells, leaf);
      for (std::size_t lane = 0; lane < lanes; ++lane) sums[lane] += tree.leaves[leaf[lane]];
    }
  }

  // Adds to `sums`, of so many inputs as there are lanes.
  [[gnu::always_inline]] static void sum(const Parts& parts, const Inputs& inputs, float* sums) {
    std::array<Bytes, most + 1> cells;
    cut(parts, inputs, cells.data());
    add(parts.trees, cells.data(), sums);
  }
};

using Sum = void (*)(const Parts& parts, const Inputs&, float* sums);

void sum_anywhere(const Parts& parts, const Inputs& inputs, float* sums) { Kernel::sum(parts, inputs, sums); }

#ifdef CORROBORATE_HAS_AVX2
[[gnu::target("avx2")]] void sum_by_avx2(const Parts& parts, const Inputs& inputs, float* sums) {
  Kernel::sum(parts, inputs, sums);
}
#endif

Sum widest() {
#ifdef CORROBORATE_HAS_AVX2
  if (__builtin_cpu_supports("avx2")) return sum_by_avx2;
#endif
  return sum_anywhere;
}

}  // namespace

std::optional<LaidForest> LaidForest::from(float base, std::span<const std::uint32_t> sizes,
                                           std::span<const TreeNode> nodes) {
  FeatureThresholds thresholds(1);  // places below a leaf test the first feature, whatever comes of it
  for (const auto& node : nodes) {
    if (node.left == 0) continue;
    if (node.feature >= most) return std::nullopt;
    if (thresholds.size() <= node.feature) thresholds.resize(node.feature + 1U);
    thresholds[node.feature].push_back(node.value);
  }
  LaidForest laid{base, {}, {}, {}};
  for (auto& cuts : thresholds) {
    std::ranges::sort(cuts);
    cuts.erase(std::unique(cuts.begin(), cuts.end()), cuts.end());
    if (cuts.size() > most) return std::nullopt;
    laid.counts.push_back(static_cast<std::uint32_t>(cuts.size()));
    laid.thresholds.insert(laid.thresholds.end(), cuts.begin(), cuts.end());
  }
  laid.trees.resize(sizes.size());
  for (std::size_t tree = 0; tree < sizes.size(); ++tree) {
    if (sizes[tree] > nodes.size()) return std::nullopt;
    Layout layout(nodes.first(sizes[tree]), thresholds, laid.trees[tree]);
    if (!layout.put(0, 0, 0)) return std::nullopt;
    nodes = nodes.subspan(sizes[tree]);
  }
  return laid;
}

std::optional<ShallowForest> ShallowForest::of(float base, std::span<const std::uint32_t> counts,
                                               std::span<const float> thresholds, std::span<const Tree> trees) {
  std::size_t sum = 0;
  for (const auto count : counts) {
    if (count > most) return std::nullopt;
    sum += count;
  }
  if (counts.size() > most || sum != thresholds.size()) return std::nullopt;
  for (const auto& tree : trees)
    if (std::ranges::any_of(tree.tests, [&](const Test& test) { return test.feature >= counts.size(); }))
      return std::nullopt;
  ShallowForest forest;
  forest.base_ = base;
  forest.counts_ = counts;
  forest.thresholds_ = thresholds;
  forest.trees_ = trees;
  return forest;
}

void ShallowForest::probabilities(std::span<const float> rows, std::span<float> result) const {
  static const Sum sum = widest();
  if (result.empty()) return;
  const std::size_t width = rows.size() / result.size();
  for (std::size_t first = 0; first < result.size(); first += lanes) {
    const std::size_t count = std::min(lanes, result.size() - first);
    std::array<float, lanes> sums;
    sums.fill(base_);
    sum({counts_, thresholds_, trees_}, {&rows[first * width], width, count}, sums.data());
    for (std::size_t i = 0; i < count; ++i) result[first + i] = 1 / (1 + std::exp(-sums[i]));
  }
}

}  // namespace corroborate::reconciliation
