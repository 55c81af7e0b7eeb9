// Groups articles by average-link agglomeration over a sparse graph, held back by what each group is about.
//
// A cosine alone takes two quakes for one. So a group that has grown is known by its core, the names and numbers that
// most of its articles share, and another joins it as far as it covers that core.
#include "reconcile/stories.h"

#include <algorithm>
#include <map>
#include <queue>
#include <string>
#include <unordered_map>

#include "reconcile/term_vectors.h"

namespace corroborate::reconciliation {

namespace {

// Thresholds measured on two collections of news (486 articles on 44 events in pairs of like ones, 78 on 54
// shootings); the scores move by less than two points in .25–.28, .055–.07 and .11–.16.
constexpr double least_average = 0.10;        // below, no pair is looked at
constexpr double small_pair = 0.26;           // average similarity of two groups without a core
constexpr double joins_core = 0.06;           // average similarity × coverage of the larger's core
constexpr double cores_meet = 0.125;          // average similarity × the better of both coverages
constexpr std::size_t core_articles = 3;      // a group of so many has a core
constexpr double core_share = 0.6;            // of its articles have a term of the core
constexpr double least_core = 3;              // weight; a lighter core is no evidence
constexpr double unknown_coverage = 0.5;

struct Group {
  std::vector<std::size_t> articles;
  TermVector terms;
  std::unordered_map<std::size_t, double> similar;  // by group number; the average over all pairs of articles
  std::vector<Term> core;
  bool alive = true;
};

struct Candidate {
  double similarity;
  std::size_t a, b;  // a < b
  // The most similar first, then the oldest.
  bool operator<(const Candidate& other) const {
    if (similarity != other.similarity) return similarity < other.similarity;
    return a != other.a ? a > other.a : b > other.b;
  }
};

class Agglomeration {
 public:
  Agglomeration(TermVectors vectors, const std::vector<std::size_t>& articles) : rarity_(std::move(vectors.rarity)) {
    for (const auto article : articles) add_group({{article}, std::move(vectors.articles[article]), {}, {}, true});
    std::vector<TermVector> terms;
    for (const auto& group : groups_) terms.push_back(group.terms);
    for (const auto& edge : find_neighbours(terms)) link(edge.a, edge.b, edge.similarity);
  }

  std::vector<std::vector<std::size_t>> run() {
    while (!queue_.empty()) {
      const Candidate next = queue_.top();
      queue_.pop();
      // A pair that is refused here comes again when one side has grown.
      if (groups_[next.a].alive && groups_[next.b].alive && may_join(next)) join(next.a, next.b);
    }
    std::vector<std::vector<std::size_t>> result;
    for (auto& group : groups_) {
      if (!group.alive) continue;
      std::sort(group.articles.begin(), group.articles.end());
      result.push_back(std::move(group.articles));
    }
    return result;
  }

 private:
  void add_group(Group group) {
    if (group.articles.size() >= core_articles) {
      for (const auto& term : group.terms) {
        if (term.identity >= core_share * static_cast<double>(group.articles.size())) group.core.push_back(term);
      }
    }
    groups_.push_back(std::move(group));
  }

  void link(std::size_t a, std::size_t b, double similarity) {
    groups_[a].similar[b] = similarity;
    groups_[b].similar[a] = similarity;
    if (similarity >= least_average) queue_.push({similarity, std::min(a, b), std::max(a, b)});
  }

  // How much of what `group` is about `other` has.
  double coverage(const Group& group, const Group& other) const {
    double all = 0, covered = 0;
    auto at = other.terms.begin();
    for (const auto& term : group.core) {
      const double share = static_cast<double>(term.articles) / static_cast<double>(group.articles.size());
      const double rarity = std::max(0.0, rarity_[term.id]);
      all += rarity * share;
      at = std::lower_bound(at, other.terms.end(), term.id, [](const Term& one, std::uint32_t id) { return one.id < id; });
      if (at == other.terms.end() || at->id != term.id) continue;
      covered += rarity * std::min(share, static_cast<double>(at->articles) / static_cast<double>(other.articles.size()));
    }
    return all < least_core ? unknown_coverage : covered / all;
  }

  bool may_join(const Candidate& pair) const {
    const bool a_is_larger = groups_[pair.a].articles.size() >= groups_[pair.b].articles.size();
    const Group& large = groups_[a_is_larger ? pair.a : pair.b];
    const Group& small = groups_[a_is_larger ? pair.b : pair.a];
    if (large.articles.size() < core_articles) return pair.similarity >= small_pair;
    if (small.articles.size() < core_articles) return pair.similarity * coverage(large, small) >= joins_core;
    return pair.similarity * std::max(coverage(large, small), coverage(small, large)) >= cores_meet;
  }

  double average(const Group& a, const Group& b) const {
    return dot(a.terms, b.terms) / static_cast<double>(a.articles.size() * b.articles.size());
  }

  void join(std::size_t a, std::size_t b) {
    Group joined;
    joined.articles = groups_[a].articles;
    joined.articles.insert(joined.articles.end(), groups_[b].articles.begin(), groups_[b].articles.end());
    joined.terms = sum(groups_[a].terms, groups_[b].terms);
    const std::size_t number = groups_.size();
    add_group(std::move(joined));
    relink(a, b, number);
    retire(a);
    retire(b);
  }

  // Similarity to the joined group is the weighted mean, or taken from the vectors where one side had no edge.
  void relink(std::size_t a, std::size_t b, std::size_t number) {
    const auto part_a = static_cast<double>(groups_[a].articles.size()), part_b = static_cast<double>(groups_[b].articles.size());
    std::map<std::size_t, double> others;
    for (const auto& [other, similarity] : groups_[a].similar) {
      if (other == b || !groups_[other].alive) continue;
      const auto found = groups_[b].similar.find(other);
      others[other] = found == groups_[b].similar.end() ? average(groups_[number], groups_[other])
                                                        : (part_a * similarity + part_b * found->second) / (part_a + part_b);
    }
    for (const auto& [other, similarity] : groups_[b].similar) {
      if (other == a || !groups_[other].alive || others.contains(other)) continue;
      others[other] = average(groups_[number], groups_[other]);
    }
    for (const auto& [other, similarity] : others) link(number, other, similarity);
  }

  void retire(std::size_t number) {
    auto& group = groups_[number];
    for (const auto& [other, similarity] : group.similar) groups_[other].similar.erase(number);
    group = {};
    group.alive = false;
  }

  std::vector<double> rarity_;
  std::vector<Group> groups_;
  std::priority_queue<Candidate> queue_;
};

std::vector<std::vector<std::size_t>> group_free(const std::vector<Extraction>& extractions, const std::vector<std::size_t>& articles) {
  std::vector<std::vector<std::size_t>> groups;
  for (const auto article : articles) groups.push_back({article});
  groups = Agglomeration(make_term_vectors(extractions, groups), articles).run();
  const bool has_giant = std::any_of(groups.begin(), groups.end(), [](const auto& group) { return group.size() > most_counted; });
  return has_giant ? Agglomeration(make_term_vectors(extractions, groups), articles).run() : groups;
}

}  // namespace

std::vector<std::vector<std::size_t>> group_stories(const std::vector<Extraction>& extractions) {
  std::map<std::string, std::vector<std::size_t>> forced;
  std::vector<std::size_t> free;
  for (std::size_t a = 0; a < extractions.size(); ++a) {
    const auto& story = extractions[a].article.story;
    story.empty() ? free.push_back(a) : forced[story].push_back(a);
  }
  auto groups = group_free(extractions, free);
  for (auto& [story, articles] : forced) groups.push_back(std::move(articles));
  std::sort(groups.begin(), groups.end());
  return groups;
}

}  // namespace corroborate::reconciliation
