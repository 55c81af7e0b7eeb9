// Typed reading of a parsed JSON document: the first thing that is wrong is kept, with its place, and nothing throws.
//
// Every function returns a value of its type whatever it finds, so that a reader is straight code and asks for the
// error once, at its end. Functions named `…_or` read what a line may leave out. Views refer to the parser's document.
#pragma once

#include <fmt/format.h>
#include <simdjson.h>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corroborate/extraction.h"
#include "corroborate/names.h"

namespace corroborate::codec {

using Json = simdjson::dom::element;

class JsonReader {
 public:
  const std::string& error() const { return error_; }

  // Keeps the first message only.
  void wrong(std::string_view message);

  // The member of an object; nothing, and no error, where there is none.
  std::optional<Json> find(const Json& object, std::string_view key);

  std::string_view text(const Json& object, std::string_view key);
  std::string_view text_or(const Json& object, std::string_view key);  // empty where there is none
  std::uint32_t count(const Json& object, std::string_view key);
  std::uint32_t count_or(const Json& object, std::string_view key, std::uint32_t usual);
  double real_or(const Json& object, std::string_view key, double usual, double when_null);
  int index_or(const Json& object, std::string_view key);  // null, or none = no_index
  Span ends(const Json& object);                           // "start" and "end"

  // Elements of lists.
  std::string_view text_of(const Json& value);
  std::uint32_t count_of(const Json& value, std::string_view what);  // `what` it is, for a message
  double real_of(const Json& value, double when_null);
  Span span(const Json& value);
  // Its elements; nothing, and an error, where these are not `least` to `most`.
  std::vector<Json> elements(const Json& value, std::size_t least, std::size_t most);

  template <typename Enumeration>
  Enumeration word(const Json& object, std::string_view key) {
    const std::string_view name = text(object, key);
    const auto found = from_name<Enumeration>(name);
    if (!found && error_.empty())
      wrong(fmt::format("\"{}\" is \"{}\" (expected {})", key, name, fmt::join(Names<Enumeration>::words, ", ")));
    return found.value_or(Enumeration{});
  }
  template <typename Enumeration>
  Enumeration word_or(const Json& object, std::string_view key, Enumeration usual) {
    return find(object, key) ? word<Enumeration>(object, key) : usual;
  }

  // Calls `read` for every element of the list `key`, and names the element in errors. None where there is no list.
  template <typename Read>
  auto list_or(const Json& object, std::string_view key, Read read) -> std::vector<decltype(read(object))> {
    std::vector<decltype(read(object))> result;
    const auto value = find(object, key);
    simdjson::dom::array values;
    if (!value) return result;
    if (value->get(values) != simdjson::SUCCESS) {
      wrong_type(*value, fmt::format("\"{}\"", key), "a list");
      return result;
    }
    result.reserve(values.size());
    const Place outer = place_;
    for (const Json element : values) {
      place_ = {&outer, key, result.size()};
      result.push_back(read(element));
    }
    place_ = outer;
    return result;
  }

 private:
  // The element that is being read, and those that hold it, which live on the stack of `list_or`.
  struct Place {
    const Place* outer = nullptr;
    std::string_view key = {};
    std::size_t index = 0;
  };

  void wrong_type(const Json& value, std::string_view what, std::string_view expected);
  std::optional<Json> member(const Json& object, std::string_view key);
  // Values of members.
  std::string_view text_named(const Json& value, std::string_view key);
  std::uint32_t count_named(const Json& value, std::string_view key);

  Place place_;
  std::string error_;
};

// "array", "string", "null" …
std::string_view type_name(const Json& value);

}  // namespace corroborate::codec
