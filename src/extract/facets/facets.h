// What every value is the answer to, read off its sentence: the thing counted or measured, the deed that governs it,
// the other parts of that deed, scope, owner, place and day. One way for numbers, amounts, ages, days and times alike.
//
// Token ranges are half-open. A reader is used for one article, in text order; results refer to its passages.
#pragma once

#include <vector>

#include "corroborate/extraction.h"
#include "extract/dates/dates.h"
#include "extract/events/events.h"
#include "extract/events/predicates.h"
#include "extract/facets/passages.h"
#include "extract/facets/persons.h"
#include "extract/names/entities.h"
#include "extract/numbers/quantities.h"

namespace corroborate::extraction {

class FacetReader {
 public:
  FacetReader(const Analysis& analysis, const Entities& entities, const Predicates& predicates, const Events& events);

  Facets of_quantity(const QuantityMention& mention);
  // `number` is that of the date, so that it is not given itself as the day of its clause.
  Facets of_date(const DateMention& mention, int number);

  // The deed that governs a phrase, as a token of the article, and how the phrase hangs on it.
  struct Government {
    int governor = no_index;
    Tie tie = Tie::none;
  };
  Government governor_of(TokenIndex begin, TokenIndex end, int head) const;

  std::vector<Passage> take_passages() { return passages_.take(); }

 private:
  Facets read(TokenIndex begin, TokenIndex end, int head);
  int thing_of(TokenIndex begin, TokenIndex end, int head, std::size_t anchor) const;
  int word(std::size_t token) const { return passages_.word_at(token); }
  void add_arguments(Facets& facets, std::size_t governor, std::size_t anchor) const;
  void add_modifiers(Facets& facets, std::size_t thing, TokenIndex begin, TokenIndex end) const;
  std::string marker_of(TokenIndex begin) const;
  std::uint16_t scope_of(TokenIndex begin, TokenIndex end, std::size_t clause) const;
  bool is_named_by_ordinal(TokenIndex begin, std::size_t thing) const;
  bool is_listed_with_others(TokenIndex begin, std::size_t thing, int governor) const;
  bool has_deed_of_its_own(std::size_t thing, int governor) const;
  bool follows_noun(TokenIndex begin) const;
  std::string owner_of(std::size_t anchor, std::size_t governor) const;

  const Analysis& analysis_;
  const Entities& entities_;
  const Predicates& predicates_;
  const Events& events_;
  Persons persons_;
  Passages passages_;
};

}  // namespace corroborate::extraction
