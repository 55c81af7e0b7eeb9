#include "reconcile/zones.h"

#include <map>
#include <set>

#include "reconcile/findings.h"

namespace corroborate::reconciliation {

namespace {

constexpr std::string_view local = "time", greenwich = "time (UTC+00:00)";

// Calls `visit(event, claim)` for every clock time of the story.
template <typename Visit>
void each_clock(std::vector<Extraction>& extractions, const std::vector<std::size_t>& group, const StoryEvents& events,
                Visit visit) {
  for (std::size_t g = 0; g < group.size(); ++g)
    for (Claim& claim : extractions[group[g]].claims)
      if (is_clock(claim) && claim.event != no_index)
        visit(events.joined[g][static_cast<std::size_t>(claim.event)], claim);
}

}  // namespace

void settle_zones(std::vector<Extraction>& extractions, const std::vector<std::size_t>& group,
                  const StoryEvents& events) {
  std::map<std::uint32_t, std::set<std::string>> zones;
  each_clock(extractions, group, events, [&](std::uint32_t event, const Claim& claim) {
    if (claim.property != local) zones[event].insert(claim.property);
  });
  if (zones.empty()) return;
  each_clock(extractions, group, events, [&](std::uint32_t event, Claim& claim) {
    const auto found = zones.find(event);
    if (found != zones.end() && found->second.size() == 1 && claim.property != greenwich) claim.property = local;
  });
}

}  // namespace corroborate::reconciliation
