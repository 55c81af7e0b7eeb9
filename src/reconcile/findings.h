// Findings of one story: claims about one thing, gathered into positions, judged pair by pair.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corroborate/report.h"
#include "reconcile/align/alignment_model.h"
#include "reconcile/claim_ref.h"
#include "reconcile/compare.h"
#include "reconcile/events.h"
#include "reconcile/origins.h"
#include "reconcile/positions.h"
#include "reconcile/values.h"

namespace corroborate::reconciliation {

struct DraftFinding {
  std::size_t event = 0;  // in StoryEvents::events
  ClaimKind kind = ClaimKind::proposition;
  std::string property, population;
  std::vector<DraftPosition> positions;  // most_positions of them at most
  std::vector<DraftPosition> left_out;   // the others
  std::vector<PairRelation> relations;
  Verdict verdict = Verdict::single;
  double certainty = 1;  // as in Finding
};

// Terms and propositions by their keys, then values by their alignment. `group` and `events` belong to one story.
std::vector<DraftFinding> find_all(const std::vector<Extraction>& extractions, const std::vector<std::size_t>& group,
                                   const StoryEvents& events, const AlignmentModel& model);

}  // namespace corroborate::reconciliation
