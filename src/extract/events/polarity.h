// What a sentence says of a value that stands in it: that it is so or not so, and whether as a fact, a plan or a mere
// possibility. Who says it is another matter (extract/speakers).
#pragma once

#include "corroborate/extraction.h"
#include "extract/events/predicates.h"
#include "extract/reading/analysis.h"

namespace corroborate::extraction {

// `denied` where a negation reaches the token: "did not hurt nine dockers", "has yet to hire nine", "found no evidence
// that nine dockers …", "pleaded not guilty to stealing nine boats"; else `asserted`. It does not reach out of a
// subject
// ("two of the dockers were not found"), an apposition or a clause of time, place or cause.
Polarity polarity_at(const Analysis& analysis, std::size_t token);

// "his two cents": a turn of speech that ends or begins at the token and counts nothing.
bool is_idiom(const Analysis& analysis, std::size_t token);

// "the nine dockers", "its nine dockers": that there are nine is taken as known, whatever is denied, planned or
// supposed of them (Karttunen 1973: presuppositions pass such holes).
bool is_definite(const Analysis& analysis, std::size_t noun);

// Idioms, questions, conditions, capacities ("licensed to carry nine"), legal limits ("a maximum sentence of nine
// years") and what nobody knows ("unclear how many") are hypothetical; plans, threats, purposes and forecasts are
// planned.
Modality modality_at(const Analysis& analysis, const Predicates& predicates, std::size_t token);

}  // namespace corroborate::extraction
