// Sentences and paragraphs of raw text.
#include "syntax/sentences.h"

#include "syntax/tokenize.h"
#include "test.h"

namespace {

using corroborate::syntax::Document;

Document split(std::string_view text) {
  Document document;
  document.text = text;
  corroborate::syntax::tokenize(text, document.tokens);
  corroborate::syntax::split_sentences(document);
  return document;
}

std::vector<std::string> sentences_of(std::string_view text) {
  const Document document = split(text);
  std::vector<std::string> result;
  for (const auto& sentence : document.sentences) {
    const auto begin = document.tokens[sentence.begin].begin, end = document.tokens[sentence.end - 1].end;
    result.emplace_back(text.substr(begin, end - begin));
  }
  return result;
}

using Texts = std::vector<std::string>;

}  // namespace

TEST_CASE("titles_and_initials_end_no_sentence") {
  CHECK(sentences_of("Gen. J. Ode met Mr. Lund. They left.") == Texts{"Gen. J. Ode met Mr. Lund.", "They left."});
}

TEST_CASE("an_abbreviation_ends_a_sentence_before_a_word_that_starts_one") {
  CHECK(sentences_of("He left the U.S. The port closed.") == Texts{"He left the U.S.", "The port closed."});
  CHECK(sentences_of("The U.S. Navy left at 5 p.m. Friday.") == Texts{"The U.S. Navy left at 5 p.m. Friday."});
}

TEST_CASE("closing_quotes_belong_to_the_sentence_that_they_close") {
  CHECK(sentences_of("“The port is shut.” He left.") == Texts{"“The port is shut.”", "He left."});
  CHECK(sentences_of("\"Is it shut?\" he asked. \"No.\"") == Texts{"\"Is it shut?\" he asked.", "\"No.\""});
}

TEST_CASE("the_number_of_a_note_belongs_to_the_sentence_before_it") {
  CHECK(sentences_of("The port shut. [12] It opened later.") == Texts{"The port shut. [12]", "It opened later."});
}

TEST_CASE("line_ends_are_paragraphs_where_lines_are_whole") {
  const auto document = split("Fire shuts port\nODEN (AP) — The port shut.\n\nNobody was hurt.");
  REQUIRE(document.sentences.size() == 3);
  for (const auto& sentence : document.sentences) CHECK(sentence.starts_paragraph);
}

TEST_CASE("wrapped_lines_do_not_break_sentences") {
  CHECK(sentences_of("The harbour was shut on Monday after a\nfire in the old fish market, and\nnobody was hurt.\n\nIt "
                     "opened again a\nday later.")
            .size() == 2);
}

TEST_CASE("no_sentence_is_longer_than_its_limit") {
  std::string text;
  for (int word = 0; word < 2000; ++word) text += "word ";
  const auto document = split(text);
  CHECK(document.sentences.size() > 1);
  for (const auto& sentence : document.sentences)
    CHECK(sentence.end - sentence.begin <= corroborate::syntax::max_sentence_tokens);
}
