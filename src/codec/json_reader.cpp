#include "codec/json_reader.h"

#include <algorithm>
#include <limits>

namespace corroborate::codec {
namespace {

const Json& nothing() {
  static const Json null;
  return null;
}

}  // namespace

void JsonReader::wrong(std::string_view message) {
  if (error_.empty()) error_ = where_.empty() ? std::string(message) : fmt::format("{}: {}", where_, message);
}

void JsonReader::wrong_type(const Json& value, std::string_view what, std::string_view expected) {
  wrong(fmt::format("{} is {} (expected {})", what, value.type_name(), expected));
}

const Json& JsonReader::member(const Json& object, const char* key) {
  if (!object.is_object()) {
    wrong_type(object, "value", "an object");
    return nothing();
  }
  const auto found = object.find(key);
  if (found != object.end()) return *found;
  wrong(fmt::format("no \"{}\"", key));
  return nothing();
}

std::string JsonReader::text_of(const Json& value) {
  if (value.is_string()) return value.get_ref<const std::string&>();
  wrong_type(value, "value", "a string");
  return {};
}

std::uint32_t JsonReader::count_of(const Json& value) {
  if (value.is_number_unsigned() && value.get<std::uint64_t>() <= std::numeric_limits<std::uint32_t>::max()) {
    return value.get<std::uint32_t>();
  }
  wrong_type(value, "value", "a whole number that is not negative");
  return 0;
}

int JsonReader::integer_of(const Json& value) {
  const bool fits = value.is_number_unsigned()
                        ? value.get<std::uint64_t>() <= std::numeric_limits<int>::max()
                        : value.is_number_integer() && value.get<std::int64_t>() >= std::numeric_limits<int>::min();
  if (fits) return value.get<int>();
  wrong_type(value, "value", "a whole number");
  return 0;
}

double JsonReader::real_of(const Json& value, double when_null) {
  if (value.is_null()) return when_null;
  if (value.is_number()) return value.get<double>();
  wrong_type(value, "value", "a number or null");
  return 0;
}

std::string JsonReader::text(const Json& object, const char* key) {
  const Json& value = member(object, key);
  if (!value.is_string()) wrong_type(value, fmt::format("\"{}\"", key), "a string");
  return value.is_string() ? value.get<std::string>() : std::string{};
}

std::optional<std::string> JsonReader::optional_text(const Json& object, const char* key) {
  if (!object.is_object() || !object.contains(key) || object[key].is_null()) return {};
  return text(object, key);
}

bool JsonReader::truth(const Json& object, const char* key) {
  const Json& value = member(object, key);
  if (!value.is_boolean()) wrong_type(value, fmt::format("\"{}\"", key), "true or false");
  return value.is_boolean() && value.get<bool>();
}

std::uint32_t JsonReader::count(const Json& object, const char* key) {
  const Json& value = member(object, key);
  if (!value.is_number_unsigned()) wrong_type(value, fmt::format("\"{}\"", key), "a whole number that is not negative");
  return count_of(value);
}

int JsonReader::integer(const Json& object, const char* key) {
  const Json& value = member(object, key);
  if (!value.is_number_integer()) wrong_type(value, fmt::format("\"{}\"", key), "a whole number");
  return integer_of(value);
}

int JsonReader::integer_of(const Json& value, int least, int most) {
  const int number = integer_of(value);
  if (least <= number && number <= most) return number;
  wrong(fmt::format("{} (expected {} to {})", number, least, most));
  return std::clamp(number, least, most);
}

int JsonReader::integer(const Json& object, const char* key, int least, int most) {
  const int number = integer(object, key);
  if (least <= number && number <= most) return number;
  wrong(fmt::format("\"{}\" is {} (expected {} to {})", key, number, least, most));
  return std::clamp(number, least, most);
}

int JsonReader::index(const Json& object, const char* key) {
  return member(object, key).is_null() ? no_index : static_cast<int>(count(object, key) & 0x7FFFFFFF);
}

double JsonReader::real(const Json& object, const char* key, double when_null) {
  return real_of(member(object, key), when_null);
}

Span JsonReader::ends(const Json& object) {
  const Span result{count(object, "start"), count(object, "end")};
  if (result.end < result.begin) wrong(fmt::format("\"end\" {} before \"start\" {}", result.end, result.begin));
  return result;
}

const Json& JsonReader::element(const Json& list, std::size_t index) {
  if (list.is_array() && index < list.size()) return list[index];
  wrong_type(list, "value", "a pair");
  return nothing();
}

Span JsonReader::span(const Json& value) {
  const Span result{count_of(element(value, 0)), count_of(element(value, 1))};
  if (result.end < result.begin) wrong(fmt::format("end {} before start {}", result.end, result.begin));
  return result;
}

}  // namespace corroborate::codec
