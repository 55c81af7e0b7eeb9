// What the models make of topics that they have not seen, pooled over the folds.
#pragma once

#include "train/alignment_count.h"

namespace corroborate::training {

class Unseen {
 public:
  // Both must outlive this; `works` are copied, since each fold scores them anew.
  Unseen(const std::vector<Work>& works, const Gold& gold) : works_(works), gold_(gold) {}

  // Scores the annotated works that are not `seen`.
  void add(const Trained& trained, const std::vector<bool>& seen);

  // Figures at the shipped thresholds and around them, to standard output.
  void print() const;

 private:
  void print_differing() const;

  std::vector<Work> works_;
  const Gold& gold_;
  Score pairs_;
  std::vector<Difference> differences_;
};

}  // namespace corroborate::training
