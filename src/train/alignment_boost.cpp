// Grows the trees.
#include "train/alignment_boost.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>

#include "train/alignment_random.h"

namespace corroborate::training {

namespace {

using reconciliation::TreeNode;

constexpr std::size_t bins = 64;  // of a feature

struct Sum {
  double gradient = 0, curvature = 0, weight = 0;
  void add(const Sum& other) { gradient += other.gradient, curvature += other.curvature, weight += other.weight; }
};

class Booster {
 public:
  Booster(const Samples& samples, const BoostOptions& options)
      : samples_(samples), options_(options), output_(samples.size()) {
    cut();
    double yes = 0, all = 0;
    for (std::size_t r = 0; r < samples.size(); ++r) {
      all += samples.weights[r];
      if (samples.labels[r]) yes += samples.weights[r];
    }
    forest_.base = static_cast<float>(std::log((yes + 0.5) / (all - yes + 0.5)));
    std::ranges::fill(output_, forest_.base);
  }

  GrownForest run() {
    for (int tree = 0; tree < options_.trees; ++tree) grow();
    return std::move(forest_);
  }

 private:
  struct Split {
    std::size_t feature = 0, bin = 0;
    double gain = 0;
  };

  // Quantiles of each feature as thresholds, and the bin of every cell.
  void cut() {
    const std::size_t rows = samples_.size(), width = samples_.width;
    thresholds_.resize(width);
    cells_.resize(rows * width);
    std::vector<float> column;
    for (std::size_t f = 0; f < width; ++f) {
      column.clear();
      const std::size_t step = std::max<std::size_t>(1, rows / 20000);
      for (std::size_t r = 0; r < rows; r += step) column.push_back(samples_.features[r * width + f]);
      std::ranges::sort(column);
      auto& cuts = thresholds_[f];
      for (std::size_t q = 1; q < bins; ++q) {
        const float value = column[q * column.size() / bins];
        if (value > column.front() && (cuts.empty() || value > cuts.back())) cuts.push_back(value);
      }
      for (std::size_t r = 0; r < rows; ++r) {
        const float value = samples_.features[r * width + f];
        cells_[r * width + f] = static_cast<std::uint8_t>(std::ranges::upper_bound(cuts, value) - cuts.begin());
      }
    }
  }

  void grow() {
    gradients_.assign(samples_.size(), {});
    for (std::size_t r = 0; r < samples_.size(); ++r) {
      const double p = 1 / (1 + std::exp(-static_cast<double>(output_[r])));
      const double weight = samples_.weights[r];
      gradients_[r] = {weight * ((samples_.labels[r] ? 1 : 0) - p), weight * p * (1 - p), weight};
    }
    std::vector<std::uint32_t> rows;
    for (std::uint32_t r = 0; r < samples_.size(); ++r)
      if (random_.next() < options_.rows) rows.push_back(r);
    columns_.clear();
    for (std::size_t f = 0; f < samples_.width; ++f)
      if (!thresholds_[f].empty() && random_.next() < options_.columns) columns_.push_back(f);
    const auto begin = forest_.nodes.size();
    forest_.nodes.push_back({});
    divide(begin, begin, rows, 0);
    forest_.sizes.push_back(static_cast<std::uint32_t>(forest_.nodes.size() - begin));
    apply(begin);
  }

  // Depth is bounded by the options.
  void divide(std::size_t root, std::size_t node, const std::vector<std::uint32_t>& rows, int depth) {
    Sum all;
    for (const auto r : rows) all.add(gradients_[r]);
    const Split split = depth < options_.depth ? best_split(rows, all) : Split{};
    if (split.gain <= 0) {
      forest_.nodes[node].value = static_cast<float>(options_.rate * all.gradient / (all.curvature + options_.penalty));
      return;
    }
    std::vector<std::uint32_t> low, high;
    for (const auto r : rows) (cells_[r * samples_.width + split.feature] <= split.bin ? low : high).push_back(r);
    const auto left = forest_.nodes.size();
    forest_.nodes.resize(left + 2);
    forest_.nodes[node] = {thresholds_[split.feature][split.bin], static_cast<std::uint16_t>(split.feature),
                           static_cast<std::uint16_t>(left - root)};
    divide(root, left, low, depth + 1);
    divide(root, left + 1, high, depth + 1);
  }

  double worth(const Sum& sum) const { return sum.gradient * sum.gradient / (sum.curvature + options_.penalty); }

  Split best_split(const std::vector<std::uint32_t>& rows, const Sum& all) {
    histogram_.assign(columns_.size() * bins, {});
    for (const auto r : rows) {
      const auto* cells = &cells_[r * samples_.width];
      for (std::size_t c = 0; c < columns_.size(); ++c) histogram_[c * bins + cells[columns_[c]]].add(gradients_[r]);
    }
    Split best;
    for (std::size_t c = 0; c < columns_.size(); ++c) {
      Sum low;
      for (std::size_t bin = 0; bin < thresholds_[columns_[c]].size(); ++bin) {
        low.add(histogram_[c * bins + bin]);
        const Sum high{all.gradient - low.gradient, all.curvature - low.curvature, all.weight - low.weight};
        if (low.weight < options_.least_weight || high.weight < options_.least_weight) continue;
        const double gain = worth(low) + worth(high) - worth(all);
        if (gain > best.gain + 1e-9) best = {columns_[c], bin, gain};
      }
    }
    return best;
  }

  void apply(std::size_t root) {
    for (std::size_t r = 0; r < samples_.size(); ++r) {
      const float* features = &samples_.features[r * samples_.width];
      std::size_t node = root;
      while (forest_.nodes[node].left != 0)
        node = root + forest_.nodes[node].left +
               (features[forest_.nodes[node].feature] < forest_.nodes[node].value ? 0U : 1U);
      output_[r] += forest_.nodes[node].value;
    }
  }

  const Samples& samples_;
  const BoostOptions& options_;
  GrownForest forest_;
  Random random_;
  std::vector<std::vector<float>> thresholds_;  // by feature, ascending; a cell's bin counts those not above it
  std::vector<std::uint8_t> cells_;
  std::vector<float> output_;
  std::vector<Sum> gradients_;
  std::vector<std::size_t> columns_;
  std::vector<Sum> histogram_;
};

}  // namespace

GrownForest boost(const Samples& samples, const BoostOptions& options) { return Booster(samples, options).run(); }

}  // namespace corroborate::training
