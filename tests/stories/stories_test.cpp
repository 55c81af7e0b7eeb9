// The sample folders end to end: exact output, whatever the threads, the order of the paths, or the halves it ran in.
//
// After a change that is meant: tools/update-expected.sh, and read the difference.
#include <algorithm>
#include <filesystem>
#include <string>
#include <vector>

#include "support/folder.h"
#include "support/tool.h"
#include "test.h"

using corroborate::testing::Outcome;
using corroborate::testing::read_file;
using corroborate::testing::run_tool;

namespace {

const std::vector<std::string> names = {"brae-flood",    "harbour-derby", "harbour-fire",   "marlow-results",
                                        "orchard-trial", "river-strike",  "skerry-election"};

// From the project's root, so that paths in the report are the same everywhere.
Outcome run_at_root(const std::string& arguments, const std::string& input = {}) {
  return run_tool(arguments, input, std::string("cd ") + PROJECT_SOURCE + " &&");
}

std::string folder_of(const std::string& name) { return "data/stories/" + name; }

std::string expected(const std::string& file) {
  return read_file(std::string(PROJECT_SOURCE) + "/data/stories/expected/" + file);
}

// The first line that differs, and how: a whole report is too long to read in a failure.
std::string first_difference(const std::string& expected, const std::string& got) {
  const auto differs = std::mismatch(expected.begin(), expected.end(), got.begin(), got.end());
  if (differs.first == expected.end() && differs.second == got.end()) return {};
  const auto line = 1 + std::count(expected.begin(), differs.first, '\n');
  const auto at = static_cast<std::size_t>(differs.first - expected.begin());
  const auto start = at == 0 ? 0 : expected.rfind('\n', at - 1) + 1;
  const auto line_of = [&](const std::string& text) {
    return start >= text.size() ? "(the end)" : text.substr(start, text.find('\n', start) - start);
  };
  return "line " + std::to_string(line) + "\n  expected: " + line_of(expected) + "\n  got:      " + line_of(got) +
         "\nIf the change is meant, run tools/update-expected.sh and read what it changes.";
}

}  // namespace

TEST_CASE("stories_give_the_expected_text") {
  for (const auto& name : names) {
    const auto outcome = run_at_root("--all " + folder_of(name));
    INFO(name << ": " << first_difference(expected(name + ".txt"), outcome.out));
    CHECK(outcome.out == expected(name + ".txt"));
    CHECK(outcome.err.empty());
    CHECK(outcome.status == 0);
  }
}

// A story that is on the disk and not in `names` would be tested by nothing.
TEST_CASE("every_sample_folder_is_tested") {
  std::vector<std::string> folders;
  for (const auto& entry : std::filesystem::directory_iterator(std::string(PROJECT_SOURCE) + "/data/stories")) {
    if (entry.path().filename() != "expected") folders.push_back(entry.path().filename().string());
  }
  std::sort(folders.begin(), folders.end());
  CHECK(folders == names);
}

TEST_CASE("the_readme_shows_what_the_tool_prints") {
  const std::string readme = read_file(std::string(PROJECT_SOURCE) + "/README.md"), fence = "```text\n";
  const std::string out = run_at_root("data/stories/harbour-fire").out;
  std::size_t blocks = 0;
  for (auto begin = readme.find(fence); begin != std::string::npos; begin = readme.find(fence, begin), ++blocks) {
    begin += fence.size();
    const auto end = readme.find("```", begin);
    REQUIRE(end != std::string::npos);
    INFO(readme.substr(begin, end - begin));
    CHECK(out.find(readme.substr(begin, end - begin)) != std::string::npos);
  }
  CHECK(blocks == 2);
}

TEST_CASE("stories_give_the_expected_json") {
  for (const auto& name : names) {
    const auto outcome = run_at_root("--format json " + folder_of(name));
    INFO(name << ": " << first_difference(expected(name + ".json"), outcome.out));
    CHECK(outcome.out == expected(name + ".json"));
  }
}

TEST_CASE("stories_hold_their_known_discrepancies") {
  for (const auto& name : names) {
    const auto outcome = run_at_root("check " + folder_of(name) + "/expected-discrepancies.tsv " + folder_of(name));
    INFO(name << ":\n" << outcome.out << outcome.err);
    CHECK(outcome.status == 0);
  }
}

TEST_CASE("a_table_or_baseline_that_was_just_written_holds") {
  for (const auto& name : names) {
    for (const std::string option : {"", "--baseline "}) {
      corroborate::testing::Folder folder;
      const std::string rest = option + folder.path("table.tsv") + " " + folder_of(name);
      const auto written = run_at_root("check --update " + rest);
      CHECK(written.out.starts_with(folder.path("table.tsv") + ": "));
      CHECK(written.out.ends_with(" rows written, 0 before\n"));
      const auto checked = run_at_root("check " + rest);
      INFO(name << " " << option << ":\n" << checked.out << checked.err);
      CHECK(checked.status == 0);
    }
  }
}

TEST_CASE("one_thread_and_eight_give_the_same_bytes") {
  for (const auto& name : names) {
    const auto one = run_at_root("--format json -j 1 " + folder_of(name));
    const auto eight = run_at_root("--format json -j 8 " + folder_of(name));
    INFO(name << ": " << first_difference(one.out, eight.out));
    CHECK(one.out == eight.out);
  }
}

TEST_CASE("the_order_of_the_paths_does_not_matter") {
  for (const auto& name : names) {
    std::vector<std::string> paths;
    for (const auto& entry : std::filesystem::directory_iterator(std::string(PROJECT_SOURCE) + "/" + folder_of(name))) {
      if (entry.path().extension() != ".tsv") paths.push_back(folder_of(name) + "/" + entry.path().filename().string());
    }
    std::sort(paths.begin(), paths.end());
    const auto report = [&] {
      std::string arguments = "--format json";
      for (const auto& path : paths) arguments += " " + path;
      return run_at_root(arguments).out;
    };
    const auto forward = report();
    std::reverse(paths.begin(), paths.end());
    const auto backward = report();
    INFO(name << ": " << first_difference(forward, backward));
    CHECK(forward == backward);
  }
}

TEST_CASE("extract_then_reconcile_equals_one_run") {
  for (const auto& name : names) {
    for (const std::string format : {"text", "json", "html"}) {
      const auto lines = run_at_root("extract --with-text " + folder_of(name));
      const auto halves = run_at_root("reconcile --format " + format + " -", lines.out);
      const auto whole = run_at_root("--format " + format + " " + folder_of(name));
      INFO(name << " as " << format << ": " << first_difference(whole.out, halves.out));
      CHECK(whole.out == halves.out);
    }
  }
}
