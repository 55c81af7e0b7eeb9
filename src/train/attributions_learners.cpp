// Learns from cases.
#include "train/attributions_learners.h"

#include <fmt/format.h>

#include <cmath>

namespace corroborate::extraction {

std::size_t place_in_order(std::size_t i, std::size_t count, int run) {
  return (i * 7919 + static_cast<std::size_t>(run) * 104729) % count;
}

std::vector<float> add_up(const std::vector<std::vector<float>>& runs) {
  std::vector<float> sum(runs.front().size());
  for (const auto& run : runs)
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += run[i] / static_cast<float>(runs.size());
  return sum;
}

namespace {

std::vector<float> learn_yes_no_once(Task task, const std::vector<YesNo>& cases, int epochs, int run) {
  const std::uint32_t mask = (1u << table_bits[static_cast<std::size_t>(task)]) - 1;
  std::vector<float> weights(mask + 1), squares(mask + 1);
  constexpr float rate = 0.1f, decay = 1e-6f;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    for (std::size_t i = 0; i < cases.size(); ++i) {
      const auto& each = cases[place_in_order(i, cases.size(), run * epochs + epoch)];
      float sum = 0;
      for (const auto key : each.keys) sum += weights[key & mask];
      const float slope = 1 / (1 + std::exp(-sum)) - (each.yes ? 1.0f : 0.0f);
      for (const auto key : each.keys) {
        float& weight = weights[key & mask];
        const float gradient = slope + decay * weight;
        squares[key & mask] += gradient * gradient;
        weight -= rate * gradient / (std::sqrt(squares[key & mask]) + 1e-3f);
      }
    }
  }
  return weights;
}

std::vector<float> learn_ranking_once(Task task, const std::vector<Ranking>& cases, int epochs, int run) {
  Perceptron learner(task);
  std::size_t wrong = 0;
  for (int epoch = 0; epoch < epochs; ++epoch) {
    wrong = 0;
    for (std::size_t i = 0; i < cases.size(); ++i) {
      const auto& each = cases[run == 0 ? i : place_in_order(i, cases.size(), run + epoch)];
      std::size_t best = each.right;
      float best_score = learner.score(each.candidates[each.right]);
      for (std::size_t candidate = 0; candidate < each.candidates.size(); ++candidate) {
        if (candidate == each.right) continue;
        const float score = learner.score(each.candidates[candidate]) + 1;
        if (score > best_score) {
          best_score = score;
          best = candidate;
        }
      }
      if (best != each.right) {
        learner.add(each.candidates[each.right], 1);
        learner.add(each.candidates[best], -1);
        ++wrong;
      }
      learner.next();
    }
  }
  fmt::print("  {} rankings, {} wrong or narrow in the last epoch\n", cases.size(), wrong);
  return learner.averaged();
}

}  // namespace

std::vector<float> learn_yes_no(Task task, const std::vector<YesNo>& cases, int epochs) {
  std::vector<std::vector<float>> runs;
  for (int run = 0; run < run_count; ++run) runs.push_back(learn_yes_no_once(task, cases, epochs, run));
  return add_up(runs);
}

std::vector<float> learn_ranking(Task task, const std::vector<Ranking>& cases, int epochs) {
  std::vector<std::vector<float>> runs;
  for (int run = 0; run < run_count; ++run) runs.push_back(learn_ranking_once(task, cases, epochs, run));
  return add_up(runs);
}

}  // namespace corroborate::extraction
