// Other answers keep the form of the one that stands: the altered text must be read as the old one was.
#include "train/alignment_answers.h"

#include <algorithm>
#include <cctype>
#include <set>
#include <string>

#include "test.h"

using corroborate::training::answered_like;
using corroborate::training::OtherAnswer;
using corroborate::training::Random;

namespace {

// What a hundred draws make of a text.
std::set<std::string> others_of(std::string_view text, bool is_date) {
  Random random;
  std::set<std::string> others;
  for (int i = 0; i < 100; ++i) {
    OtherAnswer answer(random);
    if (const auto other = answer.of(text, is_date)) others.insert(*other);
  }
  return others;
}

// Digits as "0".
std::string form_of(std::string text) {
  std::ranges::replace_if(
      text, [](unsigned char c) { return std::isdigit(c) != 0; }, '0');
  return text;
}

}  // namespace

TEST_CASE("another_answer_differs_and_has_the_form_of_the_first") {
  for (const std::string text : {"62 soldiers", "5.9", "about 1,450 homes", "3 p.m.", "38-year-old"}) {
    const auto others = others_of(text, false);
    INFO(text);
    CHECK(others.size() > 1);
    CHECK_FALSE(others.contains(text));
    CHECK(std::ranges::any_of(others, [&](const auto& other) { return form_of(other) == form_of(text); }));
    const std::string rest = text.substr(text.find_last_of("0123456789") + 1);
    for (const auto& other : others) CHECK(other.ends_with(rest));
  }
}

TEST_CASE("round_figures_stay_round_and_years_stay_near") {
  for (const auto& other : others_of("more than 300 homes", false)) {
    INFO(other);
    CHECK(other.starts_with("more than "));
    CHECK(other.ends_with("00 homes"));
  }
  for (const auto& other : others_of("in 1957", true)) {
    const int year = std::stoi(other.substr(3));
    CHECK((year >= 1954 && year <= 1960 && year != 1957));
  }
  for (const auto& other : others_of("December 30", true)) {
    const int day = std::stoi(other.substr(9));
    CHECK((day >= 27 && day <= 29));
  }
}

TEST_CASE("words_minutes_and_days_are_altered_in_kind") {
  const std::set<std::string> days = {"on Sunday", "on Tuesday"};
  CHECK(others_of("on Monday", true) == days);
  for (const auto& other : others_of("at 9:25 a.m.", true)) {
    INFO(other);
    CHECK(other.starts_with("at 9:"));
    CHECK(other.ends_with(" a.m."));
    CHECK(other != "at 9:25 a.m.");
  }
  const auto words = others_of("Seven rifles", false);
  CHECK(words.contains("Six rifles"));
  CHECK_FALSE(words.contains("Seven rifles"));
  CHECK(others_of("late in March", true) == std::set<std::string>{"late in February", "late in April"});
}

TEST_CASE("what_states_no_value_is_left_alone_and_what_is_told_twice_is_altered_alike") {
  CHECK(others_of("no one else", false).empty());
  CHECK(others_of("several dozens", false).empty());
  CHECK(others_of("May he return", false).empty());
  Random random;
  OtherAnswer answer(random);
  const auto first = answer.of("killed 62", false), again = answer.of("the 62 dead", false);
  REQUIRE((first && again));
  CHECK(first->substr(7) == again->substr(4, again->size() - 9));
}

TEST_CASE("an_answer_is_put_in_the_place_of_one_of_its_form") {
  CHECK(answered_like("killed 62 soldiers", "five or 83 men") == std::nullopt);
  CHECK(answered_like("killed 62 soldiers", "at least 1,083 men") == "killed 1,083 soldiers");
  CHECK(answered_like("Seven rifles", "about twelve boats") == "twelve rifles");
  CHECK(answered_like("on Monday", "by Friday evening") == "on Friday");
  CHECK(answered_like("at 9:25", "until 10:40 p.m.") == "at 10:40");
  CHECK(answered_like("in 1957", "since 2003") == "in 2003");
}

TEST_CASE("answers_of_unlike_form_are_left_alone") {
  CHECK(answered_like("in 1957", "62 soldiers") == std::nullopt);
  CHECK(answered_like("62 soldiers", "at 9:25") == std::nullopt);
  CHECK(answered_like("the 50th party", "62 soldiers") == std::nullopt);
  CHECK(answered_like("twenty-three boats", "seven boats") == std::nullopt);
  CHECK(answered_like("no one else", "seven boats") == std::nullopt);
}

TEST_CASE("a_word_follows_its_figure_as_far_as_there_are_words") {
  Random random;
  for (int i = 0; i < 100; ++i) {
    OtherAnswer answer(random);
    const auto figure = answer.of("19 boats", false), word = answer.of("nineteen boats", false);
    REQUIRE((figure && word));
    INFO(*figure << " / " << *word);
    CHECK(word->ends_with("boats"));
    CHECK(word->size() > std::string("boats").size() + 3);
    CHECK((*figure != "17 boats" || *word == "seventeen boats"));
    CHECK((std::stoi(*figure) <= 20 || *word == "twenty boats"));
  }
}
