// Strings in the order of their bytes, compared by their first eight as one number wherever these differ.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace corroborate::codec {

struct OrderedText {
  explicit OrderedText(std::string_view of) : text(of) {
    const std::size_t count = std::min<std::size_t>(of.size(), 8);
    for (std::size_t i = 0; i < count; ++i) head |= std::uint64_t{static_cast<unsigned char>(of[i])} << (56 - 8 * i);
  }
  friend bool operator<(const OrderedText& a, const OrderedText& b) {
    return a.head != b.head ? a.head < b.head : a.text < b.text;
  }

  std::uint64_t head = 0;
  std::string_view text;
};

}  // namespace corroborate::codec
