// The predicate that counts with a number: "killed" of "killed 62", "dead" of "62 dead".
#pragma once

#include "extract/events/predicates.h"
#include "extract/numbers/quantities.h"
#include "extract/reading/analysis.h"

namespace corroborate::extraction {

// Refers to both, which must outlive it.
class CountGovernors {
 public:
  CountGovernors(const Analysis& analysis, const Predicates& predicates)
      : analysis_(analysis), predicates_(predicates) {}

  // The predicate whose argument the noun or bare number at `anchor` is; null where there is none.
  const Predicate* of(const QuantityMention& mention, std::size_t anchor) const;
  // Harm told right behind the noun: "62 soldiers killed".
  const Predicate* harm_behind(const QuantityMention& mention, std::size_t anchor) const;
  // "damaged 3,000 more in 14 villages": those counted tell where it was done.
  bool tells_where(const QuantityMention& mention) const;

 private:
  const Predicate* adjacent_harm(const QuantityMention& mention) const;
  const Predicate* suffered_at(std::size_t verb) const;
  bool is_marked_by_hedge(const QuantityMention& mention, std::size_t noun) const;
  bool is_of(std::size_t noun) const;
  bool takes(const Predicate& predicate, syntax::Deprel label) const;
  bool is_range_word(std::size_t token) const;

  const Analysis& analysis_;
  const Predicates& predicates_;
};

}  // namespace corroborate::extraction
