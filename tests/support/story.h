// A story from texts: each an article, extracted and reconciled.
#pragma once

#include <string_view>
#include <vector>

#include "corroborate/report.h"

namespace corroborate::testing {

// Articles "a", "b", … of one story, published on Thursday 2016-09-08.
Report report_on(const std::vector<std::string_view>& texts);

}  // namespace corroborate::testing
