// Numbers like ids.
#include "reconcile/report_ids.h"

#include <fmt/format.h>

#include <algorithm>

namespace corroborate::reconciliation {
namespace {

std::string unique(const std::string& id, std::map<std::string, int>& used) {
  const int count = ++used[id];
  return count == 1 ? id : fmt::format("{}~{}", id, count);
}

std::string dashed(std::string text) {
  std::replace(text.begin(), text.end(), ' ', '-');
  return text;
}

}  // namespace

void ReportIds::set(Report& story) {
  for (Story& one : story.stories) one.id = unique(one.id, stories_);
  for (ReportEvent& event : story.events) event.id = unique(event.id, events_);
  for (Finding& finding : story.findings) {
    const auto& event = story.events[finding.event].id;
    const auto* slash = finding.population.empty() ? "" : "/";
    finding.id =
        unique(fmt::format("{}/{}{}{}", event, dashed(finding.property), slash, dashed(finding.population)), findings_);
  }
}

}  // namespace corroborate::reconciliation
