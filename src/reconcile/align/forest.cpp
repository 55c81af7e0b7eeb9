// Walks the trees.
#include "reconcile/align/forest.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace corroborate::reconciliation {

namespace {

constexpr std::size_t lanes = 8;    // inputs that walk a tree at once: a step waits for memory, not for the others
constexpr std::size_t block = 128;  // inputs that see one tree after the other: they stay in the cache with it

float probability_of(float sum) { return 1 / (1 + std::exp(-sum)); }

const TreeNode* step(const TreeNode* root, const TreeNode* node, const float* features) {
  return root + node->left + (features[node->feature] < node->value ? 0 : 1);
}

float walk(const TreeNode* root, const float* features) {
  const TreeNode* node = root;
  while (node->left != 0) node = step(root, node, features);
  return node->value;
}

// Inputs of one block that are still asked, with the sums of their leaves.
struct Asked {
  std::array<const float*, block> features;
  std::array<float*, block> result;
  std::array<float, block> sums;
  std::size_t count = 0;
};

void walk_lanes(const TreeNode* root, const float* const* features, float* sums) {
  std::array<const TreeNode*, lanes> nodes;
  nodes.fill(root);
  for (bool moves = true; moves;) {
    moves = false;
    for (std::size_t lane = 0; lane < lanes; ++lane) {
      const TreeNode* node = nodes[lane];
      const bool inner = node->left != 0;
      const TreeNode* next = step(root, node, features[lane]);
      nodes[lane] = inner ? next : node;
      moves |= inner;
    }
  }
  for (std::size_t lane = 0; lane < lanes; ++lane) sums[lane] += nodes[lane]->value;
}

void walk_all(const TreeNode* root, Asked& asked) {
  std::size_t at = 0;
  for (; at + lanes <= asked.count; at += lanes) walk_lanes(root, &asked.features[at], &asked.sums[at]);
  for (; at < asked.count; ++at) asked.sums[at] += walk(root, asked.features[at]);
}

// Answers for those that are far below, and goes on with the others. `foreseen(sum)`: what it will come to.
template <typename Foreseen>
void drop_below(float lowest, Foreseen foreseen, Asked& asked) {
  std::size_t kept = 0;
  for (std::size_t at = 0; at < asked.count; ++at) {
    const float last = foreseen(asked.sums[at]);
    if (last < lowest) {
      *asked.result[at] = probability_of(last);
      continue;
    }
    asked.features[kept] = asked.features[at];
    asked.result[kept] = asked.result[at];
    asked.sums[kept++] = asked.sums[at];
  }
  asked.count = kept;
}

}  // namespace

namespace {

// How far below the least, in log-odds, what a part of the trees foresees must lie for the others not to be asked. Of
// 514,000 pairs of invented articles and those of ECB+, none that all trees put above the least is dropped so; what 25
// of 200 trees foresaw was at most .92 too low, what 100 did .25.
struct Stage {
  std::size_t part;  // of the trees: one in so many
  float far;
};
constexpr std::array<Stage, 3> stages = {{{8, 1.0F}, {4, 0.6F}, {2, 0.4F}}};

// Where a part of the trees ends, with the least that they must foresee; none past the last.
struct Checkpoint {
  std::size_t trees = 0;
  float lowest = 0;
};
using Checkpoints = std::array<Checkpoint, stages.size()>;

Checkpoints checkpoints(std::size_t trees, float least) {
  Checkpoints points;
  for (std::size_t stage = 0; stage < stages.size(); ++stage)
    if (least > 0) points[stage] = {trees / stages[stage].part, std::log(least / (1 - least)) - stages[stage].far};
  return points;
}

const Checkpoint* find(const Checkpoints& points, std::size_t trees) {
  const auto at = std::ranges::find(points, trees, &Checkpoint::trees);
  return trees == 0 || at == points.end() ? nullptr : &*at;
}

}  // namespace

// What all trees will come to, from the sum of the first ones.
float Forest::foreseen(float sum, std::size_t trees) const {
  return base_ + (sum - base_) * static_cast<float>(sizes_.size()) / static_cast<float>(trees);
}

float Forest::probability(std::span<const float> features, float least) const {
  const Checkpoints points = checkpoints(sizes_.size(), least);
  float sum = base_;
  const TreeNode* root = nodes_.data();
  for (std::size_t tree = 0; tree < sizes_.size(); ++tree) {
    const Checkpoint* point = find(points, tree);
    if (point != nullptr && foreseen(sum, tree) < point->lowest) return probability_of(foreseen(sum, tree));
    sum += walk(root, features.data());
    root += sizes_[tree];
  }
  return probability_of(sum);
}

void Forest::probabilities(std::span<const float> rows, std::span<float> result, float least) const {
  if (result.empty()) return;
  const std::size_t width = rows.size() / result.size();
  const Checkpoints points = checkpoints(sizes_.size(), least);
  for (std::size_t first = 0; first < result.size(); first += block) {
    Asked asked;
    for (std::size_t at = first; at < std::min(result.size(), first + block); ++at) {
      asked.features[asked.count] = &rows[at * width];
      asked.result[asked.count] = &result[at];
      asked.sums[asked.count++] = base_;
    }
    const TreeNode* root = nodes_.data();
    for (std::size_t tree = 0; tree < sizes_.size(); ++tree) {
      if (const Checkpoint* point = find(points, tree))
        drop_below(
            point->lowest, [&](float sum) { return foreseen(sum, tree); }, asked);
      walk_all(root, asked);
      root += sizes_[tree];
    }
    for (std::size_t at = 0; at < asked.count; ++at) *asked.result[at] = probability_of(asked.sums[at]);
  }
}

}  // namespace corroborate::reconciliation
