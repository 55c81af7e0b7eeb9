// Quotations that go on with a speaker behind the sentence of the cue.
#pragma once

#include <vector>

#include "extract/speakers/learned/content_ranker.h"

namespace corroborate::extraction {

// A range that begins or ends inside a quotation takes all of it, but never a word of `phrase`.
void widen_to_quotations(const Analysis& analysis, const CuePhrase& phrase, std::vector<TokenRange>& ranges);

struct RunOn {
  TokenRange quotation;     // empty = none
  std::size_t so_far = 0;   // quotations taken before it
  bool after_open = false;  // the quotation before it was never closed
};

// The quotation that opens the next sentence behind `end`, at most two paragraphs on.
RunOn next_quotation(const TokenAtoms& atoms, std::size_t end, std::size_t so_far);
void add_run_on_features(const TokenAtoms& atoms, std::size_t cue, const ContentChoice& content, const RunOn& next,
                         FeatureKeys& keys);

// The token behind which quotations may follow: content and cue's sentence are over.
std::size_t run_on_start(const Analysis& analysis, std::size_t cue, const std::vector<TokenRange>& ranges);

inline constexpr std::size_t most_run_ons = 6;

}  // namespace corroborate::extraction
