// The claims of one article: each kind of claim has a file of its own and is one function over the same reading.
#pragma once

#include <string>
#include <vector>

#include "corroborate/extraction.h"
#include "extract/dates/dates.h"
#include "extract/events/events.h"
#include "extract/events/predicates.h"
#include "extract/names/entities.h"
#include "extract/numbers/quantities.h"
#include "extract/reading/analysis.h"
#include "extract/reading/left_out.h"
#include "extract/speakers/attributions.h"

namespace corroborate::extraction {

// Everything that the earlier extractors read, and the claims so far.
struct Reading {
  const Analysis& analysis;
  std::vector<QuantityMention>& quantities;
  const std::vector<DateMention>& dates;
  const std::vector<AttributionMention>& attributions;
  Entities& entities;
  const Predicates& predicates;
  Events& events;
  std::vector<Claim> claims;
  std::vector<Passage> passages;

  // Nothing more is to be read by one kind of claim that began with so many: a bound for articles that are nothing but
  // values.
  bool is_full(std::size_t first) const { return claims.size() - first > most_values; }
};

void read_count_claims(Reading& reading);        // numbers of people and things: "killed 62 soldiers"
void read_measure_claims(Reading& reading);      // durations, magnitudes, money: "tracked for two days"
void read_age_claims(Reading& reading);          // of persons: "52-year-old Orla Lind"
void read_clock_claims(Reading& reading);        // times of the day: "caught fire about 8.40pm"
void read_place_claims(Reading& reading);        // inhabitants and distances: "home to 120,000 people"
void read_date_claims(Reading& reading);         // days of events: "took effect on Tuesday"
void read_term_claims(Reading& reading);         // places, actors, brokers, types
void read_proposition_claims(Reading& reading);  // what clauses state, asserted or denied: "accepted the offer"

// All of them, in text order.
void read_claims(Reading& reading);

// ---- shared by the kinds

// A claim about tokens [begin, end) with its chain, polarity, modality, event and sentence set from the token `at`.
// Spans are byte offsets; where the phrase is longer than a reader can take in, it is cut around `at`.
Claim make_claim(const Reading& reading, ClaimKind kind, std::size_t at, TokenIndex begin, TokenIndex end);

// Class of who or what a noun names, with its side where one is said: "soldier@chile", "vehicle"; its lemma when the
// table has no row.
std::string population_of(const Reading& reading, std::size_t noun);

// The side that a phrase names ("U.S. jets", "the Russians", "its" is none): key of a country or body, or empty.
std::string side_of(const Reading& reading, std::size_t head);

}  // namespace corroborate::extraction
