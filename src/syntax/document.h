// A text as tokens and sentences, with what the syntax floor knows of each token.
//
// Token ranges are half-open byte offsets into Document::text, which the caller owns and must outlive the document.
// Lemmas are views into the document's text, its lemma store or constant tables: they live as long as the document.
// A token is a syntactic word of Universal Dependencies: "don't" is two tokens, "do" and "n't".
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/tags.h"

namespace corroborate::syntax {

struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::string_view lemma;  // lower case except for proper nouns' own spelling folded too; never empty
  std::int32_t head = -1;  // index into Document::tokens; -1 = root of its sentence, or not parsed
  Upos upos = Upos::x;
  Xpos xpos = Xpos::none;
  Deprel deprel = Deprel::none;
};

struct Sentence {
  std::uint32_t begin = 0;  // tokens, half-open
  std::uint32_t end = 0;
  bool starts_paragraph = false;
  bool parsed = false;  // heads and relations are set
};

struct Document {
  std::string_view text;
  std::vector<Token> tokens;
  std::vector<Sentence> sentences;
  std::vector<std::unique_ptr<char[]>> lemma_store;  // blocks the lemmas point into

  std::string_view form(const Token& token) const { return text.substr(token.begin, token.end - token.begin); }
  std::string_view form(std::size_t token) const { return form(tokens[token]); }
};

}  // namespace corroborate::syntax
