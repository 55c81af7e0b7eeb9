// Numbers in their shortest form that reads back the same; a double is known by its point or exponent.
#include "report/json_text.h"

#include <array>
#include <charconv>
#include <cmath>

#include "text/json_string.h"

namespace corroborate::reporting {

void append_value(std::string& out, std::string_view text) { text::append_json_string(out, text); }

void append_value(std::string& out, double number) {
  if (!std::isfinite(number)) {
    out += "null";
    return;
  }
  std::array<char, 32> digits;
  const bool plain = number == 0 || (std::abs(number) >= 1e-5 && std::abs(number) < 1e15);
  const auto end = plain ? std::to_chars(digits.begin(), digits.end(), number, std::chars_format::fixed).ptr
                         : std::to_chars(digits.begin(), digits.end(), number, std::chars_format::scientific).ptr;
  const std::string_view written(digits.data(), static_cast<std::size_t>(end - digits.data()));
  out += written;
  if (written.find_first_of(".e") == std::string_view::npos) out += ".0";
}

void append_value(std::string& out, std::uint32_t number) {
  std::array<char, 12> digits;
  const auto end = std::to_chars(digits.begin(), digits.end(), number).ptr;
  out.append(digits.data(), end);
}

void append_value(std::string& out, bool truth) { out += truth ? "true" : "false"; }

}  // namespace corroborate::reporting
