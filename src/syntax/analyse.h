// The syntax floor in one call: tokens, sentences, tags, lemmas, and trees where they are wanted.
//
// Pure functions over constant tables: safe from many threads. Linear in the text, whatever it holds.
#pragma once

#include "syntax/document.h"

namespace corroborate::syntax {

// Tokenises, splits into sentences, tags and lemmatises all of `text` (UTF-8).
Document tag(std::string_view text);

// Adds heads and relations to one sentence of a tagged document.
void parse(Document& document, Sentence& sentence);

}  // namespace corroborate::syntax
