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
  std::map<std::uint32_t, std::set<std::string>> of_event;
  std::set<std::string> of_story, of_known_offset;
  bool names_greenwich = false;
  each_clock(extractions, group, events, [&](std::uint32_t event, const Claim& claim) {
    if (claim.property == greenwich) names_greenwich = true;
    if (claim.property == local || claim.property == greenwich) return;
    of_event[event].insert(claim.property);
    of_story.insert(claim.property);
    if (comparable_property(claim) != claim.property) of_known_offset.insert(claim.property);
  });
  if (of_story.empty()) return;
  each_clock(extractions, group, events, [&](std::uint32_t event, Claim& claim) {
    const auto own = of_event.find(event);
    const auto& zones = own == of_event.end() ? of_story : own->second;
    if (zones.size() != 1 || claim.property == greenwich) return;
    const std::string& zone = *zones.begin();
    if (!names_greenwich)
      claim.property = local;
    else if (of_known_offset.contains(zone))
      claim.property = zone;
  });
}

}  // namespace corroborate::reconciliation
