// Which words of an article tell of one event, which of another, and which is the main one.
#include "extract/events/events.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <vector>

#include "corroborate/corroborate.h"
#include "test.h"

using namespace corroborate;

namespace {

Extraction read(std::string_view text) {
  Article article;
  article.id = "a";
  article.body = std::string(text);
  article.published = PublishedDay{17052, DayBasis::metadata, {}};  // Thursday 2016-09-08
  return extract(article);
}

std::size_t count(std::string_view text, std::string_view event_class) {
  const Extraction extraction = read(text);
  return static_cast<std::size_t>(std::count_if(extraction.events.begin(), extraction.events.end(),
                                                [&](const Event& event) { return event.event_class == event_class; }));
}

std::string main_class(std::string_view text) {
  const Extraction extraction = read(text);
  for (const auto& event : extraction.events)
    if (event.main) return event.event_class;
  return "";
}

}  // namespace

TEST_CASE("the_attack_or_hazard_of_the_opening_is_the_main_event") {
  CHECK(main_class("A fire killed nine dockers. The mayor resigned.") == "fire");
  CHECK(main_class("The mayor resigned on Monday. He had won the vote twice.") == "resignation");
  CHECK(main_class("Nine dockers were found dead on Monday.") == "incident");
  CHECK(
      main_class("The flood killed nine people. An aftershock, another aftershock and a third aftershock followed.") ==
      "flood");
}

TEST_CASE("what_nothing_tells_apart_is_one_event") {
  CHECK(count("A fire broke out on Monday. The blaze killed nine dockers. It hurt 12 guards.", "fire") == 1);
  CHECK(count("A fire hit Port Ellan on Monday. The fire on Monday killed nine dockers.", "fire") == 1);
}

TEST_CASE("another_place_day_or_word_tells_an_event_apart") {
  CHECK(count("A quake killed nine people in Norway on Monday. A quake killed four people in Chile on Monday.",
              "quake") == 2);
  CHECK(count("A quake killed nine people on Monday. A quake killed four people on Tuesday.", "quake") == 2);
  CHECK(count("A fire killed nine dockers. A separate fire killed four guards.", "fire") == 2);
  CHECK(count("A quake killed nine people on Monday. Quakes have killed 400 people since 1998.", "quake") == 2);
}

TEST_CASE("harm_belongs_to_what_caused_it") {
  const Extraction extraction = read("A quake shook the town. Nine people were killed in a fire in the old port.");
  const auto killed = std::find_if(extraction.claims.begin(), extraction.claims.end(),
                                   [](const Claim& claim) { return claim.property == "killed.count"; });
  REQUIRE(killed != extraction.claims.end());
  REQUIRE(killed->event != no_index);
  CHECK(extraction.events[static_cast<std::size_t>(killed->event)].event_class == "fire");
}

TEST_CASE("a_place_within_another_is_the_same_place") {
  CHECK(extraction::place_within("london", "united-kingdom") == extraction::place_within("paris", "france"));
  CHECK(extraction::place_within("paris", "paris"));
  CHECK(extraction::place_within("paris", "france"));
  CHECK_FALSE(extraction::place_within("france", "paris"));
  CHECK_FALSE(extraction::place_within("paris", "norway"));
}

TEST_CASE("who_falls_ill_is_not_attacked") {
  CHECK(count("He died of a heart attack on Monday.", "strike") == 0);
  CHECK(count("He died in an attack on Monday.", "strike") == 1);
}

TEST_CASE("the_title_of_a_work_is_no_event") {
  for (const std::string_view text : {
           "The actress starred in *Catching Herrings* and in _The Great Fire_ before that.",
           "She won a prize for \"The Great Flood\" and wrote nine more books.",
           "Holm made the film Nine Fires in Ellan, with 40 dockers as extras.",
           "The song \"Storm Over Ellan\" sold nine million copies.",
           "She played a guard in Drowning Storm, which sold nine million tickets.",
           "STAR OF DROWNING STORM RETIRES\n\nShe played a guard in Drowning Storm, which sold nine million tickets.",
       }) {
    INFO(text);
    for (const std::string_view of_title : {"fire", "flood", "storm"}) CHECK(count(text, of_title) == 0);
  }
}

TEST_CASE("a_named_event_and_a_headline_are_events") {
  CHECK(count("The Great Fire of Ellan killed nine dockers.", "fire") == 1);
  CHECK(count("Nine people died when Hurricane Orla hit the port.", "storm") == 1);
  CHECK(count("\"The fire was a crime,\" said the mayor. It killed nine dockers.", "fire") == 1);
  CHECK(count("Nine Dockers Killed in Fire at Port Ellan\n\nThe port was closed.", "fire") == 1);
  CHECK(count("The film crew saw the fire that killed nine dockers.", "fire") == 1);
}

TEST_CASE("a_birth_dates_no_event") {
  for (const std::string_view text : {"The fire killed Orla Page, born on March 19, 1931, in her house.",
                                      "The fire killed Orla Page (born March 19, 1931) in her house.",
                                      "The fire killed Orla Page. Her date of birth was March 19, 1931."}) {
    const Extraction extraction = read(text);
    INFO(text);
    REQUIRE_FALSE(extraction.events.empty());
    CHECK_FALSE(extraction.dates.empty());
    for (const auto& event : extraction.events) CHECK(event.date == no_index);
  }
}
