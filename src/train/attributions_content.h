// Learns where contents begin and end.
#pragma once

#include <vector>

#include "extract/speakers/learned/content_ranker.h"
#include "train/attributions_gold.h"

namespace corroborate::extraction {

struct ContentCase {
  const GoldArticle* article;
  const TokenAtoms* atoms;
  const GoldAttribution* gold;
};

// Ranks all contents that a cue may have against the one nearest to the annotated.
std::vector<float> learn_content(const std::vector<ContentCase>& cases, int epochs);

}  // namespace corroborate::extraction
