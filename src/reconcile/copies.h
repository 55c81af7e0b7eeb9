// Passages that one article has from another, or both from a third: found by fingerprints, held word by word.
//
// Only words outside quotation marks count: two outlets that quote the same speaker have copied nothing.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "corroborate/extraction.h"

namespace corroborate::reconciliation {

// A run of the same words in two articles; spans in code points of each one's body.
struct CopiedPassage {
  std::size_t article_a = 0, article_b = 0;  // numbers of the extractions, a < b
  Span span_a, span_b;
  std::uint32_t words = 0;
};

struct ArticleCopy {
  std::size_t article_a = 0, article_b = 0;  // a < b
  std::uint32_t words = 0;                   // copied, outside quotation marks
  bool whole = false;                        // at least half of the shorter article; else some passages only
};

struct Copies {
  std::vector<ArticleCopy> articles;    // in the order of a, then b
  std::vector<CopiedPassage> passages;  // the same, then in the order of the text of a
};

// `stories` are groups of article numbers, `components` those of stories by article (stories.h). A passage is looked
// for within a component, so that what is found does not depend on what else is read; one that stands in three of its
// stories or more is furniture of an outlet, not a copy. `threads` as in ReconcileOptions.
Copies find_copies(const std::vector<Extraction>& extractions, const std::vector<std::vector<std::size_t>>& stories,
                   const std::vector<std::size_t>& components, unsigned threads = 1);

}  // namespace corroborate::reconciliation
