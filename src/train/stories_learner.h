// Learns the score of two articles from articles whose event is known.
#pragma once

#include <vector>

#include "reconcile/story_model.h"
#include "train/stories_gold.h"

namespace corroborate::reconciliation {

struct PairCase {
  PairValues values{};
  bool same = false;  // one event
  double weight = 1;
};

// Appends the pairs of `gold` as they look when all articles are read together, and, since document frequencies depend
// on what is read, as they look when each topic and each event is read alone.
void add_cases(const GoldArticles& gold, std::vector<PairCase>& cases);

// Logistic regression with a quadratic penalty on standardised features, each weight held to the side that its feature
// may speak for; by coordinate descent. Deterministic.
StoryModel learn_story_model(const std::vector<PairCase>& cases);

}  // namespace corroborate::reconciliation
