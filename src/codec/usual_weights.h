// Weights of features that every line of this version knows without writing them: a line has some ten of them.
#pragma once

#include <array>
#include <bit>
#include <cstdint>

namespace corroborate::codec {

// Logarithms of how often a term stands in an article, times where it stands (extract/features); the most used first,
// over collections of news.
inline constexpr std::array usual_weights = {1.5F,  2.25F, 2.54F, 1.F,   3.15F, 1.69F, 3.58F, 3.81F, 4.72F,
                                             5.37F, 3.91F, 2.1F,  5.87F, 4.19F, 6.28F, 6.63F, 6.93F, 4.42F,
                                             7.19F, 2.39F, 4.62F, 7.43F, 4.8F,  7.65F, 2.61F, 4.95F, 7.84F};

// Finds usual weights: a hash table made by the compiler, for every feature of every line has a weight.
class WeightPlaces {
 public:
  constexpr WeightPlaces() {
    slots_.fill(usual_weights.size());
    for (std::uint8_t place = 0; place < usual_weights.size(); ++place) {
      std::size_t slot = first_slot(usual_weights[place]);
      while (slots_[slot] < usual_weights.size()) slot = (slot + 1) % slots_.size();
      slots_[slot] = place;
    }
  }

  // Where it stands in the list; behind all where it does not.
  constexpr std::uint32_t of(float weight) const {
    std::size_t slot = first_slot(weight);
    while (slots_[slot] < usual_weights.size() && usual_weights[slots_[slot]] != weight)
      slot = (slot + 1) % slots_.size();
    return slots_[slot];
  }

 private:
  static constexpr std::size_t first_slot(float weight) {
    return std::bit_cast<std::uint32_t>(weight) * 0x9E3779B1U >> 24;
  }

  std::array<std::uint8_t, 256> slots_{};
};
inline constexpr WeightPlaces weight_places;

}  // namespace corroborate::codec
