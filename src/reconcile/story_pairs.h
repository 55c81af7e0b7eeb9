// What speaks for and against two articles telling of one event: the features of the learned score.
#pragma once

#include <array>
#include <cstddef>
#include <string_view>

#include "reconcile/story_profiles.h"

namespace corroborate::reconciliation {

// Whether a feature can speak for one story or against it. Training keeps to it, so that no accident of the training
// topics turns a shared day into evidence against.
enum class Speaks { against, in_favour };

enum class PairFeature : std::size_t {
  similarity,
  root_similarity,
  numbers,
  top,
  name_coverage,
  names_apart,
  published_apart,
  event_day_apart,
  weekday_shared,
  weekday_apart,
  day_shared,
  month_apart,
  year_apart,
  people_shared,
  lead_people_apart,
  places_shared,
  lead_places_apart,
  figures_shared,
  figures_apart,
  age_shared,
  age_apart,
  aged_person_shared,
  aged_person_apart,
  longer,
  count
};
inline constexpr std::size_t pair_feature_count = static_cast<std::size_t>(PairFeature::count);

struct PairFeatureInfo {
  std::string_view name;
  Speaks speaks;
  // Where not 0, the weight itself: for what speaks against one event, but what no two training events differ in (they
  // share no namesake, half of the articles have no day), so that it cannot be learned from them.
  double fixed = 0;
};
inline constexpr std::array<PairFeatureInfo, pair_feature_count> pair_feature_infos = {{
    {"similarity", Speaks::in_favour},       // cosine of all terms
    {"root_similarity", Speaks::in_favour},  // its square root
    {"numbers", Speaks::in_favour},
    {"top", Speaks::in_favour},                // cosine of the heaviest terms, which headline and lead make heavy
    {"name_coverage", Speaks::in_favour},      // the lesser share of the one's heaviest names that the other has
    {"names_apart", Speaks::against},          // neither has any of the other's heaviest names
    {"published_apart", Speaks::against, -2},  // logarithm of the days between, 1 = a year
    {"event_day_apart", Speaks::against, -2},  // the same between the days of what they are about
    {"weekday_shared", Speaks::in_favour},     // any weekday named in both
    {"weekday_apart", Speaks::against},        // weekdays named in both, none in common
    {"day_shared", Speaks::in_favour},         // rarity of a day of the year named in both
    {"month_apart", Speaks::against},
    {"year_apart", Speaks::against},
    {"people_shared", Speaks::in_favour},    // rarity of the people named in both
    {"lead_people_apart", Speaks::against},  // nobody of the one's opening is anywhere in the other
    {"places_shared", Speaks::in_favour},
    {"lead_places_apart", Speaks::against},
    {"figures_shared", Speaks::in_favour},  // kinds of figure with a value in common, logarithm
    {"figures_apart", Speaks::against},     // kinds with none in common
    {"age_shared", Speaks::in_favour},
    {"age_apart", Speaks::against},
    {"aged_person_shared", Speaks::in_favour},   // somebody of one name and age
    {"aged_person_apart", Speaks::against, -4},  // somebody of one name and two ages
    {"longer", Speaks::against},                 // logarithm of the terms of the longer: long texts meet by chance
}};

using PairValues = std::array<float, pair_feature_count>;  // by PairFeature

// Symmetric. What one of the two does not say (a day, an age) speaks neither way: 0.
PairValues compare_articles(const StoryProfile& a, const StoryProfile& b);

}  // namespace corroborate::reconciliation
