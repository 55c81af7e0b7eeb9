// The formats for other programs: each is read back by its own kind of reader, and holds what the report holds.
#include "test.h"

#include <csv.h>

#include <map>
#include <nlohmann/json.hpp>
#include <set>

#include "corroborate/check.h"
#include "corroborate/corroborate.h"
#include "load/xml_tree.h"
#include "support/report.h"

using namespace corroborate;
using json = nlohmann::json;

namespace {

// The sample report with text that every format must escape.
Report hostile_report() {
  Report report = testing::sample_report();
  report.claims[0].quote = "=1+1 <b>\"62\", | said & % :: \u202e\n]]>";
  report.claims[0].context = "before " + report.claims[0].quote + " after";
  report.articles[0].path = "a folder/50%,x:y|<z>.txt";
  report.articles[0].outlet = "@Tern <Press>";
  return report;
}

std::string write(const Report& report, std::string_view format, std::string profile = {}) {
  WriteOptions options;
  options.profile = std::move(profile);
  return write_report(report, format, options);
}

using Rows = std::vector<std::vector<std::string>>;

Rows read_csv(const std::string& text) {
  struct State {
    Rows rows{1};
  } state;
  csv_parser parser;
  csv_init(&parser, CSV_STRICT | CSV_STRICT_FINI | CSV_APPEND_NULL);
  const auto cell = [](void* bytes, std::size_t size, void* self) {
    static_cast<State*>(self)->rows.back().emplace_back(static_cast<const char*>(bytes), size);
  };
  const auto row = [](int, void* self) { static_cast<State*>(self)->rows.emplace_back(); };
  CHECK(csv_parse(&parser, text.data(), text.size(), cell, row, &state) == text.size());
  CHECK(csv_fini(&parser, cell, row, &state) == 0);
  csv_free(&parser);
  state.rows.pop_back();
  return state.rows;
}

std::size_t claims_in(const Report& report) {
  std::size_t count = 0;
  for (const Finding& finding : report.findings)
    for (const Position& position : finding.positions) count += position.claims.size();
  return count;
}

std::size_t of_verdict(const Report& report, Verdict verdict) {
  return static_cast<std::size_t>(std::ranges::count(report.findings, verdict, &Finding::verdict));
}

}  // namespace

TEST_CASE("every_format_in_the_list_writes_something_and_the_same_each_time") {
  const Report report = hostile_report();
  for (const std::string& format : report_formats()) {
    INFO(format);
    CHECK(!write(report, format).empty());
    CHECK(write(report, format) == write(report, format));
  }
}

TEST_CASE("csv_has_one_row_a_claim_and_as_many_cells_as_columns") {
  const Report report = hostile_report();
  const Rows rows = read_csv(write(report, "csv"));
  REQUIRE(rows.size() == claims_in(report) + 1);
  for (const auto& row : rows) CHECK(row.size() == rows[0].size());
  const std::set<std::string> columns(rows[0].begin(), rows[0].end());
  CHECK(columns.size() == rows[0].size());
}

TEST_CASE("csv_lets_no_spreadsheet_run_an_articles_words") {
  const Rows rows = read_csv(write(hostile_report(), "csv"));
  for (std::size_t row = 1; row < rows.size(); ++row)
    for (const auto& cell : rows[row]) {
      const bool formula = !cell.empty() && std::string("=+@").find(cell[0]) != std::string::npos;
      CHECK_FALSE(formula);
    }
}

TEST_CASE("csv_profiles_have_their_columns_and_one_row_a_toll") {
  const Report report = testing::sample_report();
  const auto tolls = std::ranges::count(report.findings, std::string("killed.count"), &Finding::property);
  const std::map<std::string, std::string> first_columns = {
      {"ucdp-like", "id"}, {"acled", "event_id_cnty"}, {"ibc", "IBC code"}};
  for (const auto& [profile, column] : first_columns) {
    const Rows rows = read_csv(write(report, "csv", profile));
    CHECK(rows[0][0] == column);
    CHECK(rows.size() == static_cast<std::size_t>(tolls) + 1);
    for (const auto& row : rows) CHECK(row.size() == rows[0].size());
  }
}

TEST_CASE("ndjson_has_one_finding_a_line_with_its_claims_inside") {
  const Report report = hostile_report();
  std::istringstream in(write(report, "ndjson"));
  std::size_t lines = 0, claims = 0;
  for (std::string line; std::getline(in, line); ++lines) {
    const json finding = json::parse(line);
    CHECK(finding["id"] == report.findings[lines].id);
    for (const auto& position : finding["positions"])
      for (const auto& claim : position["claims"]) claims += claim["quote"].is_string();
  }
  CHECK(lines == report.findings.size());
  CHECK(claims == claims_in(report));
}

TEST_CASE("sarif_results_name_a_rule_a_place_and_a_stable_fingerprint") {
  const Report report = hostile_report();
  const json log = json::parse(write(report, "sarif"));
  CHECK(log["version"] == "2.1.0");
  const json& run = log["runs"][0];
  std::set<std::string> rules;
  for (const auto& rule : run["tool"]["driver"]["rules"]) {
    rules.insert(rule["id"].get<std::string>());
    CHECK(rule["id"].get<std::string>().find(' ') == std::string::npos);
    CHECK(rule["help"]["text"].get<std::string>().size() > 20);
  }
  CHECK(run["results"].size() == of_verdict(report, Verdict::conflict) + of_verdict(report, Verdict::compatible));
  REQUIRE_FALSE(run["results"].empty());
  for (const auto& result : run["results"]) {
    CHECK(rules.contains(result["ruleId"].get<std::string>()));
    CHECK(result["message"]["text"].get<std::string>().size() > 0);
    CHECK(result["partialFingerprints"]["finding/v1"].is_string());
    CHECK(result["relatedLocations"].size() >= 1);
    const json& place = result["locations"][0]["physicalLocation"];
    const json& region = place["region"];
    CHECK(region["startLine"].get<int>() >= 1);
    const bool one_line = region["endLine"] == region["startLine"];
    CHECK((region["endLine"].get<int>() > region["startLine"].get<int>() ||
           (one_line && region["endColumn"].get<int>() >= region["startColumn"].get<int>())));
    const std::string uri = place["artifactLocation"]["uri"];
    CHECK(uri.find_first_of(" <>|:") == std::string::npos);
  }
}

TEST_CASE("sarif_regions_end_behind_the_quote") {
  Report report = testing::sample_report();
  report.claims[0].quote = "killed né";
  report.claims[2].quote = "at least 12\ndockers";
  const json result = json::parse(write(report, "sarif"))["runs"][0]["results"][1];
  const json &first = result["locations"][0]["physicalLocation"]["region"],
             &second = result["relatedLocations"][0]["physicalLocation"]["region"];
  CHECK(first["endLine"] == 3);
  CHECK(first["endColumn"] == 19);
  CHECK(second["endLine"] == 4);
  CHECK(second["endColumn"] == 8);
}

TEST_CASE("what_a_check_lets_pass_is_unchanged_and_what_it_stops_is_new") {
  const Report report = testing::sample_report();
  const std::string id = report.findings[1].id;
  CheckResult passed, stopped;
  stopped.new_findings = {id};
  stopped.broken = {{"expected.tsv", 4, "expected agree, found conflict"}};
  const auto state = [&](const CheckResult& check) {
    const json results = json::parse(write_check(report, check, "sarif"))["runs"][0]["results"];
    for (const auto& result : results)
      if (result.contains("partialFingerprints") && result["partialFingerprints"]["finding/v1"] == id)
        return result["baselineState"].get<std::string>();
    return std::string("none");
  };
  CHECK(state(passed) == "unchanged");
  CHECK(state(stopped) == "new");
  CHECK(json::parse(write_check(report, stopped, "sarif"))["runs"][0]["results"][0]["ruleId"] == "check/broken");
  CHECK(write_check(report, passed, "github").empty());
  const std::string lines = write_check(report, stopped, "github");
  CHECK(
      lines.starts_with("::error file=expected.tsv,line=4,title=Expectation::expected agree, found conflict\n::warning "
                        "file=in/gull.txt,"));
  CHECK(write_check(report, passed, "junit").find("failures=\"0\"") != std::string::npos);
  CHECK(write_check(report, stopped, "junit").find("<testsuites name=\"corroborate\" tests=\"4\" failures=\"2\"") !=
        std::string::npos);
  CHECK(write_check(report, passed, "text").empty());
}

TEST_CASE("junit_is_well_formed_and_counts_its_failures") {
  const Report report = hostile_report();
  const std::string text = write(report, "junit");
  const auto tree = loading::parse_xml(text);
  REQUIRE(tree.root());
  std::size_t cases = 0, failures = 0;
  tree.root().each([&](loading::Node node) {
    cases += node.name() == "testcase";
    failures += node.name() == "failure";
  });
  CHECK(failures == of_verdict(report, Verdict::conflict));
  CHECK(cases == report.findings.size() - of_verdict(report, Verdict::single));
  CHECK(tree.root().attribute("failures") == std::to_string(failures));
}

TEST_CASE("github_commands_stay_in_one_line_each") {
  const Report report = hostile_report();
  std::istringstream in(write(report, "github"));
  std::size_t lines = 0;
  for (std::string line; std::getline(in, line); ++lines) CHECK(line.starts_with("::warning file="));
  CHECK(lines == of_verdict(report, Verdict::conflict));  // one each, with the other places in its words
  const std::string plain = write(testing::sample_report(), "github");
  CHECK(plain ==
        "::warning file=in/gull.txt,line=3,col=10,title=Sources conflict on killed · docker::9 (port authority, "
        "in/gull.txt:3) | "
        "at least 12 (dockers' union, via Tern Press, in/tern.txt:3); fire@harbour@2016-09-17/killed.count/docker\n");
  CHECK(lines > 0);
}

TEST_CASE("annotations_address_claims_by_quote_and_position") {
  const Report report = hostile_report();
  const json page = json::parse(write(report, "webannotation"));
  CHECK(page["@context"] == "http://www.w3.org/ns/anno.jsonld");
  std::set<std::string> ids;
  for (const auto& each : page["items"]) {
    ids.insert(each["id"].get<std::string>());
    const json& selectors = each["target"]["selector"];
    CHECK(selectors[0]["type"] == "TextQuoteSelector");
    CHECK(selectors[1]["type"] == "TextPositionSelector");
    CHECK(selectors[1]["start"].get<int>() <= selectors[1]["end"].get<int>());
  }
  CHECK(ids.size() == page["items"].size());
  CHECK_FALSE(ids.empty());
}

TEST_CASE("claims_have_appearances_and_no_rating") {
  const Report report = testing::sample_report();
  const std::string text = write(report, "claims");
  const json graph = json::parse(text)["@graph"];
  std::size_t positions = 0;
  for (const Finding& finding : report.findings) positions += finding.positions.size();
  CHECK(graph.size() == positions);
  CHECK(positions > 0);
  for (const auto& claim : graph) {
    CHECK(claim["@type"] == "Claim");
    CHECK(claim["appearance"].size() >= 1);
  }
  CHECK(text.find("ating") == std::string::npos);
}

TEST_CASE("markdown_escapes_what_would_be_markup") {
  const std::string text = write(hostile_report(), "markdown");
  CHECK(text.find("<b>") == std::string::npos);
  CHECK(text.find("\\<b\\>") != std::string::npos);
}
