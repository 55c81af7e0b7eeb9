// What of a report is not of one story alone: it grows as stories come, and holds neither claims nor findings.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "corroborate/report.h"
#include "reconcile/copies.h"
#include "reconcile/story_part.h"

namespace corroborate::reconciliation {

class ReportFrame {
 public:
  ReportFrame(std::size_t articles, std::vector<Problem> problems);

  // In the order of the report; `articles` are the numbers of the story's own.
  void add(const StoryPart& part, const std::vector<std::size_t>& articles);

  Report finish(const std::vector<ArticleCopy>& copies);

 private:
  // By what its label came from: a finding of an earlier story, else a claim of an earlier article.
  struct Known {
    std::string label;
    std::optional<std::size_t> first_article;
    std::set<std::string> relays;
  };
  void add(const Origin& origin, std::optional<std::size_t> first_article);

  Report report_;
  std::map<std::string, Known, std::less<>> origins_;
};

}  // namespace corroborate::reconciliation
