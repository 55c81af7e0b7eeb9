// Tags the words of one sentence, greedily from left to right.
#pragma once

#include <span>
#include <vector>

#include "syntax/model.h"

namespace corroborate::syntax {

class SentenceTagger {
 public:
  explicit SentenceTagger(const Model& model) : model_(model) {}

  // Starts a sentence; word(0) … word(count - 1) are then to be set.
  void reset(std::size_t count);
  Word& word(std::size_t at) { return words_[at + 2]; }

  // The tags of all words, valid until the next reset.
  std::span<const JointTag> tag();

 private:
  JointTag choose(std::size_t at, Key previous, Key before) const;

  const Model& model_;
  std::vector<Word> words_;  // with two words of padding on both sides
  std::vector<JointTag> tags_;
};

}  // namespace corroborate::syntax
