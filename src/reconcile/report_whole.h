// The whole report from its stories and the rest.
#pragma once

#include <vector>

#include "corroborate/stories.h"

namespace corroborate::reconciliation {

// `stories` in the order of the report, `rest` without their claims and findings.
Report join_stories(std::vector<StoryReport>&& stories, Report&& rest);

}  // namespace corroborate::reconciliation
