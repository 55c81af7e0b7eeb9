#include "codec/json_reader.h"

#include <limits>

namespace corroborate::codec {

std::string_view type_name(const Json& value) {
  using simdjson::dom::element_type;
  switch (value.type()) {
    case element_type::ARRAY:
      return "array";
    case element_type::OBJECT:
      return "object";
    case element_type::STRING:
      return "string";
    case element_type::BOOL:
      return "boolean";
    case element_type::NULL_VALUE:
      return "null";
    default:
      return "number";
  }
}

void JsonReader::wrong(std::string_view message) {
  if (!error_.empty()) return;
  error_ = message;
  std::string_view separator = ": ";
  for (const Place* place = &place_; place != nullptr && !place->key.empty(); place = place->outer) {
    error_.insert(0, fmt::format("{}[{}]{}", place->key, place->index, separator));
    separator = ".";
  }
}

void JsonReader::wrong_type(const Json& value, std::string_view what, std::string_view expected) {
  wrong(fmt::format("{} is {} (expected {})", what, type_name(value), expected));
}

std::optional<Json> JsonReader::find(const Json& object, std::string_view key) {
  simdjson::dom::object members;
  if (object.get(members) != simdjson::SUCCESS) {
    wrong_type(object, "value", "an object");
    return {};
  }
  Json found;
  if (members.at_key(key).get(found) != simdjson::SUCCESS) return {};
  return found;
}

std::optional<Json> JsonReader::member(const Json& object, std::string_view key) {
  const auto found = find(object, key);
  if (!found) wrong(fmt::format("no \"{}\"", key));
  return found;
}

std::string_view JsonReader::text_of(const Json& value) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) wrong_type(value, "value", "a string");
  return text;
}

double JsonReader::real_of(const Json& value, double when_null) {
  double real = when_null;
  if (!value.is_null() && value.get(real) != simdjson::SUCCESS) wrong_type(value, "value", "a number or null");
  return real;
}

std::uint32_t JsonReader::count_of(const Json& value, std::string_view what) {
  std::uint64_t number = 0;
  if (value.get(number) == simdjson::SUCCESS && number <= std::numeric_limits<std::uint32_t>::max())
    return static_cast<std::uint32_t>(number);
  wrong_type(value, what, "a whole number that is not negative");
  return 0;
}

std::string_view JsonReader::text(const Json& object, std::string_view key) {
  const auto value = member(object, key);
  return value ? text_named(*value, key) : std::string_view{};
}

std::string_view JsonReader::text_or(const Json& object, std::string_view key) {
  const auto value = find(object, key);
  return value ? text_named(*value, key) : std::string_view{};
}

std::string_view JsonReader::text_named(const Json& value, std::string_view key) {
  std::string_view text;
  if (value.get(text) != simdjson::SUCCESS) wrong_type(value, fmt::format("\"{}\"", key), "a string");
  return text;
}

std::uint32_t JsonReader::count(const Json& object, std::string_view key) {
  const auto value = member(object, key);
  return value ? count_named(*value, key) : 0;
}

std::uint32_t JsonReader::count_or(const Json& object, std::string_view key, std::uint32_t usual) {
  const auto value = find(object, key);
  return value ? count_named(*value, key) : usual;
}

std::uint32_t JsonReader::count_named(const Json& value, std::string_view key) {
  std::uint64_t number = 0;
  if (value.get(number) == simdjson::SUCCESS && number <= std::numeric_limits<std::uint32_t>::max())
    return static_cast<std::uint32_t>(number);
  return count_of(value, fmt::format("\"{}\"", key));
}

double JsonReader::real_or(const Json& object, std::string_view key, double usual, double when_null) {
  const auto value = find(object, key);
  if (!value) return usual;
  double real = when_null;
  if (!value->is_null() && value->get(real) != simdjson::SUCCESS)
    wrong_type(*value, fmt::format("\"{}\"", key), "a number or null");
  return real;
}

int JsonReader::index_or(const Json& object, std::string_view key) {
  const auto value = find(object, key);
  if (!value || value->is_null()) return no_index;
  const std::uint32_t number = count_named(*value, key);
  return number <= static_cast<std::uint32_t>(std::numeric_limits<int>::max()) ? static_cast<int>(number)
                                                                               : std::numeric_limits<int>::max();
}

Span JsonReader::ends(const Json& object) {
  const Span result{count(object, "start"), count(object, "end")};
  if (result.end < result.begin) wrong(fmt::format("\"end\" {} before \"start\" {}", result.end, result.begin));
  return result;
}

std::vector<Json> JsonReader::elements(const Json& value, std::size_t least, std::size_t most) {
  simdjson::dom::array values;
  if (value.get(values) != simdjson::SUCCESS) {
    wrong_type(value, "value", "a list");
    return {};
  }
  if (values.size() >= least && values.size() <= most) return {values.begin(), values.end()};
  wrong(fmt::format("a list of {} (expected {} to {} values)", values.size(), least, most));
  return {};
}

Span JsonReader::span(const Json& value) {
  simdjson::dom::array values;
  std::uint32_t ends[2] = {0, 0};
  std::size_t known = 0;
  if (value.get(values) == simdjson::SUCCESS)
    for (const Json end : values)
      if (known++ < 2) ends[known - 1] = count_of(end, "value");
  if (known != 2) wrong_type(value, "value", "a pair");
  if (ends[1] < ends[0]) wrong(fmt::format("end {} before start {}", ends[1], ends[0]));
  return {ends[0], ends[1]};
}

}  // namespace corroborate::codec
