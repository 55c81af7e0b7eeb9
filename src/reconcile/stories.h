// Which articles tell the same story.
#pragma once

#include <cstddef>
#include <vector>

#include "corroborate/extraction.h"
#include "reconcile/story_model.h"

namespace corroborate::reconciliation {

// Article numbers, ascending within a group; groups in the order of their first article. Articles that force a story
// (Article::story) are grouped by it and by nothing else.
std::vector<std::vector<std::size_t>> group_stories(const std::vector<Extraction>& extractions,
                                                    const StoryModel& model = story_model);

}  // namespace corroborate::reconciliation
