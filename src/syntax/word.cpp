// Folding and hashing of word forms.
#include "syntax/word.h"

#include <algorithm>
#include <cstring>

#include "syntax/characters.h"

namespace corroborate::syntax {

namespace {

constexpr std::size_t longest_part = 24;  // bytes; of a longer word the first and the last 24 count

// A folded copy of the form in a fixed buffer, with 8 zero bytes on both sides for whole-word loads.
struct Folded {
  std::array<char, 8 + 2 * longest_part + 8> bytes{};
  std::size_t size = 0;

  const char* begin() const { return bytes.data() + 8; }
  const char* end() const { return begin() + size; }
};

constexpr std::array<char, 256> make_folds() {
  std::array<char, 256> folds{};
  for (std::size_t byte = 0; byte < 256; ++byte) {
    const auto plain = static_cast<char>(byte);
    folds[byte] = byte >= 'A' && byte <= 'Z' ? static_cast<char>(byte + 32) : byte >= '0' && byte <= '9' ? '0' : plain;
  }
  return folds;
}
constexpr auto folds = make_folds();

void append_folded(std::string_view part, Folded& folded) {
  char* out = folded.bytes.data() + 8;
  std::size_t size = folded.size;
  for (std::size_t at = 0; at < part.size(); ++at) {
    if (part[at] == '\xE2' && part.substr(at, 3) == "’") {
      out[size++] = '\'';
      at += 2;
    } else {
      out[size++] = folds[static_cast<unsigned char>(part[at])];
    }
  }
  folded.size = size;
}

Folded fold(std::string_view form) {
  Folded folded;
  if (form.size() <= 2 * longest_part) {
    append_folded(form, folded);
  } else {
    append_folded(form.substr(0, longest_part), folded);
    append_folded(form.substr(form.size() - longest_part), folded);
  }
  return folded;
}

Key load(const char* bytes) {
  Key value;
  std::memcpy(&value, bytes, sizeof value);
  return value;
}

Key hash_form(const Folded& folded) {
  Key hash = folded.size * key_factor;
  for (const char* at = folded.begin(); at < folded.end(); at += 8)
    hash = (std::rotl(hash, 29) ^ load(at)) * key_factor;
  return mix(hash);
}

// Which of these a form holds: lower case, capitals, digits, hyphens and stops, other marks; and how it begins.
Key shape_of(std::string_view form) {
  std::uint8_t kinds = 0;
  unsigned capitals = 0, lowers = 0;
  for (const char byte : form.substr(0, longest_part)) {
    kinds |= byte_kind(byte);
    capitals += is_upper(byte);
    lowers += is_lower(byte);
  }
  const unsigned first = is_upper(form[0]) ? 1 : is_lower(form[0]) ? 2 : is_digit(form[0]) ? 3 : 0;
  const unsigned length = static_cast<unsigned>(std::min<std::size_t>(form.size(), 4));
  return mix(Key{kinds} | (Key{first} << 8) | (Key{std::min(capitals, 2u)} << 12) | (Key{lowers > 0} << 16) |
             (Key{length} << 20) | (Key{1} << 40));
}

}  // namespace

Key hash_word(std::string_view form) { return hash_form(fold(form)); }

Word analyse_word(std::string_view form) {
  const Folded folded = fold(form);
  Word word;
  word.form = hash_form(folded);
  word.shape = shape_of(form);
  const Key tail = load(folded.end() - 8), head = load(folded.begin());
  for (std::size_t length = 1; length <= word.suffixes.size(); ++length) {
    const std::size_t spare = 8 * (8 - length);
    word.suffixes[length - 1] = mix((tail >> spare) ^ (Key{length} << 56));
    if (length <= word.prefixes.size()) word.prefixes[length - 1] = mix((head << spare) ^ length);
  }
  return word;
}

}  // namespace corroborate::syntax
