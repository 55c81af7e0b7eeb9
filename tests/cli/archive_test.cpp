// Lines that are kept in a file while their stories are told apart give what articles in memory give.
#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

#include "corroborate/stories.h"
#include "support/folder.h"
#include "support/tool.h"
#include "test.h"

using namespace corroborate;
using testing::Folder;
using testing::run_tool;

namespace {

const std::string stories = std::string(PROJECT_SOURCE) + "/data/stories";

// More than is kept in memory: another article of a text of 17 MB, which no report but HTML shows.
std::string long_line() {
  const std::string line = run_tool("extract -", R"({"id":"long","text":"The ferry was late.","story":"apart"})").out;
  return line.substr(0, line.size() - 2) + ",\"text\":\"" + std::string(17'000'000, 'x') + "\"}\n";
}

std::vector<Extraction> extractions() {
  std::vector<Extraction> result;
  const std::vector<std::string> paths = {stories};
  std::istringstream none;
  load(paths, none, {[&](Article&& article) { result.push_back(extract(article)); }, [](Problem&&) {}});
  return result;
}

std::string streamed(const std::string& format, std::size_t most_in_memory) {
  LineArchive archive({.bodies = false, .most_in_memory = most_in_memory});
  auto all = extractions();
  std::reverse(all.begin(), all.end());  // whatever the order of the lines
  for (const auto& one : all) {
    const std::string line = write_extraction(one);
    archive.add(line, read_extraction(line).extraction);
  }
  std::string text;
  const auto writer = make_report_writer(format, {}, [&](std::string_view part) { text += part; });
  REQUIRE(writer != nullptr);
  ReconcileOptions options;
  options.threads = 3;
  const Report rest = reconcile(archive, options, [&](StoryReport&& story) { writer->add(story); });
  CHECK_FALSE(writer->finish(rest));
  CHECK_FALSE(archive.trouble());
  return text;
}

}  // namespace

TEST_CASE("a_report_written_story_by_story_is_the_whole_one") {
  const Report whole = reconcile(extractions());
  REQUIRE(whole.stories.size() > 5);
  for (const std::string format : {"json", "ndjson", "csv"})
    for (const std::size_t most : {std::size_t{0}, std::size_t{100'000'000}}) {
      INFO(format << ", " << most << " bytes in memory");
      CHECK(streamed(format, most) == write_report(whole, format, {}));
    }
  CHECK(make_report_writer("text", {}, {}) == nullptr);
}

TEST_CASE("stories_hand_on_reports_that_refer_to_themselves_alone") {
  std::size_t claims = 0, findings = 0;
  std::vector<std::uint32_t> seen;
  const Report rest = reconcile(extractions(), {}, [&](StoryReport&& story) {
    REQUIRE(story.report.stories.size() == 1);
    REQUIRE(story.articles.size() == story.report.articles.size());
    for (const auto& claim : story.report.claims) REQUIRE(claim.article < story.articles.size());
    for (const auto& finding : story.report.findings) {
      REQUIRE(finding.event < story.report.events.size());
      for (const auto& position : finding.positions) {
        for (const auto claim : position.claims) REQUIRE(claim < story.report.claims.size());
        for (const auto origin : position.origins) REQUIRE(origin < story.report.origins.size());
      }
    }
    claims += story.report.claims.size();
    findings += story.report.findings.size();
    seen.insert(seen.end(), story.articles.begin(), story.articles.end());
  });
  CHECK(rest.claims.empty());
  CHECK(rest.findings.empty());
  std::ranges::sort(seen);
  CHECK(std::ranges::adjacent_find(seen) == seen.end());
  CHECK(seen.size() == rest.articles.size());
  const Report whole = reconcile(extractions());
  CHECK(claims == whole.claims.size());
  CHECK(findings == whole.findings.size());
}

TEST_CASE("all_formats_are_the_same_from_lines_as_from_files") {
  const std::string lines = run_tool("extract --with-text " + stories).out;
  for (const auto& format : report_formats()) {
    INFO(format);
    const auto whole = run_tool(stories + " --format " + format);
    CHECK_FALSE(whole.out.empty());
    CHECK(run_tool("reconcile - --format " + format, lines).out == whole.out);
  }
}

TEST_CASE("a_selection_and_a_gate_see_what_is_written_story_by_story") {
  const std::string lines = run_tool("extract " + stories).out;
  for (const std::string format : {"json", "text"}) {
    const std::string rest = " --only agree --property dead --min-origins 2 --fail-on conflict --format " + format;
    const auto whole = run_tool(stories + rest), halves = run_tool("reconcile -" + rest, lines);
    CHECK(whole.status == 1);
    CHECK(halves.status == 1);
    CHECK(halves.out == whole.out);
  }
  const auto nothing = run_tool("reconcile - --property kiled --format json", lines);
  CHECK(nothing.err.starts_with("--property kiled: no finding has it"));
}

TEST_CASE("lines_that_outgrow_memory_wait_in_a_temporary_file") {
  Folder folder;
  const std::string lines = run_tool("extract " + stories).out;
  folder.with("lines",
              lines + run_tool("extract -", R"({"id":"long","text":"The ferry was late.","story":"apart"})").out);
  folder.with("long", lines + long_line());
  for (const std::string format : {"json", "text"}) {
    const auto outcome = run_tool("reconcile --format " + format + " " + folder.path("long"));
    CHECK(outcome.status == 0);
    CHECK(outcome.out == run_tool("reconcile --format " + format + " " + folder.path("lines")).out);
  }
}

TEST_CASE("without_room_for_temporary_files_there_is_a_sentence_and_no_report") {
  Folder folder;
  folder.with("long", run_tool("extract " + stories).out + long_line());
  folder.with("report.json", "of yesterday");
  for (const std::string format : {"json", "text", "ndjson"}) {
    const auto outcome =
        run_tool("reconcile -o " + folder.path("report.json") + " --format " + format + " " + folder.path("long"), {},
                 "TMPDIR=/nowhere/at/all");
    CHECK(outcome.status == 3);
    CHECK(outcome.err ==
          "/nowhere/at/all: temporary files cannot be kept: No such file or directory (expected a folder with room; "
          "TMPDIR names another)\n");
    CHECK(testing::read_file(folder.path("report.json")) == "of yesterday");
  }
  const auto small =
      run_tool("reconcile --format json -", run_tool("extract " + stories).out, "TMPDIR=/nowhere/at/all");
  CHECK(small.status == 0);
}
