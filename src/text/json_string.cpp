#include "text/json_string.h"

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

void append_valid(std::string& out, std::string_view value) {
  std::size_t plain = 0;
  for (std::size_t i = 0; i < value.size(); ++i) {
    const auto byte = static_cast<unsigned char>(value[i]);
    if (byte >= 0x20 && byte != '"' && byte != '\\') continue;
    out.append(value, plain, i - plain);
    append_escaped(out, value[i]);
    plain = i + 1;
  }
  out.append(value, plain);
}

}  // namespace

void append_json_string(std::string& out, std::string_view value) {
  out.push_back('"');
  if (find_invalid(value) == value.size()) {
    append_valid(out, value);
  } else {
    append_valid(out, repair(std::string(value)));
  }
  out.push_back('"');
}

}  // namespace corroborate::text
