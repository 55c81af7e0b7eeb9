// The text report's parts: what comes first, how values and places are told, and what a selection leaves.
#include "corroborate/corroborate.h"
#include "report/order.h"
#include "report/text_layout.h"
#include "report/value_words.h"
#include "report/words.h"
#include "support/report.h"
#include "test.h"

using namespace corroborate;
namespace reporting = corroborate::reporting;

namespace {

std::size_t count(const std::string& text, const std::string& part) {
  std::size_t found = 0;
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part, at + 1)) ++found;
  return found;
}

Finding conflict(const std::string& property, double high, std::vector<std::uint32_t> a, std::vector<std::uint32_t> b) {
  Finding finding;
  finding.id = property;
  finding.kind = ClaimKind::quantity;
  finding.property = property;
  finding.verdict = Verdict::conflict;
  finding.positions = {{"1", {1, 1}, {0}, 0, std::move(a)}, {"2", {high, high}, {0}, 0, std::move(b)}};
  finding.relations = {{0, 1, Verdict::conflict, Reason::disjoint}};
  return finding;
}

Report ordered() {
  Report report = testing::sample_report();
  report.findings = {conflict("lasted", 2, {0}, {1}), conflict("crowd", 5000, {0}, {1}),
                     conflict("distance", 2, {0, 2}, {1}), conflict("injured.count", 2, {0}, {1}),
                     conflict("killed.count", 2, {0}, {1})};
  return report;
}

std::vector<std::string> ids(const Report& report, Order order) {
  std::vector<std::string> result;
  for (const auto number : reporting::in_order(report, order)) result.push_back(report.findings[number].id);
  return result;
}

}  // namespace

TEST_CASE("harm_to_people_comes_first_then_large_counts_then_what_most_origins_differ_on") {
  CHECK(ids(ordered(), Order::consequence) ==
        std::vector<std::string>{"killed.count", "injured.count", "crowd", "distance", "lasted"});
  CHECK(ids(ordered(), Order::origins) ==
        std::vector<std::string>{"distance", "lasted", "crowd", "injured.count", "killed.count"});
  CHECK(ids(ordered(), Order::name) ==
        std::vector<std::string>{"crowd", "distance", "injured.count", "killed.count", "lasted"});
}

TEST_CASE("money_is_told_with_the_large_counts") {
  Report report = ordered();
  ReportClaim paid = report.claims[0];
  paid.dimension = "money";
  paid.unit = "dollar";
  report.claims.push_back(paid);
  report.findings = {conflict("distance", 2, {0, 2}, {1}), conflict("fine", 2, {0}, {1})};
  for (Position& position : report.findings[1].positions)
    position.claims = {static_cast<std::uint32_t>(report.claims.size() - 1)};
  CHECK(ids(report, Order::consequence) == std::vector<std::string>{"fine", "distance"});
}

TEST_CASE("brief_is_the_first_part_alone") {
  WriteOptions options;
  const std::string whole = write_report(testing::sample_report(), "text", options);
  options.brief = true;
  const std::string brief = write_report(testing::sample_report(), "text", options);
  CHECK(whole.starts_with(brief));
  CHECK(brief.find("\nCONFLICTS\n  killed · docker: 9 (port authority) | at least 12 (dockers' union); 2 origins") !=
        std::string::npos);
  CHECK(brief.find('\302') != std::string::npos);
  CHECK(brief.find("»") == std::string::npos);
}

TEST_CASE("details_come_in_the_order_of_the_answer") {
  const Report report = ordered();
  const std::string text = write_report(report, "text", {});
  std::size_t answer = 0, details = 0;
  for (const std::string topic : {"killed", "injured", "crowd", "distance", "lasted"}) {
    const auto line = text.find("\n  " + topic + ": ", answer), head = text.find("CONFLICT  " + topic, details);
    INFO(topic);
    REQUIRE(line != std::string::npos);
    REQUIRE(head != std::string::npos);
    answer = line + 1;
    details = head + 1;
  }
}

TEST_CASE("a_value_of_one_origin_names_it_once_and_rather_who_is_quoted_than_the_outlet") {
  Report report = testing::sample_report();
  report.claims[1].chain = {};  // the outlet's own words, of the same origin as the quote in skua.txt
  report.findings[3].verdict = Verdict::conflict;
  const std::string text = write_report(report, "text", {});
  CHECK(text.find("hurt · docker: about 20 (port authority); 1 origin") != std::string::npos);
}

TEST_CASE("an_agreement_of_several_origins_is_told_in_the_answer_and_that_of_one_is_not") {
  Report report = testing::sample_report();
  CHECK(write_report(report, "text", {}).find("AGREEMENTS") == std::string::npos);
  report.findings[3].origins = 2;
  CHECK(write_report(report, "text", {})
            .find("AGREEMENTS of several origins\n  hurt · docker: about 20 (port authority); 2 origins") !=
        std::string::npos);
}

TEST_CASE("paths_days_and_copies_stand_at_the_end_where_they_are_asked_for") {
  WriteOptions options;
  CHECK(write_report(testing::sample_report(), "text", options).find("in/gull.txt") == std::string::npos);
  options.paths = true;
  Report report = testing::sample_report();
  report.articles[2].publisher = "";
  const std::string text = write_report(report, "text", options);
  CHECK(text.ends_with(
      "\nARTICLES\n  in/gull.txt  The Gull  2016-09-18 (metadata)\n  in/tern.txt  Tern Press  2016-09-18 (dateline)\n"
      "  in/skua.txt  outlet unknown\n\nCOPIED\n  41 words, in The Gull and skua.txt\n"));
}

TEST_CASE("withdrawn_and_corrected_articles_are_marked_where_they_stand") {
  Report report = testing::sample_report();
  report.articles[0].status = ArticleStatus::withdrawn;
  report.articles[1].status = ArticleStatus::corrected;
  report.findings[1].positions[0].superseded = true;
  WriteOptions options;
  options.width = 200;
  const std::string text = write_report(report, "text", options);
  CHECK(text.find("9 [superseded] (port authority [withdrawn]) | at least 12 (dockers' union [corrected])") !=
        std::string::npos);
  CHECK(text.find("gull.txt:3 [withdrawn]  The fire") != std::string::npos);
  CHECK(text.find("tern.txt:3 [corrected]  Tern Press") != std::string::npos);
}

TEST_CASE("outlets_that_are_unknown_are_said_to_be_and_not_counted") {
  Report report = testing::sample_report();
  const Finding& compatible = report.findings[0];
  report.articles[2].publisher = "";
  report.findings[0].outlets = 1;
  CHECK(reporting::counts_in_words(report, compatible) == "2 articles, 1 outlet and unknown ones, 2 origins");
  report.findings[2].outlets = 0;
  CHECK(reporting::counts_in_words(report, report.findings[2]) == "1 article, outlet unknown, 1 origin");
}

TEST_CASE("places_are_links_only_where_the_writer_is_told_so") {
  WriteOptions options;
  CHECK(write_report(testing::sample_report(), "text", options).find('\x1b') == std::string::npos);
  options.links = "/data/my stories";
  const std::string text = write_report(testing::sample_report(), "text", options);
  CHECK(text.find("\x1b]8;;file:///data/my%20stories/in/gull.txt\x1b\\gull.txt:3\x1b]8;;\x1b\\  The fire") !=
        std::string::npos);
}

TEST_CASE("no_line_is_broken_within_a_place_and_none_is_empty_within_a_finding") {
  Report report = testing::sample_report();
  report.articles[0].file = "a file whose name is longer than the line and holds many blanks.txt";
  for (const unsigned width : {40u, 60u, 80u}) {
    WriteOptions options;
    options.width = width;
    const std::string text = write_report(report, "text", options);
    CHECK(count(text, report.articles[0].file + ":3") == 3);
    const auto details = text.find("CONFLICT  ");
    CHECK(text.substr(details, text.find("COMPATIBLE") - 1 - details).find("\n\n") == std::string::npos);
  }
}

TEST_CASE("layout_takes_links_for_nothing_and_whole_words_for_one") {
  CHECK(reporting::width_of(reporting::hyperlink("a:3", "file:///x/a")) == 3);
  CHECK(reporting::hyperlink("a:3", "") == "a:3");
  CHECK(reporting::wrap(reporting::whole("a b") + " c", {4, 0, 0}) == "a b\nc\n");
  CHECK(reporting::wrap("    word", {6, 0, 2}) == "    word\n");
}

TEST_CASE("values_are_told_as_a_reader_says_them") {
  using reporting::spoken_value;
  CHECK(spoken_value("Several", ClaimKind::quantity) == "several");
  CHECK(spoken_value("dozens (hedged)", ClaimKind::quantity) == "dozens, hedged");
  CHECK(spoken_value("denied: 3", ClaimKind::quantity) == "not 3");
  CHECK(spoken_value("denied: yes", ClaimKind::proposition) == "denies it");
  CHECK(spoken_value("denied: no", ClaimKind::proposition) == "denies “no”");
  CHECK(spoken_value("2016-09-12 (Monday)", ClaimKind::date) == "Monday 2016-09-12");
  CHECK(spoken_value("2016-09-12 (Monday) (planned)", ClaimKind::date) == "Monday 2016-09-12, planned");
  CHECK(spoken_value("XXXX-12", ClaimKind::date) == "December");
  CHECK(spoken_value("XXXX-12-05", ClaimKind::date) == "5 December");
  CHECK(spoken_value("2016-09", ClaimKind::date) == "September 2016");
  CHECK(spoken_value("2016-W37", ClaimKind::date) == "week 37 of 2016");
  CHECK(spoken_value("2016-SU", ClaimKind::date) == "summer 2016");
  CHECK(spoken_value("XXXX-WXX-6TMO", ClaimKind::date) == "Saturday, morning");
  CHECK(spoken_value("XXXX-XX-XXTNI", ClaimKind::date) == "night");
  CHECK(spoken_value("XXXX", ClaimKind::date) == "a day not stated");
  CHECK(spoken_value("about 12:00", ClaimKind::date) == "about 12:00");
  CHECK(spoken_value("port-ellan+skerry", ClaimKind::term) == "Port Ellan and Skerry");
  CHECK(spoken_value("AK-47", ClaimKind::term) == "AK-47");
  CHECK(spoken_value("", ClaimKind::date).empty());
}

TEST_CASE("labels_name_their_place") {
  CHECK(reporting::spoken_label("flood, wadi-al-mar, 2016-09-17") == "flood, Wadi al Mar, 2016-09-17");
  CHECK(reporting::spoken_label("quake") == "quake");
  CHECK(reporting::spoken_label("no event found") == "no event found");
}

TEST_CASE("a_pair_of_assertion_and_denial_says_so_once") {
  Finding finding;
  finding.kind = ClaimKind::proposition;
  finding.positions = {{"no", {}, {0}, 0, {0}}, {"denied: no", {}, {1}, 0, {1}, Polarity::denied}};
  CHECK(reporting::relation_in_words(finding, {0, 1, Verdict::conflict, Reason::denial}) ==
        "no against denies “no”: asserted by one, denied by another");
}

TEST_CASE("a_value_does_not_repeat_its_topic") {
  Finding finding;
  finding.kind = ClaimKind::quantity;
  finding.property = "magnitude";
  finding.positions = {{"magnitude 6.1", {6.1, 6.1}, {0}, 0, {0}}};
  CHECK(reporting::value_in_words(finding, finding.positions[0]) == "6.1");
}

TEST_CASE("a_selection_leaves_the_findings_that_fit_and_says_how_many_do_not") {
  const auto left = [](const Selection& selection) {
    Report report = testing::sample_report();
    const std::size_t all = report.findings.size(), gone = select(report, selection);
    CHECK(gone + report.findings.size() == all);
    std::vector<std::string> properties;
    for (const Finding& finding : report.findings) properties.push_back(finding.property);
    return properties;
  };
  CHECK(left({}).size() == 4);
  CHECK(left({Verdict::conflict, {}, 0}) == std::vector<std::string>{"killed.count"});
  CHECK(left({{}, "Killed", 0}) == std::vector<std::string>{"killed.count"});
  CHECK(left({{}, "docker", 0}).size() == 4);
  CHECK(left({{}, "kill", 0}).empty());
  CHECK(left({{}, {}, 2}) == std::vector<std::string>{"injured.count", "killed.count"});
}

TEST_CASE("what_a_selection_left_out_is_said") {
  WriteOptions options;
  options.left_out = 3;
  CHECK(write_report(testing::sample_report(), "text", options).find("\n3 findings left out, as asked\n") !=
        std::string::npos);
}
