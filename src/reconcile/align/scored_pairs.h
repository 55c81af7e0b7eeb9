// The candidate pairs of a story with what the first two looks make of them.
#pragma once

#include <cstdint>
#include <vector>

#include "reconcile/align/candidates.h"
#include "reconcile/align/pair_features.h"

namespace corroborate::reconciliation {

// One entry a pair in each list; pairs ascend.
struct ScoredPairs {
  std::vector<CandidatePair> pairs;
  std::vector<PairFeatures> features;
  std::vector<float> first;   // probability by the pair alone
  std::vector<float> second;  // beside the other pairs: what alignment goes by

  void set_pairs(std::vector<CandidatePair> sorted);
  // Number of a pair; size of the list where it is no candidate.
  std::size_t number_of(std::uint32_t a, std::uint32_t b) const;
  // Probability of a pair by the second look; 0 for one that is no candidate.
  float score_of(std::uint32_t a, std::uint32_t b) const;

 private:
  std::vector<std::uint32_t> starts_;  // by value, and one more: the first of the pairs whose lower value it is
};

// Neither value allows the other. Sums in two currencies never exclude each other.
bool exclude_each_other(const StoryValue& a, const StoryValue& b);

}  // namespace corroborate::reconciliation
