#include "load/json_repair.h"

#include <algorithm>

#include <charconv>
#include <nlohmann/json.hpp>
#include <string_view>

namespace corroborate::loading {
namespace {

// The code unit of a \uXXXX escape at `offset`, or -1.
int code_unit(std::string_view line, std::size_t offset) {
  if (line.size() < offset + 6 || line.substr(offset, 2) != "\\u") return -1;
  int value = 0;
  const auto [end, error] = std::from_chars(line.data() + offset + 2, line.data() + offset + 6, value, 16);
  return error == std::errc{} && end == line.data() + offset + 6 ? value : -1;
}

bool is_high(int unit) { return 0xD800 <= unit && unit < 0xDC00; }
bool is_low(int unit) { return 0xDC00 <= unit && unit < 0xE000; }

// Accepts everything and keeps the place of the error.
struct ErrorPlace : nlohmann::json_sax<nlohmann::json> {
  std::size_t place = 0;
  bool null() override { return true; }
  bool boolean(bool) override { return true; }
  bool number_integer(number_integer_t) override { return true; }
  bool number_unsigned(number_unsigned_t) override { return true; }
  bool number_float(number_float_t, const string_t&) override { return true; }
  bool string(string_t&) override { return true; }
  bool binary(binary_t&) override { return true; }
  bool start_object(std::size_t) override { return true; }
  bool key(string_t&) override { return true; }
  bool end_object() override { return true; }
  bool start_array(std::size_t) override { return true; }
  bool end_array() override { return true; }
  bool parse_error(std::size_t position, const std::string&, const nlohmann::detail::exception&) override {
    place = position;
    return false;
  }
};

}  // namespace

RepairedJson replace_lone_surrogates(std::string line) {
  RepairedJson result;
  for (auto offset = line.find('\\'); offset != std::string::npos; offset = line.find('\\', offset)) {
    const int unit = code_unit(line, offset);
    if (is_high(unit) && is_low(code_unit(line, offset + 6))) {
      offset += 12;
    } else if (is_high(unit) || is_low(unit)) {
      if (result.lone.empty()) result.lone = line.substr(offset, 6);
      line.replace(offset, 6, "\\uFFFD");
      offset += 6;
    } else {
      offset += 2;
    }
  }
  result.line = std::move(line);
  return result;
}

std::size_t find_json_error(const std::string& line) {
  ErrorPlace handler;
  nlohmann::json::sax_parse(line, &handler);
  return handler.place;
}

std::size_t json_depth(std::string_view text) {
  std::size_t depth = 0, most = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const char c = text[at];
    if (inside) {
      if (c == '\\') ++at;
      inside = c != '"';
    } else if (c == '"') {
      inside = true;
    } else if (c == '{' || c == '[') {
      most = std::max(most, ++depth);
    } else if ((c == '}' || c == ']') && depth > 0) {
      --depth;
    }
  }
  return most;
}

}  // namespace corroborate::loading
