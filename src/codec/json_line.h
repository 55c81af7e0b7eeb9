// Appends one JSON object by hand: the extraction stream is too long for a document tree.
//
// Writes commas by itself; keys are written as they are and must need no escape. Not safe for use by two threads at
// once.
#pragma once

#include <fmt/format.h>

#include <cmath>
#include <string>
#include <string_view>

#include "text/json_string.h"

namespace corroborate::codec {

class JsonLine {
 public:
  JsonLine& key(std::string_view name) {
    separate();
    out_.push_back('"');
    out_ += name;
    out_ += "\":";
    fresh_ = true;
    return *this;
  }
  void open(char bracket) {
    separate();
    out_.push_back(bracket);
    fresh_ = true;
  }
  void close(char bracket) {
    out_.push_back(bracket);
    fresh_ = false;
  }

  void text(std::string_view value) {
    separate();
    text::append_json_string(out_, value);
  }
  // Likewise, of a text that needs no escape.
  void plain_text(std::string_view value) {
    separate();
    out_.push_back('"');
    out_ += value;
    out_.push_back('"');
  }
  template <typename Integer>
  void integer(Integer value) {
    separate();
    const fmt::format_int digits(value);
    out_.append(digits.data(), digits.size());
  }
  // The shortest digits that read back as the same value; null for what JSON has no number for.
  template <typename Float>
  void real(Float value) {
    constexpr Float whole = 1 << 24;  // below it every whole number is one of Float, and written as such
    if (!std::isfinite(value)) return null();
    if (std::abs(value) < whole && value == std::floor(value)) return integer(static_cast<int>(value));
    separate();
    fmt::format_to(std::back_inserter(out_), "{}", value);
  }
  void truth(bool value) {
    separate();
    out_ += value ? "true" : "false";
  }
  void null() {
    separate();
    out_ += "null";
  }

  std::string take() { return std::move(out_); }

 private:
  void separate() {
    if (!fresh_) out_.push_back(',');
    fresh_ = false;
  }

  std::string out_;
  bool fresh_ = true;  // nothing to separate from
};

}  // namespace corroborate::codec
