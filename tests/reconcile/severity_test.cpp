// Which level a finding has: by rule, by the most exact key, and capped by an article.
#include "reconcile/severity.h"

#include "support/report.h"
#include "test.h"

using namespace corroborate;
using reconciliation::level_of;

namespace {

// 9 against at least 12 killed: conflict/disjoint/quantity/killed.count.
Level of_conflict(const Levels& levels, const Report& report = testing::sample_report()) {
  return level_of(report, levels, report.findings[1]);
}

}  // namespace

TEST_CASE("without_rules_conflicts_are_warnings_and_compatible_differences_notes") {
  const Report report = testing::sample_report();
  CHECK(level_of(report, {}, report.findings[0]) == Level::note);
  CHECK(level_of(report, {}, report.findings[1]) == Level::warning);
  CHECK(level_of(report, {}, report.findings[2]) == Level::off);
  CHECK(level_of(report, {}, report.findings[3]) == Level::off);
}

TEST_CASE("a_key_fits_by_its_beginning_and_stars") {
  for (const auto* key : {"conflict", "*", "conflict/disjoint", "*/*/quantity", "conflict/*/*/killed.count"}) {
    INFO(key);
    CHECK(of_conflict({{key, Level::error}}) == Level::error);
  }
  for (const auto* key : {"compatible", "conflict/denial", "*/*/date", "*/*/*/injured.count"}) {
    INFO(key);
    CHECK(of_conflict({{key, Level::error}}) == Level::warning);
  }
}

TEST_CASE("the_deepest_key_counts_then_the_one_with_fewer_stars") {
  CHECK(of_conflict({{"conflict", Level::off}, {"conflict/*/quantity", Level::note}}) == Level::note);
  CHECK(of_conflict({{"conflict/*/*/killed.count", Level::error}, {"conflict/disjoint/quantity", Level::off}}) ==
        Level::error);
  CHECK(of_conflict({{"conflict/*/quantity", Level::off}, {"conflict/disjoint/quantity", Level::error}}) ==
        Level::error);
}

TEST_CASE("the_gravest_pair_decides") {
  Report report = testing::sample_report();
  report.findings[1].positions.push_back({"no", {}, {4}, 0, {2}});
  report.findings[1].relations.push_back({0, 2, Verdict::conflict, Reason::denial});
  CHECK(of_conflict({{"conflict/denial", Level::error}}, report) == Level::error);
  CHECK(of_conflict({{"conflict/denial", Level::off}}, report) == Level::warning);
}

TEST_CASE("an_article_caps_what_rests_on_it_alone") {
  Report report = testing::sample_report();
  report.articles[0].at_most = Level::note;  // the only one that has 9
  CHECK(of_conflict({}, report) == Level::note);
  CHECK(of_conflict({{"conflict", Level::error}}, report) == Level::note);
  report.findings[1].positions[0].claims.push_back(3);  // another one has it too
  CHECK(of_conflict({}, report) == Level::warning);
}

TEST_CASE("keys_that_are_no_rule_are_told_with_what_was_expected") {
  CHECK(find_rule_fault("conflict/disjoint/date/day").empty());
  CHECK(find_rule_fault("compatible/bounds apart").empty());
  CHECK(find_rule_fault("*/*/*/effect.day").empty());
  CHECK(find_rule_fault("agree") == "\"agree\" is no verdict that has a severity (expected *, conflict or compatible)");
  CHECK(find_rule_fault("conflict/disjont").starts_with("\"disjont\" is no reason (expected *, equal, rounding, "));
  CHECK(find_rule_fault("conflict/*/day") ==
        "\"day\" is no kind of claim (expected *, quantity, date, term, proposition)");
  CHECK(find_rule_fault("conflict/rounding") ==
        "\"rounding\" is never the reason of a conflict (expected *, disjoint or denial)");
  CHECK(find_rule_fault("compatible/denial") == "\"denial\" is never the reason of what is compatible");
  CHECK(find_rule_fault("*/rounding").empty());
  CHECK(find_rule_fault("") == "\"\" is no rule (expected VERDICT/REASON/KIND/PROPERTY or its beginning)");
  CHECK(find_rule_fault("a/b/c/d/e").starts_with("\"a/b/c/d/e\" is no rule"));
}
