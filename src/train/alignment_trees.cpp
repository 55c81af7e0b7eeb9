// Grows the trees and fits the curve.
#include "train/alignment_trees.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <span>

#include "train/alignment_random.h"

namespace corroborate::training {

namespace {

struct Count {
  double yes = 0, all = 0;
  void add(bool label, double weight) { yes += label ? weight : 0, all += weight; }
  // Sum of squares between the mean and zero: what a split raises is what it explains.
  double worth() const { return all > 0 ? yes * yes / all : 0; }
};

}  // namespace

class TreeGrower {
 public:
  TreeGrower(const Samples& samples, const TreeOptions& options, RandomTrees& trees)
      : samples_(samples), options_(options), trees_(trees) {
    std::iota(features_.begin(), features_.end(), std::size_t{0});
    std::iota(rows_.begin(), rows_.end(), std::uint32_t{0});
  }

  void grow() {
    const auto root = trees_.nodes_.size();
    trees_.nodes_.push_back({});
    divide(root, root, rows_);
    trees_.sizes_.push_back(static_cast<std::uint32_t>(trees_.nodes_.size() - root));
  }

 private:
  struct Split {
    std::size_t feature = 0;
    float cut = 0;
    double worth = 0;
  };

  float cell(std::uint32_t row, std::size_t feature) const { return samples_.features[row * samples_.width + feature]; }

  Count count(std::span<const std::uint32_t> rows) const {
    Count all;
    for (const auto row : rows) all.add(samples_.labels[row], samples_.weights[row]);
    return all;
  }

  void divide(std::size_t root, std::size_t node, std::span<std::uint32_t> rows) {
    const Count all = count(rows);
    const bool pure = all.yes == 0 || all.yes == all.all;
    const Split split = pure || all.all < 2 * options_.least_weight ? Split{} : best_split(rows, all);
    if (split.worth <= 0) {
      trees_.nodes_[node].value = static_cast<float>(all.yes / all.all);
      return;
    }
    const auto middle =
        std::partition(rows.begin(), rows.end(), [&](auto row) { return cell(row, split.feature) < split.cut; });
    const auto left = trees_.nodes_.size();
    trees_.nodes_.resize(left + 2);
    trees_.nodes_[node] = {split.cut, static_cast<std::uint16_t>(split.feature),
                           static_cast<std::uint16_t>(left - root)};
    divide(root, left, {rows.begin(), middle});
    divide(root, left + 1, {middle, rows.end()});
  }

  // Features that do not vary among the rows are no candidates, others are drawn in their place.
  Split best_split(std::span<const std::uint32_t> rows, const Count& all) {
    Split best;
    int tried = 0;
    for (std::size_t drawn = 0; drawn < features_.size() && tried < options_.features; ++drawn) {
      std::swap(features_[drawn], features_[drawn + random_.below(features_.size() - drawn)]);
      const std::size_t feature = features_[drawn];
      float low = cell(rows.front(), feature), high = low;
      for (const auto row : rows) low = std::min(low, cell(row, feature)), high = std::max(high, cell(row, feature));
      if (low == high) continue;
      ++tried;
      const float cut = high - (high - low) * random_.next();  // in (low, high]: neither side is empty
      if (cut <= low) continue;
      Count below;
      for (const auto row : rows)
        if (cell(row, feature) < cut) below.add(samples_.labels[row], samples_.weights[row]);
      const Count above{all.yes - below.yes, all.all - below.all};
      if (below.all < options_.least_weight || above.all < options_.least_weight) continue;
      const double gain = below.worth() + above.worth() - all.worth();
      if (gain > best.worth + 1e-9) best = {feature, cut, gain};
    }
    return best;
  }

  const Samples& samples_;
  const TreeOptions& options_;
  RandomTrees& trees_;
  Random random_;
  std::vector<std::size_t> features_ = std::vector<std::size_t>(samples_.width);
  std::vector<std::uint32_t> rows_ = std::vector<std::uint32_t>(samples_.size());
};

RandomTrees::RandomTrees(const Samples& samples, const TreeOptions& options) {
  if (samples.size() == 0) return;
  TreeGrower grower(samples, options, *this);
  for (int tree = 0; tree < options.trees; ++tree) grower.grow();
}

float RandomTrees::mean_of(const float* row) const {
  float sum = 0;
  const reconciliation::TreeNode* root = nodes_.data();
  for (const auto size : sizes_) {
    const reconciliation::TreeNode* node = root;
    while (node->left != 0) node = root + node->left + (row[node->feature] < node->value ? 0 : 1);
    sum += node->value;
    root += size;
  }
  return sizes_.empty() ? 0 : sum / static_cast<float>(sizes_.size());
}

GrownForest RandomTrees::with(const Curve& curve) const {
  GrownForest forest{curve.base, sizes_, nodes_};
  for (auto& node : forest.nodes)
    if (node.left == 0) node.value *= curve.slope / static_cast<float>(sizes_.size());
  return forest;
}

Curve fit_curve(const std::vector<float>& means, const std::vector<bool>& labels) {
  const auto yes = static_cast<double>(std::ranges::count(labels, true));
  const double no = static_cast<double>(labels.size()) - yes;
  const double target_yes = (yes + 1) / (yes + 2), target_no = 1 / (no + 2);
  double base = std::log((yes + 1) / (no + 1)), slope = 0;
  for (int step = 0; step < 50; ++step) {
    double gradient_base = 0, gradient_slope = 0, bb = 1e-6, bs = 0, ss = 1e-6;
    for (std::size_t i = 0; i < means.size(); ++i) {
      const double x = means[i], p = 1 / (1 + std::exp(-base - slope * x)), curvature = p * (1 - p);
      const double error = (labels[i] ? target_yes : target_no) - p;
      gradient_base += error, gradient_slope += error * x;
      bb += curvature, bs += curvature * x, ss += curvature * x * x;
    }
    const double determinant = bb * ss - bs * bs;
    base += (ss * gradient_base - bs * gradient_slope) / determinant;
    slope += (bb * gradient_slope - bs * gradient_base) / determinant;
  }
  return {static_cast<float>(base), static_cast<float>(slope)};
}

}  // namespace corroborate::training
