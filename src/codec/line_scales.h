// What the units of a line measure: each dimension with its factor once, most of its quantities have none.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "codec/usual.h"
#include "corroborate/extraction.h"

namespace corroborate::codec {

// `dimension` is what the quantity, or the line, has of it.
struct Scale {
  std::string_view dimension;
  double factor = 1, offset = 0;
  bool operator==(const Scale&) const = default;
};

inline Scale scale_of(const Quantity& quantity) { return {quantity.dimension, quantity.factor, quantity.offset}; }

// Number 0 is the plain one, that of most quantities. The most used first, over collections of news.
inline constexpr std::array<Scale, 18> usual_scales = {{
    {"", 1},
    {"ordinal", 1},
    {"time", 31557600},
    {"money", 1},
    {"ratio", 1},
    {"age", 31557600},
    {"time", 86400},
    {"time", 3600},
    {"time", 2629800},
    {"count", 1},
    {"time", 604800},
    {"time", 60},
    {"time", 315576000},
    {"length", 1609.344},
    {"length", 0.3048},
    {"magnitude", 1},
    {"time", 1},
    {"score", 1},
}};

// Its number; `scales` are the line's own, in the order of their first use.
inline std::uint32_t number_of(const Scale& scale, std::vector<Scale>& scales) {
  const std::uint32_t number = number_of(scale, usual_scales, scales);
  if (number == usual_scales.size() + scales.size()) scales.push_back(scale);
  return number;
}

}  // namespace corroborate::codec
