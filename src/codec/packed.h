// Whole numbers as text, for the parts of a line that would be thousands of JSON numbers: a number is digits of base64,
// the lowest first; each holds five bits, and a sixth (32) where more follow. So do source maps (ECMA-426, VLQ).
//
// Numbers below 32 are one digit. A signed number n is written as 2n, or -2n - 1 below 0. Several small numbers can
// share one ("mixed"): the first is worth 1, the next as much as the first has values, and so on.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

#include "corroborate/names.h"

namespace corroborate::codec {

inline constexpr std::string_view packed_digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

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
    for (; value >= 32; value >>= 5) digits_ += packed_digits[32 | (value & 31)];
    digits_ += packed_digits[value];
  }
  // Exactly three digits of six bits.
  void hash(std::uint16_t value) {
    for (int i = 0; i < 3; ++i) digits_ += packed_digits[(value >> (6 * i)) & 63];
  }
  template <typename... Values>
  void mixed(Share<Values>... shares) {
    std::uint32_t sum = 0, worth = 1;
    ((sum += worth * static_cast<std::uint32_t>(shares.value), worth *= shares.size), ...);
    number(sum);
  }

  std::string take() { return std::move(digits_); }

 private:
  std::string digits_;
};

// Reads what a Packer wrote. The text may be anything: past its end, and where it is wrong, numbers are 0 and `failed`
// holds. The text must outlive it.
class Unpacker {
 public:
  static constexpr bool reads = true;

  explicit Unpacker(std::string_view digits) : left_(digits) {}

  std::uint32_t number() {
    std::uint64_t value = 0;
    for (int shift = 0; shift < 35; shift += 5) {
      const std::uint32_t digit = next();
      value |= std::uint64_t{digit & 31} << shift;
      if (digit < 32) return value <= 0xFFFFFFFF ? static_cast<std::uint32_t>(value) : fail();
    }
    return fail();
  }
  std::uint16_t hash() {
    const std::uint32_t low = next(), middle = next(), high = next();
    const std::uint32_t value = low | middle << 6 | high << 12;
    return static_cast<std::uint16_t>(value <= 0xFFFF ? value : fail());
  }
  template <typename... Values>
  void mixed(Share<Values>... shares) {
    std::uint32_t left = number();
    (take(left, shares), ...);
    if (left != 0) fail();
  }

  std::size_t left() const { return left_.size(); }
  bool failed() const { return failed_; }
  std::uint32_t fail() {
    failed_ = true;
    left_ = {};
    return 0;
  }

 private:
  template <typename Value>
  static void take(std::uint32_t& left, Share<Value> share) {
    share.value = static_cast<Value>(share.size == 0 ? left : left % share.size);
    left = share.size == 0 ? 0 : left / share.size;
  }

  std::uint32_t next() {
    const std::uint8_t value = left_.empty() ? 64 : values[static_cast<std::uint8_t>(left_.front())];
    if (value == 64) return fail();
    left_.remove_prefix(1);
    return value;
  }

  static constexpr std::array<std::uint8_t, 256> values = [] {
    std::array<std::uint8_t, 256> table{};
    table.fill(64);
    for (std::size_t i = 0; i < packed_digits.size(); ++i)
      table[static_cast<std::uint8_t>(packed_digits[i])] = static_cast<std::uint8_t>(i);
    return table;
  }();

  std::string_view left_;
  bool failed_ = false;
};

}  // namespace corroborate::codec
