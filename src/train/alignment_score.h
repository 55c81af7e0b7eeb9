// What the alignment that is linked in makes of stories that it was not trained on.
#pragma once

#include <string>

#include "train/alignment_gold.h"

namespace corroborate::training {

// All in percent. Pairs are of values of two articles; a value that is not read is no part of them.
struct AlignmentScore {
  double precision = 0, recall = 0, f1 = 0;               // of pairs that share a group, against pairs of one question
  double groups_right = 0;                                // mean share of right pairs, over groups
  double conflict_precision = 0, conflict_recall = 0;     // of groups with a conflict, as their pairs; of questions
  std::size_t stories = 0, questions = 0, conflicts = 0;  // how many there are
};

// `gold`: stories of our own (add_own_stories).
AlignmentScore score_alignment(const Gold& gold);

}  // namespace corroborate::training
