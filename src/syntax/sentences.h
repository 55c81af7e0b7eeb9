// Sentence and paragraph boundaries over the tokens of a text.
//
// Paragraphs end at blank lines, and at every line end unless the text is hard-wrapped (lines broken inside
// sentences, as in plain-text mail and wire copy). Sentences end at full stops, question and exclamation marks
// together with the quotation marks and brackets that close there. No sentence is longer than max_sentence_tokens.
#pragma once

#include <cstddef>

#include "syntax/document.h"

namespace corroborate::syntax {

// Bounds the cost of one sentence; real ones are far shorter.
constexpr std::size_t max_sentence_tokens = 400;

// Sets Document::sentences from text and tokens.
void split_sentences(Document& document);

}  // namespace corroborate::syntax
