// Profiles of articles: vectors by kind of term, people and places, days, figures and ages.
#include "reconcile/story_profiles.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <string_view>
#include <unordered_map>

#include "time/civil.h"

namespace corroborate::reconciliation {

namespace {

constexpr std::size_t top_terms = 12;
constexpr std::size_t top_names = 6;
constexpr std::uint32_t lead_end = 500;  // code points: headline and the first two or three sentences
constexpr std::uint32_t age_reach = 3;   // code points between a name and its age: "Kim Lee, 44"

// Numbers strings as they come, and counts the articles that have each.
class Interner {
 public:
  std::uint32_t add(std::string_view text, std::size_t article) {
    const auto [entry, is_new] = ids_.emplace(text, static_cast<std::uint32_t>(articles_.size()));
    if (is_new) articles_.push_back({article, 1});
    auto& last = articles_[entry->second];
    if (last.article != article) last = {article, last.count + 1};
    return entry->second;
  }
  std::uint32_t count(std::uint32_t id) const { return articles_[id].count; }

 private:
  struct Seen {
    std::size_t article;
    std::uint32_t count;
  };
  std::unordered_map<std::string_view, std::uint32_t> ids_;
  std::vector<Seen> articles_;
};

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
  const bool has_weekday = reference.weekday >= 1 && reference.weekday <= 7;
  if (has_weekday && reference.month == 0) profile.weekdays |= 1u << reference.weekday;
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

float rarity_of(std::size_t count, double documents) {
  return static_cast<float>(std::max(0.0, std::log((documents + 1) / (static_cast<double>(count) + 0.5))));
}

// How many of the articles that are read name a day.
class DayCounts {
 public:
  void add(const StoryProfile& profile) {
    ++articles_;
    for (const auto& named : profile.days) ++counts_[named.day];
  }
  void weigh(StoryProfile& profile) const {
    for (auto& named : profile.days) named.rarity = rarity_of(counts_.at(named.day), articles_);
  }

 private:
  std::map<int, std::size_t> counts_;
  double articles_ = 0;
};

using MentionEnds = std::vector<std::pair<std::uint32_t, std::uint32_t>>;  // end of a mention, id of the person

// Builds the profiles of one run, which number their entities and figures alike.
class ProfileBuilder {
 public:
  void add(const Extraction& extraction, std::size_t article, StoryProfile& profile) {
    MentionEnds mention_ends;
    for (const auto& entity : extraction.entities) {
      if (entity.relay || entity.mentions.empty()) continue;
      if (entity.kind == EntityKind::place) add_entity(entity, article, profile.places);
      if (entity.kind != EntityKind::person || entity.key.find('-') == std::string::npos) continue;
      const auto id = add_entity(entity, article, profile.people);
      for (const auto& mention : entity.mentions) mention_ends.emplace_back(mention.end, id);
    }
    std::sort(mention_ends.begin(), mention_ends.end());
    for (const auto& quantity : extraction.quantities) add_quantity(quantity, article, mention_ends, profile);
    sort_unique(profile.figures);
    sort_unique(profile.ages);
    sort_unique(profile.aged);
  }

  void weigh(double documents, StoryProfile& profile) const {
    for (auto* entities : {&profile.people, &profile.places}) {
      std::sort(entities->begin(), entities->end(), [](const auto& a, const auto& b) { return a.id < b.id; });
      for (auto& entity : *entities) entity.rarity = rarity_of(entities_.count(entity.id), documents);
    }
  }

 private:
  std::uint32_t add_entity(const Entity& entity, std::size_t article, std::vector<NamedEntity>& entities) {
    std::uint32_t first = lead_end;
    for (const auto& mention : entity.mentions) first = std::min(first, mention.begin);
    entities.push_back({entities_.add(entity.key, article), 0, first < lead_end});
    return entities.back().id;
  }

  void add_quantity(const Quantity& quantity, std::size_t article, const MentionEnds& mention_ends,
                    StoryProfile& profile) {
    const bool is_stated = quantity.relation == Relation::equal || quantity.relation == Relation::about;
    if (!is_stated || quantity.from != quantity.to) return;
    if (quantity.unit == "year of age") {
      add_age(quantity, mention_ends, profile);
    } else if (quantity.dimension != "time") {
      const std::string_view unit = quantity.unit, counted = quantity.counted;
      const auto kind = unit.empty() ? counted.substr(counted.rfind(' ') + 1) : unit;
      if (!kind.empty()) profile.figures.push_back({kinds_.add(kind, article), quantity.from});
    }
  }

  static void add_age(const Quantity& quantity, const MentionEnds& mention_ends, StoryProfile& profile) {
    profile.ages.push_back(quantity.from);
    const auto begin = quantity.span.begin;
    const auto next = std::upper_bound(mention_ends.begin(), mention_ends.end(), std::pair(begin, UINT32_MAX));
    if (next == mention_ends.begin() || begin - std::prev(next)->first > age_reach) return;
    profile.aged.push_back({std::prev(next)->second, quantity.from});
  }

  Interner entities_, kinds_;
};

}  // namespace

std::vector<StoryProfile> make_profiles(const std::vector<Extraction>& extractions, const TermVectors& vectors) {
  std::vector<StoryProfile> profiles(extractions.size());
  ProfileBuilder builder;
  DayCounts days;
  for (std::size_t a = 0; a < extractions.size(); ++a) {
    if (vectors.articles[a].empty()) continue;
    add_terms(vectors, vectors.articles[a], profiles[a]);
    add_dates(extractions[a], profiles[a]);
    days.add(profiles[a]);
    builder.add(extractions[a], a, profiles[a]);
  }
  for (auto& profile : profiles) {
    builder.weigh(vectors.documents, profile);
    days.weigh(profile);
  }
  return profiles;
}

}  // namespace corroborate::reconciliation
