// Learns lemma scripts from a treebank.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "train/syntax_data.h"

namespace corroborate::syntax {

struct Script {
  unsigned cut = 0;  // bytes from the end; cut_all = all of them
  std::string added;
  auto operator<=>(const Script&) const = default;
};

struct LemmaRules {
  std::map<Key, Script> entries;  // by lemma_key and lemma_ending_key
};

LemmaRules learn_lemmas(const Treebank& treebank, std::span<const JointTag> tags);

}  // namespace corroborate::syntax
