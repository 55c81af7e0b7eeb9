// Parses one tagged sentence, greedily: 2n - 1 moves for n words.
#pragma once

#include "syntax/document.h"
#include "syntax/model.h"

namespace corroborate::syntax {

// Sets head and relation of the sentence's tokens.
void parse_sentence(const Model& model, Document& document, const Sentence& sentence);

}  // namespace corroborate::syntax
