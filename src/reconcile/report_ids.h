// Ids that are unique in a report.
#pragma once

#include <map>
#include <string>

#include "corroborate/report.h"

namespace corroborate::reconciliation {

// Stories come in the order of the report. For use by one thread.
class ReportIds {
 public:
  // `story` is the report of one story, whose ids end with its key: its events and findings are told apart by a number
  // for all but the first of like ones, findings get the ids that follow from their events. Two stories with one key are
  // told apart so too.
  void set(Report& story);

 private:
  std::map<std::string, int> stories_, events_, findings_;  // how many have had an id
};

}  // namespace corroborate::reconciliation
