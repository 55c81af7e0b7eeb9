#include "text/json_string.h"

#include <cstdint>
#include <cstring>

#include "text/utf8.h"

namespace corroborate::text {
namespace {

void append_escaped(std::string& out, char letter) {
  constexpr std::string_view hex = "0123456789abcdef";
  switch (letter) {
    case '"':
      out += "\\\"";
      return;
    case '\\':
      out += "\\\\";
      return;
    case '\n':
      out += "\\n";
      return;
    case '\r':
      out += "\\r";
      return;
    case '\t':
      out += "\\t";
      return;
    default:
      break;
  }
  const auto byte = static_cast<unsigned char>(letter);
  out += "\\u00";
  out.push_back(hex[byte >> 4]);
  out.push_back(hex[byte & 15]);
}

bool is_plain(char letter) { return static_cast<unsigned char>(letter) >= 0x20 && letter != '"' && letter != '\\'; }

constexpr std::uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;

// Not 0 where one of eight letters is not plain, asked of all at once (Anderson, Bit Twiddling Hacks: a byte less than
// n).
std::uint64_t not_plain(std::uint64_t letters) {
  const auto less = [](std::uint64_t value, std::uint64_t than) { return (value - ones * than) & ~value & tops; };
  const auto equal = [&](char letter) { return less(letters ^ (ones * static_cast<unsigned char>(letter)), 1); };
  return less(letters, 0x20) | equal('"') | equal('\\');
}

std::uint64_t eight(const char* at) {
  std::uint64_t letters;
  std::memcpy(&letters, at, sizeof letters);
  return letters;
}

// Whether all letters are plain and of ASCII, as most strings are. How long a string is cannot be foreseen: the last
// eight letters are asked as eight, though some of them have been.
bool is_plain_ascii(std::string_view value) {
  const char* at = value.data();
  const std::size_t size = value.size();
  std::uint64_t wrong = 0;
  if (size < 8) {
    for (const char letter : value) wrong |= !is_plain(letter) || static_cast<unsigned char>(letter) >= 0x80;
    return wrong == 0;
  }
  for (std::size_t i = 0; i + 8 < size; i += 8) wrong |= not_plain(eight(at + i)) | (eight(at + i) & tops);
  const std::uint64_t last = eight(at + size - 8);
  return (wrong | not_plain(last) | (last & tops)) == 0;
}

void append_valid(std::string& out, std::string_view value) {
  std::size_t plain = 0;
  for (std::size_t i = 0; i < value.size();) {
    if (i + 8 <= value.size() && not_plain(eight(&value[i])) == 0) {
      i += 8;
    } else if (is_plain(value[i])) {
      ++i;
    } else {
      out.append(value, plain, i - plain);
      append_escaped(out, value[i++]);
      plain = i;
    }
  }
  out.append(value, plain);
}

}  // namespace

void append_json_string(std::string& out, std::string_view value) {
  out.push_back('"');
  if (is_plain_ascii(value)) {
    out.append(value);
  } else if (find_invalid(value) == value.size()) {
    append_valid(out, value);
  } else {
    append_valid(out, repair(std::string(value)));
  }
  out.push_back('"');
}

}  // namespace corroborate::text
