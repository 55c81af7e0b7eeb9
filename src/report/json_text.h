// JSON appended to a string member by member: for lists of many thousands of objects, of which no tree is made.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace corroborate::reporting {

// Values as JSON in one line; UTF-8 whatever the strings hold.
void append_value(std::string& out, std::string_view text);
void append_value(std::string& out, double number);  // null where it is not finite
void append_value(std::string& out, std::uint32_t number);
void append_value(std::string& out, bool truth);

// `one` appends an element.
template <typename Values, typename One>
void append_list(std::string& out, const Values& values, One one) {
  out += '[';
  bool first = true;
  for (const auto& value : values) {
    if (!first) out += ',';
    first = false;
    one(value);
  }
  out += ']';
}

// One object: open from its making to `close`.
class JsonObject {
 public:
  explicit JsonObject(std::string& out) : out_(out) { out_ += '{'; }
  void close() { out_ += '}'; }

  // Names are plain.
  std::string& member(std::string_view name) {
    if (!first_) out_ += ',';
    first_ = false;
    out_ += '"';
    out_ += name;
    out_ += "\":";
    return out_;
  }
  template <typename Value>
  void add(std::string_view name, const Value& value) {
    append_value(member(name), value);
  }
  // Where it says nothing, the member is left out.
  void add_said(std::string_view name, std::string_view text) {
    if (!text.empty()) add(name, text);
  }
  void add_said(std::string_view name, std::uint32_t count) {
    if (count > 0) add(name, count);
  }
  void add_true(std::string_view name, bool truth) {
    if (truth) add(name, truth);
  }
  template <typename Values>
  void add_texts(std::string_view name, const Values& texts) {
    append_list(member(name), texts, [this](std::string_view text) { append_value(out_, text); });
  }

 private:
  std::string& out_;
  bool first_ = true;
};

}  // namespace corroborate::reporting
