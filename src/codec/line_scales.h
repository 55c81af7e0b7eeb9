// What the units of a line measure: each dimension with its factor once, most of its quantities have none.
#pragma once

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "corroborate/extraction.h"

namespace corroborate::codec {

struct Scale {
  std::string dimension;
  double factor = 1, offset = 0;
  bool operator==(const Scale&) const = default;
};

inline Scale scale_of(const Quantity& quantity) { return {quantity.dimension, quantity.factor, quantity.offset}; }

// Those that every line of this version knows: number 0 is the plain one. Most used first, over collections of news.
struct UsualScale {
  std::string_view dimension;
  double factor;
};
inline constexpr std::array<UsualScale, 18> usual_scales = {{
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

inline bool is_usual(const Scale& scale, const UsualScale& usual) {
  return scale.dimension == usual.dimension && scale.factor == usual.factor && scale.offset == 0;
}

// Of the usual ones; behind them come those of `scales`, where others are added in the order of their first use.
inline std::uint32_t number_of(const Scale& scale, std::vector<Scale>& scales) {
  std::uint32_t number = 0;
  for (const auto& usual : usual_scales) {
    if (is_usual(scale, usual)) return number;
    ++number;
  }
  for (const auto& known : scales) {
    if (known == scale) return number;
    ++number;
  }
  scales.push_back(scale);
  return number;
}

}  // namespace corroborate::codec
