// Bytes of any of the usual encodings to valid UTF-8.
//
// UTF-8 and UTF-16 by byte order mark, else UTF-8 where it is well-formed or merely damaged, else the legacy encoding
// that ICU finds most likely. The result is always valid UTF-8 without a byte order mark. Safe from many threads.
#pragma once

#include <string>
#include <string_view>

namespace corroborate::loading {

struct Decoded {
  std::string text;
  std::size_t damage = std::string::npos;  // offset in `text` of the first U+FFFD that stands for broken bytes
};

// `declared` is the encoding that the file itself names, used where the bytes are not UTF-8; empty = none.
Decoded decode_bytes(std::string bytes, const std::string& declared = {});

// Holds bytes that no text has: NUL, or many control characters. UTF-16 with its mark is text.
bool is_binary(std::string_view bytes);

}  // namespace corroborate::loading
