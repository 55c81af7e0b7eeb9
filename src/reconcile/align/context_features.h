// The second look at a pair of values, beside all other pairs of its articles: a question is mostly answered once an
// article, so the best partner counts for more than a good one, and a third article that links both supports them.
#pragma once

#include <array>
#include <cstdint>
#include <unordered_map>
#include <vector>

#include "reconcile/align/candidates.h"
#include "reconcile/align/pair_features.h"

namespace corroborate::reconciliation {

// What stands beside a pair, and with it the pair's own features behind.
using BesideFeatures = std::array<float, 17>;
inline constexpr std::size_t context_feature_count = std::tuple_size_v<BesideFeatures> + pair_feature_count;
using ContextFeatures = std::array<float, context_feature_count>;

ContextFeatures with_own(const BesideFeatures& beside, const PairFeatures& own);

class PairContext {
 public:
  // `scores`: first probability of each pair, in the order of `pairs`. All must outlive the context.
  PairContext(const StoryValues& story, const std::vector<CandidatePair>& pairs, const std::vector<float>& scores);

  // `pair` is a number in `pairs`.
  BesideFeatures beside(std::size_t pair) const;

 private:
  struct Partner {
    std::uint32_t value, article;
    float score;
  };
  struct Rank {
    int place = 0;     // partners in the other article that score higher
    float margin = 0;  // score less that of the best other partner there
    float rivals = 0;  // sum of the other partners' scores there
  };
  struct Support {
    float best = 0, sum = 0;
    int articles = 0;
  };
  std::uint64_t key_of(std::uint32_t a, std::uint32_t b) const;
  // What the other values of the two sentences say to each other: sentences that run in parallel.
  float parallel(std::uint32_t a, std::uint32_t b, float own) const;
  Rank rank_of(std::uint32_t value, std::uint32_t partner, float score) const;
  Support support(std::uint32_t a, std::uint32_t b) const;

  const StoryValues& story_;
  const std::vector<CandidatePair>& pairs_;
  const std::vector<float>& scores_;
  std::vector<std::vector<Partner>> partners_;          // by value, in the order of values
  std::vector<float> totals_;                           // by value: sum of its partners' scores
  std::unordered_map<std::uint64_t, float> sentences_;  // by two passages: sum of the scores between them
  std::vector<std::uint32_t> passage_of_;               // by value: number of its passage within the story
};

}  // namespace corroborate::reconciliation
