// How well groups and conflicts fit the gold, as the scorer of the evaluation set counts.
#pragma once

#include <set>

#include "train/alignment_stages.h"

namespace corroborate::training {

struct Score {
  double found = 0, right = 0, wanted = 0;
  double groups = 0,
         shares = 0;  // of groups over two articles: their number and the sum of their shares of right pairs
  double precision() const { return found > 0 ? right / found : 0; }
  double recall() const { return wanted > 0 ? right / wanted : 0; }
  double f1() const { return found + wanted > 0 ? 2 * right / (found + wanted) : 0; }
  double purity() const { return groups > 0 ? shares / groups : 0; }
};

// Of pairs of values; the scorer counts mentions that are not read too.
Score score_groups(const std::vector<Work>& works, const Choice& choice, reconciliation::Thresholds thresholds);

struct ConflictScore {
  Score pairs;  // of all groups, when those that differ are joined
  double findings = 0, shares = 0;
  std::set<int> questions;
  double precision() const { return findings > 0 ? shares / findings : 0; }
};

// As the scorer has it: mean share of real pairs over groups with a conflict, and questions found.
ConflictScore score_conflicts(const std::vector<Work>& works, const Choice& choice, const std::vector<Difference>& all,
                              const Gold& gold, reconciliation::Thresholds thresholds, float oppose);

}  // namespace corroborate::training
