// What a tokeniser must know of each character: one table for bytes, one function for the few
// multi-byte characters of news text that are not letters (quotes, dashes, spaces, currency signs).
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace corroborate::syntax {

// Bits, so that the kinds met in a run can be collected with one OR a byte.
enum Kind : std::uint8_t {
  kind_letter = 1,  // also every byte that is not told apart below: other scripts, invalid bytes
  kind_digit = 2,
  kind_space = 4,  // also control characters
  kind_period = 8,
  kind_apostrophe = 16,  // ' and ’
  kind_hyphen = 32,      // - and the Unicode hyphens
  kind_other = 64,       // all other punctuation and symbols
  kind_multibyte = 128,  // lead byte of a character that classify() tells apart
};

namespace detail {

constexpr std::array<std::uint8_t, 256> make_byte_kinds() {
  std::array<std::uint8_t, 256> kinds{};
  for (std::size_t byte = 0; byte < 256; ++byte) {
    const bool lower = byte >= 'a' && byte <= 'z', upper = byte >= 'A' && byte <= 'Z';
    if (lower || upper || byte >= 0x80)
      kinds[byte] = kind_letter;
    else if (byte >= '0' && byte <= '9')
      kinds[byte] = kind_digit;
    else if (byte <= ' ' || byte == 0x7F)
      kinds[byte] = kind_space;
    else
      kinds[byte] = kind_other;
  }
  kinds['.'] = kind_period;
  kinds['\''] = kind_apostrophe;
  kinds['-'] = kind_hyphen;
  for (const std::size_t lead : {0xC2u, 0xE2u, 0xE3u, 0xEFu, 0xF0u}) kinds[lead] = kind_multibyte;
  return kinds;
}

}  // namespace detail

inline constexpr std::array<std::uint8_t, 256> byte_kinds = detail::make_byte_kinds();

inline std::uint8_t byte_kind(char byte) { return byte_kinds[static_cast<unsigned char>(byte)]; }

struct Character {
  std::uint8_t kind;
  std::uint8_t length;  // bytes, at least 1
};

// The character at text[at], at < text.size(). Never reads past the end.
Character classify_multibyte(std::string_view text, std::size_t at);

inline Character classify(std::string_view text, std::size_t at) {
  const std::uint8_t kind = byte_kind(text[at]);
  return kind == kind_multibyte ? classify_multibyte(text, at) : Character{kind, 1};
}

inline bool is_digit(char byte) { return byte >= '0' && byte <= '9'; }
inline bool is_upper(char byte) { return byte >= 'A' && byte <= 'Z'; }
inline bool is_lower(char byte) { return byte >= 'a' && byte <= 'z'; }
inline char to_lower(char byte) { return is_upper(byte) ? static_cast<char>(byte + 32) : byte; }

// Closing and opening marks, straight quotes in both.
bool is_closing_mark(std::string_view form);
bool is_opening_mark(std::string_view form);

}  // namespace corroborate::syntax
