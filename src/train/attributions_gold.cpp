// Reads annotated articles.
#include "train/attributions_gold.h"

#include <algorithm>
#include <fstream>
#include <nlohmann/json.hpp>
#include <optional>

namespace corroborate::extraction {

namespace {

using syntax::Upos;

// Byte offset of every code point, and one more.
std::vector<std::uint32_t> code_points(const std::string& text) {
  std::vector<std::uint32_t> offsets;
  for (std::uint32_t i = 0; i < text.size(); ++i) {
    if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) offsets.push_back(i);
  }
  offsets.push_back(static_cast<std::uint32_t>(text.size()));
  return offsets;
}

std::vector<TokenRange> ranges_of(const nlohmann::json& spans, const Analysis& analysis,
                                  const std::vector<std::uint32_t>& offsets) {
  std::vector<TokenRange> ranges;
  const auto& tokens = analysis.document().tokens;
  for (const auto& span : spans) {
    const auto from = offsets.at(span.at(0).get<std::size_t>()), to = offsets.at(span.at(1).get<std::size_t>());
    const auto first = std::find_if(tokens.begin(), tokens.end(), [&](const auto& token) { return token.end > from; });
    const auto last = std::find_if(first, tokens.end(), [&](const auto& token) { return token.begin >= to; });
    if (first < last)
      ranges.push_back(
          {static_cast<TokenIndex>(first - tokens.begin()), static_cast<TokenIndex>(last - tokens.begin())});
  }
  std::sort(ranges.begin(), ranges.end(), [](const TokenRange& a, const TokenRange& b) { return a.begin < b.begin; });
  return ranges;
}

std::size_t depth(const Analysis& analysis, std::size_t t) {
  std::size_t steps = 0;
  for (auto up = analysis.token(t).head; up >= 0; up = analysis.token(static_cast<std::size_t>(up)).head) ++steps;
  return steps;
}

int rank(Upos tag, bool source) {
  const bool noun = tag == Upos::noun || tag == Upos::propn || tag == Upos::pron;
  if (source) return noun ? 0 : tag == Upos::punct || tag == Upos::adp ? 2 : 1;
  if (tag == Upos::verb) return 0;
  return tag == Upos::noun || tag == Upos::adj || tag == Upos::propn ? 1
         : tag == Upos::punct                                        ? 4
         : tag == Upos::aux || tag == Upos::part                     ? 3
                                                                     : 2;
}

std::size_t head_of(const Analysis& analysis, TokenRange range, bool source) {
  std::size_t best = range.begin;
  std::pair<std::size_t, int> best_rank{SIZE_MAX, 9};
  for (std::size_t t = range.begin; t < range.end; ++t) {
    const std::pair<std::size_t, int> here{depth(analysis, t), rank(analysis.token(t).upos, source)};
    const bool better = here.second == best_rank.second ? here.first < best_rank.first : here.second < best_rank.second;
    if (!better) continue;
    best = t;
    best_rank = here;
  }
  return best;
}

std::optional<GoldAttribution> read_attribution(const nlohmann::json& row, const Analysis& analysis,
                                                const std::vector<std::uint32_t>& offsets) {
  GoldAttribution gold;
  const auto cues = ranges_of(row.at("cue"), analysis, offsets);
  const auto sources = ranges_of(row.at("source"), analysis, offsets);
  gold.content = ranges_of(row.at("content"), analysis, offsets);
  if (cues.empty() || gold.content.empty()) return std::nullopt;
  gold.cue_range = cues.front();
  gold.cue = head_of(analysis, gold.cue_range, false);
  if (!sources.empty()) {
    gold.source_range = sources.front();
    gold.source = head_of(analysis, gold.source_range, true);
  }
  return gold;
}

}  // namespace

std::vector<GoldArticle> read_gold(const std::string& path, const std::string& split) {
  std::ifstream file(path);
  std::vector<GoldArticle> articles;
  for (std::string line; std::getline(file, line);) {
    const auto row = nlohmann::json::parse(line);
    if (row.at("split") != split) continue;
    auto& article = articles.emplace_back();
    article.text = row.at("text").get<std::string>();
  }
  file.clear();
  file.seekg(0);
  std::size_t number = 0;
  for (std::string line; std::getline(file, line);) {
    const auto row = nlohmann::json::parse(line);
    if (row.at("split") != split) continue;
    auto& article = articles[number++];
    article.analysis = std::make_unique<Analysis>(article.text);
    article.entities = std::make_unique<Entities>(*article.analysis);
    article.in_content.assign(article.analysis->size(), false);
    const auto offsets = code_points(article.text);
    for (const auto& each : row.at("attributions")) {
      auto gold = read_attribution(each, *article.analysis, offsets);
      if (!gold) continue;
      for (const auto& range : gold->content)
        std::fill(article.in_content.begin() + range.begin, article.in_content.begin() + range.end, true);
      article.attributions.push_back(std::move(*gold));
    }
  }
  return articles;
}

}  // namespace corroborate::extraction
