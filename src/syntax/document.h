// A text as tokens and sentences, with what the syntax floor knows of each token.
//
// Token ranges are half-open byte offsets into Document::text, which the caller owns and must outlive the document.
// Lemmas stand in the text itself or behind it, in the document's own store: they live as long as the document.
// A token is a syntactic word of Universal Dependencies: "don't" is two tokens, "do" and "n't".
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "syntax/tags.h"

namespace corroborate::syntax {

// 24 bytes: a text of single letters holds one for every two bytes.
struct Token {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::int32_t head = -1;         // index into Document::tokens; -1 = root of its sentence, or not parsed
  std::uint32_t lemma_begin = 0;  // in the text or, from its end on, in Document::lemma_store
  std::uint16_t lemma_size = 0;   // bytes; see Document::lemma
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
  std::vector<char> lemma_store;  // the lemmas that are not in the text itself

  std::string_view form(const Token& token) const { return text.substr(token.begin, token.end - token.begin); }
  std::string_view form(std::size_t token) const { return form(tokens[token]); }
  // Lower case, proper nouns too; never empty.
  std::string_view lemma(const Token& token) const {
    if (token.lemma_begin < text.size()) return text.substr(token.lemma_begin, token.lemma_size);
    return {lemma_store.data() + (token.lemma_begin - text.size()), token.lemma_size};
  }
  std::string_view lemma(std::size_t token) const { return lemma(tokens[token]); }
};

}  // namespace corroborate::syntax
