// Features of two values that exclude each other, by the groups that hold them.
#include "reconcile/align/opposition.h"

#include <algorithm>
#include <set>

namespace corroborate::reconciliation {

Oppositions::Oppositions(const StoryValues& story, const ScoredPairs& scored, const PairContext& context,
                         const std::vector<std::vector<std::uint32_t>>& groups)
    : story_(story), scored_(scored), context_(context), members_(groups), group_of_(story.all().size(), 0xFFFFFFFF) {
  for (std::uint32_t g = 0; g < groups.size(); ++g)
    for (const auto value : groups[g]) group_of_[value] = g;
  for (std::uint32_t value = 0; value < group_of_.size(); ++value) {
    if (group_of_[value] != 0xFFFFFFFF) continue;
    group_of_[value] = static_cast<std::uint32_t>(members_.size());
    members_.push_back({value});
  }
}

std::vector<std::size_t> Oppositions::pairs(float least_score) const {
  std::vector<std::size_t> result;
  for (std::size_t p = 0; p < scored_.pairs.size(); ++p) {
    const auto& a = story_.all()[scored_.pairs[p].a];
    const auto& b = story_.all()[scored_.pairs[p].b];
    if (scored_.second[p] >= least_score && a.ref.article != b.ref.article && exclude_each_other(a, b))
      result.push_back(p);
  }
  return result;
}

Oppositions::Link Oppositions::link(std::uint32_t a, std::uint32_t b) const {
  const auto [at, fresh] = links_.try_emplace({std::min(a, b), std::max(a, b)});
  Link& link = at->second;
  if (!fresh) return link;
  constexpr std::size_t most = 24;  // members looked at: the mean of so many is that of all, nearly
  const auto count = [&](std::uint32_t group) { return std::min(most, members_[group].size()); };
  std::set<std::uint32_t> articles;
  for (std::size_t i = 0; i < count(a); ++i) articles.insert(story_.all()[members_[a][i]].group_article);
  std::set<std::uint32_t> both;
  for (std::size_t j = 0; j < count(b); ++j) {
    const auto article = story_.all()[members_[b][j]].group_article;
    if (articles.contains(article)) both.insert(article);
  }
  link.shared_articles = a == b ? 0 : static_cast<int>(both.size());
  for (std::size_t i = 0; i < count(a); ++i)
    for (std::size_t j = 0; j < count(b); ++j) {
      const auto x = members_[a][i], y = members_[b][j];
      if (x == y) continue;
      const float score = scored_.score_of(x, y);
      link.mean += score;
      link.best = std::max(link.best, score);
      link.differing += exclude_each_other(story_.all()[x], story_.all()[y]);
    }
  link.mean /= static_cast<float>(count(a) * count(b));
  return link;
}

OppositionFeatures Oppositions::features(std::size_t pair) const {
  OppositionFeatures features{};
  std::size_t next = 0;
  const auto add = [&](float value) { features[next++] = value; };
  const auto [a, b] = scored_.pairs[pair];
  const auto group_a = group_of_[a], group_b = group_of_[b];
  const auto size = [&](std::uint32_t group) { return static_cast<float>(members_[group].size()); };
  const Link cross = link(group_a, group_b), own_a = link(group_a, group_a), own_b = link(group_b, group_b);
  const float smaller = std::min(size(group_a), size(group_b)), larger = std::max(size(group_a), size(group_b));
  add(scored_.second[pair]);
  add(group_a == group_b ? 1.0F : 0.0F);
  add(smaller);
  add(larger);
  add(smaller / (smaller + larger));
  add(cross.mean);
  add(cross.best);
  add(static_cast<float>(cross.shared_articles));
  add(static_cast<float>(cross.shared_articles) / smaller);
  add(static_cast<float>(cross.differing) / (smaller * larger));
  add(std::min(own_a.mean, own_b.mean));
  add(std::max(own_a.mean, own_b.mean));
  float towards_a = 0, towards_b = 0;
  for (const auto member : members_[group_b]) towards_a += scored_.score_of(a, member);
  for (const auto member : members_[group_a]) towards_b += scored_.score_of(b, member);
  add(std::min(towards_a / size(group_b), towards_b / size(group_a)));
  add(std::max(towards_a / size(group_b), towards_b / size(group_a)));
  add((smaller + larger) / static_cast<float>(std::max<std::size_t>(1, story_.articles())));
  add(cross.mean - std::max(own_a.mean, own_b.mean));
  const bool kept = !scored_.beside.empty() && scored_.has_hope(pair);
  const BesideFeatures beside = kept ? scored_.beside[pair] : context_.beside(pair);
  std::ranges::copy(with_own(beside, scored_.features_of(pair)), features.begin() + static_cast<std::ptrdiff_t>(next));
  return features;
}

}  // namespace corroborate::reconciliation
