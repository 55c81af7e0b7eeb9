#include "cli/suggestion.h"

#include <fmt/format.h>

#include <algorithm>
#include <utility>

namespace corroborate::cli {

std::size_t edit_distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), above(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) above[j] = j;
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({above[j] + 1, row[j - 1] + 1, above[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1)});
      const bool swapped = i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1];
      if (swapped) row[j] = std::min(row[j], before[j - 2] + 1);
    }
    before = std::exchange(above, row);
  }
  return above[b.size()];
}

std::string suggestion(std::string_view word, const std::vector<std::string>& known) {
  constexpr std::size_t longest = 64;  // letters; nobody mistypes more than that
  if (word.size() > longest) return {};
  std::string_view nearest;
  std::size_t least = word.size() / 3 + 1;
  for (const std::string& other : known) {
    if (other.size() > longest) continue;
    const std::size_t distance = edit_distance(word, other);
    if (distance < least) least = distance, nearest = other;
  }
  return nearest.empty() ? std::string() : fmt::format(" (did you mean {}?)", nearest);
}

}  // namespace corroborate::cli
