// Feature keys. Every atom (a word, a tag, a class) is a well-mixed 64-bit number; a feature is a sum of rotated
// atoms and its template's own constant, so that making one costs an addition or two and a multiplication.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>

namespace corroborate::syntax {

using Key = std::uint64_t;

constexpr Key key_factor = 0x9E3779B97F4A7C15u;

// An atom from a small number or from raw bytes (splitmix64).
constexpr Key mix(Key value) {
  value += key_factor;
  value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9u;
  value = (value ^ (value >> 27)) * 0x94D049BB133111EBu;
  return value ^ (value >> 31);
}

constexpr Key join(Key first, Key second) { return first + std::rotl(second, 23); }
constexpr Key join(Key first, Key second, Key third) { return first + std::rotl(second, 23) + std::rotl(third, 43); }
constexpr Key join(Key first, Key second, Key third, Key fourth) {
  return join(first, second, third) ^ std::rotl(fourth, 11);
}

// Collects the keys of one decision; the template's number is the order of the calls.
class KeyList {
 public:
  // `first` is the number of the first template.
  explicit KeyList(Key* keys, std::size_t first = 0) : keys_(keys), first_(first) {}

  void add(Key atoms) {
    keys_[count_] = (atoms + key_factor * (first_ + count_ + 1)) * 0xD6E8FEB86659FD93u;
    ++count_;
  }
  std::size_t count() const { return count_; }

 private:
  Key* keys_;
  std::size_t first_;
  std::size_t count_ = 0;
};

}  // namespace corroborate::syntax
