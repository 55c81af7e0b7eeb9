// Who said what: source, cue and content, after the conventions of PolNeAR (Newell et al. 2018).
//
// Token ranges are half-open. An attribution inside the content of another is `within` it, unless its cue stands in an
// adjunct clause ("… after Russia accused …"): that clause is then not part of the outer content.
#pragma once

#include <string>
#include <vector>

#include "corroborate/extraction.h"
#include "extract/analysis.h"
#include "extract/entities.h"

namespace corroborate::extraction {

struct TokenRange {
  TokenIndex begin = 0, end = 0;
  bool holds(std::size_t token) const { return begin <= token && token < end; }
};

struct AttributionMention {
  Attribution attribution;           // stance, directness, within, source_entity; its spans are filled at the end
  TokenIndex cue = 0;                // head token of the cue
  std::vector<TokenRange> source, cue_range, content;
  TokenIndex reach = 0;              // no attribution of the article reaches further from its cue than so many tokens
  bool holds(std::size_t token) const;
};

// All attributions in the order of their cues.
std::vector<AttributionMention> find_attributions(const Analysis& analysis, Entities& entities);

// The attributions that hold a token, outermost first.
std::vector<int> chain_at(const std::vector<AttributionMention>& attributions, std::size_t token);

}  // namespace corroborate::extraction
