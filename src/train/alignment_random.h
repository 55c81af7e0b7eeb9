// xorshift64* (Vigna 2016): the same numbers on every machine.
#pragma once

#include <cstddef>
#include <cstdint>

namespace corroborate::training {

class Random {
 public:
  // In [0, 1).
  float next() {
    state_ ^= state_ >> 12;
    state_ ^= state_ << 25;
    state_ ^= state_ >> 27;
    return static_cast<float>((state_ * 0x2545F4914F6CDD1DU) >> 40) / 16777216.0F;
  }
  // In [0, end).
  std::size_t below(std::size_t end) {
    return static_cast<std::size_t>(static_cast<double>(next()) * static_cast<double>(end));
  }

 private:
  std::uint64_t state_ = 0x9E3779B97F4A7C15U;
};

}  // namespace corroborate::training
