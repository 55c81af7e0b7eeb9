// Whole numbers as text, for the parts of a line that would be thousands of JSON numbers. A number ends with one of 80
// digits; 12 others say that more follow: an (s,c)-dense code (Brisaboa, Fariña, Navarro and Paramá, Lightweight
// natural language text compression, 2007), with the s that is shortest over articles of ECB+: 5 % shorter than base64
// digits of five bits and a sign that more follow.
//
// Numbers below 80 are one digit, the next 960 two. A signed number n is written as 2n, or -2n - 1 below 0. Several
// small numbers can share one ("mixed"): the first is worth 1, the next as much as the first has values, and so on.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>

#include "corroborate/names.h"

namespace corroborate::codec {

// All of printable ASCII but the space and what JSON escapes. Digit 0 is a letter, so are the most frequent ones.
inline constexpr std::string_view packed_digits =
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/!#$%&'()*,-.:;<=>?@[]^_`{|}~";
inline constexpr std::uint32_t last_digits = 80;  // a number ends with one of them
inline constexpr std::uint32_t more_digits = 12;  // these are never last
static_assert(packed_digits.size() == last_digits + more_digits);

// A value that shares a number with others; `size` = how many values it can have, 0 = any number (the last alone).
template <typename Value>
struct Share {
  Value& value;
  std::uint32_t size;
};

// One of an enumeration, or a bool.
template <typename Value>
Share<Value> one_of(Value& value) {
  if constexpr (std::is_same_v<std::remove_const_t<Value>, bool>)
    return {value, 2};
  else
    return {value, static_cast<std::uint32_t>(Names<std::remove_const_t<Value>>::words.size())};
}

// What is left of the number.
template <typename Value>
Share<Value> rest(Value& value) {
  return {value, 0};
}

// The number that they share.
template <typename... Values>
std::uint32_t mix(Share<Values>... shares) {
  std::uint32_t sum = 0, worth = 1;
  ((sum += worth * static_cast<std::uint32_t>(shares.value), worth *= shares.size), ...);
  return sum;
}

constexpr std::uint32_t from_signed(std::int32_t value) {
  const auto bits = static_cast<std::uint32_t>(value);
  return value < 0 ? ~(bits << 1) : bits << 1;
}
constexpr std::int32_t to_signed(std::uint32_t number) {
  return static_cast<std::int32_t>((number & 1) != 0 ? ~(number >> 1) : number >> 1);
}

class Packer {
 public:
  static constexpr bool reads = false;

  void number(std::uint32_t value) {
    char* const at = room(1);
    end(put(at, value));
  }
  // Exactly three digits of six bits.
  void hash(std::uint16_t value) {
    char* const at = room(1);
    for (int i = 0; i < 3; ++i) at[i] = packed_digits[(value >> (6 * i)) & 63];
    size_ += 3;
  }
  template <typename... Values>
  void mixed(Share<Values>... shares) {
    number(mix(shares...));
  }

  std::string take() {
    digits_.resize(std::exchange(size_, 0));
    return std::move(digits_);
  }
  // What take would return, until the next number.
  std::string_view digits() const { return {digits_.data(), size_}; }
  void clear() { size_ = 0; }

  // Of many numbers at a time: behind the last digit there is room for them, `put` returns where the next goes, and
  // `end` is told where the last ended.
  char* room(std::size_t numbers) {
    if (digits_.size() - size_ < numbers * longest) digits_.resize(2 * digits_.size() + numbers * longest + 64);
    return digits_.data() + size_;
  }
  static char* put(char* at, std::uint32_t value) {
    const std::uint32_t worth = value / last_digits;
    if (worth > more_digits) {
      at = put_more(at, worth);
    } else {  // one digit or two, which cannot be foreseen: the first is written in any case
      *at = packed_digits[last_digits - 1 + worth];
      at += worth != 0;
    }
    *at = packed_digits[value % last_digits];
    return at + 1;
  }
  void end(const char* at) { size_ = static_cast<std::size_t>(at - digits_.data()); }

 private:
  static constexpr std::size_t longest = 10;  // digits of a number

  // The digits in front of the last, for what they are worth. Returns where they end.
  static char* put_more(char* to, std::uint32_t worth) {
    std::array<char, longest> digits;
    std::size_t first = digits.size();
    for (; worth > 0; worth = (worth - 1) / more_digits)
      digits[--first] = packed_digits[last_digits + (worth - 1) % more_digits];
    return std::copy(digits.begin() + static_cast<std::ptrdiff_t>(first), digits.end(), to);
  }

  std::string digits_;  // and room behind them
  std::size_t size_ = 0;
};

// Reads what a Packer wrote. The text may be anything: past its end, and where it is wrong, numbers are 0 and `failed`
// holds. The text must outlive it.
class Unpacker {
 public:
  static constexpr bool reads = true;

  explicit Unpacker(std::string_view digits) : at_(digits.data()), end_(at_ + digits.size()) {}

  std::uint32_t number() {
    if (at_ == end_) return fail();
    const std::uint32_t digit = values[static_cast<std::uint8_t>(*at_)];
    if (digit >= last_digits) return long_number();
    ++at_;
    return digit;
  }
  std::uint16_t hash() {
    const std::uint32_t low = next(), middle = next(), high = next();
    const std::uint32_t value = low | middle << 6 | high << 12;
    const bool fits = low < 64 && middle < 64 && value <= 0xFFFF;
    return static_cast<std::uint16_t>(fits ? value : fail());
  }
  template <typename... Values>
  void mixed(Share<Values>... shares) {
    std::uint32_t left = number();
    (take(left, shares), ...);
    if (left != 0) fail();
  }

  std::size_t left() const { return static_cast<std::size_t>(end_ - at_); }
  bool failed() const { return failed_; }
  std::uint32_t fail() {
    failed_ = true;
    at_ = end_;
    return 0;
  }

 private:
  template <typename Value>
  static void take(std::uint32_t& left, Share<Value> share) {
    share.value = static_cast<Value>(share.size == 0 ? left : left % share.size);
    left = share.size == 0 ? 0 : left / share.size;
  }

  std::uint32_t long_number();

  std::uint32_t next() {
    const std::uint8_t value = at_ == end_ ? none : values[static_cast<std::uint8_t>(*at_)];
    if (value == none) return fail();
    ++at_;
    return value;
  }

  static constexpr std::uint8_t none = 0xFF;  // no digit
  static constexpr std::array<std::uint8_t, 256> values = [] {
    std::array<std::uint8_t, 256> table{};
    table.fill(none);
    for (std::size_t i = 0; i < packed_digits.size(); ++i)
      table[static_cast<std::uint8_t>(packed_digits[i])] = static_cast<std::uint8_t>(i);
    return table;
  }();

  const char *at_, *end_;
  bool failed_ = false;
};

}  // namespace corroborate::codec
