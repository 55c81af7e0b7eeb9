// What reconcile needs to group articles and to recognise copies, without their text.
#pragma once

#include <string_view>
#include <vector>

#include "corroborate/extraction.h"
#include "extract/reading/analysis.h"

namespace corroborate::extraction {

// Words, names, numbers and their pairs of the first 300 tokens, in the order of their terms, with their weight:
// (1 + ln tf) × place × kind. `title` is the one from metadata; without one, the text's first line may be a headline.
std::vector<Feature> features_of(const Analysis& analysis, std::string_view title);

// The words outside quotation marks, spans in bytes.
std::vector<PlainWord> words_of(const Analysis& analysis);

}  // namespace corroborate::extraction
