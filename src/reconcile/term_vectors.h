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
  float weight = 0;             // of a vector of length 1; of a cluster: the sum over its articles
  std::uint32_t articles = 0;   // that have it
  std::uint32_t identity = 0;   // articles that have it as a name or a number
};
using TermVector = std::vector<Term>;  // ascending by id

struct TermVectors {
  std::vector<TermVector> articles;
  std::vector<double> rarity;           // idf, by term id
  std::vector<std::string_view> terms;  // by term id; views into the extractions
};

// How many articles of one group count towards a term's document frequency: that a giant story's names are in all of
// its articles does not make them common.
inline constexpr std::size_t most_counted = 20;

// Document frequencies are those of the background and of the articles in `groups`, which are the ones that are read.
TermVectors make_term_vectors(const std::vector<Extraction>& extractions, const std::vector<std::vector<std::size_t>>& groups);

double dot(const TermVector& a, const TermVector& b);
TermVector sum(const TermVector& a, const TermVector& b);

struct Edge {
  std::size_t a = 0, b = 0;  // a < b
  double similarity = 0;     // cosine
};

// Pairs worth a look, by what they share of their heaviest terms; at most some twenty for an article.
std::vector<Edge> find_neighbours(const std::vector<TermVector>& articles);

}  // namespace corroborate::reconciliation
