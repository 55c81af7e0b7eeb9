// A report held against the differences that were accepted: new, changed and gone ones, word for word.
#include "corroborate/check.h"

#include <map>
#include <nlohmann/json.hpp>

#include "support/report.h"
#include "test.h"

using namespace corroborate;

namespace {

const std::string header = "finding\tverdict\tvalues\tseverity\treason\n";
const std::string killed = "fire@harbour@2016-09-17/killed.count/docker";
const std::string injured = "fire@harbour@2016-09-17/injured.count/docker";

CheckResult check(const std::string& rows, const Report& report = testing::sample_report()) {
  return check_baseline(header + rows, "base.tsv", report);
}

std::string said(const std::vector<Problem>& problems) {
  std::string result;
  for (const Problem& problem : problems) {
    result += problem.path + ":" + std::to_string(problem.line) + ": " + problem.message + "\n";
  }
  return result;
}

Finding& conflict_of(Report& report) { return report.findings[1]; }

// A third value, held against the first two.
Report with_value(const std::string& value, Verdict against_nine) {
  Report report = testing::sample_report();
  Finding& finding = conflict_of(report);
  finding.positions.push_back({value, {15, 15}, {4}, 0, {2}});
  finding.relations.push_back({0, 2, against_nine, Reason::disjoint});
  return report;
}

}  // namespace

TEST_CASE("a_baseline_accepts_what_it_lists_and_nothing_else") {
  const auto empty = check("");
  CHECK(said(empty.unexpected) == "in/gull.txt:3: new conflict, 9 against at least 12: " + killed + "\n");
  const auto accepted = check(killed + "\tconflict\t9 | at least 12\t\tboth printed\n");
  CHECK(accepted.rows == 1);
  CHECK(said(accepted.unexpected).empty());
  CHECK(said(accepted.stale).empty());
  CHECK(said(accepted.notes).empty());
}

TEST_CASE("an_accepted_difference_that_is_gone_is_absent_in_sarif_with_its_fingerprint") {
  Report report = testing::sample_report();
  conflict_of(report).verdict = Verdict::agree;
  conflict_of(report).severity = Level::off;
  const auto result =
      check(killed + "\tconflict\t\t\t\n" + injured + "\tconflict\t\t\t\nfire/gone\tcompatible\t\t\t\n", report);
  REQUIRE(result.absent.size() == 2);  // the milder difference of the injured is still one
  CHECK(result.stale.size() == 3);
  CHECK(result.absent[0].finding == killed);
  CHECK(result.absent[1].finding == "fire/gone");
  CHECK(result.absent[1].verdict == "compatible");
  const auto log = nlohmann::json::parse(write_check(report, result, "sarif"));
  std::map<std::string, std::string> states;
  for (const auto& found : log["runs"][0]["results"])
    states[found["partialFingerprints"]["finding/v1"].get<std::string>()] = found["baselineState"].get<std::string>();
  CHECK(states ==
        std::map<std::string, std::string>{{killed, "absent"}, {injured, "unchanged"}, {"fire/gone", "absent"}});
  for (const auto& found : log["runs"][0]["results"])
    if (found["baselineState"] == "absent") {
      CHECK(found["level"] == "none");
      CHECK(found["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "base.tsv");
    }
}

TEST_CASE("a_new_value_in_an_accepted_conflict_is_new_where_it_conflicts") {
  const std::string row = killed + "\tconflict\t9 | at least 12\t\t\n";
  CHECK(said(check(row, with_value("15", Verdict::conflict)).unexpected) ==
        "in/skua.txt:3: new value in an accepted conflict, 15 against 9: " + killed + "\n");
  CHECK(said(check(row, with_value("about 9", Verdict::compatible)).unexpected).empty());
  CHECK(said(check(killed + "\tconflict\t\t\t\n", with_value("15", Verdict::conflict)).unexpected).empty());
}

TEST_CASE("entries_and_values_that_occur_no_more_are_named_and_do_not_fail") {
  const auto result = check(killed + "\tconflict\t9 | at least 12 | 14\t\t\n" + injured + "\tconflict\t\t\t\n" +
                            "fire/gone\tconflict\t\t\t\n");
  CHECK(said(result.stale) == "base.tsv:2: nobody has 14 any more: " + killed +
                                  "\nbase.tsv:3: accepted as conflict, found compatible: " + injured +
                                  "\nbase.tsv:4: no finding fire/gone\n");
  CHECK(said(result.unexpected).empty());
  CHECK(said(result.broken).empty());
}

TEST_CASE("what_was_accepted_as_compatible_and_conflicts_now_is_new") {
  const auto result = check(killed + "\tcompatible\t\t\tlook again\n");
  CHECK(said(result.unexpected) == "in/gull.txt:3: new conflict, 9 against at least 12: " + killed + "\n");
  CHECK(result.updated == header + killed + "\tconflict\t9 | at least 12\t\tlook again\n");
}

TEST_CASE("severity_decides_what_of_the_report_and_of_an_entry_is_told") {
  Report report = testing::sample_report();
  conflict_of(report).severity = Level::note;
  CHECK(said(check("", report).unexpected).empty());
  CHECK(said(check("", report).notes) == "in/gull.txt:3: new conflict, 9 against at least 12: " + killed + "\n");
  conflict_of(report).severity = Level::off;
  CHECK(said(check("", report).notes).empty());
  report.findings[0].severity = Level::error;
  CHECK(said(check("", report).unexpected) == "in/gull.txt:3: new difference, about 20 and 23: " + injured + "\n");
  CHECK(said(check(killed + "\tconflict\t\tnote\t\n").notes) ==
        "in/gull.txt:3: accepted as note, 9 against at least 12: " + killed + "\n");
  CHECK(said(check(killed + "\tconflict\t\terror\t\n").broken) ==
        "in/gull.txt:3: accepted as error, 9 against at least 12: " + killed + "\n");
}

TEST_CASE("entries_that_cannot_be_used_are_named") {
  const auto result = check(killed + "\tclash\t\t\t\n" + killed + "\tconflict\t\tlow\t\n" + killed +
                            "\tconflict\t\t\t\n" + killed + "\tconflict\t\t\t\n");
  CHECK(said(result.unusable) ==
        "base.tsv:2: verdict \"clash\" (expected conflict or compatible)\n"
        "base.tsv:3: severity \"low\" (expected off, note, warning, error or nothing)\n"
        "base.tsv:5: " +
            killed + " stands in line 4 already (expected one entry)\n");
  CHECK(said(check_baseline("id\n", "b.tsv", {}).unusable) ==
        "b.tsv:1: no column \"finding\" (expected finding and verdict)\n");
}

TEST_CASE("update_of_a_baseline_keeps_comments_and_reasons_drops_stale_ones_and_adds_new_ones") {
  const auto result = check("# by hand\nfire/gone\tconflict\t\t\told\n");
  CHECK(result.updated == header + "# by hand\n" + killed + "\tconflict\t9 | at least 12\t\t\n");
  const auto again = check_baseline(result.updated, "base.tsv", testing::sample_report());
  CHECK(said(again.unexpected).empty());
  CHECK(again.updated == result.updated);
}
