// One attribution while it is being read: what the rules, the learned parts and their trainer share.
//
// Token ranges are half-open and number the tokens of one Analysis.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corroborate/extraction.h"
#include "extract/reading/analysis.h"

namespace corroborate::extraction {

struct TokenRange {
  TokenIndex begin = 0, end = 0;
  bool holds(std::size_t token) const { return begin <= token && token < end; }
  bool empty() const { return begin == end; }
};

// What found an attribution. `told_by` is what the rule goes by: the row's phrase, or the lemma of the cue.
enum class AttributionRule : std::uint8_t { cue, learned, reckoning, citation, headline_colon, own_correction };

// An article of nothing but sayings holds one in every third word: kept small.
struct AttributionMention {
  Stance stance = Stance::says;
  Directness directness = Directness::indirect;
  AttributionRule rule = AttributionRule::cue;
  bool is_act = false;  // more done than said ("sentenced him to six years"): no claim has its source from it
  int source_entity = no_index;
  int within = no_index;     // as in Attribution
  TokenIndex cue = 0;        // head token of the cue
  TokenIndex reach = 0;      // no attribution of the article reaches further from its cue than so many tokens
  TokenRange source;         // empty = not named
  TokenRange cue_range;      // never empty
  std::string_view told_by;  // lives as long as the analysis
  std::vector<TokenRange> content;
  bool holds(std::size_t token) const;
};

// The rule as it is told in reports: "cue say", "learned recount".
std::string name_of_rule(const AttributionMention& mention);

// In the order of their cues, those of one cue as they stand. Mostly they are so already: a sort would take half their
// room once more to find that out.
inline void sort_by_cue(std::vector<AttributionMention>& mentions) {
  if (!std::ranges::is_sorted(mentions, {}, &AttributionMention::cue))
    std::ranges::stable_sort(mentions, {}, &AttributionMention::cue);
}

}  // namespace corroborate::extraction
