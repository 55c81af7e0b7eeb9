// What the question of a value goes by where no class of the lexicon names it.
#pragma once

#include <string>

#include "extract/claims/claims.h"

namespace corroborate::extraction {

// The property of a claim that no reader has labelled, where nothing names it.
inline constexpr std::string_view nameless = "value";

// Lemma of the word that governs the value: "walk" for "walked in about 10 a.m."; `nameless` where that word only
// reports ("said on Friday") or says little of what was done ("made", "took", "began"), for then it names nothing.
std::string deed_of(const Reading& reading, const Facets& facets);

}  // namespace corroborate::extraction
