// The learned parts of alignment, as data/model/alignment.model holds them.
//
// A model refers to the bytes that it was read from: constant data for the linked one. Safe from many threads.
#pragma once

#include <optional>
#include <string_view>

#include "reconcile/align/cluster.h"
#include "reconcile/align/forest.h"
#include "reconcile/align/shallow_forest.h"

namespace corroborate::reconciliation {

inline constexpr std::string_view alignment_magic = "align-04";  // changes with features and layout

struct AlignmentModel {
  ShallowForest pair;     // two values answer one question, by what stands around each
  ShallowForest context;  // the same, beside the other values of their articles
  Forest opposition;      // two that exclude each other do so about one question on which articles differ
  Thresholds thresholds;
  float oppose = 0.5F;  // least probability at which a difference is called a conflict
};

// `file` must be aligned to four bytes. Nothing when it is no model of this version.
std::optional<AlignmentModel> read_alignment_model(std::string_view file);

// The model linked in; without trees in a build without one, which can train one but knows nothing of alignment.
const AlignmentModel& linked_alignment_model();

}  // namespace corroborate::reconciliation
