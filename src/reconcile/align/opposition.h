// The third look: two values that exclude each other, beside the groups that agree with either. Where articles differ
// on one question, each value has its own group; an article that states both speaks of two things.
#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <vector>

#include "reconcile/align/context_features.h"
#include "reconcile/align/scored_pairs.h"

namespace corroborate::reconciliation {

inline constexpr std::size_t opposition_feature_count = 16 + context_feature_count;
using OppositionFeatures = std::array<float, opposition_feature_count>;

class Oppositions {
 public:
  // `groups` as clustering makes them; values in none stand alone. All must outlive this.
  Oppositions(const StoryValues& story, const ScoredPairs& scored, const PairContext& context,
              const std::vector<std::vector<std::uint32_t>>& groups);

  // Numbers of the candidate pairs that exclude each other and may be one question all the same: those of at least this
  // score by the second look.
  std::vector<std::size_t> pairs(float least_score) const;
  OppositionFeatures features(std::size_t pair) const;
  // Number of the group of a value, of those that stand alone too; its members.
  std::uint32_t group_of(std::uint32_t value) const { return group_of_[value]; }
  const std::vector<std::uint32_t>& members(std::uint32_t group) const { return members_[group]; }

 private:
  struct Link {
    float mean = 0, best = 0;
    int shared_articles = 0;
    int differing = 0;  // pairs that exclude each other
  };
  Link link(std::uint32_t a, std::uint32_t b) const;

  const StoryValues& story_;
  const ScoredPairs& scored_;
  const PairContext& context_;
  std::vector<std::vector<std::uint32_t>> members_;
  std::vector<std::uint32_t> group_of_;
  mutable std::map<std::pair<std::uint32_t, std::uint32_t>, Link> links_;
};

}  // namespace corroborate::reconciliation
