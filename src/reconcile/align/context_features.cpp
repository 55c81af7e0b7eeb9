// Ranks, support and parallel sentences of a pair.
#include "reconcile/align/context_features.h"

#include <algorithm>
#include <cmath>

namespace corroborate::reconciliation {

PairContext::PairContext(const StoryValues& story, const std::vector<CandidatePair>& pairs,
                         const std::vector<float>& scores)
    : story_(story), pairs_(pairs), scores_(scores), partners_(story.all().size()) {
  for (std::size_t p = 0; p < pairs.size(); ++p) {
    partners_[pairs[p].a].push_back({pairs[p].b, story.all()[pairs[p].b].group_article, scores[p]});
    partners_[pairs[p].b].push_back({pairs[p].a, story.all()[pairs[p].a].group_article, scores[p]});
  }
  for (auto& partners : partners_) {
    std::ranges::sort(partners, {}, &Partner::value);
    float total = 0;
    for (const Partner& partner : partners) total += partner.score;
    totals_.push_back(total);
  }
  const Passage* last = nullptr;
  for (const auto& value : story.all()) {
    const std::uint32_t before = passage_of_.empty() ? 0 : passage_of_.back();
    passage_of_.push_back(value.passage == last || last == nullptr ? before : before + 1);
    last = value.passage;
  }
  sentences_.reserve(pairs.size());
  for (std::size_t p = 0; p < pairs.size(); ++p) sentences_[key_of(pairs[p].a, pairs[p].b)] += scores[p];
}

std::uint64_t PairContext::key_of(std::uint32_t a, std::uint32_t b) const {
  const auto [low, high] = std::minmax(passage_of_[a], passage_of_[b]);
  return static_cast<std::uint64_t>(low) << 32 | high;
}

float PairContext::parallel(std::uint32_t a, std::uint32_t b, float own) const {
  return sentences_.at(key_of(a, b)) - own;
}

PairContext::Rank PairContext::rank_of(std::uint32_t value, std::uint32_t partner, float score) const {
  Rank rank;
  float best = 0;
  const auto article = story_.all()[partner].group_article;
  const auto& partners = partners_[value];
  // Values, and so partners, stand in the order of articles.
  auto other = std::ranges::lower_bound(partners, article, {}, &Partner::article);
  for (; other != partners.end() && other->article == article; ++other) {
    if (other->value == partner) continue;
    rank.place += other->score > score;
    rank.rivals += other->score;
    best = std::max(best, other->score);
  }
  rank.margin = score - best;
  return rank;
}

PairContext::Support PairContext::support(std::uint32_t a, std::uint32_t b) const {
  Support support;
  constexpr float linked = 0.4F;
  std::uint32_t last_article = 0xFFFFFFFF;
  const auto& of_a = partners_[a];
  const auto& of_b = partners_[b];
  for (std::size_t i = 0, j = 0; i < of_a.size() && j < of_b.size();) {
    const auto a_value = of_a[i].value, b_value = of_b[j].value;
    if (a_value != b_value) {
      i += a_value < b_value;  // no branch: which side is behind cannot be guessed
      j += b_value < a_value;
      continue;
    }
    const float weaker = std::min(of_a[i].score, of_b[j].score);
    support.best = std::max(support.best, weaker);
    support.sum += weaker;
    if (weaker > linked && of_a[i].article != last_article) {
      ++support.articles;
      last_article = of_a[i].article;
    }
    ++i, ++j;
  }
  return support;
}

ContextFeatures with_own(const BesideFeatures& beside, const PairFeatures& own) {
  ContextFeatures features;
  std::ranges::copy(own, std::ranges::copy(beside, features.begin()).out);
  return features;
}

BesideFeatures PairContext::beside(std::size_t pair) const {
  BesideFeatures features{};
  std::size_t next = 0;
  const auto add = [&](float value) { features[next++] = value; };
  const auto [a, b] = pairs_[pair];
  const float score = scores_[pair];
  const Rank rank_a = rank_of(a, b, score), rank_b = rank_of(b, a, score);
  const Support from_others = support(a, b);
  add(score);
  add(static_cast<float>(std::min(rank_a.place, rank_b.place)));
  add(static_cast<float>(std::max(rank_a.place, rank_b.place)));
  add(std::min(rank_a.margin, rank_b.margin));
  add(std::max(rank_a.margin, rank_b.margin));
  add(std::min(rank_a.rivals, rank_b.rivals));
  add(std::max(rank_a.rivals, rank_b.rivals));
  add(from_others.best);
  add(from_others.sum);
  add(static_cast<float>(from_others.articles));
  const float total_a = totals_[a], total_b = totals_[b];
  add(std::min(total_a, total_b));
  add(std::max(total_a, total_b));
  add(from_others.sum / (1 + std::min(total_a, total_b)));
  add(static_cast<float>(from_others.articles) / static_cast<float>(std::max<std::size_t>(1, story_.articles())));
  add(parallel(a, b, score));
  add(score / (0.01F + score + std::max(rank_a.rivals, rank_b.rivals)));
  add(score / (0.01F + score + std::min(rank_a.rivals, rank_b.rivals)));
  return features;
}

}  // namespace corroborate::reconciliation
