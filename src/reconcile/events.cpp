// Joins events across the articles of a story, main events first.
#include "reconcile/events.h"

#include <algorithm>
#include <limits>
#include <map>
#include <set>
#include <unordered_set>

#include "time/civil.h"

namespace corroborate::reconciliation {

namespace {

constexpr Day open_first = std::numeric_limits<Day>::min(), open_last = std::numeric_limits<Day>::max();

// Wide: an open end is the numeric limit.
std::int64_t length_of(const Days& days) { return std::int64_t{days.last} - days.first; }

bool has_days(const Days& days) { return days.first != open_first || days.last != open_last; }

Days days_of(const Extraction& extraction, const Event& event) {
  if (event.date == no_index) return {};
  const auto& date = extraction.dates[static_cast<std::size_t>(event.date)];
  return date.resolved ? date.days : Days{};
}

// What an unresolved date still says when its year is not known.
std::string month_of(const Extraction& extraction, const Event& event) {
  if (event.date == no_index) return {};
  const auto& date = extraction.dates[static_cast<std::size_t>(event.date)];
  const bool coarse = date.grain == Grain::month || date.grain == Grain::year || date.grain == Grain::decade;
  return !date.resolved && (date.reference.month != 0 || coarse) ? date.value : std::string();
}

JoinedEvent as_joined(const Extraction& extraction, const Event& event) {
  return {event.event_class,
          event.place,
          event.country,
          days_of(extraction, event),
          month_of(extraction, event),
          event.scope,
          event.main,
          event.separate,
          {}};
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
  if (!places_meet(known, other) || !days_meet(known.days, other.days)) return false;
  if (!known.month.empty() && !other.month.empty() && known.month != other.month) return false;
  if (known.main && known.month.empty() && !other.month.empty())
    return false;  // "this year" is not the day of the news
  return known.scope == Scope::incident || same_period(known, other);
}

// The same place, day or month stands in both.
bool share_setting(const JoinedEvent& a, const JoinedEvent& b) {
  const bool place = !a.place.empty() && !b.place.empty();
  const bool days = has_days(a.days) && has_days(b.days);
  return (place && places_meet(a, b)) || (days && days_meet(a.days, b.days)) ||
         (!a.month.empty() && a.month == b.month);
}

// What happens many times over in one story: two of them are one only where something else says so.
bool happens_often(std::string_view event_class) {
  return event_class == "seized" || event_class == "rescued" || event_class == "aftershock";
}

void merge(JoinedEvent& known, const JoinedEvent& other) {
  if (known.place.empty() || (!other.place.empty() && known.place == other.country)) {
    known.place = other.place;
    known.country = other.country;
  }
  if (!has_days(known.days) ||
      (has_days(other.days) && length_of(other.days) < length_of(known.days) && days_meet(known.days, other.days))) {
    known.days = other.days;
  }
  known.main |= other.main;
}

bool are_far_apart(const Days& a, const Days& b) {
  constexpr Day week = 7;
  return has_days(a) && has_days(b) && (std::int64_t{a.last} + week < b.first || std::int64_t{b.last} + week < a.first);
}

// Deeds of violence that reports name now one way, now another; on one known day.
bool is_attack(const JoinedEvent& event) {
  if (event.separate || !has_days(event.days) || event.days.first != event.days.last) return false;
  return event.event_class == "strike" || event.event_class == "shooting" || event.event_class == "explosion" ||
         event.event_class == "incident";
}

std::string base_id(const JoinedEvent& event) {
  std::string id = event.event_class;
  std::replace(id.begin(), id.end(), ' ', '-');
  if (!event.place.empty()) id += "@" + event.place;
  if (has_days(event.days)) {
    id += "@" +
          (event.days.first == event.days.last ? time::iso_day(event.days.first) : time::iso_month(event.days.first));
  }
  if (event.scope != Scope::incident) id += event.scope == Scope::whole ? "@whole" : "@period";
  return id;
}

class Joiner {
 public:
  Joiner(const std::vector<Extraction>& extractions, const std::vector<std::size_t>& group)
      : extractions_(extractions), group_(group) {
    result_.joined.resize(group.size());
    for (std::size_t g = 0; g < group.size(); ++g) result_.joined[g].resize(events_of(g).size(), unplaced);
  }

  StoryEvents run() {
    place_mains();
    for (std::size_t g = 0; g < group_.size(); ++g) {
      begin_article(g);
      for (std::size_t e = 0; e < events_of(g).size(); ++e) {
        if (result_.joined[g][e] == unplaced) place(g, e);
      }
    }
    for (auto& event : result_.events) event.id = base_id(event);
    return std::move(result_);
  }

 private:
  static constexpr std::uint32_t unplaced = std::numeric_limits<std::uint32_t>::max();

  const std::vector<Event>& events_of(std::size_t g) const { return extractions_[group_[g]].events; }

  // The articles of a story tell of one main event, whether they call it a shooting, a killing or an attack; its class
  // is the one that most of them give it.
  void place_mains() {
    std::map<std::string, int> votes;
    for (std::size_t g = 0; g < group_.size(); ++g) {
      for (const auto& event : events_of(g))
        votes[event.event_class] += event.main ? (event.event_class == "incident" ? 1 : 2) : 0;  // a cause says more
    }
    const auto most =
        std::max_element(votes.begin(), votes.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == votes.end() || most->second == 0) return;
    for (const bool of_class : {true, false}) {
      for (std::size_t g = 0; g < group_.size(); ++g) {
        for (std::size_t e = 0; e < events_of(g).size(); ++e) {
          const Event& event = events_of(g)[e];
          if (event.main && (event.event_class == most->first) == of_class) place_main(g, e);
        }
      }
    }
  }

  void place_main(std::size_t g, std::size_t e) {
    const JoinedEvent event = as_joined(extractions_[group_[g]], events_of(g)[e]);
    if (!result_.events.empty() && are_far_apart(result_.events[0].days, event.days))
      return;  // a timeline begins elsewhere
    if (result_.events.empty())
      result_.events.push_back(event);
    else
      merge(result_.events[0], event);
    result_.joined[g][e] = 0;
    auto& candidates = by_class_[event.event_class];
    if (candidates.empty()) candidates.push_back(0);
  }

  // What the article's main events have taken.
  void begin_article(std::size_t g) {
    taken_.clear();
    told_.clear();
    for (std::size_t e = 0; e < events_of(g).size(); ++e)
      if (result_.joined[g][e] != unplaced) take(g, e);
  }

  void take(std::size_t g, std::size_t e) {
    taken_.insert(result_.joined[g][e]);
    told_.emplace(result_.joined[g][e], events_of(g)[e].event_class);
  }

  void place(std::size_t g, std::size_t e) {
    result_.joined[g][e] = place_of(g, e);
    take(g, e);
  }

  std::uint32_t place_of(std::size_t g, std::size_t e) {
    const JoinedEvent event = as_joined(extractions_[group_[g]], events_of(g)[e]);
    auto& candidates = by_class_[event.event_class];
    // Beside a main event of its class, one from the background needs more than its class to be recognised.
    const bool beside_main = !candidates.empty() && candidates.front() == 0 && result_.events[0].main;
    for (const auto number : candidates) {
      const JoinedEvent& known = result_.events[number];
      if (!same_event(known, event) || is_told_apart(event.event_class, number)) continue;
      const bool needs_setting = (beside_main && !known.main) || happens_often(event.event_class);
      if (needs_setting && !share_setting(known, event)) continue;
      merge(result_.events[number], event);
      return number;
    }
    if (const auto number = same_day_attack(event); number != unplaced) return number;
    const auto number = static_cast<std::uint32_t>(result_.events.size());
    if (candidates.size() < most_alike) candidates.push_back(number);
    if (is_attack(event) && attacks_[event.days.first].size() < most_alike)
      attacks_[event.days.first].push_back(number);
    result_.events.push_back(event);
    return number;
  }

  // What one article calls a shooting another calls an attack: away from the main event their one day tells, where no
  // place speaks against it.
  std::uint32_t same_day_attack(const JoinedEvent& event) const {
    const auto known = is_attack(event) ? attacks_.find(event.days.first) : attacks_.end();
    if (known == attacks_.end()) return unplaced;
    for (const auto number : known->second) {
      if (!taken_.contains(number) && places_meet(result_.events[number], event) &&
          result_.events[number].scope == event.scope)
        return number;
    }
    return unplaced;
  }

  // An article that keeps two events of a class apart has its reasons: they are not joined by way of a third.
  bool is_told_apart(std::string_view event_class, std::uint32_t number) const {
    return told_.contains({number, event_class});
  }

  // Events of one class, or attacks of one day, that another is held against: no story tells of so many, and where they
  // are set apart one by one each would be held against all.
  static constexpr std::size_t most_alike = 1'000;

  const std::vector<Extraction>& extractions_;
  const std::vector<std::size_t>& group_;
  StoryEvents result_;
  std::map<std::string, std::vector<std::uint32_t>> by_class_;
  std::map<Day, std::vector<std::uint32_t>> attacks_;  // by their one day
  // Of the article that is placed: the joined events that hold one of its own, and by which class it tells of them.
  std::unordered_set<std::uint32_t> taken_;
  std::set<std::pair<std::uint32_t, std::string_view>> told_;
};

}  // namespace

StoryEvents join_events(const std::vector<Extraction>& extractions, const std::vector<std::size_t>& group) {
  return Joiner(extractions, group).run();
}

}  // namespace corroborate::reconciliation
