// Lists that begin with what every line of this version knows without writing it: a line writes its own values alone,
// and numbers go on behind the usual ones.
#pragma once

#include <algorithm>
#include <array>
#include <cstdint>
#include <vector>

namespace corroborate::codec {

// One past the last number where it is in neither.
template <typename Value, std::size_t size>
std::uint32_t number_of(const Value& value, const std::array<Value, size>& usual, const std::vector<Value>& own) {
  const auto place = std::ranges::find(usual, value) - usual.begin();
  if (place < std::ssize(usual)) return static_cast<std::uint32_t>(place);
  return static_cast<std::uint32_t>(place + (std::ranges::find(own, value) - own.begin()));
}

// Null where no value has the number.
template <typename Value, std::size_t size>
const Value* value_of(std::uint32_t number, const std::array<Value, size>& usual, const std::vector<Value>& own) {
  if (number < size) return &usual[number];
  return number - size < own.size() ? &own[number - size] : nullptr;
}

}  // namespace corroborate::codec
