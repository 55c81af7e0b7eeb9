// The multi-byte characters that are not letters.
#include "syntax/characters.h"

namespace corroborate::syntax {

namespace {

unsigned byte_at(std::string_view text, std::size_t at) {
  return at < text.size() ? static_cast<unsigned char>(text[at]) : 0;
}

// U+0080..U+00BF: no-break space, « » £ ° ½ …
std::uint8_t latin_kind(unsigned second) {
  if (second == 0xA0 || second < 0xA0 || second == 0xAD) return kind_space;  // no-break space, C1 controls, soft hyphen
  if (second == 0xAA || second == 0xBA || second == 0xB5) return kind_letter;  // ª º µ
  if (second == 0xB2 || second == 0xB3 || second == 0xB9 || (second >= 0xBC && second <= 0xBE)) return kind_digit;
  return kind_other;
}

// U+2000..U+207F: general punctuation.
std::uint8_t punctuation_kind(unsigned second, unsigned third) {
  if (second == 0x81) return third == 0x9F ? kind_space : third >= 0xA0 ? kind_letter : kind_other;
  if (third <= 0x8B || third == 0x8E || third == 0x8F) return kind_space;  // widths of space, direction marks
  if (third == 0x8C || third == 0x8D) return kind_letter;                  // joiners
  if (third == 0x90 || third == 0x91) return kind_hyphen;
  if (third == 0x98 || third == 0x99) return third == 0x99 ? kind_apostrophe : kind_other;
  if (third >= 0xA8 && third <= 0xAF) return kind_space;
  return kind_other;
}

}  // namespace

Character classify_multibyte(std::string_view text, std::size_t at) {
  const unsigned first = byte_at(text, at), second = byte_at(text, at + 1), third = byte_at(text, at + 2);
  const auto continues = [](unsigned byte) { return (byte & 0xC0) == 0x80; };
  if (!continues(second)) return {kind_letter, 1};
  if (first == 0xC2) return {latin_kind(second), 2};
  if (!continues(third)) return {kind_letter, 1};
  if (first == 0xE2) {
    if (second <= 0x81) return {punctuation_kind(second, third), 3};
    const bool letters = second >= 0xB0;  // Glagolitic, Coptic, Georgian …
    return {letters ? kind_letter : kind_other, 3};
  }
  if (first == 0xE3) {
    if (second != 0x80) return {kind_letter, 3};
    return {third == 0x80 ? kind_space : kind_other, 3};
  }
  if (first == 0xEF) {
    if (second == 0xBB && third == 0xBF) return {kind_space, 3};  // a byte order mark inside the text
    return {kind_letter, 3};
  }
  if (!continues(byte_at(text, at + 3))) return {kind_letter, 1};
  return {second == 0x9F ? kind_other : kind_letter, 4};  // emoji, or other planes
}

bool is_closing_mark(std::string_view form) {
  return form == "\"" || form == "'" || form == "''" || form == ")" || form == "]" || form == "}" || form == "”" ||
         form == "’" || form == "»" || form == "›" || form == "’’" || form == "“";
}

bool is_opening_mark(std::string_view form) {
  return form == "\"" || form == "'" || form == "``" || form == "`" || form == "(" || form == "[" || form == "{" ||
         form == "“" || form == "‘" || form == "«" || form == "‹" || form == "‘‘" || form == "„" || form == "''";
}

}  // namespace corroborate::syntax
