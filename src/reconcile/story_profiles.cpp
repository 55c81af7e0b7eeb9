// Profiles of articles: vectors by kind of term, people and places, days, figures and ages.
#include "reconcile/story_profiles.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <string_view>

#include "reconcile/vocabulary.h"
#include "time/civil.h"
#include "time/resolve.h"

namespace corroborate::reconciliation {

namespace {

constexpr std::size_t top_terms = 12;
constexpr std::size_t top_names = 6;
constexpr std::uint32_t lead_end = 500;  // code points: headline and the first two or three sentences
constexpr std::uint32_t age_reach = 3;   // code points between a name and its age: "Kim Lee, 44"

template <typename Value>
void sort_unique(std::vector<Value>& values) {
  std::sort(values.begin(), values.end());
  values.erase(std::unique(values.begin(), values.end()), values.end());
}

void add_terms(const TermVectors& vectors, const TermVector& terms, StoryProfile& profile) {
  profile.terms = terms;
  profile.top = heaviest(terms, top_terms);
  float squares = 0;
  TermVector names;
  for (const auto& term : terms) {
    if (term.kind == FeatureKind::number) squares += term.weight * term.weight;
    const bool one_word = vectors.terms[term.id].find(' ') == std::string_view::npos;
    if (term.kind == FeatureKind::name && one_word) names.push_back(term);
  }
  profile.names = heaviest(std::move(names), top_names);
  profile.number_length = std::sqrt(squares);
}

void add_named_day(int month, int day, StoryProfile& profile) {
  if (month < 1 || month > 12 || day < 0 || day > 31) return;
  profile.months |= 1u << month;
  if (day > 0) profile.days.push_back({100 * month + day, 0});
}

void add_date(const DateExpression& date, StoryProfile& profile) {
  const auto& reference = date.reference;
  if (const int weekday = time::weekday_of(reference); weekday != 0) profile.weekdays |= 1u << weekday;
  if (!date.resolved) return add_named_day(reference.month, reference.day, profile);
  if (date.days.first < -farthest_day || date.days.last > farthest_day) return;  // an open end
  const auto first = time::civil_of(date.days.first), last = time::civil_of(date.days.last);
  if (first.year != last.year) return;
  profile.years.push_back(first.year);
  if (first.month == last.month) add_named_day(first.month, date.days.first == date.days.last ? first.day : 0, profile);
}

std::optional<Day> find_event_day(const Extraction& extraction) {
  for (const auto& event : extraction.events) {
    if (!event.main || event.date == no_index) continue;
    const auto& date = extraction.dates[static_cast<std::size_t>(event.date)];
    if (date.resolved && date.days.first == date.days.last) return date.days.first;
  }
  return std::nullopt;
}

void add_dates(const Extraction& extraction, StoryProfile& profile) {
  for (const auto& date : extraction.dates) add_date(date, profile);
  std::sort(profile.days.begin(), profile.days.end(), [](const auto& a, const auto& b) { return a.day < b.day; });
  const auto same = [](const NamedDay& a, const NamedDay& b) { return a.day == b.day; };
  profile.days.erase(std::unique(profile.days.begin(), profile.days.end(), same), profile.days.end());
  sort_unique(profile.years);
  profile.event_day = find_event_day(extraction);
  if (extraction.article.published) profile.published = extraction.article.published->day;
}

using MentionEnds = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // end of a mention, id of the person

// People with at least two names, and places.
bool is_profiled(const Entity& entity) {
  if (entity.relay || entity.mentions.empty()) return false;
  const bool named = entity.key.find('-') != std::string::npos;
  return entity.kind == EntityKind::place || (entity.kind == EntityKind::person && named);
}

// Builds the profiles of one run, which number their entities and figures alike.
class ProfileBuilder {
 public:
  void add(const Extraction& extraction, StoryProfile& profile) {
    MentionEnds mention_ends;
    for (const auto& entity : extraction.entities) {
      if (!is_profiled(entity)) continue;
      if (entity.kind == EntityKind::place) {
        add_entity(entity, profile.places);
        continue;
      }
      const auto id = add_entity(entity, profile.people);
      for (const auto& mention : entity.mentions) mention_ends.emplace_back(mention.end, id);
    }
    std::sort(mention_ends.begin(), mention_ends.end());
    for (const auto& quantity : extraction.quantities) add_quantity(quantity, mention_ends, profile);
    sort_unique(profile.figures);
    sort_unique(profile.ages);
    sort_unique(profile.aged);
  }

  // Once all are added; `documents` of the background too.
  void weigh(const Frequencies& frequencies, double documents, std::vector<StoryProfile>& profiles) const {
    const auto ranks = entities_.ranks();
    std::vector<float> rarity;
    for (const auto key : entities_.texts())
      rarity.push_back(static_cast<float>(rarity_of(frequencies.of(TermKind::entity, key), documents)));
    for (auto& profile : profiles) {
      for (auto* entities : {&profile.people, &profile.places}) {
        for (auto& entity : *entities) entity = {ranks[entity.id], rarity[entity.id], entity.lead};
        std::sort(entities->begin(), entities->end(), [](const auto& a, const auto& b) { return a.id < b.id; });
      }
    }
  }

 private:
  std::uint32_t add_entity(const Entity& entity, std::vector<NamedEntity>& entities) {
    std::uint32_t first = lead_end;
    for (const auto& mention : entity.mentions) first = std::min(first, mention.begin);
    entities.push_back({entities_.add(entity.key), 0, first < lead_end});
    return entities.back().id;
  }

  void add_quantity(const Quantity& quantity, const MentionEnds& mention_ends, StoryProfile& profile) {
    const bool is_stated = quantity.relation == Relation::equal || quantity.relation == Relation::about;
    if (!is_stated || quantity.from != quantity.to) return;
    if (quantity.unit == "year of age") {
      add_age(quantity, mention_ends, profile);
    } else if (quantity.dimension != "time") {
      const std::string_view unit = quantity.unit, counted = quantity.counted;
      const auto kind = unit.empty() ? counted.substr(counted.rfind(' ') + 1) : unit;
      if (!kind.empty()) profile.figures.push_back({kinds_.add(kind), quantity.from});
    }
  }

  static void add_age(const Quantity& quantity, const MentionEnds& mention_ends, StoryProfile& profile) {
    profile.ages.push_back(quantity.from);
    const auto begin = quantity.span.begin;
    const auto next = std::upper_bound(mention_ends.begin(), mention_ends.end(), std::pair(begin, UINT32_MAX));
    if (next == mention_ends.begin() || begin - std::prev(next)->first > age_reach) return;
    profile.aged.push_back({std::prev(next)->second, quantity.from});
  }

  Vocabulary entities_, kinds_;
};

}  // namespace

std::vector<std::string_view> profiled_entities(const Extraction& extraction) {
  std::vector<std::string_view> keys;
  for (const auto& entity : extraction.entities)
    if (is_profiled(entity)) keys.push_back(entity.key);
  sort_unique(keys);
  return keys;
}

std::vector<int> profiled_days(const Extraction& extraction) {
  StoryProfile profile;
  add_dates(extraction, profile);
  std::vector<int> days;
  for (const auto& named : profile.days) days.push_back(named.day);
  return days;
}

std::string day_of_year(int day) { return fmt::format("{:02}-{:02}", day / 100, day % 100); }

std::vector<StoryProfile> make_profiles(std::span<const Extraction> extractions, const TermVectors& vectors,
                                        const Frequencies& frequencies) {
  std::vector<StoryProfile> profiles(extractions.size());
  ProfileBuilder builder;
  for (std::size_t a = 0; a < extractions.size(); ++a) {
    if (vectors.articles[a].empty()) continue;
    add_terms(vectors, vectors.articles[a], profiles[a]);
    add_dates(extractions[a], profiles[a]);
    for (auto& named : profiles[a].days) {
      const auto count = frequencies.of(TermKind::day, day_of_year(named.day));
      named.rarity = static_cast<float>(rarity_of(count, static_cast<double>(frequencies.documents())));
    }
    builder.add(extractions[a], profiles[a]);
  }
  builder.weigh(frequencies, vectors.documents, profiles);
  return profiles;
}

}  // namespace corroborate::reconciliation
