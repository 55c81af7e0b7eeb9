// Training of the part-of-speech tagger.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <unordered_map>
#include <vector>

#include "train/syntax_data.h"
#include "train/syntax_learner.h"

namespace corroborate::syntax {

// What is remembered of a word besides features: its classes.
struct WordClasses {
  std::uint8_t ambiguity = 0;
  std::uint8_t fixed_tag = 0;
};
using WordTable = std::unordered_map<Key, WordClasses>;

struct Tagger {
  explicit Tagger(std::span<const JointTag> all) : tags(all.begin(), all.end()), learner(tags.size()) {}
  std::vector<JointTag> tags;
  Learner learner;
  WordTable words;
};

using Sentences = std::vector<const GoldSentence*>;

Sentences all_of(const Treebank& treebank);

struct TaggerOptions {
  int epochs = 8;
  float margin = 1;
  std::uint64_t seed = 1;
  int runs = 2;  // with different seeds; their weights are added up
};

// One run, and several added up.
std::unique_ptr<Tagger> train_tagger(const Sentences& sentences, std::span<const JointTag> tags,
                                     const TaggerOptions& options);
std::unique_ptr<Tagger> train_taggers(const Sentences& sentences, std::span<const JointTag> tags,
                                      const TaggerOptions& options);

// The joint tags of one sentence.
std::vector<std::uint8_t> apply_tagger(const Tagger& tagger, const GoldSentence& sentence);

// Sets GoldToken::tag from taggers that have not seen the sentence: one for each fold, trained on the others.
void jackknife(Treebank& treebank, std::span<const JointTag> tags, const TaggerOptions& options);

}  // namespace corroborate::syntax
