// Ids that are unique in a report.
#pragma once

#include <map>
#include <string>

#include "corroborate/report.h"

namespace corroborate::reconciliation {

// Stories come in the order of the report. For use by one thread.
class ReportIds {
 public:
  // `story` is the report of one story: the ids of its story and its events are made unique, of like ones by a number
  // for all but the first; its findings get the ids that follow from their events.
  void set(Report& story);

 private:
  std::map<std::string, int> stories_, events_, findings_;  // how many have had an id
};

}  // namespace corroborate::reconciliation
