// TF-IDF vectors with a background, and their nearest neighbours through postings of heavy terms.
#include "reconcile/term_vectors.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace corroborate::reconciliation {

namespace {

constexpr std::size_t posted_terms = 30;   // of an article, the heaviest
constexpr std::size_t posting_reach = 30;  // articles of a posting that one is paired with, on either side
constexpr std::size_t most_candidates = 20;

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

  std::vector<std::string_view> terms() const {
    std::vector<std::string_view> result;
    for (const auto& count : counts_) result.push_back(count.term);
    return result;
  }

  // idf, by term id
  std::vector<double> rarity(double documents) const {
    std::vector<double> result;
    for (const auto& count : counts_) {
      result.push_back(
          std::max(0.0, std::log((documents + 1) / (static_cast<double>(count.articles) + count.background + 0.5))));
    }
    return result;
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
    term.weight *= static_cast<float>(rarity[term.id]);
    squares += static_cast<double>(term.weight) * term.weight;
  }
  if (squares == 0) return;
  for (auto& term : vector) term.weight /= static_cast<float>(std::sqrt(squares));
  std::sort(vector.begin(), vector.end(), [](const Term& a, const Term& b) { return a.id < b.id; });
}

struct Post {
  std::size_t article;
  float weight;
};

struct Postings {
  std::unordered_map<std::uint32_t, std::vector<Post>> by_term;
  std::vector<std::vector<std::pair<std::uint32_t, std::size_t>>>
      places;  // of an article: terms and its place in their lists
};

Postings post(const std::vector<TermVector>& articles) {
  Postings postings;
  postings.places.resize(articles.size());
  for (std::size_t a = 0; a < articles.size(); ++a) {
    for (const auto& term : heaviest(articles[a], posted_terms)) {
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

TermVectors make_term_vectors(const std::vector<Extraction>& extractions,
                              const std::vector<std::vector<std::size_t>>& groups) {
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
        vectors.articles[article].push_back({table.add(feature, g), feature.weight, feature.kind});
      }
    }
  }
  vectors.documents = static_cast<double>(background + documents);
  vectors.terms = table.terms();
  vectors.rarity = table.rarity(vectors.documents);
  for (auto& article : vectors.articles) weigh(article, vectors.rarity);
  return vectors;
}

TermVector heaviest(TermVector terms, std::size_t count) {
  count = std::min(count, terms.size());
  const auto heavier = [](const Term& a, const Term& b) {
    return a.weight != b.weight ? a.weight > b.weight : a.id < b.id;
  };
  std::partial_sort(terms.begin(), terms.begin() + static_cast<std::ptrdiff_t>(count), terms.end(), heavier);
  terms.resize(count);
  std::sort(terms.begin(), terms.end(), [](const Term& a, const Term& b) { return a.id < b.id; });
  return terms;
}

std::vector<ArticlePair> find_neighbours(const std::vector<TermVector>& articles) {
  const Postings postings = post(articles);
  std::vector<ArticlePair> pairs;
  for (std::size_t a = 0; a < articles.size(); ++a) {
    for (const auto b : candidates(postings, a)) pairs.push_back({std::min(a, b), std::max(a, b)});
  }
  std::sort(pairs.begin(), pairs.end());
  pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
  return pairs;
}

}  // namespace corroborate::reconciliation
