// The level of a finding: that of the gravest pair that makes its verdict.
#pragma once

#include "corroborate/report.h"
#include "corroborate/severity.h"

namespace corroborate::reconciliation {

// A pair is no graver than its rule says, nor than what both its sides may be: a side is capped where all its articles
// are (ReportArticle::at_most).
Level level_of(const Report& report, const Levels& levels, const Finding& finding);

}  // namespace corroborate::reconciliation
