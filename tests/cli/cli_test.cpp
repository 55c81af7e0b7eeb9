// The tool as its users call it: streams, exit statuses, and that every way to the same report gives the same bytes.
#include <nlohmann/json.hpp>

#include "support/folder.h"
#include "support/schema.h"
#include "support/tool.h"
#include "test.h"

using namespace corroborate;
using nlohmann::json;
using testing::Folder;
using testing::run_tool;

namespace {

// Two outlets on one fire, and a third on another matter.
const Folder& news() {
  static Folder folder;
  static const bool written = [] {
    folder.with(
        "gull.txt",
        "HARBOUR, Sept. 18 (Gull) - A fire in the grain hall of the harbour killed nine dockers on Saturday, the port "
        "authority said.\n\nThe fire injured 20 people, the authority said.\n");
    folder.with("tern.txt",
                "---\noutlet: Tern Press\npublished: 2016-09-18\n---\nA fire in the grain hall of the harbour killed "
                "12 dockers "
                "on Saturday, the dockers' union said.\n\nThe fire injured at least 20 people.\n");
    folder.with("skua.txt", "The council voted on Monday to build two new schools at a cost of $3 million.\n");
    return true;
  }();
  (void)written;
  return folder;
}

json json_report(const std::string& arguments) { return json::parse(run_tool(arguments + " --format json").out); }

bool has_verdict(const json& report, const std::string& verdict) {
  for (const auto& finding : report["findings"]) {
    if (finding["verdict"] == verdict) return true;
  }
  return false;
}

json schema(const std::string& name) {
  return json::parse(testing::read_file(std::string(PROJECT_SOURCE) + "/data/schema/" + name + ".schema.json"));
}

}  // namespace

TEST_CASE("wrong_usage_ends_with_2_and_says_what_is_wrong") {
  CHECK(run_tool("").status == 2);
  CHECK(run_tool("").err == "PATH is required\nRun with --help for more information.\n");
  const auto format = run_tool("--format pdf x");
  CHECK(format.status == 2);
  CHECK(format.err.starts_with("--format: pdf not in {text,json,"));
  CHECK(format.err.ends_with("}\nRun with --help for more information.\n"));
  const auto option = run_tool("extract --bogus x");
  CHECK(option.status == 2);
  CHECK(option.err == "The following argument was not expected: --bogus\nRun with --help for more information.\n");
}

TEST_CASE("what_is_misspelt_gets_a_suggestion") {
  const auto option = run_tool("--fromat json x");
  CHECK(option.status == 2);
  CHECK(option.err ==
        "The following argument was not expected: --fromat (did you mean --format?)\nRun with --help for more "
        "information.\n");
  const auto command = run_tool("chekc x");
  CHECK(command.status == 2);
  CHECK(command.err == "chekc: no such file, folder or command (did you mean check?)\n");
}

TEST_CASE("a_profile_is_of_csv_alone") {
  const auto outcome = run_tool("--profile acled " + news().path());
  CHECK(outcome.status == 2);
  CHECK(outcome.err == "--profile: is of --format csv alone (the format is text)\n");
  CHECK(run_tool("--profile acled --format csv " + news().path()).status == 0);
}

TEST_CASE("help_has_groups_and_examples_in_80_columns_and_help_names_a_command") {
  for (const std::string arguments : {"--help", "help", "help check", "check --help", "help extract"}) {
    const auto help = run_tool(arguments);
    INFO(arguments << "\n" << help.out);
    CHECK(help.status == 0);
    CHECK(help.out.find("Examples:\n  corroborate ") != std::string::npos);
    CHECK(help.out.find("What is read:") != std::string::npos);
    for (std::size_t begin = 0; begin < help.out.size();) {
      const auto end = help.out.find('\n', begin);
      CHECK(end - begin <= 80);
      begin = end + 1;
    }
  }
  CHECK(run_tool("help check").out == run_tool("check --help").out);
  CHECK(run_tool("help").out == run_tool("--help").out);
  const std::string manual = run_tool("man").out;
  for (const std::string part : {"EXAMPLES", "HOW TO READ THE REPORT", "FORMATS", "SEE ALSO"})
    CHECK(manual.find(".SH " + part + "\n") != std::string::npos);
}

TEST_CASE("options_may_stand_in_front_of_a_command") {
  const Folder& folder = news();
  const std::string path = folder.path();
  CHECK(run_tool("-j 1 --glob '*.txt' extract " + path).out == run_tool("extract -j 1 --glob '*.txt' " + path).out);
  CHECK(run_tool("--threads=1 -q extract " + path).out == run_tool("extract " + path).out);
  CHECK(run_tool("--baseline none.tsv check " + path).err.starts_with("none.tsv: cannot be read"));
  CHECK(run_tool("-v help check").out == run_tool("check --help").out);
  const std::string model = std::string(PROJECT_SOURCE) + "/data/model/alignment.model";
  CHECK(run_tool("--alignment " + model + " explain none " + path).err.find("no finding \"none\"") !=
        std::string::npos);
  CHECK(run_tool("--format text extract").err.starts_with("The following argument was not expected: --format"));
  CHECK(run_tool("--property check " + path).out.find("article") != std::string::npos);  // a value of that name
  CHECK(run_tool("-- extract").err.find("extract: no such file or folder") != std::string::npos);
}

TEST_CASE("help_and_version_go_to_standard_output") {
  const auto help = run_tool("--help");
  CHECK(help.status == 0);
  for (const auto* command : {"report", "extract", "reconcile", "check", "explain", "diff"}) {
    CHECK(help.out.find(std::string("\n  ") + command + " ") != std::string::npos);
    CHECK(run_tool(std::string(command) + " --help").status == 0);
  }
  const auto version = run_tool("--version");
  CHECK(version.status == 0);
  CHECK(version.out == "0.1.0\n");
}

TEST_CASE("nothing_readable_ends_with_3_and_an_empty_report") {
  Folder folder;
  const auto missing = run_tool(folder.path("gone"));
  CHECK(missing.status == 3);
  CHECK(missing.err ==
        folder.path("gone") + ": no such file or folder\nnothing to report on: no article could be read\n");
  CHECK(missing.out ==
        "0 articles, 0 stories, at most 0 origins\n0 conflicts, 0 compatible, 0 agreements, 0 from a single source\n");
  CHECK(run_tool("-").status == 3);
}

TEST_CASE("bad_input_beside_good_ends_with_2_and_a_report") {
  Folder folder;
  folder.with("a.txt", "Two people died.").with("b.txt", "");
  const auto outcome = run_tool(folder.path() + " --format json");
  CHECK(outcome.status == 2);
  CHECK(outcome.err == folder.path("b.txt") + ": empty (expected the text of an article)\n");
  CHECK(json::parse(outcome.out)["articles"].size() == 1);
}

TEST_CASE("notices_are_told_only_when_asked_and_change_no_status") {
  Folder folder;
  folder.with("a.txt", "Two people died.").with("b.png", "x");
  CHECK(run_tool(folder.path()).err.empty());
  const auto verbose = run_tool("-v " + folder.path());
  CHECK(verbose.status == 0);
  CHECK(verbose.err == folder.path("b.png") + ": passed over: .png is not read in folders\n");
  CHECK(run_tool("-q " + folder.path("gone")).err.empty());
}

TEST_CASE("packed_lines_make_the_same_report") {
  const std::string stories = std::string(PROJECT_SOURCE) + "/data/stories/harbour-fire";
  const auto plain = run_tool("extract -q " + stories), packed = run_tool("extract --packed -q " + stories);
  CHECK(packed.status == 0);
  CHECK(5 * packed.out.size() < 4 * plain.out.size());
  CHECK(run_tool("reconcile --format json -", packed.out).out == run_tool("reconcile --format json -", plain.out).out);
}

TEST_CASE("extract_prints_one_valid_line_an_article_in_input_order") {
  const auto outcome = run_tool("extract -",
                                "{\"id\":\"z\",\"text\":\"Nine dockers died on Monday, the union said.\"}\n"
                                "{\"id\":\"a\",\"text\":\"At least 12 died.\"}\n");
  CHECK(outcome.status == 0);
  std::istringstream lines(outcome.out);
  std::vector<std::string> ids;
  for (std::string line; std::getline(lines, line);) {
    CHECK(testing::find_violation(schema("extraction"), json::parse(line)).empty());
    CHECK_FALSE(json::parse(line).contains("text"));
    ids.push_back(json::parse(line)["id"]);
  }
  CHECK(ids == std::vector<std::string>{"z", "a"});
}

TEST_CASE("extract_with_text_adds_the_body") {
  const auto outcome = run_tool("extract --with-text -", "{\"text\":\"Nine died.\\r\\n\"}\n");
  CHECK(json::parse(outcome.out)["text"] == "Nine died.\r\n");
}

TEST_CASE("the_json_report_follows_its_schema") {
  const auto outcome = run_tool(news().path() + " --format json");
  CHECK(outcome.status == 0);
  CHECK(testing::find_violation(schema("report"), json::parse(outcome.out)).empty());
}

TEST_CASE("extract_and_reconcile_give_what_one_run_gives") {
  const std::string lines = run_tool("extract " + news().path()).out;
  for (const auto* format : {"text", "json"}) {
    const std::string one = run_tool(news().path() + " --format " + format).out;
    CHECK_FALSE(one.empty());
    CHECK(run_tool(std::string("reconcile - --format ") + format, lines).out == one);
  }
}

TEST_CASE("lines_of_all_our_stories_give_what_one_run_gives") {
  const std::string stories = std::string(PROJECT_SOURCE) + "/data/stories";
  const std::string lines = run_tool("extract " + stories).out;
  const std::string one = run_tool(stories + " --format json").out;
  CHECK(json::parse(one)["claims"].size() > 50);
  CHECK(run_tool("reconcile - --format json", lines).out == one);
}

TEST_CASE("the_number_of_threads_changes_no_byte") {
  const std::string samples = std::string(PROJECT_SOURCE) + "/tests/load/samples";
  const auto lines = run_tool("extract --with-text -v -j 1 " + samples);
  CHECK(std::count(lines.out.begin(), lines.out.end(), '\n') > 20);
  for (const char* threads : {"2", "7"}) {
    const auto others = run_tool(std::string("extract --with-text -v -j ") + threads + " " + samples);
    CHECK(others.out == lines.out);
    CHECK(others.err == lines.err);
  }
  const std::string one = run_tool("-j 1 --format json " + news().path()).out;
  CHECK(run_tool("-j 4 --format json " + news().path()).out == one);
}

TEST_CASE("reconcile_says_the_same_with_any_number_of_threads") {
  Folder folder;
  folder.with("lines", run_tool("extract " + std::string(PROJECT_SOURCE) + "/data/stories").out + "no extraction\n");
  const auto one = run_tool("reconcile -j 1 --format json " + folder.path() + "/lines");
  CHECK(json::parse(one.out)["stories"].size() > 1);
  const auto four = run_tool("reconcile -j 4 --format json " + folder.path() + "/lines");
  CHECK(four.out == one.out);
  CHECK(four.err == one.err);
  CHECK_FALSE(four.err.empty());  // the line that is none, by its number
}

TEST_CASE("reconcile_names_lines_that_are_no_extractions") {
  Folder folder;
  folder.with("lines.jsonl", run_tool("extract -", "{\"id\":\"a\",\"text\":\"Nine died.\"}").out + "{}\n");
  const auto outcome = run_tool("reconcile " + folder.path("lines.jsonl") + " " + folder.path("lines.jsonl"));
  CHECK(outcome.status == 2);
  const std::string path = folder.path("lines.jsonl");
  const std::string nothing = path + ":2: no \"schema_version\"\n";  // messages that are alike stand together
  CHECK(outcome.err ==
        nothing + nothing + path + ":1: skipped: the id \"a\" is taken by " + path + ":1 (expected ids that differ)\n");
}

TEST_CASE("reconcile_passes_over_lines_that_are_of_no_use") {
  Folder folder;
  const std::string lines = run_tool("extract " + news().path()).out;
  folder.with("good.jsonl", lines);
  json broken = json::parse(lines.substr(0, lines.find('\n')));
  broken["id"] = "broken";
  broken["packed"].erase("events");  // that its claims are about
  folder.with("mixed.jsonl", "{\"schema_version\":1,\"id\":\"old\"}\n" + broken.dump() + "\n" + lines);
  const std::string path = folder.path("mixed.jsonl");
  const auto outcome = run_tool("reconcile --format json " + path);
  CHECK(outcome.status == 2);
  CHECK(outcome.out == run_tool("reconcile --format json " + folder.path("good.jsonl")).out);
  CHECK(outcome.err == path + ":1: schema_version 1 (expected 3: extract the articles again with this program)\n" +
                           path + ":2: \"event\" refers to 0, which is not there\n");
}

TEST_CASE("fail_on_trips_with_1_where_there_is_such_a_finding") {
  const json report = json_report(news().path());
  CHECK(run_tool("--fail-on conflict " + news().path()).status == (has_verdict(report, "conflict") ? 1 : 0));
  CHECK(run_tool("--fail-on conflict " + news().path("skua.txt")).status == 0);
  CHECK(run_tool("--fail-on never " + news().path()).status == 2);
}

TEST_CASE("every_finding_can_be_explained") {
  const json report = json_report(news().path());
  REQUIRE_FALSE(report["findings"].empty());
  for (const auto& finding : report["findings"]) {
    const std::string id = finding["id"];
    const auto outcome = run_tool("explain '" + id + "' " + news().path());
    CHECK(outcome.status == 0);
    CHECK(outcome.out.starts_with(id + "\n"));
  }
  const auto unknown = run_tool("explain x " + news().path());
  CHECK(unknown.status == 2);
  CHECK(unknown.err == "no finding \"x\" (expected an id as it ends each finding of the report)\n");
}

TEST_CASE("check_passes_on_a_table_that_it_has_just_written") {
  Folder folder;
  const std::string table = folder.path("expected.tsv");
  CHECK(run_tool("check --update " + table + " " + news().path()).status == 0);
  const auto again = run_tool("check " + table + " " + news().path());
  CHECK(again.status == 0);
  CHECK(again.out.ends_with("0 broken, 0 new conflicts\n"));
}

TEST_CASE("check_writes_over_no_file_that_is_not_its_table") {
  Folder folder;
  folder.with("notes.txt", "Nine dockers died.\n");
  const auto outcome = run_tool("check --update " + folder.path("notes.txt") + " " + news().path());
  CHECK(outcome.status == 2);
  CHECK(outcome.err.starts_with(folder.path("notes.txt") + ":1: no column \"article_a\""));
  CHECK(testing::read_file(folder.path("notes.txt")) == "Nine dockers died.\n");
}

TEST_CASE("check_without_its_table_ends_with_2") {
  Folder folder;
  const auto outcome = run_tool("check " + folder.path("gone.tsv") + " " + news().path());
  CHECK(outcome.status == 2);
  CHECK(outcome.err == folder.path("gone.tsv") + ": cannot be read: No such file or directory\n");
}

TEST_CASE("check_fails_on_a_row_that_does_not_hold") {
  Folder folder;
  folder.with("expected.tsv",
              "article_a\tphrase_a\tarticle_b\tphrase_b\tverdict\n"
              "gull.txt\tthe grain hall\tskua.txt\tThe council\tconflict\n");
  const auto outcome = run_tool("check --allow-new " + folder.path("expected.tsv") + " " + news().path());
  CHECK(outcome.status == 1);
  CHECK(outcome.out.starts_with(folder.path("expected.tsv") +
                                ":2: expected conflict, found no link: \"the grain hall\" in "
                                "gull.txt and \"The council\" in skua.txt\n"));
}

TEST_CASE("colours_are_used_on_terminals_and_when_asked") {
  const std::string always = "--all --color always " + news().path();
  CHECK(run_tool(always).out.find('\x1b') != std::string::npos);
  CHECK(run_tool("--all " + news().path()).out.find('\x1b') == std::string::npos);
  CHECK(run_tool(always, {}, "NO_COLOR=1").out.find('\x1b') != std::string::npos);
}

TEST_CASE("output_goes_to_the_file_that_is_named") {
  Folder folder;
  const auto outcome = run_tool("-o " + folder.path("report.json") + " --format json " + news().path());
  CHECK(outcome.status == 0);
  CHECK(outcome.out.empty());
  CHECK(testing::read_file(folder.path("report.json")) == run_tool("--format json " + news().path()).out);
  const auto refused = run_tool("-o " + folder.path("no/such/folder") + " " + news().path());
  CHECK(refused.status == 2);
  CHECK(refused.err == folder.path("no/such/folder") + ": cannot be written: No such file or directory\n");
}

TEST_CASE("a_closed_pipe_is_no_error") {
  std::string lines;
  for (int i = 0; i < 5000; ++i) lines += "{\"text\":\"Nine dockers died on Monday.\"}\n";
  CHECK(testing::status_with_closed_pipe("extract -", lines) == 0);
}
