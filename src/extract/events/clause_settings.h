// Where every clause of an article plays, and whether it tells of a stretch of time: read once for all who ask.
#pragma once

#include <unordered_map>
#include <vector>

#include "extract/events/predicates.h"
#include "extract/names/entities.h"
#include "extract/reading/analysis.h"

namespace corroborate::extraction {

class ClauseSettings {
 public:
  // The entities must have all their mentions.
  ClauseSettings(const Analysis& analysis, const Predicates& predicates, const Entities& entities);

  // Entity of the last place that a preposition introduces: "near the Norwegian city of Bergen" is Bergen; no_index
  // when there is none. `clause` is a token that clause_of gives.
  int place_in(std::size_t clause) const {
    const auto known = places_.find(static_cast<TokenIndex>(clause));
    return known == places_.end() ? no_index : known->second;
  }
  // "since 2014", "over the last ten days": not one incident.
  bool is_period(std::size_t clause) const { return periods_[clause]; }

 private:
  void read_place(std::size_t token);
  bool is_located(std::size_t token, std::size_t clause) const;
  bool tells_period(std::size_t token) const;
  bool is_recent(std::size_t token) const;
  bool is_word(std::size_t token, std::string_view word) const;

  const Analysis& analysis_;
  const Predicates& predicates_;
  const Entities& entities_;
  std::unordered_map<TokenIndex, int> places_;  // by token of the clause's head; most have none
  std::vector<bool> periods_;                   // likewise, of every token
};

}  // namespace corroborate::extraction
