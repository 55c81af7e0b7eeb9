// TF-IDF vectors with a background, and their nearest neighbours through postings of heavy terms.
#include "reconcile/term_vectors.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace corroborate::reconciliation {

namespace {

constexpr std::size_t posted_terms = 30;  // of an article, the heaviest
constexpr std::size_t posting_reach = 30;  // articles of a posting that one is paired with, on either side
constexpr std::size_t most_candidates = 20;
constexpr double least_similarity = 0.05;  // below, an edge cannot join anything (stories.cpp needs .10)

// Numbers terms as they come and counts the articles that have them.
class TermTable {
 public:
  std::uint32_t add(const Feature& feature, std::size_t group) {
    const auto [entry, is_new] = ids_.emplace(feature.term, static_cast<std::uint32_t>(counts_.size()));
    if (is_new) counts_.push_back({feature.term, feature.background, 0, group, 0});
    auto& count = counts_[entry->second];
    if (count.group != group) count.in_group = 0;
    count.group = group;
    if (++count.in_group <= most_counted) ++count.articles;
    return entry->second;
  }

  void finish(TermVectors& vectors, double documents) const {
    for (const auto& count : counts_) {
      vectors.terms.push_back(count.term);
      vectors.rarity.push_back(std::log((documents + 1) / (static_cast<double>(count.articles) + count.background + 0.5)));
    }
  }

 private:
  struct Count {
    std::string_view term;
    std::uint32_t background;
    std::size_t articles;
    std::size_t group, in_group;  // the last group seen, and how many of its articles have the term
  };
  std::unordered_map<std::string_view, std::uint32_t> ids_;
  std::vector<Count> counts_;
};

void weigh(TermVector& vector, const std::vector<double>& rarity) {
  double squares = 0;
  for (auto& term : vector) {
    term.weight *= static_cast<float>(std::max(0.0, rarity[term.id]));
    squares += static_cast<double>(term.weight) * term.weight;
  }
  if (squares == 0) return;
  for (auto& term : vector) term.weight /= static_cast<float>(std::sqrt(squares));
  std::sort(vector.begin(), vector.end(), [](const Term& a, const Term& b) { return a.id < b.id; });
}

TermVector heaviest(const TermVector& vector) {
  TermVector result = vector;
  const auto count = std::min(posted_terms, result.size());
  const auto heavier = [](const Term& a, const Term& b) { return a.weight != b.weight ? a.weight > b.weight : a.id < b.id; };
  std::partial_sort(result.begin(), result.begin() + static_cast<std::ptrdiff_t>(count), result.end(), heavier);
  result.resize(count);
  return result;
}

struct Post {
  std::size_t article;
  float weight;
};

struct Postings {
  std::unordered_map<std::uint32_t, std::vector<Post>> by_term;
  std::vector<std::vector<std::pair<std::uint32_t, std::size_t>>> places;  // of an article: terms and its place in their lists
};

Postings post(const std::vector<TermVector>& articles) {
  Postings postings;
  postings.places.resize(articles.size());
  for (std::size_t a = 0; a < articles.size(); ++a) {
    for (const auto& term : heaviest(articles[a])) {
      auto& list = postings.by_term[term.id];
      postings.places[a].emplace_back(term.id, list.size());
      list.push_back({a, term.weight});
    }
  }
  return postings;
}

// The articles that share most of their heavy terms with `article`. In a long posting only those near by are seen: a
// giant story hangs together through them, and the work for an article stays bounded.
std::vector<std::size_t> candidates(const Postings& postings, std::size_t article) {
  std::unordered_map<std::size_t, double> shared;
  for (const auto& [term, place] : postings.places[article]) {
    const auto& list = postings.by_term.at(term);
    const std::size_t first = place > posting_reach ? place - posting_reach : 0;
    const std::size_t last = std::min(list.size(), place + posting_reach + 1);
    for (std::size_t p = first; p < last; ++p) {
      if (p != place) shared[list[p].article] += static_cast<double>(list[p].weight) * list[place].weight;
    }
  }
  std::vector<std::pair<double, std::size_t>> ranked;
  for (const auto& [other, weight] : shared) ranked.emplace_back(-weight, other);
  const auto count = std::min(most_candidates, ranked.size());
  std::partial_sort(ranked.begin(), ranked.begin() + static_cast<std::ptrdiff_t>(count), ranked.end());
  std::vector<std::size_t> result;
  for (std::size_t i = 0; i < count; ++i) result.push_back(ranked[i].second);
  return result;
}

}  // namespace

TermVectors make_term_vectors(const std::vector<Extraction>& extractions, const std::vector<std::vector<std::size_t>>& groups) {
  TermVectors vectors;
  vectors.articles.resize(extractions.size());
  TermTable table;
  std::size_t documents = 0;
  std::uint32_t background = 0;
  for (std::size_t g = 0; g < groups.size(); ++g) {
    documents += std::min(groups[g].size(), most_counted);
    for (const auto article : groups[g]) {
      background = std::max(background, extractions[article].background_documents);
      for (const auto& feature : extractions[article].features) {
        const bool identity = feature.kind != FeatureKind::word;
        vectors.articles[article].push_back({table.add(feature, g), feature.weight, 1, identity ? 1u : 0u});
      }
    }
  }
  table.finish(vectors, static_cast<double>(background + documents));
  for (auto& article : vectors.articles) weigh(article, vectors.rarity);
  return vectors;
}

double dot(const TermVector& a, const TermVector& b) {
  const auto& small = a.size() < b.size() ? a : b;
  const auto& large = a.size() < b.size() ? b : a;
  double result = 0;
  auto at = large.begin();
  for (const auto& term : small) {
    at = std::lower_bound(at, large.end(), term.id, [](const Term& other, std::uint32_t id) { return other.id < id; });
    if (at == large.end()) break;
    if (at->id == term.id) result += static_cast<double>(term.weight) * at->weight;
  }
  return result;
}

TermVector sum(const TermVector& a, const TermVector& b) {
  TermVector result;
  result.reserve(a.size() + b.size());
  auto x = a.begin();
  auto y = b.begin();
  while (x != a.end() && y != b.end()) {
    if (x->id < y->id) result.push_back(*x++);
    else if (y->id < x->id) result.push_back(*y++);
    else {
      result.push_back({x->id, x->weight + y->weight, x->articles + y->articles, x->identity + y->identity});
      ++x, ++y;
    }
  }
  result.insert(result.end(), x, a.end());
  result.insert(result.end(), y, b.end());
  return result;
}

std::vector<Edge> find_neighbours(const std::vector<TermVector>& articles) {
  const Postings postings = post(articles);
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t a = 0; a < articles.size(); ++a) {
    for (const auto b : candidates(postings, a)) pairs.emplace_back(std::min(a, b), std::max(a, b));
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  std::vector<Edge> edges;
  for (const auto& [a, b] : pairs) {
    const double similarity = dot(articles[a], articles[b]);
    if (similarity >= least_similarity) edges.push_back({a, b, similarity});
  }
  return edges;
}

}  // namespace corroborate::reconciliation
