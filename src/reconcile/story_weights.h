// What features of two articles weigh. Made by train_stories (data/model/README.md).
#pragma once

#include <string_view>

namespace corroborate::reconciliation {

struct NamedWeight {
  std::string_view feature;
  double weight;
};

inline constexpr double story_bias = 7.9787;
inline constexpr NamedWeight story_weights[] = {
    {"similarity", 4.5909},
    {"root_similarity", 12.3045},
    {"numbers", 5.7148},
    {"top", 6.7145},
    {"name_coverage", 2.2655},
    {"names_apart", -0.7860},
    {"published_apart", -2.0000},
    {"event_day_apart", -2.0000},
    {"weekday_shared", 0.7603},
    {"weekday_apart", -1.2347},
    {"day_shared", 2.3555},
    {"month_apart", -1.2296},
    {"year_apart", -0.8173},
    {"people_shared", 0.7450},
    {"lead_people_apart", -1.0274},
    {"places_shared", 1.0840},
    {"lead_places_apart", -1.2863},
    {"figures_shared", 0.9995},
    {"figures_apart", -1.7391},
    {"age_shared", 0.0109},
    {"age_apart", -0.7562},
    {"aged_person_shared", 2.4592},
    {"aged_person_apart", -4.0000},
    {"longer", -3.4109},
};

}  // namespace corroborate::reconciliation
