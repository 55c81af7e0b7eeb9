// The three stages of the alignment model under training: what they learn from, and what they say of a story so far.
//
// Each stage is learned on what the one before says of topics that it has not seen, or it would trust it too much.
#pragma once

#include <algorithm>
#include <set>
#include <vector>

#include "reconcile/align/align.h"
#include "train/alignment_boost.h"
#include "train/alignment_gold.h"
#include "train/alignment_trees.h"

namespace corroborate::training {

inline constexpr std::size_t folds = 5, inner_folds = 4;

// Chosen once, on the pooled scores of unseen topics (data/model/README.md has the grid): lower values find more pairs
// and more wrong ones.
inline constexpr reconciliation::Thresholds shipped{.join = 0.47F, .keep = 1.03F};
inline constexpr float shipped_oppose = 0.39F;
// Of the groups that the third look learns from: more pairs of one question lie within them.
inline constexpr reconciliation::Thresholds learned_from{.join = 0.35F, .keep = 0.93F, .slope = 0.2F};

// And labels are believed from this probability on, not from reconciliation::least_labelled: chosen likewise.
inline constexpr float learned_labels = 0.1F;

// One story under training: its pairs with what the stages say of them so far.
struct Work {
  std::size_t topic = 0;
  const GoldStory* story = nullptr;
  reconciliation::ScoredPairs scored;
  std::vector<bool> same;  // by pair
  double wanted = 0;  // pairs of values of two articles that answer one question, also those that are no candidates
};

using Choice = std::vector<std::size_t>;  // numbers in the list of works
using Groups = std::vector<std::vector<std::uint32_t>>;

// A pair that differs is a conflict where both answer a question on which the articles are known to differ.
struct Difference {
  std::size_t work, pair;
  bool real;
  reconciliation::OppositionFeatures features;
  float cell = 1;  // pairs of its question, or else of its two groups
  float certainty = 0;
};

struct Trained {
  GrownForest pair, context, opposition;
};

bool share(const std::set<int>& a, const std::set<int>& b);

// The stories of `gold` with their candidate pairs.
std::vector<Work> prepare(const Gold& gold);

void score_first(Work& work, const GrownForest& forest);
void score_second(Work& work, const GrownForest& forest);
Groups groups_of(const Work& work, reconciliation::Thresholds thresholds);

// What the third look sees of one story.
struct Opposed {
  Opposed(const Work& work, reconciliation::Thresholds thresholds)
      : context(*work.story->values, work.scored.pairs, work.scored.first),
        groups(groups_of(work, thresholds)),
        oppositions(*work.story->values, work.scored, context, groups) {}
  reconciliation::PairContext context;
  Groups groups;
  reconciliation::Oppositions oppositions;
};

// A question that both values answer and on which the articles are known to differ; -1 = none.
int conflicting_question(const Work& work, const Gold& gold, std::uint32_t a, std::uint32_t b);

// The differing pairs of work `w` with their features.
std::vector<Difference> differences(const std::vector<Work>& works, const Gold& gold, std::size_t w,
                                    reconciliation::Thresholds thresholds);

// Learns all stages from the works that are `seen`, twice: from those of the news and of our first stories alone, and
// from all; what the two say is averaged. Prints what either makes of the inner folds.
Trained train(const std::vector<Work>& works, const Gold& gold, const std::vector<bool>& seen);

}  // namespace corroborate::training
