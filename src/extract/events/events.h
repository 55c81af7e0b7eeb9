// The events of one article: which words tell of the same strike, quake or truce, and which of another one.
//
// A mention joins the main event unless its own clause tells it apart: another place, another time, another scope
// ("since 2014"), or a word such as "separate". Harm ("killed", "destroyed") belongs to the event that caused it.
#pragma once

#include <limits>
#include <string>
#include <unordered_map>
#include <vector>

#include "corroborate/extraction.h"
#include "extract/dates/dates.h"
#include "extract/events/clause_settings.h"
#include "extract/events/place_table.h"
#include "extract/events/predicates.h"
#include "extract/names/entities.h"
#include "extract/reading/analysis.h"

namespace corroborate::extraction {

class Events {
 public:
  Events(const Analysis& analysis, const Predicates& predicates, const std::vector<DateMention>& dates,
         const Entities& entities);

  std::vector<Event>& all() { return events_; }
  const std::vector<Event>& all() const { return events_; }
  // The event that a predicate tells of. Makes one when no known event fits.
  int event_of(const Predicate& predicate);
  // The event that a claim of this sentence is about when no predicate names one.
  int event_near(std::size_t token);
  int main() const { return main_; }
  // The main event, made where the article tells of none: what it is about.
  int topic();
  void add(Event event);

  // A date that belongs to the clause of the token, its own, inherited or that of the heading above; none when there is
  // none.
  int date_at(std::size_t token) const;
  // Key of a place that the clause of the token names after a preposition; empty when none.
  std::string place_at(std::size_t token) const;

 private:
  struct Traits {
    std::string place;
    int date = no_index;
    Scope scope = Scope::incident;
    bool separate = false;
  };
  void find_headings();
  void choose_main();
  int stated_date_at(std::size_t token) const;
  Traits traits_of(std::size_t token) const;
  bool tells_apart(const Traits& traits, const Event& event) const;
  bool is_before(const Traits& traits) const;
  bool is_long_ago(const DateMention& mention) const;
  bool is_of_count(std::size_t date) const;
  bool is_ground(std::size_t clause) const;
  bool is_loss(const Predicate& harm) const;
  bool is_speaker(const Predicate& noun) const;
  const Predicate* cause_of(const Predicate& harm) const;
  const Predicate* cause_above(std::size_t clause, std::size_t harm) const;
  const Predicate* cause_in_front(std::size_t harm) const;
  int event_referred_to(const Predicate& harm, const Predicate* cause);
  bool points_back(std::size_t token) const;
  int separate_at(std::string_view event_class, Span span) const;
  int find_or_make(std::string_view event_class, const Traits& traits, std::size_t token);
  std::string_view class_of(const Predicate& predicate) const;
  int date_in(std::size_t clause) const;
  int date_before_which(std::size_t clause) const;

  const Analysis& analysis_;
  const Predicates& predicates_;
  const std::vector<DateMention>& dates_;
  const Entities& entities_;
  ClauseSettings settings_;
  std::vector<Event> events_;
  std::unordered_map<std::string, std::vector<int>> alike_;  // by class: the first events of it, less separate ones
  std::unordered_multimap<std::uint32_t, int> separate_;     // by the first byte of their mention
  std::unordered_map<TokenIndex, int> clause_date_;          // by token of the clause head; most have none
  std::vector<int> heading_;  // by sentence, in a timeline: the date above it; empty elsewhere
  static constexpr Day no_day = std::numeric_limits<Day>::min();
  Day newest_ = no_day;  // of the days that are counted from publication; no_day where there is none
  int main_ = no_index;
  bool has_truce_ = false;
  bool main_does_harm_ = false;  // an attack or a hazard
};

// "at 8.40 pm": a time of the day without its day.
bool is_bare_clock(const DateExpression& date);

}  // namespace corroborate::extraction
