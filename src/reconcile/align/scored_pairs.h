// The candidate pairs of a story with what the first two looks make of them.
#pragma once

#include <cstdint>
#include <vector>

#include "reconcile/align/candidates.h"
#include "reconcile/align/context_features.h"
#include "reconcile/align/pair_features.h"

namespace corroborate::reconciliation {

// A pair below this by the first look is never saved by the second, and most pairs are.
inline constexpr float hopeless = 0.02F;

// One entry a pair in each list; pairs ascend. Refers to its story, which must outlive it. For use by one thread.
struct ScoredPairs {
  std::vector<CandidatePair> pairs;
  std::vector<PairFeatures> features;  // none in a large story: they are made again when asked for
  std::vector<BesideFeatures> beside;  // of those that have hope; none in a large story
  std::vector<float> first;            // probability by the pair alone
  std::vector<float> second;           // beside the other pairs: what alignment goes by

  void set_pairs(const StoryValues& story, std::vector<CandidatePair> sorted);
  // Those that are kept, else made again: they take ten times the memory of all else that is known of a pair.
  PairFeatures features_of(std::size_t pair) const { return features.empty() ? made_features(pair) : features[pair]; }
  PairFeatures made_features(std::size_t pair) const;
  // Whether the second look is asked about it.
  bool has_hope(std::size_t pair) const { return first[pair] >= hopeless; }
  // Number of a pair; size of the list where it is no candidate.
  std::size_t number_of(std::uint32_t a, std::uint32_t b) const;
  // Probability of a pair by the second look; 0 for one that is no candidate.
  float score_of(std::uint32_t a, std::uint32_t b) const;

 private:
  const StoryValues* story_ = nullptr;
  mutable Closeness closeness_;
  std::vector<std::uint32_t> starts_;  // by value, and one more: the first of the pairs whose lower value it is
};

// Neither value allows the other. Sums in two currencies never exclude each other, nor do values that their own words
// set apart: a part of a list with "others", a mean, an ordinal in a name, a share of now.
bool exclude_each_other(const StoryValue& a, const StoryValue& b);

}  // namespace corroborate::reconciliation
