#include "text/utf8.h"

#include <algorithm>
#include <array>
#include <cstdint>
#include <cstring>

namespace corroborate::text {
namespace {

constexpr std::size_t stride = 128;  // bytes between two marks: 12 bytes of index for each 128 of text

unsigned char byte_at(std::string_view text, std::size_t offset) { return static_cast<unsigned char>(text[offset]); }

// What may follow a lead byte: the length of the sequence and the range of its second byte (Unicode table 3-7).
struct Lead {
  std::uint32_t size;
  unsigned char low, high;
};

Lead lead_of(unsigned char byte) {
  if (byte < 0xC2 || byte > 0xF4) return {1, 0, 0};
  if (byte < 0xE0) return {2, 0x80, 0xBF};
  if (byte < 0xF0)
    return {3, byte == 0xE0 ? std::uint8_t{0xA0} : std::uint8_t{0x80},
            byte == 0xED ? std::uint8_t{0x9F} : std::uint8_t{0xBF}};
  return {4, byte == 0xF0 ? std::uint8_t{0x90} : std::uint8_t{0x80},
          byte == 0xF4 ? std::uint8_t{0x8F} : std::uint8_t{0xBF}};
}

struct Range {
  char32_t first, last;
};

// Blocks that terminals draw two columns wide (East Asian Width W and F, emoji), and marks that take none.
constexpr std::array<Range, 14> wide = {{{0x1100, 0x115F},
                                         {0x2E80, 0x303E},
                                         {0x3041, 0x33FF},
                                         {0x3400, 0x4DBF},
                                         {0x4E00, 0x9FFF},
                                         {0xA000, 0xA4CF},
                                         {0xAC00, 0xD7A3},
                                         {0xF900, 0xFAFF},
                                         {0xFE30, 0xFE6F},
                                         {0xFF00, 0xFF60},
                                         {0xFFE0, 0xFFE6},
                                         {0x1F300, 0x1F64F},
                                         {0x1F900, 0x1F9FF},
                                         {0x20000, 0x3FFFD}}};
constexpr std::array<Range, 16> narrowless = {{{0x0000, 0x001F},
                                               {0x007F, 0x009F},
                                               {0x0300, 0x036F},
                                               {0x0483, 0x0489},
                                               {0x0591, 0x05BD},
                                               {0x0610, 0x061A},
                                               {0x064B, 0x065F},
                                               {0x06D6, 0x06DC},
                                               {0x0900, 0x0902},
                                               {0x093C, 0x093C},
                                               {0x200B, 0x200F},
                                               {0x202A, 0x202E},
                                               {0x2060, 0x2064},
                                               {0x20D0, 0x20F0},
                                               {0xFE00, 0xFE0F},
                                               {0xFEFF, 0xFEFF}}};

template <std::size_t size>
bool contains(const std::array<Range, size>& ranges, char32_t value) {
  const auto next = std::upper_bound(ranges.begin(), ranges.end(), value,
                                     [](char32_t wanted, const Range& range) { return wanted < range.first; });
  return next != ranges.begin() && value <= std::prev(next)->last;
}

void advance(Position& position, char byte) {
  if (is_continuation(byte)) return;
  ++position.code_point;
  ++position.column;
  if (byte == '\n') {
    ++position.line;
    position.column = 1;
  }
}

}  // namespace

CodePoint decode(std::string_view text, std::size_t offset) {
  const unsigned char first = byte_at(text, offset);
  if (first < 0x80) return {first, 1, true};
  const Lead lead = lead_of(first);
  if (lead.size == 1) return {};
  char32_t value = first & (0x7Fu >> lead.size);
  for (std::uint32_t i = 1; i < lead.size; ++i) {
    if (text.size() <= offset + i) return {replacement, i, false};
    const unsigned char next = byte_at(text, offset + i);
    const bool fits = i == 1 ? lead.low <= next && next <= lead.high : is_continuation(static_cast<char>(next));
    if (!fits) return {replacement, i, false};
    value = value << 6 | (next & 0x3Fu);
  }
  return {value, lead.size, true};
}

namespace {

bool are_ascii(const char* eight) {
  std::uint64_t letters;
  std::memcpy(&letters, eight, sizeof letters);
  return (letters & 0x8080808080808080u) == 0;
}

}  // namespace

std::size_t find_invalid(std::string_view text) {
  std::size_t offset = 0;
  while (offset < text.size()) {
    if (offset + 8 <= text.size() && are_ascii(&text[offset])) {
      offset += 8;
      continue;
    }
    const CodePoint next = decode(text, offset);
    if (!next.valid) return offset;
    offset += next.size;
  }
  return offset;
}

std::string repair(std::string text) {
  std::size_t offset = find_invalid(text);
  if (offset == text.size()) return text;
  std::string result = text.substr(0, offset);
  while (offset < text.size()) {
    const CodePoint next = decode(text, offset);
    if (next.valid) {
      result.append(text, offset, next.size);
    } else {
      append(result, replacement);
    }
    offset += next.size;
  }
  return result;
}

std::size_t count_code_points(std::string_view text) {
  return text.size() - static_cast<std::size_t>(std::count_if(text.begin(), text.end(), is_continuation));
}

void append(std::string& text, char32_t code_point) {
  const bool surrogate = 0xD800 <= code_point && code_point < 0xE000;
  const char32_t value = surrogate || code_point > 0x10FFFF ? replacement : code_point;
  const auto tail = [&](unsigned shift) { text.push_back(static_cast<char>(0x80u | (value >> shift & 0x3Fu))); };
  if (value < 0x80) {
    text.push_back(static_cast<char>(value));
  } else if (value < 0x800) {
    text.push_back(static_cast<char>(0xC0u | value >> 6));
  } else if (value < 0x10000) {
    text.push_back(static_cast<char>(0xE0u | value >> 12));
    tail(6);
  } else {
    text.push_back(static_cast<char>(0xF0u | value >> 18));
    tail(12);
    tail(6);
  }
  if (value >= 0x80) tail(0);
}

std::size_t display_width(std::string_view text) {
  std::size_t width = 0;
  for (std::size_t offset = 0; offset < text.size();) {
    const CodePoint next = decode(text, offset);
    offset += next.size;
    if (contains(narrowless, next.value)) continue;
    width += contains(wide, next.value) ? 2 : 1;
  }
  return width;
}

namespace {

// Code points of less than `stride` bytes: a sum that fits a byte is taken of many at once.
std::uint32_t count_in_part(std::string_view part) {
  static_assert(stride <= 256);
  std::uint8_t count = 0;
  for (const char byte : part) count = static_cast<std::uint8_t>(count + !is_continuation(byte));
  return count;
}

}  // namespace

PositionIndex::PositionIndex(std::string_view text) : text_(text) {
  marks_.reserve(text.size() / stride + 1);
  Position position;
  for (std::size_t offset = 0; offset < text.size(); ++offset) {
    if (offset % stride == 0) marks_.push_back(position);
    advance(position, text[offset]);
  }
  if (text.size() % stride == 0) marks_.push_back(position);
}

Position PositionIndex::at(std::size_t offset) const {
  const std::size_t end = std::min(offset, text_.size());
  Position position = marks_[end / stride];
  const std::string_view part = text_.substr(end / stride * stride, end % stride);
  position.code_point += count_in_part(part);
  const auto line_end = part.rfind('\n');
  if (line_end == std::string_view::npos) {
    position.column += count_in_part(part);
  } else {
    position.line += static_cast<std::uint32_t>(std::ranges::count(part, '\n'));
    position.column = 1 + count_in_part(part.substr(line_end + 1));
  }
  return position;
}

std::uint32_t PositionIndex::code_point_at(std::size_t offset) const {
  const std::size_t end = std::min(offset, text_.size()), mark = end / stride;
  return marks_[mark].code_point + count_in_part(text_.substr(mark * stride, end % stride));
}

std::size_t PositionIndex::byte_offset(std::uint32_t code_point) const {
  const auto next =
      std::upper_bound(marks_.begin(), marks_.end(), code_point,
                       [](std::uint32_t wanted, const Position& mark) { return wanted < mark.code_point; });
  const auto mark = next == marks_.begin() ? next : std::prev(next);
  std::size_t offset = static_cast<std::size_t>(mark - marks_.begin()) * stride;
  Position position = *mark;
  // A mark inside a sequence already counts it: step over the rest of its bytes.
  while (offset < text_.size() && (is_continuation(text_[offset]) || position.code_point < code_point)) {
    advance(position, text_[offset]);
    ++offset;
  }
  return offset;
}

}  // namespace corroborate::text
