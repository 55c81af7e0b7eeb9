// What an article says about which story it tells, numbered and sorted so that two articles are compared in one pass.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "corroborate/extraction.h"
#include "reconcile/term_vectors.h"

namespace corroborate::reconciliation {

struct NamedEntity {
  std::uint32_t id = 0;
  float rarity = 0;   // idf in the collection
  bool lead = false;  // first named in the opening of the article
};

// A stated value of one kind of thing: 6.1 of magnitude, 44 of "dead".
struct Figure {
  std::uint32_t kind = 0;  // unit or head of the thing counted
  double value = 0;
  auto operator<=>(const Figure&) const = default;
};

struct StatedAge {
  std::uint32_t person = 0;  // id of the entity whose mention it stands behind
  double age = 0;
  auto operator<=>(const StatedAge&) const = default;
};

// A day of the year that is named, 100 × month + day.
struct NamedDay {
  int day = 0;
  float rarity = 0;  // idf in the collection: in a folder of one day it is 0
};

struct StoryProfile {
  TermVector terms;                         // of length 1
  TermVector top;                           // its heaviest, ascending by id
  TermVector names;                         // its heaviest names of one word, ascending by id
  float number_length = 0;                  // of the numbers among `terms`
  std::vector<NamedEntity> people, places;  // ascending by id; people with at least two names
  std::uint32_t weekdays = 0;               // bit 1 = Monday
  std::uint32_t months = 0;                 // bit 1 = January
  std::vector<NamedDay> days;               // ascending by day
  std::vector<int> years;                   // ascending
  std::optional<Day> published;
  std::optional<Day> event_day;  // of what the article is about
  std::vector<Figure> figures;   // ascending
  std::vector<double> ages;      // ascending
  std::vector<StatedAge> aged;   // ascending
};

// Of all extractions; those whose vector is empty (they stand in no group) have an empty profile. How rare people,
// places and days are comes from `frequencies`.
std::vector<StoryProfile> make_profiles(std::span<const Extraction> extractions, const TermVectors& vectors,
                                        const Frequencies& frequencies);

// What of an article its profile takes in, for the frequencies: keys of people and places, and days of the year as
// 100 × month + day; ascending, each once.
std::vector<std::string_view> profiled_entities(const Extraction& extraction);
std::vector<int> profiled_days(const Extraction& extraction);

std::string day_of_year(int day);  // "09-13"

}  // namespace corroborate::reconciliation
