// The sentences that a line carries for its claims, and their words: what else in the line repeats them (lemmas, stems,
// hashes, quotations) is written as a reference to these words.
//
// Words are told by a rule of the line's own, simple and never to be changed within a version: it need not agree with
// the tokens of extraction, for what the rule does not find is written out.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "corroborate/extraction.h"

namespace corroborate::codec {

// Where claims stand.
struct LineSentence {
  std::string text;  // may be cut: then `span` is longer than it
  Span span;
  std::uint32_t line = 0, column = 0;  // of its beginning
  std::uint32_t code_points = 0;       // of its text
  bool one_line = false;               // its text has no line end

  bool is_ascii() const { return code_points == text.size(); }
};

std::uint32_t count_code_points(std::string_view text);

struct LineWord {
  Span span;                // code points of the article
  std::string_view folded;  // letters of ASCII in lower case, a curly apostrophe as a straight one
  std::uint16_t hash;       // as extraction hashes words
};

// Line and column.
struct TextPlace {
  std::uint32_t line = 0, column = 0;
};
// Behind `part`, with which the sentence begins.
TextPlace place_behind(const LineSentence& sentence, std::string_view part);

// The text of the sentence in front of a code point of the article.
std::string_view text_before(const LineSentence& sentence, std::uint32_t code_point);

// The text of `span`, which lies in the sentence; empty where the sentence does not reach so far.
std::string_view quote_of(const LineSentence& sentence, Span span);

// Holds what its words refer to: it can be moved, not copied.
class LineWords {
 public:
  explicit LineWords(const std::vector<LineSentence>& sentences);
  LineWords(LineWords&&) = default;
  LineWords& operator=(LineWords&&) = default;

  const std::vector<LineWord>& all() const { return words_; }

 private:
  void add(const LineSentence& sentence);
  std::size_t add_plain_word(std::string_view text, std::size_t at, std::uint32_t code_point);
  std::size_t add_short_word(std::string_view text, std::size_t at, std::uint32_t code_point);
  std::uint32_t add_word(std::string_view word, std::uint32_t code_point);

  std::unique_ptr<char[]> folded_;  // of all words, one behind the other
  char* end_ = nullptr;             // of it
  std::vector<LineWord> words_;
};

}  // namespace corroborate::codec
