// What changed between two reports, in the words of the report; and reports that cannot be compared.
#include "corroborate/diff.h"

#include <fmt/format.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "support/folder.h"
#include "support/report.h"
#include "support/schema.h"
#include "support/tool.h"
#include "test.h"

using namespace corroborate;
using nlohmann::json;
using testing::Folder;
using testing::run_tool;

namespace {

Report report_on(const std::vector<std::pair<std::string, std::string>>& texts) {
  std::vector<Extraction> all;
  for (const auto& [id, text] : texts) {
    Article article;
    article.id = article.path = id;
    article.story = "port";
    article.outlet = "Outlet " + id;
    article.published = PublishedDay{17052, DayBasis::metadata, "published 2016-09-08"};
    article.body = text;
    all.push_back(extract(article));
  }
  return reconcile(std::move(all));
}

std::string text_of(const Report& before, const Report& now) {
  return write_difference(before, now, difference(before, now), "text", {});
}

// The kinds of change, in their order.
std::vector<ChangeKind> kinds(const Report& before, const Report& now) {
  std::vector<ChangeKind> result;
  for (const Change& change : difference(before, now).changes) result.push_back(change.kind);
  return result;
}

const std::pair<std::string, std::string> nine = {"a",
                                                  "The fire killed nine dockers on Monday, the port authority said."};
const std::pair<std::string, std::string> twelve = {"b", "The fire killed 12 dockers on Monday, the union said."};
const std::pair<std::string, std::string> nine_too = {"c",
                                                      "The fire killed nine dockers on Monday, the ministry said."};

std::string harbour(const std::string& name) {
  return std::string(PROJECT_SOURCE) + "/data/stories/harbour-fire/" + name;
}

// The JSON reports on the first one, two … of the sample story's articles, as 1.json, 2.json …
void write_reports(Folder& folder) {
  int number = 0;
  for (const char* name : {"1-tern-press.txt", "2-gull-wire.txt", "3-morning-skerry.txt", "4-island-post.txt"}) {
    folder.with(fmt::format("news/{}", name), testing::read_file(harbour(name)));
    folder.with(fmt::format("{}.json", ++number), run_tool("--format json " + folder.path("news")).out);
  }
}

}  // namespace

TEST_CASE("a_report_is_the_same_as_itself") {
  const Report report = report_on({nine, twelve, nine_too});
  CHECK(difference(report, report).changes.empty());
  CHECK(text_of(report, report) == "nothing new\n");
}

TEST_CASE("a_conflict_that_an_article_brings_is_new_and_one_that_it_takes_along_is_settled") {
  const Report before = report_on({nine}), now = report_on({nine, twelve});
  CHECK(kinds(before, now).front() == ChangeKind::conflict);
  CHECK(text_of(before, now).find("NEW CONFLICTS\n  killed · docker: 9 (port authority) | 12 (union); 2 origins\n") !=
        std::string::npos);
  CHECK(kinds(now, before).front() == ChangeKind::settled);
  CHECK(text_of(now, before)
            .find("SETTLED\n  killed · docker: 9 (port authority); was 9 (port authority) | 12 (union)\n") !=
        std::string::npos);
}

TEST_CASE("a_conflict_that_nobody_states_any_more_is_settled") {
  const Report before = report_on({nine, twelve}), now = report_on({{"d", "The orchard opened in spring."}});
  CHECK(text_of(before, now).find("killed · docker: no longer stated; was 9 (port authority) | 12 (union)") !=
        std::string::npos);
}

TEST_CASE("values_and_origins_that_come_and_go_within_a_conflict_are_changes_of_it") {
  const Report before = report_on({nine, twelve}), now = report_on({nine, twelve, nine_too});
  const auto changes = difference(before, now).changes;
  const auto toll = std::ranges::find(changes, ChangeKind::positions, &Change::kind);
  REQUIRE(toll != changes.end());
  REQUIRE(toll->positions.size() == 1);
  CHECK(toll->positions[0].before.has_value());
  CHECK(toll->positions[0].origins.size() == 1);
  CHECK(toll->positions[0].origins_gone.empty());
  CHECK(text_of(before, now).find("CHANGED\n  killed · docker: 9 also by ministry\n") != std::string::npos);
  CHECK(text_of(now, before).find("killed · docker: 9 no longer by ministry") != std::string::npos);
  const std::pair<std::string, std::string> more = {"d", "The fire killed 14 dockers on Monday, the hospital said."};
  CHECK(text_of(before, report_on({nine, twelve, more})).find("killed · docker: new 14 (hospital)") !=
        std::string::npos);
}

TEST_CASE("a_second_origin_makes_an_agreement") {
  const Report before = report_on({nine}), now = report_on({nine, nine_too});
  const auto changes = difference(before, now).changes;
  CHECK(std::ranges::all_of(changes, [](const Change& change) { return change.kind == ChangeKind::agreement; }));
  CHECK(text_of(before, now)
            .find("NEW AGREEMENTS of several origins\n  killed · docker: 9 (port authority, ministry); 2 origins") !=
        std::string::npos);
}

TEST_CASE("articles_that_came_and_went_are_named") {
  const Report before = report_on({nine, twelve}), now = report_on({nine, nine_too});
  CHECK(text_of(before, now).find("ARTICLES\n  new  c  Outlet c\n  gone  b  Outlet b\n") != std::string::npos);
  CHECK(text_of(before, now).starts_with("0 new conflicts, 1 settled"));
}

TEST_CASE("a_finding_whose_id_changed_is_known_by_its_claims") {
  const Report before = report_on({nine, twelve});
  Report now = before;
  for (Finding& finding : now.findings) finding.id += "~2";
  CHECK(difference(before, now).changes.empty());
  for (ReportClaim& claim : now.claims) claim.quote += " again";  // and by its question
  CHECK(difference(before, now).changes.empty());
}

TEST_CASE("what_is_read_from_a_json_report_compares_as_the_report_does") {
  const Report before = report_on({nine, twelve}), now = report_on({nine, twelve, nine_too});
  const auto read = [](const Report& report) { return read_report(write_report(report, "json", {})); };
  REQUIRE(read(before).error.empty());
  CHECK(text_of(read(before).report, read(now).report) == text_of(before, now));
  CHECK(text_of(read(before).report, before) == "nothing new\n");
  CHECK(read(testing::sample_report()).error.empty());
}

TEST_CASE("a_report_that_cannot_be_read_says_why") {
  const auto error = [](const std::string& text) { return read_report(text).error; };
  CHECK(error("") == "no report (expected what --format json writes)");
  CHECK(error("{\"id\":\"x\"}") == "no report (expected what --format json writes)");
  CHECK(error(std::string(200'000, '[')) == "no report (expected what --format json writes)");
  CHECK(error("{\"schema_version\":1}") ==
        "a report of version 1 (expected version 2 or 3: make it again from its articles)");
  CHECK(error("{\"schema_version\":2}") == "no list \"articles\" (expected a report of --format json)");
  json report = json::parse(write_report(testing::sample_report(), "json", {}));
  const auto broken = [&](const char* pointer, const json& value) {
    json changed = report;
    changed[json::json_pointer(pointer)] = value;
    return error(changed.dump());
  };
  CHECK(broken("/findings/0/verdict", "true") ==
        "findings[0]: \"verdict\" is \"true\" (expected a report of --format json)");
  CHECK(broken("/claims/1/article", "nobody") ==
        "claims[1]: \"nobody\" stands in no list (expected a report of --format json)");
  CHECK(broken("/findings/0/relations/0/b", 99) ==
        "findings[0]: a relation of a position that is not there (expected a report of --format json)");
  CHECK(broken("/findings/0/positions", json::array()) ==
        "findings[0]: a relation of a position that is not there (expected a report of --format json)");
}

TEST_CASE("the_difference_as_json_follows_its_schema") {
  const json schema = json::parse(testing::read_file(std::string(PROJECT_SOURCE) + "/data/schema/diff.schema.json"));
  const Report before = report_on({nine, twelve}), now = report_on({nine, nine_too});
  for (const auto& [one, other] : {std::pair(before, now), std::pair(now, before), std::pair(now, now)}) {
    const json written = json::parse(write_difference(one, other, difference(one, other), "json", {}));
    CHECK(testing::find_violation(schema, written).empty());
  }
  const json written = json::parse(write_difference(before, now, difference(before, now), "json", {}));
  CHECK(written["articles_new"][0]["id"] == "c");
  CHECK(written["changes"][0]["change"] == "settled");
  CHECK(written["changes"][0]["verdict_before"] == "conflict");
}

TEST_CASE("a_growing_folder_is_told_step_by_step") {
  Folder folder;
  write_reports(folder);
  const auto step = [&](int from, int to) {
    return run_tool(
        fmt::format("diff {} {}", folder.path(fmt::format("{}.json", from)), folder.path(fmt::format("{}.json", to))));
  };
  const auto second = step(1, 2);
  CHECK(second.status == 1);
  CHECK(second.out.find("NEW CONFLICTS\n  killed · docker: 9 (port authority) | 12 (dockers' union)") !=
        std::string::npos);
  CHECK(second.err.empty());
  const auto fourth = step(3, 4);
  CHECK(fourth.status == 1);
  CHECK(fourth.out.find("14 (spokeswoman for the county hospital)") != std::string::npos);
  CHECK(fourth.out.find("4-island-post.txt") != std::string::npos);
  const auto same = step(4, 4);
  CHECK(same.status == 0);
  CHECK(same.out == "nothing new\n");
}

TEST_CASE("diff_reads_standard_input_and_names_what_it_cannot_read") {
  Folder folder;
  write_reports(folder);
  const std::string now = testing::read_file(folder.path("2.json"));
  CHECK(run_tool("diff " + folder.path("1.json") + " -", now).status == 1);
  CHECK(run_tool("diff - " + folder.path("2.json"), now).status == 0);
  const auto missing = run_tool("diff " + folder.path("1.json") + " " + folder.path("none.json"));
  CHECK(missing.status == 2);
  CHECK(missing.err == folder.path("none.json") + ": cannot be read: No such file or directory\n");
  folder.with("old.json", "{\"schema_version\":1}");
  CHECK(run_tool("diff " + folder.path("old.json") + " " + folder.path("1.json")).err ==
        folder.path("old.json") +
            ": a report of version 1 (expected version 2 or 3: make it again from its articles)\n");
  CHECK(run_tool("diff " + folder.path("1.json")).status == 2);
}
