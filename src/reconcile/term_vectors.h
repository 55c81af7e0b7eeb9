// Articles as weighted term vectors.
//
// Terms are numbered in alphabetical order, and how common one is comes from the frequencies alone: so an article's
// vector is the same whatever else is read.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "corroborate/extraction.h"
#include "corroborate/links.h"

namespace corroborate::reconciliation {

struct Term {
  std::uint32_t id = 0;
  float weight = 0;  // of a vector of length 1
  FeatureKind kind = FeatureKind::word;
};
using TermVector = std::vector<Term>;  // ascending by id

struct TermVectors {
  std::vector<TermVector> articles;     // empty for those that force their story
  std::vector<std::string_view> terms;  // by term id; views into the extractions
  std::vector<double> rarity;           // idf, by term id
  double documents = 0;                 // of the background and of the collection
};

// Document frequencies are those of the background and of the collection that `frequencies` were counted in.
TermVectors make_term_vectors(std::span<const Extraction> extractions, const Frequencies& frequencies);

// Of the articles alone.
Frequencies count_terms(std::span<const Extraction> extractions);

// idf of what `count` of `documents` have.
double rarity_of(double count, double documents);

// The heaviest terms of a vector, at most `count`, ascending by id.
TermVector heaviest(TermVector terms, std::size_t count);

}  // namespace corroborate::reconciliation
