// A report held against a table of expectations, word for word.
#include "corroborate/check.h"

#include "support/report.h"
#include "test.h"

using namespace corroborate;

namespace {

constexpr std::string_view header = "article_a\tphrase_a\tarticle_b\tphrase_b\tverdict\tsame_origin\tnote\n";

// The sample report's claims, each laid where its words stand in a text of its article.
struct Sample {
  Report report = testing::sample_report();
  std::vector<ArticleText> texts;

  Sample() {
    const std::vector<std::string> bodies = {
        "Fire – the fire killed nine\u00A0dockers and injured about 20, the port authority said.",
        "Tern Press quoted the union: at least 12 dockers were killed.",
        "Roughly 20 dockers were hurt. The list has 23 names. One docker is missing."};
    for (std::size_t i = 0; i < bodies.size(); ++i) texts.push_back({report.articles[i].id, bodies[i]});
    place(0, 16, 35);
    place(1, 40, 56);
    place(2, 29, 60);
    place(3, 0, 28);
    place(4, 43, 51);
    place(5, 53, 74);
  }

  void place(std::size_t claim, std::uint32_t begin, std::uint32_t end) { report.claims[claim].span = {begin, end}; }

  CheckResult check(const std::string& rows) const {
    return check_expected(std::string(header) + rows, "in/expected.tsv", report, texts);
  }
};

std::string said(const std::vector<Problem>& problems) {
  std::string result;
  for (const Problem& problem : problems) {
    result += problem.path + ":" + std::to_string(problem.line) + ": " + problem.message + "\n";
  }
  return result;
}

const std::string conflict_row = "gull.txt\tkilled nine dockers\ttern.txt\tat least 12 dockers\tconflict\tno\tseen\n";

}  // namespace

TEST_CASE("rows_that_hold_pass") {
  const auto result =
      Sample().check(conflict_row + "gull.txt\tinjured about 20\tskua.txt\t20 dockers were hurt\tcompatible\tyes\t\n" +
                     "gull.txt\tkilled nine dockers\tskua.txt\tdocker is missing\tunrelated\t\t\n");
  CHECK(result.rows == 3);
  CHECK(said(result.broken).empty());
  CHECK(said(result.unexpected).empty());
  CHECK(said(result.unusable).empty());
}

TEST_CASE("a_row_with_another_verdict_or_no_link_is_broken") {
  const auto result = Sample().check(
      "gull.txt\tkilled nine dockers\ttern.txt\tat least 12 dockers\tcompatible\t\t\n"
      "gull.txt\tkilled nine dockers\tskua.txt\tdocker is missing\tagree\t\t\n"
      "gull.txt\tinjured about 20\tskua.txt\t23 names\tdifferent scope\t\t\n");
  CHECK(said(result.broken) ==
        "in/expected.tsv:2: expected compatible, found conflict: \"killed nine dockers\" in gull.txt and "
        "\"at least 12 dockers\" in tern.txt\n"
        "in/expected.tsv:3: expected agree, found no link: \"killed nine dockers\" in gull.txt and "
        "\"docker is missing\" in skua.txt\n"
        "in/expected.tsv:4: expected different scope, found compatible: \"injured about 20\" in gull.txt and "
        "\"23 names\" in skua.txt\n");
}

TEST_CASE("a_row_with_another_origin_is_broken") {
  const auto result = Sample().check("gull.txt\tkilled nine dockers\ttern.txt\tat least 12 dockers\tconflict\tyes\t\n");
  CHECK(said(result.broken) ==
        "in/expected.tsv:2: expected one origin, found two: \"killed nine dockers\" in gull.txt and "
        "\"at least 12 dockers\" in tern.txt\n");
}

TEST_CASE("a_conflict_that_no_row_names_is_unexpected") {
  CHECK(said(Sample().check("").unexpected) ==
        "in/gull.txt:3: new conflict, 9 against at least 12: fire@harbour@2016-09-17/killed.count/docker\n");
}

TEST_CASE("a_row_that_cannot_be_judged_is_named") {
  const auto result = Sample().check(
      "gone.txt\ta\ttern.txt\tunion\tagree\t\t\n"
      "gull.txt\tno such words\ttern.txt\tunion\tagree\t\t\n"
      "gull.txt\tfire\ttern.txt\tunion\tagreed\t\t\n");
  CHECK(said(result.unusable) ==
        "in/expected.tsv:2: no article \"gone.txt\" was read (expected a path relative to this table)\n"
        "in/expected.tsv:3: the phrase \"no such words\" does not stand in gull.txt\n"
        "in/expected.tsv:4: verdict \"agreed\" (expected agree, compatible, conflict, unrelated or different scope)\n");
  CHECK(result.rows == 0);
  CHECK(said(check_expected("a\tb\n", "t.tsv", {}, {}).unusable) ==
        "t.tsv:1: no column \"article_a\" (expected article_a, phrase_a, article_b, phrase_b and verdict)\n");
}

TEST_CASE("update_keeps_comments_and_other_columns_and_drops_what_nothing_links") {
  const auto result = Sample().check("# checked by hand\n" + conflict_row +
                                     "gull.txt\tinjured about 20\tskua.txt\t23 names\tconflict\t\tlook again\n"
                                     "gull.txt\tkilled nine dockers\tskua.txt\tdocker is missing\tagree\t\t\n");
  CHECK(result.updated == std::string(header) + "# checked by hand\n" + conflict_row +
                              "gull.txt\tinjured about 20\tskua.txt\t23 names\tcompatible\t\tlook again\n"
                              "gull.txt\tinjured about 20\tskua.txt\tRoughly 20 dockers were hurt\tagree\tyes\t\n");
}

TEST_CASE("update_of_an_empty_table_holds_afterwards") {
  const Sample sample;
  const auto first = check_expected("", "in/expected.tsv", sample.report, sample.texts);
  CHECK(first.updated.starts_with("topic\tkind\tarticle_a\t"));
  CHECK(first.updated.find("killed.count/docker\tnumber\tgull.txt\tkilled nine dockers\ttern.txt\t") !=
        std::string::npos);
  const auto second = check_expected(first.updated, "in/expected.tsv", sample.report, sample.texts);
  CHECK(second.rows == 4);
  CHECK(said(second.broken).empty());
  CHECK(said(second.unexpected).empty());
  CHECK(second.updated == first.updated);
}
