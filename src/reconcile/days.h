// Publication days of undated articles, inferred from what the articles of one story say about the same days.
#pragma once

#include <cstddef>
#include <vector>

#include "corroborate/extraction.h"

namespace corroborate::reconciliation {

// Sets Article::published of undated articles of the group, with its basis, where the text allows it, and resolves
// every date expression of the group that can be resolved then.
void infer_days(std::vector<Extraction>& extractions, const std::vector<std::size_t>& group);

}  // namespace corroborate::reconciliation
