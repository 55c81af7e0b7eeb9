// The report's formats, word for word.
#include <nlohmann/json.hpp>

#include "corroborate/corroborate.h"
#include "report/text_layout.h"
#include "support/report.h"
#include "test.h"

using namespace corroborate;
namespace reporting = corroborate::reporting;
using nlohmann::json;

TEST_CASE("text_report_leads_with_the_answer_and_ends_with_where_the_rest_is") {
  CHECK(write_report(testing::sample_report(), "text", {}) == R"(3 articles, 1 story, at most 3 origins
1 conflict, 1 compatible, 1 agreement, 1 from a single source

CONFLICTS
  killed · docker: 9 (port authority) | at least 12 (dockers' union); 2 origins

STORIES
  fire, Harbour, 2016-09-17: 3 articles, published 2016-09-18

CONFLICT  killed · docker   fire, Harbour, 2016-09-17
  9  port authority
      gull.txt:3  The fire in the grain hall on the north quay »killed nine
        dockers« and injured about 20, the port authority said on Sunday …
  at least 12  dockers' union, via Tern Press
      tern.txt:3  Tern Press quoted the dockers' union as saying that »at least
        12 dockers were killed«.
  9 against at least 12: no number satisfies both
  2 articles, 2 outlets, 2 origins; low 9, high 12+, contested: values that
    exclude each other
  fire@harbour@2016-09-17/killed.count/docker

COMPATIBLE  injured · docker   fire, Harbour, 2016-09-17
  about 20  port authority
      gull.txt:3  … in the grain hall on the north quay killed nine dockers and
        »injured about 20«, the port authority said on Sunday evening after the
        last …
      also skua.txt:3
  23  skua.txt, in its own voice
      skua.txt:3  The list has »23 names«.
  about 20 and 23: both can hold, but the bounds are apart
  2 articles, 2 outlets, 2 origins; low 18, high 23, fair: two origins that meet
  fire@harbour@2016-09-17/injured.count/docker

AGREE  hurt · docker   fire, Harbour, 2016-09-17
  about 20  port authority
      gull.txt:3  … in the grain hall on the north quay killed nine dockers and
        »injured about 20«, the port authority said on Sunday evening after the
        last …
      also skua.txt:3
  2 articles, 2 outlets, 1 origin; weak: one origin, provisional
  fire@harbour@2016-09-17/hurt.count/docker

--all shows 1 finding more, of one source or disputed by nobody
-v lists the articles: paths, days, 1 pair with copied passages
)");
}

TEST_CASE("explain_leads_from_the_verdict_back_to_every_quote") {
  const Report report = testing::sample_report();
  CHECK(explain(report, "fire@harbour@2016-09-17/killed.count/docker") == R"(fire@harbour@2016-09-17/killed.count/docker
conflict: killed · docker, fire, Harbour, 2016-09-17
  put side by side by what is counted or measured, what governs it, who and
    where its clause names, and the words around it: nearly sure that these
    answer one question (1.00 on average over the pairs)

  1. 9 (from 9 to 9), 1 origin
    in/gull.txt:3:10  port authority
      The fire in the grain hall on the north quay »killed nine dockers« and
        injured about 20, the port authority said on Sunday evening after the
        last of the crews had left.
      read by rule "verb with count" as 9; goes back to port authority

  2. at least 12 (from 12 to open), 1 origin
    in/tern.txt:3:10  dockers' union, via Tern Press
      Tern Press quoted the dockers' union as saying that »at least 12 dockers
        were killed«.
      read by rule "verb with count" as at least 12; goes back to dockers' union

  1. and 2. conflict: 9 against at least 12: no number satisfies both
  origin port authority
  origin dockers' union, passed on by Tern Press
  2 articles, 2 outlets, 2 origins; low 9, high 12+, contested: values that
    exclude each other
)");
  CHECK(explain(report, "no such finding").empty());
}

TEST_CASE("text_report_with_all_quotes_every_claim") {
  WriteOptions options;
  options.all = true;
  const std::string text = write_report(testing::sample_report(), "text", options);
  CHECK(text.find("SINGLE  missing · docker") != std::string::npos);
  CHECK(text.find("»Roughly 20 dockers were hurt«, according") != std::string::npos);
}

TEST_CASE("text_report_is_coloured_only_when_asked") {
  const Report report = testing::sample_report();
  CHECK(write_report(report, "text", {}).find('\x1b') == std::string::npos);
  WriteOptions options;
  options.colour = true;
  options.width = 200;
  const std::string coloured = write_report(report, "text", options);
  CHECK(coloured.find("\x1b[1;31mCONFLICT\x1b[0m") != std::string::npos);
  CHECK(coloured.find("\x1b[1mkilled nine dockers\x1b[0m") != std::string::npos);
}

TEST_CASE("text_report_keeps_to_its_width") {
  for (const unsigned width : {40u, 60u, 80u, 120u}) {
    WriteOptions options{true, width, true};
    const std::string text = write_report(testing::sample_report(), "text", options);
    for (std::size_t begin = 0; begin < text.size();) {
      const std::size_t end = text.find('\n', begin);
      INFO(text.substr(begin, end - begin));
      const bool is_id = text.substr(begin, end - begin).find("fire@") != std::string::npos;  // stands uncut
      CHECK((is_id || reporting::width_of(text.substr(begin, end - begin)) <= width));
      begin = end + 1;
    }
  }
}

TEST_CASE("text_report_of_nothing_says_so") {
  CHECK(write_report({}, "text", {}) ==
        "0 articles, 0 stories, at most 0 origins\n0 conflicts, 0 compatible, 0 agreements, 0 from a single source\n");
}

TEST_CASE("text_report_lets_no_control_sequence_of_an_article_through") {
  Report report = testing::sample_report();
  report.claims[0].context = "The fire \x1b[2J killed nine dockers \u202Eand";
  report.claims[0].quote = "killed nine dockers";
  const std::string text = write_report(report, "text", {});
  CHECK(text.find('\x1b') == std::string::npos);
  CHECK(text.find("\u202E") == std::string::npos);
}

TEST_CASE("json_report_refers_by_id_and_ends_with_one_line_end") {
  const std::string text = write_report(testing::sample_report(), "json", {});
  CHECK(text.substr(0, 24) == "{\n\"schema_version\":3,\n\"a");
  CHECK(text.ends_with("}\n"));
  const json report = json::parse(text);
  CHECK(report["stories"][0]["articles"] == json::array({"gull.txt", "tern.txt", "skua.txt"}));
  CHECK(report["findings"][1]["positions"][1]["claims"] == json::array({"tern.txt#1"}));
  CHECK(report["findings"][1]["positions"][1]["high"].is_null());
  CHECK(report["findings"][0]["relations"][0]["reason"] == "bounds apart");
  CHECK(report["copies"][0]["b"] == "skua.txt");
}

TEST_CASE("json_has_one_type_a_field_and_names_what_it_relates") {
  Report sample = testing::sample_report();
  sample.findings[1].low = "9";
  sample.findings[1].high = "at least 12";
  const json finding = json::parse(write_report(sample, "json", {}))["findings"][1];
  CHECK(finding["low"] == 9);
  CHECK(finding["low_value"] == "9");
  CHECK(finding["high"].is_null());
  CHECK(finding["high_value"] == "at least 12");
  CHECK(finding["relations"][0]["values"] == json::array({"9", "at least 12"}));
  sample.findings[1].low = "";
  CHECK(json::parse(write_report(sample, "json", {}))["findings"][1]["low"].is_null());
}

TEST_CASE("json_report_is_valid_whatever_a_path_holds") {
  Report report = testing::sample_report();
  report.articles[0].path = "caf\xE9.txt";
  CHECK(json::parse(write_report(report, "json", {}))["articles"][0]["path"] == "caf\uFFFD.txt");
}

TEST_CASE("report_formats_are_listed_and_others_give_nothing") {
  const auto names = report_formats();
  REQUIRE(names.size() >= 2);
  CHECK(names[0] == "text");
  CHECK(names[1] == "json");
  CHECK(write_report({}, "pdf", {}).empty());
}

TEST_CASE("wrap_counts_columns_not_bytes_and_leaves_long_words_whole") {
  CHECK(reporting::wrap("é é é é", {5, 0, 0}) == "é é é\né\n");
  CHECK(reporting::wrap("ab incomprehensible cd", {8, 2, 4}) == "  ab\n    incomprehensible\n    cd\n");
  CHECK(reporting::wrap("a    b", {4, 0, 0}) == "a\nb\n");
  CHECK(reporting::wrap("\x1b[1mab\x1b[0m cd", {5, 0, 0}) == "\x1b[1mab\x1b[0m cd\n");
}

TEST_CASE("cut_end_marks_what_was_cut") {
  CHECK(reporting::cut_end("harbour", 7) == "harbour");
  CHECK(reporting::cut_end("harbours", 7) == "harbou…");
}

TEST_CASE("excerpt_cuts_between_words") {
  const auto shown = reporting::excerpt("one two three four five six", "three four", 4);
  CHECK(shown.before == "… two ");
  CHECK(shown.after == " …");
  CHECK(reporting::excerpt("other words", "quote", 9).quote == "quote");
}
