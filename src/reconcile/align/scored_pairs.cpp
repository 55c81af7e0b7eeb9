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

bool has(const StoryValue& value, ScopeWord word) {
  return (value.facets->scope & static_cast<std::uint16_t>(word)) != 0;
}

// "Holm and two others" may be the three of another article.
bool may_be_part(const StoryValue& a, const StoryValue& b) {
  return has(a, ScopeWord::besides) && !has(b, ScopeWord::besides) && a.value.stated < b.value.stated;
}

// A mean and a figure that it may be the mean of.
bool are_mean_and_single(const StoryValue& a, const StoryValue& b) {
  return has(a, ScopeWord::mean) != has(b, ScopeWord::mean);
}

// The 79th awards and the 85th are two events.
bool are_named_apart(const StoryValue& a, const StoryValue& b) {
  return a.family == Family::rank && has(a, ScopeWord::named) && has(b, ScopeWord::named);
}

// "65 % of the lines are dead at present", "82 % were dead on Friday": a share is of a time.
bool are_of_two_times(const StoryValue& a, const StoryValue& b) {
  const auto is_dated = [](const StoryValue& value) { return value.facets->date != no_index; };
  return a.family == Family::percent && ((has(a, ScopeWord::now) && !has(b, ScopeWord::now) && is_dated(b)) ||
                                         (has(b, ScopeWord::now) && !has(a, ScopeWord::now) && is_dated(a)));
}

// Neither of two is what the other says in other words: part, mean, name or time set them apart.
bool are_set_apart(const StoryValue& a, const StoryValue& b) {
  return may_be_part(a, b) || may_be_part(b, a) || are_mean_and_single(a, b) || are_named_apart(a, b) ||
         are_of_two_times(a, b);
}

}  // namespace

bool exclude_each_other(const StoryValue& a, const StoryValue& b) {
  return a.unit == b.unit && compare(a.value, b.value).verdict == Verdict::conflict && !are_set_apart(a, b);
}

}  // namespace corroborate::reconciliation
