// Tokens follow the conventions of the English UD treebanks.
#include "syntax/tokenize.h"

#include "test.h"

namespace {

using corroborate::syntax::Token;

// The tokens of a text with one space between them.
std::string tokens_of(std::string_view text) {
  std::vector<Token> tokens;
  corroborate::syntax::tokenize(text, tokens);
  std::string joined;
  for (const auto& token : tokens) {
    if (!joined.empty()) joined += ' ';
    joined += text.substr(token.begin, token.end - token.begin);
  }
  return joined;
}

}  // namespace

TEST_CASE("contractions_are_two_words") {
  CHECK(tokens_of("They don't, can't and won't.") == "They do n't , ca n't and wo n't .");
  CHECK(tokens_of("It’s late; she’ll go and we've gone") == "It ’s late ; she ’ll go and we 've gone");
  CHECK(tokens_of("He didn’t cannot") == "He did n’t can not");
}

TEST_CASE("possessives_are_cut_off") {
  CHECK(tokens_of("Oden’s port, the soldiers' boats") == "Oden ’s port , the soldiers ' boats");
  CHECK(tokens_of("the O'Neil house at five o'clock") == "the O'Neil house at five o'clock");
}

TEST_CASE("hyphens_split_compounds_but_not_prefixes") {
  CHECK(tokens_of("a 3-month-old U.S.-led well-known raid") == "a 3 - month - old U.S. - led well - known raid");
  CHECK(tokens_of("non-profit re-elected anti-war e-mail") == "non-profit re-elected anti-war e-mail");
  CHECK(tokens_of("62-83 people, 345-3436, 2016-09-17") == "62 - 83 people , 345-3436 , 2016-09-17");
}

TEST_CASE("money_and_units_are_cut_from_their_number") {
  CHECK(tokens_of("$1.2bn, €40m and £5,000") == "$ 1.2 bn , € 40 m and £ 5,000");
  CHECK(tokens_of("US$5 at 5pm, 10km, 45%") == "US$ 5 at 5 pm , 10 km , 45 %");
  CHECK(tokens_of("the 1990s, 21st, 7:37 a.m.") == "the 1990s , 21st , 7:37 a.m.");
}

TEST_CASE("abbreviations_and_initials_keep_their_full_stop") {
  CHECK(tokens_of("Gen. J. Ode of the U.S. met Mr. Lund.") == "Gen. J. Ode of the U.S. met Mr. Lund .");
  CHECK(tokens_of("See No. 5. No. It is.") == "See No. 5 . No . It is .");
}

TEST_CASE("quotes_dashes_and_ellipses_stand_alone") {
  CHECK(tokens_of("“We—all of us—left…” he said.") == "“ We — all of us — left … ” he said .");
  CHECK(tokens_of("(He \"left\"...)") == "( He \" left \" ... )");
}

TEST_CASE("marks_drawn_in_a_row_are_one_token") {
  CHECK(tokens_of("Menu ((((((( %%%%%% \"\"\"\"\"") == "Menu ((((((( %%%%%% \"\"\"\"\"");
  CHECK(tokens_of("((the port (\"old\")))") == "( ( the port ( \" old \" ) ) )");
}

TEST_CASE("addresses_stay_whole_less_the_marks_around_them") {
  CHECK(tokens_of("See https://example.org/a-b?c=1. Mail <desk@example.org>!") ==
        "See https://example.org/a-b?c=1 . Mail < desk@example.org > !");
}

TEST_CASE("no_break_spaces_and_controls_separate_words") {
  CHECK(tokens_of("five\u00A0people\u202Fleft\u200B") == "five people left");
  CHECK(tokens_of(std::string_view("a\0b\x01 c", 6)) == "a b c");
}

TEST_CASE("every_visible_byte_belongs_to_one_token") {
  const std::string text = "Odd \xFF\xC3 bytes\xE2\x80, “half\xF0\x9F\x98\x80 done” \xEF\xBB\xBF…";
  std::vector<Token> tokens;
  corroborate::syntax::tokenize(text, tokens);
  std::size_t end = 0;
  for (const auto& token : tokens) {
    CHECK(token.begin >= end);
    CHECK(token.end > token.begin);
    CHECK(token.end <= text.size());
    for (std::size_t at = end; at < token.begin; ++at) {
      const std::string_view rest = std::string_view(text).substr(at);
      CHECK((rest[0] == ' ' || rest.starts_with("\xEF\xBB\xBF") || rest[0] == '\xBB' || rest[0] == '\xBF'));
    }
    end = token.end;
  }
}
