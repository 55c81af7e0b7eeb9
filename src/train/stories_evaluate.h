// How well stories are found on topics that the model has not seen.
#pragma once

#include <vector>

#include "train/stories_gold.h"

namespace corroborate::reconciliation {

// Prints, for each set: five-fold leave-topics-out figures (both events of a topic are left out together), over four
// ways to deal the topics into folds; then each set by a model that was trained on the others alone.
void evaluate(const std::vector<GoldArticles>& sets);

}  // namespace corroborate::reconciliation
