// What features of two articles weigh. Made by train_stories (data/model/README.md).
#pragma once

#include <string_view>

namespace corroborate::reconciliation {

struct NamedWeight {
  std::string_view feature;
  double weight;
};

inline constexpr double story_bias = 6.9010;
inline constexpr NamedWeight story_weights[] = {
    {"similarity", 4.8246},
    {"root_similarity", 12.6385},
    {"numbers", 5.2899},
    {"top", 7.1852},
    {"name_coverage", 2.1726},
    {"names_apart", -0.8494},
    {"published_apart", -2.0000},
    {"event_day_apart", -2.0000},
    {"weekday_shared", 0.8162},
    {"weekday_apart", -1.2376},
    {"day_shared", 1.6627},
    {"month_apart", -1.3298},
    {"year_apart", -0.6039},
    {"people_shared", 0.5205},
    {"lead_people_apart", -0.6871},
    {"places_shared", 1.1504},
    {"lead_places_apart", -1.2343},
    {"figures_shared", 1.1509},
    {"figures_apart", -1.6549},
    {"age_shared", 0.0000},
    {"age_apart", -0.8097},
    {"aged_person_shared", 2.2641},
    {"aged_person_apart", -4.0000},
    {"longer", -3.2382},
};

}  // namespace corroborate::reconciliation
