// What a group of articles is about: the names and numbers that most of its articles share.
#pragma once

#include <cstdint>
#include <optional>
#include <unordered_map>
#include <vector>

#include "reconcile/term_vectors.h"

namespace corroborate::reconciliation {

class StoryCore {
 public:
  StoryCore() = default;
  explicit StoryCore(const TermVector& article);
  // Of both groups together.
  static StoryCore join(StoryCore a, StoryCore b);

  // How much of the core `other` has, from 0 to 1, by what is shared and how rare it is; nothing where so few articles
  // have no core, or next to none. `rarity` is the idf by term id.
  std::optional<double> covered_by(const StoryCore& other, const std::vector<double>& rarity) const;

 private:
  void find_core();
  double share(std::uint32_t term) const;

  std::uint32_t articles_ = 0;
  std::unordered_map<std::uint32_t, std::uint32_t> counts_;  // articles that have a name or number, by term id
  std::vector<std::uint32_t> core_;                          // term ids, ascending
};

}  // namespace corroborate::reconciliation
