// Strings in the order of their bytes, compared by their first eight as one number wherever these differ.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace corroborate::codec {

struct OrderedText {
  explicit OrderedText(std::string_view of) : text(of) {
    for (std::size_t i = 0; i < 8; ++i) head = head << 8 | (i < of.size() ? static_cast<unsigned char>(of[i]) : 0U);
  }
  friend bool operator<(const OrderedText& a, const OrderedText& b) {
    return a.head != b.head ? a.head < b.head : a.text < b.text;
  }

  std::uint64_t head = 0;
  std::string_view text;
};

}  // namespace corroborate::codec
