// Ids of findings as people and tables give them, with or without the key of a story.
#pragma once

#include <string>
#include <string_view>

#include "corroborate/report.h"

namespace corroborate {

// "fire@skerry~k3f9qa/day" is "fire@skerry/day": the same when an earlier article joins the story.
std::string without_key(std::string_view id);

// The finding of this id; else the only one whose id is the same but for the key. Null where there is none.
const Finding* find_finding(const Report& report, std::string_view id);

}  // namespace corroborate
