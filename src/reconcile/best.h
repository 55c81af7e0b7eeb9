// The best figure, by a rule that the user names (RECONCILE.md 7), and Admiralty marks (9).
#pragma once

#include <string>

#include "corroborate/corroborate.h"

namespace corroborate::reconciliation {

// Fills best and best_rule of a finding of quantities whose positions, origins and timeline stand.
void choose_best(const Report& report, const ReconcileOptions& options, Finding& finding);

// Fills the marks of its positions from the user's table; without a table there are none.
void mark_positions(const Report& report, const ReconcileOptions& options, Finding& finding);

}  // namespace corroborate::reconciliation
