// The two learners of the attribution model: an averaged perceptron for rankings, logistic regression for yes or no.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "extract/speakers/learned/attribution_model.h"

namespace corroborate::extraction {

using Keys = std::vector<std::uint32_t>;

inline Keys copy(const FeatureKeys& keys) { return {keys.all().begin(), keys.all().end()}; }

class Perceptron {
 public:
  explicit Perceptron(Task task)
      : mask_((1u << table_bits[static_cast<std::size_t>(task)]) - 1), weights_(mask_ + 1), sums_(mask_ + 1) {}
  WeightTable table() const { return {nullptr, weights_.data(), mask_, 1}; }
  float score(const Keys& keys) const {
    float sum = 0;
    for (const auto key : keys) sum += weights_[key & mask_];
    return sum;
  }
  void add(std::span<const std::uint32_t> keys, float amount) {
    for (const auto key : keys) {
      weights_[key & mask_] += amount;
      sums_[key & mask_] += amount * static_cast<double>(step_);
    }
  }
  void next() { ++step_; }
  std::vector<float> averaged() const {
    std::vector<float> result(weights_.size());
    for (std::size_t i = 0; i < result.size(); ++i)
      result[i] = static_cast<float>(weights_[i] - sums_[i] / static_cast<double>(step_));
    return result;
  }

 private:
  std::uint32_t mask_;
  std::vector<float> weights_;
  std::vector<double> sums_;
  std::uint64_t step_ = 1;
};

struct YesNo {
  Keys keys;
  bool yes;
};

struct Ranking {
  std::vector<Keys> candidates;
  std::size_t right;
};

// What is learned depends on the order of the cases; the mean over so many orders decides better than each.
constexpr int run_count = 4;
// Where the i-th case of a run stands.
std::size_t place_in_order(std::size_t i, std::size_t count, int run);
std::vector<float> add_up(const std::vector<std::vector<float>>& runs);

// AdaGrad; as many weights as the task's table has places.
std::vector<float> learn_yes_no(Task task, const std::vector<YesNo>& cases, int epochs);

// With a margin of 1; the average of the weights over all steps and runs.
std::vector<float> learn_ranking(Task task, const std::vector<Ranking>& cases, int epochs);

}  // namespace corroborate::extraction
