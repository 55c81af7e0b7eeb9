// Looks up scores of pairs.
#include "reconcile/align/scored_pairs.h"

#include <algorithm>

namespace corroborate::reconciliation {

void ScoredPairs::set_pairs(const StoryValues& story, std::vector<CandidatePair> sorted) {
  story_ = &story;
  pairs = std::move(sorted);
  starts_.clear();
  for (std::uint32_t p = 0; p < pairs.size(); ++p)
    starts_.resize(std::max<std::size_t>(starts_.size(), pairs[p].a + 1), p);
  starts_.push_back(static_cast<std::uint32_t>(pairs.size()));
}

PairFeatures ScoredPairs::made_features(std::size_t pair) const {
  return pair_features(*story_, closeness_, story_->all()[pairs[pair].a], story_->all()[pairs[pair].b]);
}

std::size_t ScoredPairs::number_of(std::uint32_t a, std::uint32_t b) const {
  const CandidatePair wanted{std::min(a, b), std::max(a, b)};
  if (wanted.a + 1 >= starts_.size()) return pairs.size();
  const auto end = pairs.begin() + starts_[wanted.a + 1];
  const auto at = std::lower_bound(pairs.begin() + starts_[wanted.a], end, wanted);
  return at != end && *at == wanted ? static_cast<std::size_t>(at - pairs.begin()) : pairs.size();
}

float ScoredPairs::score_of(std::uint32_t a, std::uint32_t b) const {
  const auto number = number_of(a, b);
  return number == pairs.size() ? 0 : second[number];
}

namespace {

// "Holm and two others" may be the three of another article.
bool may_be_part(const StoryValue& a, const StoryValue& b) {
  const auto besides = [](const StoryValue& value) {
    return (value.facets->scope & static_cast<std::uint16_t>(ScopeWord::besides)) != 0;
  };
  return besides(a) && !besides(b) && a.value.stated < b.value.stated;
}

}  // namespace

bool exclude_each_other(const StoryValue& a, const StoryValue& b) {
  return a.unit == b.unit && compare(a.value, b.value).verdict == Verdict::conflict && !may_be_part(a, b) &&
         !may_be_part(b, a);
}

}  // namespace corroborate::reconciliation
