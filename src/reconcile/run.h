// The order of work of one run: stories, copies, then each story by itself, and what is shared by all of them.
#pragma once

#include "corroborate/stories.h"
#include "reconcile/source.h"

namespace corroborate::reconciliation {

// As reconcile() with the same arguments.
Report run(Source& source, const ReconcileOptions& options, const TakeStory& take);
Report run_whole(Source& source, const ReconcileOptions& options);

}  // namespace corroborate::reconciliation
