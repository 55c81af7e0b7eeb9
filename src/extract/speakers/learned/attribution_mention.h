// One attribution while it is being read: what the rules, the learned parts and their trainer share.
//
// Token ranges are half-open and number the tokens of one Analysis.
#pragma once

#include <algorithm>
#include <vector>

#include "corroborate/extraction.h"
#include "extract/reading/analysis.h"

namespace corroborate::extraction {

struct TokenRange {
  TokenIndex begin = 0, end = 0;
  bool holds(std::size_t token) const { return begin <= token && token < end; }
};

struct AttributionMention {
  Attribution attribution;  // stance, directness, within, source_entity; its spans are filled at the end
  TokenIndex cue = 0;       // head token of the cue
  std::vector<TokenRange> source, cue_range, content;
  TokenIndex reach = 0;  // no attribution of the article reaches further from its cue than so many tokens
  bool is_act = false;   // more done than said ("sentenced him to six years"): no claim has its source from it
  bool holds(std::size_t token) const;
};

// In the order of their cues, those of one cue as they stand. Mostly they are so already: a sort would take half their
// room once more to find that out.
inline void sort_by_cue(std::vector<AttributionMention>& mentions) {
  if (!std::ranges::is_sorted(mentions, {}, &AttributionMention::cue))
    std::ranges::stable_sort(mentions, {}, &AttributionMention::cue);
}

}  // namespace corroborate::extraction
