// What is written where, what is listed, and how many lines are said of it.
#include <fmt/format.h>
#include <algorithm>

#include <filesystem>

#include "support/folder.h"
#include "support/tool.h"
#include "test.h"

using corroborate::testing::Folder;
using corroborate::testing::read_file;
using corroborate::testing::run_shell;
using corroborate::testing::run_tool;

namespace {

std::size_t lines_in(const std::string& text) {
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), '\n'));
}

std::size_t files_in(const Folder& folder) {
  std::size_t files = 0;
  for ([[maybe_unused]] const auto& entry : std::filesystem::directory_iterator(folder.path())) ++files;
  return files;
}

}  // namespace

TEST_CASE("an_output_in_the_folder_that_is_read_is_none_of_its_input") {
  Folder folder;
  folder.with("a.txt", "The fire killed nine dockers on Monday.")
      .with("b.txt", "The fire killed 12 dockers on Monday.");
  for (int i = 0; i < 3; ++i) {
    const auto outcome = run_tool("-o " + folder.path("report.txt") + " " + folder.path());
    CHECK(outcome.status == 0);
    CHECK(outcome.err.empty());
    CHECK(read_file(folder.path("report.txt")).starts_with("2 articles, "));
  }
  CHECK(files_in(folder) == 3);
  CHECK(run_tool(folder.path()).err == folder.path("report.txt") + ": passed over: a report of this program\n");
}

TEST_CASE("an_output_never_replaces_an_article") {
  Folder folder;
  folder.with("a.txt", "The fire killed nine dockers on Monday.");
  for (const std::string& path : {folder.path(), folder.path("a.txt"), folder.path("./a.txt")}) {
    const auto outcome = run_tool("-o " + folder.path("a.txt") + " " + path);
    CHECK(outcome.status == 2);
    CHECK(outcome.err ==
          folder.path("a.txt") + ": is one of the articles, and would be lost (expected another file for --output)\n");
    CHECK(read_file(folder.path("a.txt")) == "The fire killed nine dockers on Monday.");
  }
}

TEST_CASE("a_run_that_reads_nothing_leaves_the_old_output") {
  Folder folder;
  folder.with("old.json", "kept").with("empty.txt", "");
  CHECK(run_tool("-o " + folder.path("old.json") + " " + folder.path("empty.txt")).status == 3);
  CHECK(read_file(folder.path("old.json")) == "kept");
  CHECK(files_in(folder) == 2);
}

TEST_CASE("an_interrupted_run_leaves_the_old_output_and_no_draft") {
  Folder folder;
  folder.with("old.json", "kept");
  run_shell("sleep 3 | timeout -s INT 1 " TOOL " --format json -o " + folder.path("old.json") + " -");
  CHECK(read_file(folder.path("old.json")) == "kept");
  CHECK(files_in(folder) == 1);
}

TEST_CASE("an_output_keeps_who_may_read_it_and_follows_links") {
  namespace fs = std::filesystem;
  Folder folder;
  folder.with("news/a.txt", "The fire killed nine dockers on Monday.").with("old.json", "{}");
  fs::permissions(folder.path("old.json"), fs::perms::owner_read | fs::perms::owner_write);
  fs::create_symlink(folder.path("old.json"), folder.path("link.json"));
  CHECK(run_tool("--format json -o " + folder.path("link.json") + " " + folder.path("news")).status == 0);
  CHECK(fs::is_symlink(folder.path("link.json")));
  CHECK(read_file(folder.path("old.json")).find("schema_version") != std::string::npos);
  CHECK(fs::status(folder.path("old.json")).permissions() == (fs::perms::owner_read | fs::perms::owner_write));
}

TEST_CASE("many_messages_that_are_alike_are_one_line_with_their_number") {
  Folder folder;
  std::string lines = "{\"id\":\"x\",\"text\":\"Two people died.\"}\n";
  for (int i = 0; i < 1000; ++i) lines += "{\"title\": \"no text\"}\n";
  folder.with("a.jsonl", lines);
  const auto outcome = run_tool(folder.path());
  CHECK(outcome.status == 2);
  CHECK(outcome.err ==
        folder.path("a.jsonl") +
            ":2: object without \"text\" (expected the article's text there) (and 999 more like it; -v tells all)\n");
  CHECK(lines_in(run_tool("-v " + folder.path()).err) == 1000);
}

TEST_CASE("messages_that_differ_in_what_they_quote_are_alike") {
  Folder folder;
  std::string lines;
  for (const char* id : {"red", "blue", "green", "white", "black"})
    for (int twice = 0; twice < 2; ++twice)
      lines += fmt::format("{{\"id\":\"{}\",\"text\":\"Two people died.\"}}\n", id);
  folder.with("a.jsonl", lines);
  const auto outcome = run_tool(folder.path());
  const std::string path = folder.path("a.jsonl");
  CHECK(outcome.err == path + ":2: skipped: the id \"red\" is taken by " + path +
                           ":1 (expected ids that differ) (and 4 more like it; -v tells all)\n");
}

TEST_CASE("files_lists_what_would_be_read_and_as_what") {
  Folder folder;
  folder.with("a.txt", "A").with("b.md", "B").with("c.jpg", "\xFF\xD8\xFF");
  CHECK(run_tool("--files " + folder.path()).out == "text\t" + folder.path("a.txt") + "\nmarkdown\t" +
                                                        folder.path("b.md") + "\n-\t" + folder.path("c.jpg") +
                                                        "\tpassed over: .jpg is not read in folders\n");
  CHECK(
      run_tool("--files --glob '*.md' --type markdown " + folder.path()).out.find("markdown\t" + folder.path("b.md")) !=
      std::string::npos);
  CHECK(run_tool("--type movie " + folder.path()).status == 2);
}
