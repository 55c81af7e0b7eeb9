// Annotated articles for training, analysed, with their attributions as tokens.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "extract/speakers/learned/cue_view.h"

namespace corroborate::extraction {

struct GoldAttribution {
  std::size_t cue = 0;  // head
  std::size_t source = SIZE_MAX;
  TokenRange cue_range, source_range;
  std::vector<TokenRange> content;
};

struct GoldArticle {
  std::string text;
  std::unique_ptr<Analysis> analysis;
  std::unique_ptr<Entities> entities;
  std::vector<GoldAttribution> attributions;
  std::vector<bool> in_content;  // by token
};

// The articles of one split of a JSON Lines file. Offsets there are code points.
std::vector<GoldArticle> read_gold(const std::string& path, const std::string& split);

}  // namespace corroborate::extraction
