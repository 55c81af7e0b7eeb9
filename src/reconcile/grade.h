// Low, high and grade of a finding (RECONCILE.md 6 and 8).
#pragma once

#include "corroborate/report.h"

namespace corroborate::reconciliation {

struct Standing {
  bool admitted = false;   // by the side that it speaks of
  bool withdrawn = false;  // by all who published it
};

// Fills low, high, grade, grade_reason and provisional of a finding whose positions, relations and counts stand.
void grade(Finding& finding, const Standing& standing);

}  // namespace corroborate::reconciliation
