// Clock times of one event: whether the zone that they name is just the local one.
#pragma once

#include <cstddef>
#include <vector>

#include "reconcile/events.h"

namespace corroborate::reconciliation {

// The only zone, GMT apart, that the times of an event name is the zone of its place, and so are the times that name none
// in it; an event whose times name none has the only zone of the story. They become local times, or times of that zone
// where the story has times in GMT too and it is known how far they lie apart. `group` and `events` belong to one story.
void settle_zones(std::vector<Extraction>& extractions, const std::vector<std::size_t>& group,
                  const StoryEvents& events);

}  // namespace corroborate::reconciliation
