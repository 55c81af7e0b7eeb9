// The events of a story: mentions in several articles joined into one.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corroborate/extraction.h"

namespace corroborate::reconciliation {

struct JoinedEvent {
  std::string event_class, place, country;
  Days days;          // open while not known
  std::string month;  // "XXXX-09", where only that much is known; else empty
  Scope scope = Scope::incident;
  bool main = false;
  bool separate = false;
  std::string id;  // strike@varna-ford@2019-06-13
};

struct StoryEvents {
  std::vector<JoinedEvent> events;
  // By article of the group, by event of its extraction: the joined event.
  std::vector<std::vector<std::uint32_t>> joined;
};

// Joins events of one class whose place, days and scope do not tell them apart. Days must have been resolved.
StoryEvents join_events(const std::vector<Extraction>& extractions, const std::vector<std::size_t>& group);

}  // namespace corroborate::reconciliation
