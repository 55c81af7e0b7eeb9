// Articles as weighted term vectors, and which of them are near enough to be looked at together.
//
// Terms are numbered in the order of the articles, so the result depends on that order only.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <utility>
#include <vector>

#include "corroborate/extraction.h"

namespace corroborate::reconciliation {

struct Term {
  std::uint32_t id = 0;
  float weight = 0;  // of a vector of length 1
  FeatureKind kind = FeatureKind::word;
};
using TermVector = std::vector<Term>;  // ascending by id

struct TermVectors {
  std::vector<TermVector> articles;
  std::vector<std::string_view> terms;  // by term id; views into the extractions
  std::vector<double> rarity;           // idf, by term id
  double documents = 0;                 // of the background and of the articles that are read
};

// How many articles of one group count towards a term's document frequency: that a giant story's names are in all of
// its articles does not make them common.
inline constexpr std::size_t most_counted = 20;

// Document frequencies are those of the background and of the articles in `groups`, which are the ones that are read.
TermVectors make_term_vectors(const std::vector<Extraction>& extractions,
                              const std::vector<std::vector<std::size_t>>& groups);

// The heaviest terms of a vector, at most `count`, ascending by id.
TermVector heaviest(TermVector terms, std::size_t count);

struct ArticlePair {
  std::size_t a = 0, b = 0;  // a < b
  auto operator<=>(const ArticlePair&) const = default;
};

// Pairs worth a look, by what they share of their heaviest terms; at most some twenty for an article. Ascending.
std::vector<ArticlePair> find_neighbours(const std::vector<TermVector>& articles);

}  // namespace corroborate::reconciliation
