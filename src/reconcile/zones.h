// Clock times of one event: whether the zone that they name is just the local one.
#pragma once

#include <cstddef>
#include <vector>

#include "reconcile/events.h"

namespace corroborate::reconciliation {

// Where all times of an event that name a zone name the same one, other than GMT, it is the zone of the place: they
// become local times, and are compared with those that name none. `group` and `events` belong to one story.
void settle_zones(std::vector<Extraction>& extractions, const std::vector<std::size_t>& group,
                  const StoryEvents& events);

}  // namespace corroborate::reconciliation
