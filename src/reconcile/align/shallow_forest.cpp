// Lays trees out, and has inputs answered a vector at a time.
#include "reconcile/align/shallow_forest.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>

#include "reconcile/align/shallow_kernels.h"

namespace corroborate::reconciliation {

namespace {

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

void ShallowForest::probabilities(std::span<const float> rows, std::span<float> result,
                                  const ShallowKernel& kernel) const {
  if (result.empty()) return;
  const std::size_t width = rows.size() / result.size();
  for (std::size_t first = 0; first < result.size(); first += kernel.lanes) {
    const std::size_t count = std::min(kernel.lanes, result.size() - first);
    std::array<float, most_lanes> sums;
    sums.fill(base_);
    kernel.sum({counts_, thresholds_, trees_}, {&rows[first * width], width, count}, sums.data());
    for (std::size_t i = 0; i < count; ++i) result[first + i] = 1 / (1 + std::exp(-sums[i]));
  }
}

}  // namespace corroborate::reconciliation
