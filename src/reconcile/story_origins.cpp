// A claim of a finding names its origin first, then one that stands alone.
#include "reconcile/story_origins.h"

#include <algorithm>

namespace corroborate::reconciliation {

std::uint32_t StoryOrigins::add(const ClaimOrigin& origin) {
  const auto number = static_cast<std::uint32_t>(known_.size());
  auto& known = known_.try_emplace(origin.id, Known{number, origin.label, {}, {}}).first->second;
  if (!origin.relay.empty()) known.relays.insert(origin.chain.front());
  return known.number;
}

void StoryOrigins::add_unmet(const ClaimOrigin& origin, std::uint32_t article) {
  const auto number = static_cast<std::uint32_t>(known_.size());
  known_.try_emplace(origin.id, Known{number, origin.label, {}, article});
}

std::vector<std::optional<std::uint32_t>> StoryOrigins::move_to(Report& report) {
  std::vector<std::optional<std::uint32_t>> first_articles;
  std::vector<std::uint32_t> by_id(known_.size());
  for (auto& [id, known] : known_) {
    by_id[known.number] = static_cast<std::uint32_t>(report.origins.size());
    report.origins.push_back({id, std::move(known.label), {known.relays.begin(), known.relays.end()}});
    first_articles.push_back(known.first_article);
  }
  for (Finding& finding : report.findings)
    for (Position& position : finding.positions) {
      for (auto& origin : position.origins) origin = by_id[origin];
      std::ranges::sort(position.origins);
    }
  return first_articles;
}

}  // namespace corroborate::reconciliation
