// Treebank files for the training program.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "syntax/tags.h"
#include "syntax/word.h"

namespace corroborate::syntax {

struct GoldToken {
  std::string form;
  std::string lemma;  // lower case
  Upos upos = Upos::x;
  Xpos xpos = Xpos::none;
  std::uint16_t head = 0;  // 1-based within the sentence; 0 = root
  Deprel relation = Deprel::dep;
  Word word;
  std::uint8_t gold_tag = 0;  // joint tag, set by label_joint_tags
  std::uint8_t tag = 0;       // joint tag the parser is trained on
};

using GoldSentence = std::vector<GoldToken>;
using Treebank = std::vector<GoldSentence>;

// Reads CoNLL-U. Prints a message and ends the program when a file cannot be read.
Treebank read_treebank(const std::string& path);

// The joint tags in use, the more frequent first.
std::vector<JointTag> collect_joint_tags(const Treebank& treebank);
void label_joint_tags(Treebank& treebank, std::span<const JointTag> tags);

}  // namespace corroborate::syntax
