// The key that most entities have: "Port Ellan" is "port-ellan". A line writes other keys alone.
#pragma once

#include <string>
#include <string_view>

#include "text/ascii.h"

namespace corroborate::codec {

// Letters and digits in lower case, a hyphen for all between them; what is past ASCII stays.
inline std::string plain_key(std::string_view label) {
  std::string key;
  bool apart = false;
  for (const char c : label) {
    const char low = text::lower(c);
    if (!('a' <= low && low <= 'z') && !('0' <= c && c <= '9') && static_cast<unsigned char>(c) < 0x80) {
      apart = true;
      continue;
    }
    if (apart && !key.empty()) key += '-';
    apart = false;
    key += low;
  }
  return key;
}

}  // namespace corroborate::codec
