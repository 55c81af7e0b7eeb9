// UTF-8: decoding, repair, counting, and byte offsets as people and the JSON contract count them.
//
// Offsets are bytes, ranges half-open. Nothing throws; whatever the bytes are, every step advances by at least one
// byte. Pure functions and immutable values: safe from many threads. `PositionIndex` keeps a view: the text must
// outlive it.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace corroborate::text {

inline constexpr char32_t replacement = 0xFFFD;
inline constexpr std::string_view byte_order_mark = "\xEF\xBB\xBF";

struct CodePoint {
  char32_t value = replacement;
  std::uint32_t size =
      1;  // bytes; of an ill-formed sequence, its longest well-begun part (Unicode 3.9, U+FFFD practice)
  bool valid = false;
};

// The code point that begins at `offset`, which must be less than text.size().
CodePoint decode(std::string_view text, std::size_t offset);

// A byte inside a sequence, not its first.
inline bool is_continuation(char byte) { return (static_cast<unsigned char>(byte) & 0xC0) == 0x80; }

// Offset of the first byte that is not part of a well-formed sequence; text.size() when there is none.
std::size_t find_invalid(std::string_view text);

// Every ill-formed part replaced by U+FFFD. Well-formed text is returned as it is.
std::string repair(std::string text);

std::size_t count_code_points(std::string_view text);

// Appends the UTF-8 form; surrogates and values past U+10FFFF become U+FFFD.
void append(std::string& text, char32_t code_point);

// Columns that the text takes on a terminal: combining marks none, East Asian wide and emoji two.
std::size_t display_width(std::string_view text);

// Where a byte stands: code points before it; line and column from 1, in code points. A line ends after '\n'.
struct Position {
  std::uint32_t code_point = 0;
  std::uint32_t line = 1;
  std::uint32_t column = 1;
  bool operator==(const Position&) const = default;
};

// Answers in constant time, in any order, after one pass over the text. The text must be valid UTF-8.
class PositionIndex {
 public:
  explicit PositionIndex(std::string_view text);

  // `offset` is clipped to the text; inside a sequence it counts as that sequence's end.
  Position at(std::size_t offset) const;
  // Its code point alone, which is most of what is asked.
  std::uint32_t code_point_at(std::size_t offset) const;

  // Byte offset of a code point; text.size() when there are fewer.
  std::size_t byte_offset(std::uint32_t code_point) const;

 private:
  std::string_view text_;
  std::vector<Position> marks_;  // position of every `stride`-th byte
};

}  // namespace corroborate::text
