// Lemmas: the form in lower case, changed by the script that the model holds for the form or for its ending.
#pragma once

#include <string>
#include <string_view>

#include "syntax/hashing.h"
#include "syntax/model.h"
#include "syntax/tag_features.h"
#include "syntax/word.h"

namespace corroborate::syntax {

inline Key lemma_key(Key form, JointTag tag) { return join(form, tag_atom(tag)) * key_factor; }
inline Key lemma_ending_key(Key suffix, JointTag tag) { return join(tag_atom(tag), suffix) * key_factor; }

// A view into `form`'s own text, a constant table or `room`, which it may overwrite. Never empty when `form` is not.
std::string_view lemmatize(const Model& model, std::string_view form, const Word& word, JointTag tag,
                           std::string& room);

}  // namespace corroborate::syntax
