// Bytes of strings as numbers: in the order of the strings wherever their first eight differ, and to tell them apart.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace corroborate::codec {

// Four and eight bytes as one number, the first byte the most of it: two loads of the machine, whatever its order.
inline std::uint64_t four_bytes(const char* at) {
  const auto byte = [at](int i) { return static_cast<std::uint32_t>(static_cast<unsigned char>(at[i])); };
  return byte(0) << 24 | byte(1) << 16 | byte(2) << 8 | byte(3);
}
inline std::uint64_t eight_bytes(const char* at) {
  const auto byte = [at](int i) { return static_cast<std::uint64_t>(static_cast<unsigned char>(at[i])); };
  return byte(0) << 56 | byte(1) << 48 | byte(2) << 40 | byte(3) << 32 | byte(4) << 24 | byte(5) << 16 | byte(6) << 8 |
         byte(7);
}

// The first eight bytes of a text likewise, zeros behind a shorter one: in the order of the texts. How long a text is
// cannot be foreseen, so that bytes are read twice rather than asked for.
inline std::uint64_t head_of(std::string_view text) {
  const std::size_t size = text.size();
  const char* at = text.data();
  if (size >= 4) {
    const std::size_t beyond = size < 8 ? 8 - size : 0;
    return four_bytes(at) << 32 | (four_bytes(at + 4 - beyond) << 8 * beyond & 0xFFFFFFFF);
  }
  if (size == 0) return 0;
  const auto byte = [at](std::size_t i) {
    return static_cast<std::uint64_t>(static_cast<unsigned char>(at[i])) << (56 - 8 * i);
  };
  return byte(0) | byte(size / 2) | byte(size - 1);
}

// With the head all of a text of four to sixteen bytes: the last eight bytes of a longer one, else what does as well.
inline std::uint64_t tail_of(std::string_view text) {
  const std::size_t size = text.size();
  if (size < 4) return 0;
  return four_bytes(text.data() + std::max<std::size_t>(size, 8) - 8) << 32 | four_bytes(text.data() + size - 4);
}

}  // namespace corroborate::codec
