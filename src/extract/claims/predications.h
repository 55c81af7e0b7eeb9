// What a clause states of whom: the verb, the adjective or the noun that is the predicate of a proposition, with its
// class (data/lexicon/en/synonyms.tsv) or its place on a scale (antonyms.tsv).
#pragma once

#include <functional>
#include <string>

#include "extract/claims/claims.h"

namespace corroborate::extraction {

// How the predicate stands to its arguments.
enum class PredicationKind {
  clause,     // a verb, whose arguments are those of its clause: "informed the port"
  support,    // a noun under a verb that only lends its subject: "took responsibility"
  attribute,  // said of one noun: "a partial truce", "the fire was deliberate"
  manner,     // an adverb of a verb: "mistakenly hit the gate"
};

struct Predication {
  PredicationKind kind = PredicationKind::clause;
  std::size_t at = 0;             // token whose polarity and modality are the proposition's
  std::size_t bearer = 0;         // verb whose arguments are meant, or the noun that is described
  TokenIndex begin = 0, end = 0;  // the predicate's own words, half-open
  std::string property;           // scale, class, class of an event, or lemma
  std::string word;               // for the pole; empty without one
  Pole pole = Pole::none;
  bool known = false;  // by a row of the two tables
};

// Hands on every predication of the article worth comparing, in text order, one at a time, until `take` returns false.
// Verbs that say, think or only help are none. `take` may add claims to the reading, but not attributions.
void find_predications(const Reading& reading, const std::function<bool(const Predication&)>& take);

}  // namespace corroborate::extraction
