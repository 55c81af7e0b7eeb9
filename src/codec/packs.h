// Two ways through the same description of a value (descriptions.h): writing it down to be packed, and unpacking it.
// One description serves the writer and the reader, so that neither forgets what the other has.
//
// `reads` says whether values are set. Strings are numbers of the line's table. Indices stand one higher, 0 = none.
#pragma once

#include <fmt/format.h>

#include <charconv>
#include <cmath>
#include <cstdint>
#include <limits>
#include <string>
#include <utility>
#include <vector>

#include "codec/line_strings.h"
#include "codec/packed.h"

namespace corroborate::codec {

// Whole numbers that fit are packed as such, twice as large; others are one more than twice the number of their string.
inline bool is_short(double value) { return std::abs(value) < (1 << 28) && value == std::floor(value); }

// Writes down what is to be packed, for strings have no numbers until all are known.
class RecordingPack {
 public:
  static constexpr bool reads = false;

  explicit RecordingPack(StringNumbers& strings) : strings_(strings) {}

  template <typename Number>
  void number(Number value) {
    put(Kind::number, static_cast<std::uint32_t>(value));
  }
  void signed_number(std::int32_t value) { number(from_signed(value)); }
  void index(int value) { number(value + 1); }
  void text(const std::string& value) { put(Kind::text, strings_.add(value)); }
  // A string whose number is likely to be a little above that of the one before.
  void near_text(const std::string& value) { put(Kind::near_text, strings_.add(value)); }
  void real(double value) {
    if (is_short(value)) return number(2 * from_signed(static_cast<std::int32_t>(value)));
    put(Kind::real, strings_.keep(fmt::format("{}", value)));
  }
  template <typename... Values>
  void mixed(Share<Values>... shares) {
    number(mix(shares...));
  }
  template <typename Values, typename One>
  void list(const Values& values, One one) {
    number(values.size());
    for (const auto& value : values) one(value);
  }
  template <typename Values, typename One>
  void elements(const Values& values, std::uint32_t, One one) {
    for (const auto& value : values) one(value);
  }

  // Of what was written down.
  std::size_t size() const { return size_; }
  // Packs a part of it, when the strings are settled.
  void pack(std::size_t begin, std::size_t end, Packer& out) const;

 private:
  enum class Kind : std::uint32_t { number, text, near_text, real };
  struct Record {
    Kind kind;
    std::uint32_t value;  // of strings what StringNumbers gave
  };
  void put(Kind kind, std::uint32_t value) {
    if (size_ == records_.size()) grow();
    records_[size_++] = {kind, value};
  }
  void grow();

  StringNumbers& strings_;
  std::vector<Record> records_;  // and room behind them
  std::size_t size_ = 0;
};

// Keeps what is wrong first; from then on numbers are 0 and lists empty.
class ReadingPack {
 public:
  static constexpr bool reads = true;

  ReadingPack(std::string_view digits, const LineStrings& strings) : strings_(strings), in_(digits) {}

  template <typename Number>
  void number(Number& value) {
    const std::uint32_t read = in_.number();
    const bool fits = read <= static_cast<std::uint64_t>(std::numeric_limits<Number>::max());
    value = fits ? static_cast<Number>(read) : Number{};
    if (!fits) too_large(read);
  }
  void signed_number(std::int32_t& value) { value = to_signed(in_.number()); }
  void index(int& value) {
    std::int32_t above = 0;
    number(above);
    value = above - 1;
  }
  void text(std::string& value) { set(value, string(in_.number())); }
  void near_text(std::string& value) {
    near_ += to_signed(in_.number());
    set(value, string(static_cast<std::uint64_t>(near_)));
    if (failed()) near_ = 0;
  }
  template <typename... Values>
  void mixed(Share<Values>... shares) {
    in_.mixed(shares...);
  }
  void real(double& value) {
    const std::uint32_t number = in_.number();
    if (number % 2 == 0) {
      value = to_signed(number / 2);
      return;
    }
    const std::string_view digits = string(number / 2);
    const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
    if (error != std::errc{} || end != digits.data() + digits.size() || std::isnan(value))
      wrong(fmt::format("\"{}\" (expected a number)", digits));
  }
  template <typename Value, typename One>
  void list(std::vector<Value>& values, One one) {
    elements(values, in_.number(), one);
  }
  // No element is shorter than a digit.
  template <typename Value, typename One>
  void elements(std::vector<Value>& values, std::uint32_t size, One one) {
    if (size > in_.left()) return too_long(size);
    if (size == 0) return;
    values.reserve(size);
    for (std::uint32_t i = 0; i < size && !failed(); ++i) one(values.emplace_back());
  }

  void wrong(std::string_view message);
  void check(std::string_view name, std::int64_t value, std::int64_t least, std::int64_t most) {
    if (value < least || most < value) out_of_range(name, value, least, most);
  }
  // The sum, which must be no less than 0 and fit.
  std::int32_t place(std::int32_t from, std::int32_t step) {
    const std::int64_t sum = std::int64_t{from} + step;
    if (sum < 0 || sum > std::numeric_limits<std::int32_t>::max()) wrong(fmt::format("{} steps from {}", step, from));
    return failed() ? 0 : static_cast<std::int32_t>(sum);
  }
  bool failed() const { return in_.failed(); }
  std::size_t left() const { return in_.left(); }  // digits
  // Bytes of the strings that were read since it was asked before.
  std::size_t take_bytes() { return std::exchange(bytes_, 0); }
  // What is wrong, or what has not been read; empty = all is well.
  std::string error() const;

 private:
  // Most strings are short or none.
  static void set(std::string& value, std::string_view text) {
    if (text.empty())
      value.clear();
    else
      value = std::string(text);
  }
  std::string_view string(std::uint64_t number) {
    if (number >= strings_.size()) return no_string(number);
    bytes_ += strings_[number].size();
    return strings_[number];
  }
  std::string_view no_string(std::uint64_t number);
  void out_of_range(std::string_view name, std::int64_t value, std::int64_t least, std::int64_t most);
  void too_large(std::uint32_t number);
  void too_long(std::uint32_t size);

  const LineStrings& strings_;
  Unpacker in_;
  std::int64_t near_ = 0;
  std::size_t bytes_ = 0;
  std::string error_;
};

}  // namespace corroborate::codec
