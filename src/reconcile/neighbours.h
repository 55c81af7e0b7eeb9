// Which articles are near enough to be compared: links over blocking keys (corroborate/links.h), by number.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

#include "reconcile/term_vectors.h"

namespace corroborate::reconciliation {

struct ArticlePair {
  std::size_t a = 0, b = 0;  // a < b
  std::uint32_t weight = 0;  // of Link
  auto operator<=>(const ArticlePair&) const = default;
};

// Links of articles that stand in the order of their ids; ascending. `threads` as in ReconcileOptions.
std::vector<ArticlePair> find_neighbours(std::span<const TermVector> articles, unsigned threads);

// Of each of `count` articles the least number among those that pairs tie it to, itself included.
std::vector<std::size_t> find_components(std::size_t count, std::span<const ArticlePair> pairs);

}  // namespace corroborate::reconciliation
