// What is held against what: two values conflict only where nothing says that they are of two things.
#include <algorithm>
#include <initializer_list>
#include <optional>
#include <string>
#include <string_view>

#include "corroborate/corroborate.h"
#include "support/story.h"
#include "test.h"

using namespace corroborate;
using corroborate::testing::report_on;

namespace {

const Finding* finding(const Report& report, std::string_view property) {
  for (const auto& one : report.findings) {
    if (one.property == property) return &one;
  }
  return nullptr;
}

Verdict verdict(const Report& report, std::string_view property) {
  const Finding* found = finding(report, property);
  REQUIRE(found != nullptr);
  return found->verdict;
}

}  // namespace

TEST_CASE("two_articles_that_count_the_dead_apart_conflict") {
  CHECK(verdict(report_on({"The fire killed nine dockers.", "The fire killed 12 dockers."}), "killed.count") ==
        Verdict::conflict);
}

TEST_CASE("a_voice_with_two_values_speaks_of_two_things") {
  const auto report =
      report_on({"A quake of magnitude 4.2 hit the delta. Later a quake of magnitude 2.1 hit the delta.",
                 "A quake of magnitude 4.2 hit the delta."});
  const Finding* found = finding(report, "magnitude");
  REQUIRE(found != nullptr);
  for (const auto& one : report.findings) CHECK(one.verdict != Verdict::conflict);
}

TEST_CASE("what_a_voice_says_first_is_held_against_others") {
  const auto report =
      report_on({"A quake of magnitude 4.2 hit the delta. Later a quake of magnitude 2.1 hit the delta.",
                 "A quake of magnitude 4.9 hit the delta."});
  CHECK(verdict(report, "magnitude") == Verdict::conflict);
}

TEST_CASE("numbers_that_no_class_of_the_lexicon_knows_conflict_too") {
  const auto report = report_on({"The fire burned all night. Holm carried nine crates out of the store.",
                                 "The fire burned all night. Holm carried 12 crates out of the store."});
  int conflicts = 0;
  for (const auto& one : report.findings) conflicts += one.verdict == Verdict::conflict;
  CHECK(conflicts == 1);
}

TEST_CASE("ages_of_one_victim_conflict_with_and_without_a_name") {
  const auto report = report_on(
      {"A 51-year-old man was fatally shot at the pier.", "The shooting killed 52-year-old Orla Holm at the pier."});
  CHECK(verdict(report, "age") == Verdict::conflict);
}

TEST_CASE("the_living_grow_older_between_articles") {
  const auto report =
      report_on({"Jon Holm, 27, was arrested after the shooting.", "Jon Holm, 37, was convicted of the shooting."});
  const Finding* found = finding(report, "age");
  REQUIRE(found != nullptr);
  CHECK(found->verdict != Verdict::conflict);
}

namespace {

// Of two ages of one person in articles of these days.
Verdict of_ages(std::optional<PublishedDay> first, std::optional<PublishedDay> second) {
  std::vector<Extraction> extractions;
  for (const auto& [age, day] : {std::pair("60", first), std::pair("61", second)}) {
    Article article;
    article.id = age;
    article.story = "one";
    article.body = "Jon Holm, " + std::string(age) + ", was arrested after the shooting.";
    article.published = day;
    extractions.push_back(extract(article));
  }
  return verdict(reconcile(std::move(extractions)), "age");
}

}  // namespace

TEST_CASE("ages_a_year_apart_conflict_unless_the_articles_lie_far_apart") {
  const PublishedDay day{17052, DayBasis::metadata, {}}, next{17053, DayBasis::metadata, {}},
      year{17418, DayBasis::metadata, {}};
  CHECK(of_ages(day, next) == Verdict::conflict);
  CHECK(of_ages({}, {}) == Verdict::conflict);
  CHECK(of_ages(day, year) == Verdict::compatible);
}

TEST_CASE("clock_times_allow_for_their_rounding") {
  CHECK(verdict(report_on({"The fire broke out about 8.40 p.m.", "The fire broke out at 8.43 p.m."}), "time") ==
        Verdict::compatible);
  CHECK(verdict(report_on({"The fire broke out about 8.40 p.m.", "The fire broke out around 9.30 p.m."}), "time") ==
        Verdict::conflict);
}

TEST_CASE("help_is_called_after_it_began") {
  CHECK(
      verdict(report_on({"The fire broke out at 8.10 p.m.", "The brigade received a call about the fire at 8.25 p.m."}),
              "time") == Verdict::compatible);
}

TEST_CASE("a_bare_clock_may_be_of_the_evening") {
  const auto excludes = [](const std::string& bare) {
    const auto report = report_on({"The fire broke out at " + bare + ".", "The fire broke out at 8:10 p.m."});
    const Finding* found = finding(report, "time");
    REQUIRE(found != nullptr);
    if (found->relations.empty()) return false;  // one position
    // How sure the alignment must be to say so is another matter.
    return found->relations.front().reason == Reason::disjoint || found->relations.front().reason == Reason::apart;
  };
  CHECK_FALSE(excludes("8:10"));
  CHECK(excludes("08:10"));
  CHECK(excludes("8:10 a.m."));
}

TEST_CASE("the_same_figure_in_nearly_the_same_words_agrees") {
  const auto report =
      report_on({"The Skerry Tower in the old port has 110 stories.", "The Skerry Tower has 110 stories."});
  bool agrees = false;
  for (const auto& one : report.findings) agrees |= one.verdict == Verdict::agree;
  CHECK(agrees);
}

TEST_CASE("the_same_small_figure_in_other_words_is_another_thing") {
  const auto report = report_on({"The Skerry Tower has 12 stories.", "Holm sold 12 crates of herring to Ellan."});
  REQUIRE_FALSE(report.findings.empty());
  for (const auto& one : report.findings) CHECK(one.articles == 1);
}

TEST_CASE("a_bare_toll_is_of_those_whom_the_others_count") {
  const auto report = report_on({"Nine dead in the fire at the pier.", "The fire killed 12 dockers."});
  const Finding* found = finding(report, "killed.count");
  REQUIRE(found != nullptr);
  CHECK(found->population == "docker");
  CHECK(found->verdict == Verdict::conflict);
}

TEST_CASE("entries_of_a_timeline_are_events_of_their_own_days") {
  const auto report =
      report_on({"2011-03-04\n\nSoldiers kill two protesters.\n\n2011-03-18\n\nSoldiers kill 52 "
                 "protesters.\n\n2011-03-20\n\nThe cabinet is dismissed.\n",
                 "2011-03-04\n\nTwo protesters are killed.\n\n2011-03-18\n\nTroops kill 45 "
                 "protesters.\n\n2011-03-20\n\nThe cabinet is dismissed.\n"});
  int conflicts = 0;
  for (const auto& one : report.findings) conflicts += one.verdict == Verdict::conflict;
  CHECK(conflicts == 1);
}

TEST_CASE("a_source_does_not_contradict_those_whom_it_quotes") {
  const auto report =
      report_on({"The ministry said that its troops suffered 11 casualties in the raid, adding that the rebels "
                 "suffered three casualties."});
  REQUIRE_FALSE(report.findings.empty());
  for (const auto& one : report.findings) CHECK(one.verdict != Verdict::conflict);
}

TEST_CASE("clock_times_of_known_zones_are_converted_before_they_are_compared") {
  const auto report = report_on({"The fire broke out at 7:37 a.m. EDT.", "The fire broke out at 11:37 GMT.",
                                 "The fire broke out at 5:05 a.m. PDT."});
  const Finding* found = finding(report, "time (GMT)");
  REQUIRE(found != nullptr);
  REQUIRE(found->positions.size() == 2);
  CHECK(found->positions[0].value == "11:37 GMT");
  CHECK(found->positions[0].claims.size() == 2);
  CHECK(found->positions[1].value == "12:05 GMT");
  CHECK(found->verdict == Verdict::conflict);
}

TEST_CASE("clock_times_of_zones_that_nobody_can_tell_meet_only_their_like") {
  const auto report = report_on(
      {"The fire broke out at 7:37 a.m. ET.", "The fire broke out at 7:37 GMT.", "The fire broke out at 9:20 a.m."});
  CHECK(verdict(report, "time (ET)") == Verdict::single);
  CHECK(verdict(report, "time (GMT)") == Verdict::single);
  CHECK(verdict(report, "time") == Verdict::single);
}

TEST_CASE("a_zone_behind_gmt_may_reach_back_over_midnight") {
  const auto report = report_on({"The fire broke out at 1:10 a.m. CEST.", "The fire broke out at 23:10 GMT."});
  CHECK(verdict(report, "time (GMT)") == Verdict::agree);
}

TEST_CASE("the_only_zone_of_an_event_is_that_of_the_place") {
  const auto report = report_on({"The fire broke out at 7:37 a.m. PT.", "The fire broke out at 9:20 a.m."});
  CHECK(verdict(report, "time") == Verdict::conflict);
  CHECK(verdict(report_on({"The fire broke out at 7:37 GMT.", "The fire broke out at 9:20 a.m."}), "time") ==
        Verdict::single);
}

TEST_CASE("those_who_are_named_together_share_what_befell_them") {
  const auto report = report_on(
      {"Ann Holm, 33, and Eve Varga, 28, died in the fire.", "Ann Holm, 33, and Eve Varga, 31, died in the fire."});
  const auto eve = std::find_if(report.findings.begin(), report.findings.end(),
                                [](const Finding& one) { return one.population == "eve-varga"; });
  REQUIRE(eve != report.findings.end());
  CHECK(eve->verdict == Verdict::conflict);
}
