// Later figures of one origin, withdrawn articles, the best figure by a named rule, Admiralty marks.
#include "corroborate/corroborate.h"
#include "test.h"

using namespace corroborate;

namespace {

struct Text {
  std::string id, outlet, day, body;
  ArticleStatus status = ArticleStatus::usable;
};

Day day_of(const std::string& text) { return 17052 + static_cast<Day>(std::stoi(text)); }  // days after 2016-09-08

Report report_on(const std::vector<Text>& texts, const ReconcileOptions& options = {}) {
  std::vector<Extraction> extractions;
  for (const Text& text : texts) {
    Article article;
    article.id = text.id;
    article.outlet = text.outlet;
    article.body = text.body;
    article.story = "one";
    article.status = text.status;
    article.published = PublishedDay{day_of(text.day), DayBasis::metadata, {}};
    extractions.push_back(extract(article));
  }
  return reconcile(std::move(extractions), options);
}

// A copy: the report is often a temporary.
Finding killed(const Report& report) {
  for (const Finding& finding : report.findings)
    if (finding.property == "killed.count" && !finding.positions.empty()) return finding;
  FAIL("no finding of killed.count");
  throw 0;
}

const std::vector<Text> corrected_itself = {
    {"a", "Tern Press", "0", "A fire in the harbour killed nine dockers, the port union said."},
    {"b", "Tern Press", "2", "The fire in the harbour killed 12 dockers, the port union said."}};

const std::vector<Text> two_voices = {
    {"a", "Tern Press", "0", "A fire in the harbour killed nine dockers, the port union said."},
    {"b", "Skua Herald", "2", "A fire in the harbour killed 12 dockers, the fire brigade said."}};

}  // namespace

TEST_CASE("a_later_figure_of_the_same_origin_is_an_update_and_stands") {
  const Finding finding = killed(report_on(corrected_itself));
  CHECK(finding.verdict == Verdict::compatible);
  REQUIRE(finding.relations.size() == 1);
  CHECK(finding.relations[0].reason == Reason::update);
  REQUIRE(finding.positions.size() == 2);
  for (const Position& position : finding.positions) CHECK(position.superseded == (position.value == "9"));
  CHECK(finding.low == "12");
  CHECK(finding.high == "12");
}

TEST_CASE("publication_order_excuses_nothing_between_two_origins") {
  const Finding finding = killed(report_on(two_voices));
  CHECK(finding.verdict == Verdict::conflict);
  for (const Position& position : finding.positions) CHECK_FALSE(position.superseded);
}

TEST_CASE("a_count_with_a_stated_later_as_of_has_evolved") {
  auto texts = two_voices;
  texts[1].body = "The fire in the harbour had killed 12 dockers by Saturday, the fire brigade said.";
  const Finding finding = killed(report_on(texts));
  REQUIRE(finding.relations.size() == 1);
  CHECK(finding.relations[0].reason == Reason::evolving);
  CHECK(finding.verdict == Verdict::compatible);
  REQUIRE(finding.timeline.size() == 2);
  CHECK(finding.timeline[1].day == "2016-09-10");
}

TEST_CASE("the_dead_do_not_grow_fewer_whatever_the_as_of") {
  auto texts = two_voices;
  texts[1].body = "The fire in the harbour had killed seven dockers by Saturday, the fire brigade said.";
  CHECK(killed(report_on(texts)).verdict == Verdict::conflict);
}

TEST_CASE("an_as_of_that_is_no_later_excuses_nothing") {
  auto texts = two_voices;
  texts[1].body = "The fire in the harbour had killed 12 dockers by Thursday, the fire brigade said.";
  CHECK(killed(report_on(texts)).verdict == Verdict::conflict);
}

TEST_CASE("who_takes_a_figure_back_stands_behind_it_no_more") {
  auto texts = two_voices;
  texts[1].body = "The port union retracted its claim that the fire in the harbour killed nine dockers.";
  const Finding finding = killed(report_on(texts));
  REQUIRE(finding.relations.size() == 1);
  CHECK(finding.relations[0].reason == Reason::withdrawn);
  CHECK(finding.verdict == Verdict::compatible);
  CHECK(finding.grade == "discounted");
  for (const Position& position : finding.positions) CHECK(position.superseded);
}

TEST_CASE("what_one_takes_back_another_may_still_say") {
  auto texts = two_voices;
  texts[1].body = "The fire brigade retracted its claim that the fire in the harbour killed nine dockers.";
  const Finding finding = killed(report_on(texts));
  for (const Position& position : finding.positions) CHECK(position.superseded == (position.value == "withdrawn: 9"));
  CHECK(finding.grade != "discounted");
}

TEST_CASE("what_is_said_again_later_stands") {
  auto texts = two_voices;
  texts[0].day = "3";
  texts[1].body = "The port union retracted its claim that the fire in the harbour killed nine dockers.";
  for (const Position& position : killed(report_on(texts)).positions)
    CHECK(position.superseded == (position.value == "withdrawn: 9"));
}

TEST_CASE("an_outlet_that_corrects_itself_is_not_held_to_what_it_wrote") {
  const std::vector<Text> texts = {{"a", "Tern Press", "0", "A fire in the harbour killed nine dockers."},
                                   {"b", "Tern Press", "0",
                                    "A fire in the harbour killed seven dockers.\n\nAn earlier version of this story "
                                    "said that the fire killed nine dockers."}};
  const Finding finding = killed(report_on(texts));
  CHECK(finding.verdict == Verdict::compatible);
  for (const Position& position : finding.positions) CHECK(position.superseded == (position.value != "7"));
  CHECK(finding.low == "7");
  CHECK(finding.high == "7");
}

TEST_CASE("the_same_day_gives_no_update") {
  auto texts = corrected_itself;
  texts[1].day = "0";
  const Finding finding = killed(report_on(texts));
  REQUIRE_FALSE(finding.relations.empty());
  for (const auto& relation : finding.relations) CHECK(relation.reason != Reason::update);
  CHECK(finding.timeline.empty());
}

TEST_CASE("a_value_that_changed_has_a_timeline_by_day") {
  const Finding finding = killed(report_on(two_voices));
  REQUIRE(finding.timeline.size() == 2);
  CHECK(finding.timeline[0].day == "2016-09-08");
  CHECK(finding.positions[finding.timeline[0].position].value == "9");
  CHECK(finding.timeline[1].day == "2016-09-10");
}

TEST_CASE("a_withdrawn_article_conflicts_with_nothing_and_stands_no_more") {
  auto texts = two_voices;
  texts[0].status = ArticleStatus::withdrawn;
  const auto report = report_on(texts);
  const Finding finding = killed(report);
  CHECK(finding.verdict == Verdict::compatible);
  CHECK(finding.relations[0].reason == Reason::withdrawn);
  CHECK(finding.low == "12");
  CHECK(report.articles[0].status == ArticleStatus::withdrawn);
  texts[1].status = ArticleStatus::withdrawn;
  CHECK(killed(report_on(texts)).grade == "discounted");
}

TEST_CASE("the_best_figure_is_chosen_by_the_named_rule_alone") {
  CHECK(killed(report_on(two_voices)).best.empty());
  const auto best = [](const ReconcileOptions& options) {
    const Finding finding = killed(report_on(two_voices, options));
    CHECK_FALSE(finding.best_rule.empty());
    return finding.best;
  };
  CHECK(best({"acled", {}}) == "9");
  CHECK(best({"gtd-like", {}}) == "12");
  CHECK(best({"ucdp-like", {}}) == "9");
  CHECK(best({"ucdp-like", {{"fire brigade", 'A'}, {"port union", 'C'}}}) == "12");
}

TEST_CASE("admiralty_marks_need_a_table_and_judge_source_and_figure_apart") {
  const Finding bare = killed(report_on(two_voices));
  for (const Position& position : bare.positions) CHECK(position.admiralty.empty());
  const Finding finding = killed(report_on(two_voices, {"none", {{"fire brigade", 'B'}}}));
  for (const Position& position : finding.positions)
    CHECK(position.admiralty == (position.value == "12" ? "B4" : "F4"));
}

TEST_CASE("explain_tells_the_timeline_and_what_was_not_compared") {
  auto texts = two_voices;
  texts[0].body += " It injured 20 people. Last year's fire in the harbour of Varna killed three people.";
  const auto report = report_on(texts);
  const std::string text = explain(report, killed(report).id);
  CHECK(text.find("by day:") != std::string::npos);
  CHECK(text.find("not held against:") != std::string::npos);
}
