// Reads treebanks.
#include "train/syntax_data.h"

#include <fmt/core.h>

#include <algorithm>
#include <cstdlib>
#include <fstream>
#include <map>

#include "syntax/characters.h"

namespace corroborate::syntax {

namespace {

template <typename Tag>
Tag find_tag(std::string_view text, std::size_t count, Tag otherwise) {
  for (std::size_t number = 0; number < count; ++number)
    if (name(static_cast<Tag>(number)) == text) return static_cast<Tag>(number);
  return otherwise;
}

// A subtype that is not told apart falls back on its universal relation.
Deprel find_relation(std::string_view text) {
  const auto whole = find_tag(text, deprel_count, Deprel::none);
  return whole != Deprel::none ? whole : find_tag(text.substr(0, text.find(':')), deprel_count, Deprel::dep);
}

std::vector<std::string_view> split_columns(std::string_view line) {
  std::vector<std::string_view> columns;
  for (std::size_t begin = 0; begin <= line.size();) {
    const std::size_t end = std::min(line.find('\t', begin), line.size());
    columns.push_back(line.substr(begin, end - begin));
    begin = end + 1;
  }
  return columns;
}

GoldToken read_token(std::span<const std::string_view> columns) {
  GoldToken token;
  token.form = columns[1];
  for (const char byte : columns[2]) token.lemma += to_lower(byte);
  token.upos = find_tag(columns[3], upos_count, Upos::x);
  token.xpos = find_tag(columns[4], xpos_count, Xpos::none);
  token.head = static_cast<std::uint16_t>(std::atoi(std::string(columns[6]).c_str()));
  token.relation = find_relation(columns[7]);
  token.word = analyse_word(token.form);
  return token;
}

}  // namespace

Treebank read_treebank(const std::string& path) {
  std::ifstream in(path);
  if (!in) {
    fmt::print(stderr, "train: cannot read {}\n", path);
    std::exit(3);
  }
  Treebank treebank;
  GoldSentence sentence;
  for (std::string line; std::getline(in, line);) {
    if (line.empty() && !sentence.empty()) treebank.push_back(std::move(sentence)), sentence.clear();
    if (line.empty() || line[0] == '#') continue;
    const auto columns = split_columns(line);
    const bool plain = columns.size() == 10 && columns[0].find_first_of(".-") == std::string_view::npos;
    if (plain) sentence.push_back(read_token(columns));
  }
  if (!sentence.empty()) treebank.push_back(std::move(sentence));
  return treebank;
}

std::vector<JointTag> collect_joint_tags(const Treebank& treebank) {
  std::map<std::pair<Upos, Xpos>, int> counts;
  for (const auto& sentence : treebank)
    for (const auto& token : sentence) ++counts[{token.upos, token.xpos}];
  std::vector<std::pair<int, std::pair<Upos, Xpos>>> ranked;
  constexpr int least = 3;  // occurrences; rarer pairs are slips of the annotators
  for (const auto& [pair, count] : counts)
    if (count >= least) ranked.emplace_back(-count, pair);
  std::ranges::sort(ranked);
  std::vector<JointTag> tags;
  for (const auto& [count, pair] : ranked) tags.push_back({pair.first, pair.second});
  return tags;
}

void label_joint_tags(Treebank& treebank, std::span<const JointTag> tags) {
  const auto find = [tags](const GoldToken& token) {
    std::size_t same_upos = 0;
    bool found = false;
    for (std::size_t number = 0; number < tags.size(); ++number) {
      if (tags[number].upos != token.upos) continue;
      if (tags[number].xpos == token.xpos) return number;
      if (!found) same_upos = number, found = true;
    }
    return same_upos;
  };
  for (auto& sentence : treebank)
    for (auto& token : sentence) token.gold_tag = token.tag = static_cast<std::uint8_t>(find(token));
}

}  // namespace corroborate::syntax
