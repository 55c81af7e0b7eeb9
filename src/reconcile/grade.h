// Low, high and grade of a finding (RECONCILE.md 6 and 8).
#pragma once

#include "corroborate/report.h"

namespace corroborate::reconciliation {

// Fills low, high, grade, grade_reason and provisional of a finding whose positions, relations and counts stand.
void grade(Finding& finding);

}  // namespace corroborate::reconciliation
