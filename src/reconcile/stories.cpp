// Groups articles by average-link agglomeration over the learned scores of pairs, held back by what groups are about.
//
// Pairs alone take two quakes in one region for one. So a group that has grown is known by its core (story_core.h), and
// another joins it the easier, the more it covers of that.
//
// Only pairs that share heavy terms are scored beforehand (neighbours.h). Where two groups meet through one of their
// parts alone, the score of the other part is estimated from a few pairs, so that no step looks at all of them.
#include "reconcile/stories.h"

#include <algorithm>
#include <functional>
#include <iterator>
#include <map>
#include <optional>
#include <queue>
#include <string>
#include <unordered_map>

#include "parallel/runs.h"
#include "reconcile/neighbours.h"
#include "reconcile/story_core.h"
#include "reconcile/story_pairs.h"
#include "reconcile/story_profiles.h"
#include "reconcile/term_vectors.h"

namespace corroborate::reconciliation {

namespace {

// Log odds at which two groups are one, and what coverage of their cores adds or takes. Measured leave-topics-out
// (data/model/README.md); B-cubed moves by a point and less in 0 to 1, 3 to 6 and .40 to .50.
constexpr double least_coreless = 0.5;  // two groups without a core
constexpr double least_score = 0;
constexpr double core_weight = 4, usual_coverage = 0.45;
constexpr double least_coverage = 0.1;  // below, two groups are never one

constexpr double least_looked_at = least_score - core_weight * (1 - usual_coverage);  // no core lifts a score below
constexpr double least_linked = -most_certain;  // at or below, two groups are not linked at all
constexpr std::size_t most_sampled = 2;  // articles of a group that stand for it in an estimate; four say the same

bool is_link(double score) { return score > least_linked; }

using Groups = std::vector<std::vector<std::size_t>>;  // of numbers of articles

struct Group {
  std::vector<std::size_t> articles;
  StoryCore core;
  std::unordered_map<std::size_t, double> scores;  // by group number; the average over all pairs of articles
  bool alive = true;
};

// Two articles, by their numbers in a list of articles, a < b.
struct ScoredPair {
  std::size_t a, b;
  double score;
};

struct Candidate {
  double score;
  std::size_t a, b;  // a < b
  // The best first, then the oldest.
  bool operator<(const Candidate& other) const {
    if (score != other.score) return score < other.score;
    return a != other.a ? a > other.a : b > other.b;
  }
};

// What the scores of articles rest on.
struct Scoring {
  const StoryModel& model;
  const std::vector<StoryProfile>& profiles;
  const std::vector<double>& rarity;  // by term id

  double of(std::size_t a, std::size_t b) const { return model.score(compare_articles(profiles[a], profiles[b])); }
};

class Agglomeration {
 public:
  Agglomeration(const Scoring& scoring, const std::vector<std::size_t>& articles) : scoring_(scoring) {
    groups_.reserve(2 * articles.size());
    for (const auto article : articles)
      groups_.push_back({{article}, StoryCore(scoring.profiles[article].terms), {}, true});
  }

  Groups run(std::span<const ScoredPair> links) {
    for (const auto& [a, b, score] : links) link(a, b, score);
    while (!queue_.empty()) {
      const Candidate next = queue_.top();
      queue_.pop();
      // A pair that is refused here comes again when one side has grown.
      if (groups_[next.a].alive && groups_[next.b].alive && may_join(next)) join(next.a, next.b);
    }
    Groups result;
    for (auto& group : groups_) {
      if (!group.alive) continue;
      std::sort(group.articles.begin(), group.articles.end());
      result.push_back(std::move(group.articles));
    }
    return result;
  }

 private:
  void link(std::size_t a, std::size_t b, double score) {
    if (!is_link(score)) return;
    groups_[a].scores[b] = score;
    groups_[b].scores[a] = score;
    if (score >= least_looked_at) queue_.push({score, std::min(a, b), std::max(a, b)});
  }

  bool may_join(const Candidate& pair) const {
    const auto& a = groups_[pair.a].core;
    const auto& b = groups_[pair.b].core;
    const auto of_a = a.covered_by(b, scoring_.rarity), of_b = b.covered_by(a, scoring_.rarity);
    const auto coverage = of_a && of_b ? std::optional((*of_a + *of_b) / 2) : of_a ? of_a : of_b;
    if (!coverage) return pair.score >= least_coreless;
    return *coverage >= least_coverage && pair.score + core_weight * (*coverage - usual_coverage) >= least_score;
  }

  // Over evenly spaced articles of both.
  double estimate(const Group& a, const Group& b) const {
    const auto count_a = std::min(most_sampled, a.articles.size()), count_b = std::min(most_sampled, b.articles.size());
    double sum = 0;
    for (std::size_t i = 0; i < count_a; ++i) {
      for (std::size_t j = 0; j < count_b; ++j) {
        sum += scoring_.of(a.articles[i * a.articles.size() / count_a], b.articles[j * b.articles.size() / count_b]);
      }
    }
    return sum / static_cast<double>(count_a * count_b);
  }

  void join(std::size_t a, std::size_t b) {
    const std::size_t number = groups_.size();
    Group joined;
    joined.articles = groups_[a].articles;
    joined.articles.insert(joined.articles.end(), groups_[b].articles.begin(), groups_[b].articles.end());
    joined.core = StoryCore::join(std::move(groups_[a].core), std::move(groups_[b].core));
    groups_.push_back(std::move(joined));
    relink(a, b, number);
    retire(a);
    retire(b);
  }

  double score_of(std::size_t part, std::size_t other) const {
    const auto found = groups_[part].scores.find(other);
    return found == groups_[part].scores.end() ? estimate(groups_[part], groups_[other]) : found->second;
  }

  // The score of the joined group is the mean of its parts', each by its articles.
  void relink(std::size_t a, std::size_t b, std::size_t number) {
    std::vector<std::size_t> others;
    for (const auto part : {a, b}) {
      for (const auto& [other, score] : groups_[part].scores) {
        if (other != a && other != b) others.push_back(other);
      }
    }
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());
    const auto size_a = static_cast<double>(groups_[a].articles.size());
    const auto share_a = size_a / static_cast<double>(groups_[number].articles.size());
    for (const auto other : others) {
      link(number, other, share_a * score_of(a, other) + (1 - share_a) * score_of(b, other));
    }
  }

  void retire(std::size_t number) {
    auto& group = groups_[number];
    for (const auto& [other, score] : group.scores) groups_[other].scores.erase(number);
    group = {};
    group.alive = false;
  }

  const Scoring& scoring_;
  std::vector<Group> groups_;
  std::priority_queue<Candidate> queue_;
};

// Those of `pairs` that are links, with their scores, in their order.
std::vector<ScoredPair> score_pairs(const Scoring& scoring, const std::vector<ArticlePair>& pairs,
                                    const std::vector<std::size_t>& articles, unsigned threads) {
  constexpr std::size_t pairs_at_once = 4'000;
  using Scores = std::vector<double>;
  const auto scores_of_run = [&](std::size_t first, std::size_t last) {
    Scores scores;
    for (std::size_t p = first; p < last; ++p) scores.push_back(scoring.of(articles[pairs[p].a], articles[pairs[p].b]));
    return scores;
  };
  std::vector<ScoredPair> links;
  auto pair = pairs.begin();
  parallel::by_runs<Scores>(pairs.size(), pairs_at_once, threads, scores_of_run, [&](Scores&& scores) {
    for (const auto score : scores) {
      if (is_link(score)) links.push_back({pair->a, pair->b, score});
      ++pair;
    }
  });
  return links;
}

// Articles that links tie together, with these links; numbers in them are those of the part.
struct Part {
  std::vector<std::size_t> articles;
  std::vector<ScoredPair> links;
};

// The largest first: who begins with it is not waited for at the end.
std::vector<Part> part(const std::vector<std::size_t>& articles, const std::vector<ScoredPair>& links) {
  std::vector<ArticlePair> tied;
  for (const auto& link : links) tied.push_back({link.a, link.b});
  const auto components = find_components(articles.size(), tied);
  std::vector<Part> parts;
  std::vector<std::size_t> part_of(articles.size()), number(articles.size());
  for (std::size_t n = 0; n < articles.size(); ++n) {
    if (components[n] == n) {
      part_of[n] = parts.size();
      parts.emplace_back();
    }
    part_of[n] = part_of[components[n]];
    number[n] = parts[part_of[n]].articles.size();
    parts[part_of[n]].articles.push_back(articles[n]);
  }
  for (const auto& link : links) parts[part_of[link.a]].links.push_back({number[link.a], number[link.b], link.score});
  std::ranges::stable_sort(parts, std::greater(), [](const Part& one) { return one.links.size(); });
  return parts;
}

// Groups are linked where their articles are, so what is done in one part does not depend on another.
Groups agglomerate(const Scoring& scoring, const std::vector<Part>& parts, unsigned threads) {
  Groups groups;
  const auto groups_of = [&](std::size_t first, std::size_t last) {
    Groups result;
    for (const auto& part : std::span(parts).subspan(first, last - first))
      std::ranges::move(Agglomeration(scoring, part.articles).run(part.links), std::back_inserter(result));
    return result;
  };
  parallel::by_runs<Groups>(parts.size(), 1, threads, groups_of,
                            [&](Groups&& more) { std::ranges::move(more, std::back_inserter(groups)); });
  return groups;
}

// Links by the numbers of their articles in `articles`, ascending.
std::vector<ArticlePair> numbered(const std::vector<Link>& links, std::span<const Extraction> extractions,
                                  const std::vector<std::size_t>& articles) {
  std::unordered_map<std::string_view, std::size_t> numbers;
  for (std::size_t n = 0; n < articles.size(); ++n) numbers.emplace(extractions[articles[n]].article.id, n);
  std::vector<ArticlePair> pairs;
  for (const auto& link : links) {
    const auto a = numbers.find(link.a), b = numbers.find(link.b);
    if (a == numbers.end() || b == numbers.end() || a == b) continue;
    pairs.push_back({std::min(a->second, b->second), std::max(a->second, b->second), link.weight});
  }
  std::ranges::sort(pairs);
  return pairs;
}

// Adds the stories of `articles`, none of which forces one.
void add_free(std::span<const Extraction> extractions, const std::vector<std::size_t>& articles,
              const Collection& collection, const StoryModel& model, Stories& stories) {
  const Frequencies counted = collection.frequencies == nullptr ? count_terms(extractions) : Frequencies();
  const Frequencies& frequencies = collection.frequencies == nullptr ? counted : *collection.frequencies;
  const TermVectors vectors = make_term_vectors(extractions, frequencies);
  const auto profiles = make_profiles(extractions, vectors, frequencies);
  std::vector<TermVector> terms;
  for (const auto article : articles) terms.push_back(vectors.articles[article]);
  const auto pairs = collection.links == nullptr ? find_neighbours(terms, collection.threads)
                                                 : numbered(*collection.links, extractions, articles);
  const auto components = find_components(articles.size(), pairs);
  for (std::size_t n = 0; n < articles.size(); ++n) stories.components[articles[n]] = articles[components[n]];
  const Scoring scoring{model, profiles, vectors.rarity};
  const auto links = score_pairs(scoring, pairs, articles, collection.threads);
  stories.articles = agglomerate(scoring, part(articles, links), collection.threads);
}

}  // namespace

Stories find_stories(std::span<const Extraction> extractions, const Collection& collection, const StoryModel& model) {
  std::map<std::string, std::vector<std::size_t>> forced;
  std::vector<std::size_t> free;
  for (std::size_t a = 0; a < extractions.size(); ++a) {
    const auto& story = extractions[a].article.story;
    story.empty() ? free.push_back(a) : forced[story].push_back(a);
  }
  Stories stories;
  stories.components.resize(extractions.size());
  add_free(extractions, free, collection, model, stories);
  for (auto& [story, articles] : forced) {
    for (const auto article : articles) stories.components[article] = articles.front();
    stories.articles.push_back(std::move(articles));
  }
  std::sort(stories.articles.begin(), stories.articles.end());
  return stories;
}

std::vector<std::vector<std::size_t>> group_stories(const std::vector<Extraction>& extractions,
                                                    const StoryModel& model) {
  return find_stories(extractions, {}, model).articles;
}

}  // namespace corroborate::reconciliation
