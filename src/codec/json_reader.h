// Typed reading of a parsed JSON document: the first thing that is wrong is kept, with its place, and nothing throws.
//
// Every function returns a value of its type whatever it finds, so that a reader is straight code and asks for the
// error once, at its end.
#pragma once

#include <fmt/format.h>

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <string_view>

#include "corroborate/extraction.h"
#include "corroborate/names.h"

namespace corroborate::codec {

using Json = nlohmann::json;

class JsonReader {
 public:
  const std::string& error() const { return error_; }

  // Keeps the first message only.
  void wrong(std::string_view message);

  // The member of an object; null, and an error, where there is none.
  const Json& member(const Json& object, const char* key);

  std::string text(const Json& object, const char* key);
  bool truth(const Json& object, const char* key);
  std::uint32_t count(const Json& object, const char* key);
  int integer(const Json& object, const char* key);
  int integer(const Json& object, const char* key, int least, int most);
  int index(const Json& object, const char* key);  // null = none
  double real(const Json& object, const char* key, double when_null);
  Span ends(const Json& object);  // "start" and "end"
  std::optional<std::string> optional_text(const Json& object, const char* key);

  // Elements of lists that are pairs.
  Span span(const Json& value);
  const Json& element(const Json& list, std::size_t index);
  double real_of(const Json& value, double when_null);
  std::uint32_t count_of(const Json& value);
  int integer_of(const Json& value);
  int integer_of(const Json& value, int least, int most);
  std::string text_of(const Json& value);

  template <typename Enumeration>
  Enumeration word(const Json& object, const char* key) {
    const std::string name = text(object, key);
    const auto value = from_name<Enumeration>(name);
    if (!value)
      wrong(fmt::format("\"{}\" is \"{}\" (expected {})", key, name, fmt::join(Names<Enumeration>::words, ", ")));
    return value.value_or(Enumeration{});
  }

  template <typename Enumeration>
  Enumeration word_of(const Json& value) {
    const std::string name = text_of(value);
    const auto found = from_name<Enumeration>(name);
    if (!found) wrong(fmt::format("\"{}\" (expected {})", name, fmt::join(Names<Enumeration>::words, ", ")));
    return found.value_or(Enumeration{});
  }

  // Calls `read` for every element of the list `key`, and names the element in errors.
  template <typename Read>
  auto list(const Json& object, const char* key, Read read) -> std::vector<decltype(read(object))> {
    std::vector<decltype(read(object))> result;
    const Json& values = member(object, key);
    if (!values.is_array()) {
      wrong(fmt::format("\"{}\" is {} (expected a list)", key, values.type_name()));
      return result;
    }
    result.reserve(values.size());
    const std::size_t before = where_.size();
    for (const Json& value : values) {
      where_ += fmt::format("{}{}[{}]", before > 0 ? "." : "", key, result.size());
      result.push_back(read(value));
      where_.resize(before);
    }
    return result;
  }

 private:
  void wrong_type(const Json& value, std::string_view what, std::string_view expected);

  std::string where_;  // "claims[3]"
  std::string error_;
};

}  // namespace corroborate::codec
