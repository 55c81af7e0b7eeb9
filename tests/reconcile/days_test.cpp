// When undated articles were written, and when events took place: what tells a day, what does not, and what the report
// says it was read from.
#include <fmt/format.h>

#include <initializer_list>
#include <string>
#include <string_view>
#include <vector>

#include "corroborate/corroborate.h"
#include "test.h"
#include "time/civil.h"

using namespace corroborate;

namespace {

struct Text {
  std::string_view published;  // YYYY-MM-DD; empty = not known
  std::string_view body;
};

Day day_of(std::string_view iso) {
  const auto part = [&](std::size_t from, std::size_t size) { return std::stoi(std::string(iso.substr(from, size))); };
  return time::day_of({part(0, 4), part(5, 2), part(8, 2)});
}

// Each text is an article of one story: "a", "b" …
Report report_on(std::initializer_list<Text> texts) {
  std::vector<Extraction> extractions;
  for (const auto& text : texts) {
    Article article;
    article.id = std::string(1, static_cast<char>('a' + extractions.size()));
    article.body = std::string(text.body);
    article.story = "one";
    if (!text.published.empty()) article.published = PublishedDay{day_of(text.published), DayBasis::metadata, {}};
    extractions.push_back(extract(article));
  }
  return reconcile(std::move(extractions));
}

struct Dated {
  std::string published, basis;
};

Dated dated(const Report& report, std::size_t article) {
  const auto& info = report.articles.at(article);
  return {info.published, info.basis};
}

// The publication day that one undated text is given; empty where nothing tells.
std::string published(std::string_view body) { return dated(report_on({{"", body}}), 0).published; }

// The day of the main event of one text; empty where nothing tells.
std::string main_day(std::string_view published_on, std::string_view body) {
  Article article;
  article.id = "a";
  article.body = std::string(body);
  article.published = PublishedDay{day_of(published_on), DayBasis::metadata, {}};
  const Extraction extraction = extract(article);
  for (const auto& event : extraction.events) {
    if (!event.main) continue;
    return event.date == no_index ? ""
                                  : time::iso_day(extraction.dates[static_cast<std::size_t>(event.date)].days.first);
  }
  return "no event";
}

}  // namespace

TEST_CASE("a_line_of_its_own_dates_an_article") {
  CHECK(published("Tern Press\nMarch 3, 2021\n\nA fire killed nine dockers.") == "2021-03-03");
  CHECK(published("Published: 3 March 2021\n\nA fire killed nine dockers.") == "2021-03-03");
  CHECK(published("By Orla Holm, Tern Press, March 3, 2021\n\nA fire killed nine dockers.") == "2021-03-03");
  CHECK(published("PORT ELLAN, March 3, 2021 (Tern) - A fire in a grain warehouse killed nine dockers and hurt 20, the "
                  "port authority said.") == "2021-03-03");
}

TEST_CASE("a_line_of_days_and_hours_alone_dates_an_article") {
  const auto under_a_title = [](std::string_view line) {
    return published(fmt::format("Port reopens after fire\n{}\nA fire killed nine dockers.", line));
  };
  CHECK(under_a_title("Published on: Wed, 3 Mar 2021 at 09:56 IST") == "2021-03-03");
  CHECK(under_a_title("Posted: Mar 3, 2021 8:20 AM ET Last Updated: Mar 4, 2021 8:10 PM ET") == "2021-03-03");
  CHECK(under_a_title("PUBLISHED: 16:05 GMT, 3 March 2021 | UPDATED: 06:55 GMT, 4 March 2021") == "2021-03-03");
  CHECK(under_a_title("on March 3, 2021 at 4:31 AM, updated March 4, 2021 at 8:33 AM") == "2021-03-03");
  CHECK(under_a_title("3/13/21") == "2021-03-13");
  CHECK(under_a_title("3/3/21 at 1:30 PM") == "2021-03-03");
}

// The end of a sentence whose lines are broken tells the day of the event.
TEST_CASE("the_last_line_of_a_sentence_dates_no_article") {
  CHECK(published("The old grain warehouse at the quay of Port Ellan was shut for good\non March 3, 2021.\nIts roof "
                  "had burnt.") == "");
}

TEST_CASE("a_birth_dates_no_article") {
  CHECK(published("Orla Page died at her home in Ellan.\n\nPage was born on March 19, 1931.") == "");
  CHECK(published("Orla Page (born March 19, 1931) was a singer.") == "");
  CHECK(published("Born March 19, 1931, Page sang for the port.") == "");
  CHECK(published("Her birthday was March 19, 1931.\n\nPage sang for the port.") == "");
}

TEST_CASE("a_background_date_dates_no_article") {
  CHECK(published("The ferry disaster of 4 May 1998 killed 40 people.") == "");
  CHECK(published("On May 4, 1998, a ferry sank here.\n\nThe port will build a wall.") == "");
  CHECK(published("Ellan marked the anniversary of the May 4, 1998 fire.") == "");
  CHECK(published("The law took effect on May 4, 1998.\n\nThe port wants a new one.") == "");
}

TEST_CASE("a_copyright_line_dates_no_article") {
  CHECK(published("Copyright Tern Press, March 3, 2021\n\nA fire killed nine dockers.") == "");
  CHECK(published("Tern Press, March 3, 2021, all rights reserved\n\nA fire killed nine dockers.") == "");
  CHECK(published("© Tern Press, March 3, 2021\n\nA fire killed nine dockers.") == "");
}

TEST_CASE("a_caption_dates_neither_article_nor_event") {
  CHECK(published("Mourners gather on Oct. 9, 2014.\n\nGunmen killed nine people at a dance hall.") == "");
  CHECK(published("Photo: Port Ellan, Oct. 9, 2014\n\nGunmen killed nine people at a dance hall.") == "");
  CHECK(main_day("2014-10-11",
                 "A woman lights a candle at the site of the shooting on Oct. 9, 2014.\n\nGunmen killed nine people in "
                 "the shooting on Oct. 5, police said.") == "2014-10-05");
  CHECK(main_day("2014-10-11",
                 "The hall after the shooting, Oct. 9, 2014. (Tern Photo)\n\nGunmen killed nine people in the shooting "
                 "on Oct. 5, police said.") == "2014-10-05");
  CHECK(main_day("2014-10-11",
                 "Flowers lie near the site of the shooting on Oct. 9, 2014.\n\nGunmen killed nine people in the "
                 "shooting on Oct. 5, police said.") == "2014-10-05");
}

TEST_CASE("a_day_in_the_past_tense_is_an_event_s_own") {
  CHECK(main_day("2014-10-11", "Gunmen killed nine people in a shooting on Oct. 5, 2014, police said.") ==
        "2014-10-05");
  CHECK(main_day("2021-02-01", "The trial of the captain starts on March 3, 2021.") == "2021-03-03");
}

TEST_CASE("the_last_flood_does_not_date_this_one") {
  const std::string_view text =
      "A flood killed nine people in Ellan on Monday.\n\nThe river rose within an hour.\n\nThe mayor asked for "
      "boats.\n\n"
      "A flood on 4 May 1998 killed 40 people there.";
  CHECK(main_day("2021-03-03", text) == "2021-03-01");
  CHECK(main_day(
            "2021-03-03",
            "A flood killed nine people in Ellan.\n\nThe river rose within an hour.\n\nThe mayor asked for boats.\n\n"
            "A flood on 4 May 1998 killed 40 people there.") == "");
}

TEST_CASE("an_inferred_day_says_from_which_sentence") {
  const auto report = report_on({{"2021-03-03", "A fire killed nine dockers in Port Ellan on Monday."},
                                 {"", "A fire killed 12 dockers in Port Ellan yesterday."}});
  const auto [day, basis] = dated(report, 1);
  CHECK(day == "2021-03-02");
  INFO(basis);
  CHECK(basis.find("a, line 1: \"killed nine dockers in Port Ellan on Monday\"") != std::string::npos);
  CHECK(basis.find("here it is \"yesterday\" (line 1)") != std::string::npos);
}

// Written on Tuesday it would speak of a Wednesday before the fire.
TEST_CASE("an_undated_article_is_of_the_day_from_which_most_of_its_days_lie_behind_the_event") {
  const Text dated_one{"2021-03-03", "A fire killed nine dockers in Port Ellan on Tuesday."};
  const auto report =
      report_on({dated_one,
                 {"",
                  "A fire killed 12 dockers in Port Ellan on Tuesday. The mayor came on Wednesday. The port was "
                  "shut on Wednesday."}});
  CHECK(dated(report, 1).published == "2021-03-03");
  const auto of_the_week_before =
      report_on({dated_one, {"", "A fire killed 12 dockers in Port Ellan on Tuesday. It was checked last month."}});
  CHECK(dated(of_the_week_before, 1).published == "2021-03-02");
  const auto of_the_day_before =
      report_on({dated_one, {"", "A fire killed 12 dockers in Port Ellan on Tuesday. A pump had failed on Monday."}});
  CHECK(dated(of_the_day_before, 1).published == "2021-03-02");
}

TEST_CASE("a_day_that_nothing_tells_stays_unknown") {
  const auto looking_back =
      report_on({{"2021-03-03", "The ferry sank on 4 May 1998. The sinking killed 40 people in Ellan."},
                 {"", "The sinking killed 41 people in Ellan."}});
  CHECK(dated(looking_back, 1).published == "");
  const auto undated = report_on({{"", "A fire killed nine dockers in Port Ellan on Monday."},
                                  {"", "A fire killed 12 dockers in Port Ellan on Monday."}});
  CHECK(dated(undated, 0).published == "");
  CHECK(dated(undated, 1).published == "");
}

TEST_CASE("a_timeline_is_dated_by_none_of_its_entries") {
  CHECK(published("2011-03-04\n\nSoldiers kill two protesters.\n\n2011-03-18\n\nSoldiers kill 52 "
                  "protesters.\n\n2011-03-20\n\nThe cabinet is dismissed.\n") == "");
}

TEST_CASE("decades_and_centuries_are_said_in_words") {
  const auto said = [](std::string_view body) {
    const Report report = report_on({{"2016-09-17", body}});
    std::vector<std::string> values;
    for (const auto& claim : report.claims) values.push_back(claim.value);
    return values;
  };
  using Values = std::vector<std::string>;
  CHECK(said("The mill was shut in the 1980s.") == Values{"1980s"});
  CHECK(said("The chapel was built in the 19th century.") == Values{"19th century"});
  CHECK(said("The chapel was built in the twelfth century.") == Values{"12th century"});
  CHECK(said("Trade grew in the 21st century.") == Values{"21st century"});
}

TEST_CASE("days_that_hang_on_an_unknown_one_are_said_in_words") {
  const auto said = [](std::string_view when) {
    const Report report = report_on({{"", fmt::format("The mayor resigned {}.", when)}});
    std::string values;
    for (const auto& claim : report.claims)
      if (claim.kind == ClaimKind::date) values += (values.empty() ? "" : ", ") + claim.value;
    return values;
  };
  CHECK(said("yesterday") == "yesterday");
  CHECK(said("last night") == "last night");
  CHECK(said("this evening") == "this evening");
  CHECK(said("last week") == "last week");
  CHECK(said("earlier this month") == "this month");
  CHECK(said("12 years ago") == "12 years ago");
  CHECK(said("a century ago") == "a century ago");
  CHECK(said("in December") == "December");
  CHECK(said("last spring") == "spring");
  CHECK(said("on Thanksgiving") == "4th Thursday of November");
  CHECK(said("at 9 p.m. yesterday") == "yesterday, 21:00");
  CHECK(said("the year before") == "a year that is not told");
}
