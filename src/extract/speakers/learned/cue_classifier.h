// Is this word the head of a cue? Candidates and their features.
#pragma once

#include <vector>

#include "extract/speakers/learned/cue_view.h"

namespace corroborate::extraction {

// Words that may be heads of cues: of lemmas seen as such, and verbs with a clause.
bool may_be_cue(const TokenAtoms& atoms, std::size_t token);

void add_cue_features(const TokenAtoms& atoms, std::size_t token, FeatureKeys& keys);

// The subject that a verb has or shares, or no_token. Where the subject is a relative pronoun, that.
std::size_t subject_of(const TokenAtoms& atoms, std::size_t token);
bool is_passive(const TokenAtoms& atoms, std::size_t token);

}  // namespace corroborate::extraction
