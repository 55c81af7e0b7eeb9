// Numbers strings by their alphabetical order, so that what is summed over them comes out the same whatever else is
// read: floating-point sums depend on their order.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <unordered_map>
#include <vector>

namespace corroborate::reconciliation {

// Not safe to share between threads while strings are added; the strings must outlive it.
class Vocabulary {
 public:
  // The number in the order of adding; `ranks` turns it into the alphabetical one once all are there.
  std::uint32_t add(std::string_view text) {
    const auto [entry, is_new] = numbers_.emplace(text, static_cast<std::uint32_t>(texts_.size()));
    if (is_new) texts_.push_back(text);
    return entry->second;
  }

  // By number of adding.
  std::vector<std::uint32_t> ranks() const {
    std::vector<std::uint32_t> order(texts_.size()), result(texts_.size());
    for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
    std::ranges::sort(order, {}, [this](std::uint32_t number) { return texts_[number]; });
    for (std::uint32_t rank = 0; rank < order.size(); ++rank) result[order[rank]] = rank;
    return result;
  }

  // By number of adding.
  const std::vector<std::string_view>& texts() const { return texts_; }

 private:
  std::unordered_map<std::string_view, std::uint32_t> numbers_;
  std::vector<std::string_view> texts_;
};

}  // namespace corroborate::reconciliation
