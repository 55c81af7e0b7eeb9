// Packs what was learned into one model file.
#pragma once

#include <string>
#include <vector>

#include "train/syntax_lemma.h"
#include "train/syntax_parser.h"
#include "train/syntax_tagger.h"

namespace corroborate::syntax {

// A feature table of at most so many bytes: the features with the largest weights, as whole numbers.
struct PackedTable {
  std::vector<FeatureBucket> buckets;
  std::vector<WeightChunk> chunks;
  std::size_t features = 0;
};

struct PackedMoves {
  std::vector<MoveBucket> buckets;
  std::size_t features = 0;
};

// How a table is cut down to size.
struct PackOptions {
  std::size_t bytes = 0;  // at most, of buckets and rows together, were all rows lists of pairs
  int least_weight = 1;   // of 127; smaller weights vanish
};

// A row made beforehand from the weights of several features.
struct SumRow {
  Key key = 0;
  std::vector<float> weights;
};
// One for each frequent word: the sum of the features that it shows by itself.
std::vector<SumRow> sum_word_features(const Tagger& tagger, const Treebank& treebank);

// `sums` are always kept.
PackedTable pack_table(const Learner& learner, const PackOptions& options, const std::vector<SumRow>& sums = {});
PackedMoves pack_moves(const Learner& learner, std::size_t bytes);

// How far the features of a move are looked up (see model.h).
struct MoveStages {
  std::vector<std::uint8_t> order;
  std::vector<MoveStage> stages;
};

struct ModelParts {
  const Tagger& tagger;
  const PackedTable& tagger_table;
  const PackedMoves& moves;
  const MoveStages& stages;
  const PackedTable& relations;
  const LemmaRules& lemmas;
};
std::string pack_model(const ModelParts& parts);

}  // namespace corroborate::syntax
