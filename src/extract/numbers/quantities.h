// Quantities: numbers with their hedges, units and what they count.
//
// Spans in the results are byte offsets into the article's body; token ranges are half-open.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "corroborate/extraction.h"
#include "extract/reading/analysis.h"

namespace corroborate::extraction {

struct QuantityMention {
  Quantity quantity;
  TokenIndex begin = 0, end = 0;                // hedges, number and unit
  TokenIndex number_begin = 0, number_end = 0;  // the number alone
  int head = no_index;                          // token of the noun that is counted or measured; none for a bare number
  // Of a range that tells a change, "rose from 12 to 14": where it ended. The quantity allows that alone.
  std::optional<double> ends_at;
};

// A word that is a figure only where a claim rests on it: "some", "no doubt", "this half".
bool is_idle(const Quantity& quantity);

// The first `most` quantities in text order. Tokens marked in `taken` (dates, clock times) start none.
std::vector<QuantityMention> find_quantities(const Analysis& analysis, const std::vector<bool>& taken,
                                             std::size_t most = SIZE_MAX);

}  // namespace corroborate::extraction
