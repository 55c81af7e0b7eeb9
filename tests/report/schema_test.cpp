// What the tool prints is what its JSON Schemas promise.
#include "support/schema.h"
#include "corroborate/check.h"
#include "corroborate/corroborate.h"
#include "support/extraction.h"
#include "support/folder.h"
#include "support/report.h"
#include "test.h"

using namespace corroborate;
using nlohmann::json;
using testing::find_violation;

namespace {

json schema(const std::string& name) {
  return json::parse(testing::read_file(std::string(PROJECT_SOURCE) + "/data/schema/" + name + ".schema.json"));
}

}  // namespace

TEST_CASE("an_extraction_line_follows_its_schema") {
  CHECK(find_violation(schema("extraction"), json::parse(write_extraction({}))).empty());
  const Extraction sample = testing::sample_extraction();
  CHECK(find_violation(schema("extraction"), json::parse(write_extraction(sample))).empty());
  CHECK(find_violation(schema("extraction"), json::parse(write_extraction(sample, LineForm::packed))).empty());
}

TEST_CASE("a_json_report_follows_its_schema") {
  CHECK(find_violation(schema("report"), json::parse(write_report({}, "json", {}))).empty());
  CHECK(find_violation(schema("report"), json::parse(write_report(testing::sample_report(), "json", {}))).empty());
}

TEST_CASE("sarif_keeps_to_the_standard_in_the_parts_it_uses") {
  const json standard =
      json::parse(testing::read_file(std::string(PROJECT_SOURCE) + "/tests/report/sarif.schema.json"));
  const auto fault_of = [&](const std::string& text) { return find_violation(standard, json::parse(text)); };
  Report report = testing::sample_report();
  CHECK(fault_of(write_report({}, "sarif", {})).empty());
  CHECK(fault_of(write_report(report, "sarif", {})).empty());
  report.claims[0].column = 0;
  CHECK(fault_of(write_report(report, "sarif", {})).empty());
  CheckResult check;
  check.new_findings = {report.findings[1].id};
  check.broken = {{"expected.tsv", 0, "expected agree, found conflict"}};
  check.absent = {{"fire/gone", "conflict", {"accepted.tsv", 7, "no finding fire/gone"}}};
  CHECK(fault_of(write_check(report, check, "sarif")).empty());
  json broken = json::parse(write_report(report, "sarif", {}));
  broken["runs"][0]["results"][0]["level"] = "fatal";
  CHECK(find_violation(standard, broken) ==
        "/runs/0/results/0/level: \"fatal\" is none of [\"none\",\"note\",\"warning\",\"error\"]");
}

TEST_CASE("the_validator_notices_what_is_missing_wrong_or_too_much") {
  json report = json::parse(write_report(testing::sample_report(), "json", {}));
  const auto said = [&](const char* pointer, const json& value) {
    json changed = report;
    changed[json::json_pointer(pointer)] = value;
    return find_violation(schema("report"), changed);
  };
  CHECK(said("/findings/0/verdict", "true") ==
        "/findings/0/verdict: \"true\" is none of [\"agree\",\"compatible\",\"conflict\",\"single\"]");
  CHECK(said("/claims/0/start", -1) == "/claims/0/start: below 0");
  CHECK(said("/claims/0/start", "a") == "/claims/0/start: not of type \"integer\"");
  CHECK(said("/copies/0/c", 1) == "/copies/0: unexpected \"c\"");
  report.erase("copies");
  CHECK(find_violation(schema("report"), report) == ": no \"copies\"");
  CHECK(find_violation(json::parse(R"({"pattern":"a"})"), "a") == ": the schema's keyword pattern is not known");
}
