// Points of the compass, in words: "south", "north-northeast".
#pragma once

#include <string_view>

namespace corroborate::text {

// Of lower-case letters; a hyphen may stand between the points.
constexpr bool is_bearing(std::string_view word) {
  bool points = false;
  while (!word.empty()) {
    const auto before = word.size();
    for (const std::string_view point : {"north", "south", "east", "west"}) {
      if (!word.starts_with(point)) continue;
      word.remove_prefix(point.size());
      points = true;
    }
    if (points && word.size() > 1 && word.front() == '-') word.remove_prefix(1);
    if (word.size() == before) return false;
  }
  return points;
}

}  // namespace corroborate::text
