// TF-IDF vectors with a background.
#include "reconcile/term_vectors.h"

#include <algorithm>
#include <cmath>

#include "reconcile/vocabulary.h"

namespace corroborate::reconciliation {

namespace {

// How many documents of a collection count towards the frequency of a term at most: in a folder that one giant story
// fills, its names are in nearly all articles, and still tell it from the others. A function of the count alone, so
// that any engine can count it. Shares from .02 to 1 score alike on real news.
constexpr double least_counted = 20, counted_share = 0.5;

double counted(std::uint32_t count, double documents) {
  return std::min(static_cast<double>(count), least_counted + counted_share * documents);
}

void weigh(TermVector& vector, const std::vector<double>& rarity) {
  double squares = 0;
  for (auto& term : vector) {
    term.weight *= static_cast<float>(rarity[term.id]);
    squares += static_cast<double>(term.weight) * term.weight;
  }
  if (squares == 0) return;
  for (auto& term : vector) term.weight /= static_cast<float>(std::sqrt(squares));
}

template <typename Value>
std::vector<Value> reordered(const std::vector<Value>& values, const std::vector<std::uint32_t>& places) {
  std::vector<Value> result(values.size());
  for (std::size_t i = 0; i < values.size(); ++i) result[places[i]] = values[i];
  return result;
}

}  // namespace

double rarity_of(double count, double documents) { return std::max(0.0, std::log((documents + 1) / (count + 0.5))); }

Frequencies count_terms(std::span<const Extraction> extractions) {
  Frequencies frequencies;
  for (const auto& extraction : extractions) frequencies.add(extraction);
  return frequencies;
}

TermVectors make_term_vectors(std::span<const Extraction> extractions, const Frequencies& frequencies) {
  TermVectors vectors;
  vectors.articles.resize(extractions.size());
  Vocabulary vocabulary;
  std::vector<std::uint32_t> background;  // by number of adding
  std::uint32_t background_documents = 0;
  for (std::size_t a = 0; a < extractions.size(); ++a) {
    if (!extractions[a].article.story.empty()) continue;
    background_documents = std::max(background_documents, extractions[a].background_documents);
    for (const auto& feature : extractions[a].features) {
      const auto number = vocabulary.add(feature.term);
      if (number == background.size()) background.push_back(feature.background);
      vectors.articles[a].push_back({number, feature.weight, feature.kind});
    }
  }
  const auto collected = static_cast<double>(frequencies.documents());
  vectors.documents = background_documents + collected;
  std::vector<double> rarity;
  for (std::size_t number = 0; number < background.size(); ++number) {
    const auto count = frequencies.of(TermKind::feature, vocabulary.texts()[number]);
    rarity.push_back(rarity_of(background[number] + counted(count, collected), vectors.documents));
  }
  const auto ranks = vocabulary.ranks();
  vectors.rarity = reordered(rarity, ranks);
  vectors.terms = reordered(vocabulary.texts(), ranks);
  for (auto& article : vectors.articles) {
    for (auto& term : article) term.id = ranks[term.id];
    std::ranges::sort(article, {}, &Term::id);
    weigh(article, vectors.rarity);
  }
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

}  // namespace corroborate::reconciliation
