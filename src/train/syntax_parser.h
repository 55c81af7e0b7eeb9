// Training of the dependency parser.
#pragma once

#include <memory>
#include <vector>

#include "syntax/model.h"
#include "syntax/transition.h"
#include "train/syntax_tagger.h"

namespace corroborate::syntax {

// Two learners: which move, then which relation its arc has.
struct Parser {
  Learner moves = Learner(3);
  Learner relations = Learner(deprel_count);
};

struct ParserOptions {
  int epochs = 10;
  float margin = 3;
  float relation_margin = 3;
  double exploration = 0.9;  // share of steps that follow the parser's own guess, after the first epoch
  std::uint64_t seed = 1;
  int runs = 4;  // with different seeds; their weights are added up
};

// The average over time of each run, added up.
std::unique_ptr<Parser> train_parser(const Sentences& sentences, const std::vector<JointTag>& joint,
                                     const ParserOptions& options);

struct Arc {
  std::uint16_t head = 0;
  Deprel relation = Deprel::dep;
};
std::vector<Arc> apply_parser(const Parser& parser, const GoldSentence& sentence, const std::vector<std::uint8_t>& tags,
                              const std::vector<JointTag>& joint);

}  // namespace corroborate::syntax
