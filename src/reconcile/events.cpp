// Joins events across the articles of a story, main events first.
#include "reconcile/events.h"

#include <algorithm>
#include <limits>
#include <map>

#include "time/civil.h"

namespace corroborate::reconciliation {

namespace {

constexpr Day open_first = std::numeric_limits<Day>::min(), open_last = std::numeric_limits<Day>::max();

bool has_days(const Days& days) { return days.first != open_first || days.last != open_last; }

Days days_of(const Extraction& extraction, const Event& event) {
  if (event.date == no_index) return {};
  const auto& date = extraction.dates[static_cast<std::size_t>(event.date)];
  return date.resolved ? date.days : Days{};
}

JoinedEvent as_joined(const Extraction& extraction, const Event& event) {
  return {event.event_class, event.place, event.country, days_of(extraction, event), event.scope, event.main, event.separate, {}};
}

bool places_meet(const JoinedEvent& a, const JoinedEvent& b) {
  if (a.place.empty() || b.place.empty() || a.place == b.place) return true;
  return a.country == b.place || b.country == a.place;
}

bool days_meet(const Days& a, const Days& b) {
  return !has_days(a) || !has_days(b) || (a.first <= b.last && b.first <= a.last);
}

// A period or a whole war is known by its place or days; two that share neither stay apart.
bool same_period(const JoinedEvent& a, const JoinedEvent& b) {
  if (a.scope == Scope::whole) return true;
  const bool same_place = !a.place.empty() && a.place == b.place;
  return same_place && has_days(a.days) && a.days == b.days;
}

bool same_event(const JoinedEvent& known, const JoinedEvent& other) {
  if (known.separate || other.separate || known.scope != other.scope) return false;
  if (known.main && other.main) return true;  // the articles of a story tell of one main event
  if (!places_meet(known, other) || !days_meet(known.days, other.days)) return false;
  return known.scope == Scope::incident || same_period(known, other);
}

void merge(JoinedEvent& known, const JoinedEvent& other) {
  if (known.place.empty() || (!other.place.empty() && known.place == other.country)) {
    known.place = other.place;
    known.country = other.country;
  }
  if (!has_days(known.days) || (has_days(other.days) && other.days.last - other.days.first < known.days.last - known.days.first && days_meet(known.days, other.days))) {
    known.days = other.days;
  }
  known.main |= other.main;
}

std::string base_id(const JoinedEvent& event) {
  std::string id = event.event_class;
  std::replace(id.begin(), id.end(), ' ', '-');
  if (!event.place.empty()) id += "@" + event.place;
  if (has_days(event.days)) {
    id += "@" + (event.days.first == event.days.last ? time::iso_day(event.days.first) : time::iso_month(event.days.first));
  }
  if (event.scope != Scope::incident) id += event.scope == Scope::whole ? "@whole" : "@period";
  return id;
}

}  // namespace

StoryEvents join_events(const std::vector<Extraction>& extractions, const std::vector<std::size_t>& group) {
  StoryEvents result;
  result.joined.resize(group.size());
  std::map<std::string, std::vector<std::uint32_t>> by_class;
  const auto place_event = [&](std::size_t g, std::size_t e) {
    const Extraction& extraction = extractions[group[g]];
    const JoinedEvent event = as_joined(extraction, extraction.events[e]);
    auto& candidates = by_class[event.event_class];
    for (const auto number : candidates) {
      if (!same_event(result.events[number], event)) continue;
      merge(result.events[number], event);
      result.joined[g][e] = number;
      return;
    }
    result.joined[g][e] = static_cast<std::uint32_t>(result.events.size());
    candidates.push_back(result.joined[g][e]);
    result.events.push_back(event);
  };
  for (std::size_t g = 0; g < group.size(); ++g) result.joined[g].resize(extractions[group[g]].events.size());
  for (const bool main : {true, false}) {
    for (std::size_t g = 0; g < group.size(); ++g) {
      const auto& events = extractions[group[g]].events;
      for (std::size_t e = 0; e < events.size(); ++e) {
        if (events[e].main == main) place_event(g, e);
      }
    }
  }
  for (auto& event : result.events) event.id = base_id(event);
  return result;
}

}  // namespace corroborate::reconciliation
