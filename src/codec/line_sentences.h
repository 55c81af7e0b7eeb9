// The sentences of a line: made of the claims that stand in them, and given back to them.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "codec/descriptions.h"
#include "codec/line_text.h"
#include "corroborate/extraction.h"

namespace corroborate::codec {

struct PlacedClaims {
  std::vector<LineSentence> sentences;  // in text order
  std::vector<ClaimPlace> places;       // by claim
};
PlacedClaims place_claims(const std::vector<Claim>& claims);

// Where the sentences stand; their texts are a list of the line's.
std::string pack_places(const std::vector<LineSentence>& sentences);

// Sentences of these texts. Says what is wrong, or nothing.
std::string unpack_places(std::string_view digits, std::vector<std::string>&& texts,
                          std::vector<LineSentence>& sentences);

// Gives a claim its sentence and what follows from it. Says what is wrong, or nothing.
std::string fill_claim(Claim& claim, const ClaimPlace& place, const std::vector<LineSentence>& sentences);

}  // namespace corroborate::codec
