// What the units of a line measure: each dimension with its factor once, most of its quantities have none.
#pragma once

#include <string>
#include <vector>

#include "corroborate/extraction.h"

namespace corroborate::codec {

struct Scale {
  std::string dimension;
  double factor = 1, offset = 0;
  bool operator==(const Scale&) const = default;
};

inline Scale scale_of(const Quantity& quantity) { return {quantity.dimension, quantity.factor, quantity.offset}; }

// Those that are not plain, in the order of their first use. Number 0 is the plain one, the first of the list is 1.
inline std::uint32_t number_of(const Scale& scale, std::vector<Scale>& scales) {
  if (scale == Scale{}) return 0;
  for (std::size_t i = 0; i < scales.size(); ++i)
    if (scales[i] == scale) return static_cast<std::uint32_t>(i + 1);
  scales.push_back(scale);
  return static_cast<std::uint32_t>(scales.size());
}

}  // namespace corroborate::codec
