// One story of a run, compared: its part of the report, before its ids are made unique.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "corroborate/corroborate.h"
#include "reconcile/align/alignment_model.h"
#include "reconcile/copies.h"

namespace corroborate::reconciliation {

struct StoryPart {
  Report report;  // as in StoryReport; the ids of stories and events may not be unique, findings have none
  // Of each origin: nothing where it stands behind a finding, which names it best; else the first article of the story
  // that it speaks in.
  std::vector<std::optional<std::uint32_t>> first_articles;
};

// `articles` are those of one story, in the order of their ids; `passages` those that they have from each other, by
// their numbers in `articles`. Safe from many threads.
StoryPart tell_story(std::vector<Extraction>&& articles, const std::vector<CopiedPassage>& passages,
                     const ReconcileOptions& options, const AlignmentModel& model);

// Conflicts first, then by how many claims they hold, then by id.
void sort_findings(std::vector<Finding>& findings);

}  // namespace corroborate::reconciliation
