// What of a folder and of standard input is read as what, and what is passed over.
#include <algorithm>

#include "corroborate/check.h"
#include "corroborate/corroborate.h"
#include "support/folder.h"
#include "support/report.h"
#include "test.h"

using namespace corroborate;
using testing::Folder;
using testing::load_all;
using testing::said;

namespace {

using Names = std::vector<std::string>;

Names ids(const std::vector<Article>& articles) {
  Names result;
  for (const Article& article : articles) result.push_back(article.id);
  return result;
}

Names ids_with(const Folder& folder, const LoadOptions& options) {
  std::vector<Article> articles;
  std::istringstream none;
  const std::vector<std::string> paths = {folder.path()};
  load(paths, none, {[&](Article&& article) { articles.push_back(std::move(article)); }, [](Problem&&) {}}, options);
  return ids(articles);
}

Article article_on_input(const std::string& input) {
  const auto loaded = load_all({"-"}, input);
  REQUIRE(loaded.articles.size() == 1);
  return loaded.articles[0];
}

}  // namespace

TEST_CASE("reports_of_this_program_in_a_folder_are_passed_over_in_every_format") {
  const std::vector<std::pair<std::string, std::string>> endings = {
      {"text", "txt"},   {"json", "json"},          {"html", "html"},  {"markdown", "md"},
      {"csv", "csv"},    {"ndjson", "ndjson"},      {"sarif", "json"}, {"junit", "xml"},
      {"github", "txt"}, {"webannotation", "json"}, {"claims", "json"}};
  CHECK(endings.size() == report_formats().size());
  for (const auto& [format, ending] : endings) {
    Folder folder;
    folder.with("a.txt", "Two people died.").with("out." + ending, write_report(testing::sample_report(), format, {}));
    const auto loaded = load_all({folder.path()});
    INFO(format << ": " << said(loaded, folder));
    CHECK(ids(loaded.articles) == Names{"a.txt"});
    REQUIRE(loaded.problems.size() == 1);
    CHECK(loaded.problems[0].severity != Severity::skipped);
    CHECK(loaded.problems[0].message.find("passed over: ") == 0);
  }
}

TEST_CASE("tables_of_check_are_no_articles_whatever_they_are_called") {
  const Report report = testing::sample_report();
  for (const std::string& table :
       {check_baseline("", "accepted.tsv", report).updated, check_expected("", "expected.tsv", report, {}).updated}) {
    INFO(table);
    REQUIRE_FALSE(table.empty());
    Folder folder;
    folder.with("a.txt", "Two people died.").with("out.txt", table);
    const auto loaded = load_all({folder.path()});
    CHECK(ids(loaded.articles) == Names{"a.txt"});
    CHECK(said(loaded, folder) == "notice: out.txt: passed over: a table of `check`\n");
  }
}

TEST_CASE("tables_for_recorders_and_explanations_are_passed_over_whatever_they_are_called") {
  const Report report = testing::sample_report();
  std::vector<std::string> outputs = {explain(report, report.findings[1].id), explain(report, report.findings[0].id)};
  for (const std::string profile : {"ucdp-like", "acled", "ibc"}) {
    WriteOptions options;
    options.profile = profile;
    outputs.push_back(write_report(report, "csv", options));
  }
  for (const std::string& output : outputs) {
    INFO(output);
    REQUIRE_FALSE(output.empty());
    Folder folder;
    folder.with("a.txt", "Two people died.").with("out.txt", output);
    const auto loaded = load_all({folder.path()});
    CHECK(ids(loaded.articles) == Names{"a.txt"});
    CHECK(said(loaded, folder) == "out.txt: passed over: a report of this program\n");
  }
}

TEST_CASE("prose_that_speaks_of_verdicts_is_no_report") {
  Folder folder;
  folder.with("a.txt", "verdict: guilty\nconflict: none\n  Two people died.")
      .with("b.txt", "The finding, the verdict.");
  CHECK(ids(load_all({folder.path()}).articles) == Names{"a.txt", "b.txt"});
}

TEST_CASE("an_article_that_counts_articles_is_no_report") {
  Folder folder;
  folder.with("a.txt", "4 articles, a desk found, told at most half of it.\nTwo people died.");
  CHECK(ids(load_all({folder.path()}).articles) == Names{"a.txt"});
}

TEST_CASE("documents_that_are_not_read_are_named_in_one_line_and_never_taken_for_text") {
  Folder folder;
  folder.with("a.txt", "Two people died.").with("c.txt", "{\\rtf1 Two people died.}");
  folder.with("e.odt",
              std::string("PK\x03\x04", 4) + std::string(26, '\0') + "mimetypeapplication/vnd.oasis.opendocument.text");
  const auto loaded = load_all({folder.path()});
  CHECK(ids(loaded.articles) == Names{"a.txt"});
  CHECK(said(loaded, folder) ==
        "c.txt: RTF is not read (expected text, HTML, PDF or DOCX: save it as one of these)\n"
        "e.odt: OpenDocument is not read (expected text, HTML, PDF or DOCX: save it as one of these)\n");
}

TEST_CASE("standard_input_is_of_any_format") {
  CHECK(article_on_input("The fire killed nine.\n").body == "The fire killed nine.\n");
  CHECK(article_on_input("---\noutlet: Tern Press\n---\nThe fire killed nine.\n").outlet == "Tern Press");
  CHECK(article_on_input("<!DOCTYPE html><html><head><title>Fire</title></head><body><p>The fire killed nine dockers "
                         "on Monday.</p></body></html>")
            .body.find("<p>") == std::string::npos);
  CHECK(article_on_input("{\n  \"text\": \"The fire killed nine.\"\n}\n").body == "The fire killed nine.");
  CHECK(article_on_input("{\"id\":\"x\",\"text\":\"The fire killed nine.\"}\n").id == "x");
  CHECK(article_on_input("text,outlet\nThe fire killed nine.,Tern Press\n").outlet == "Tern Press");
}

TEST_CASE("a_type_keeps_to_files_of_one_kind_and_forces_that_of_standard_input") {
  Folder folder;
  folder.with("a.txt", "Two people died.").with("b.jsonl", "{\"id\":\"b\",\"text\":\"Two people died.\"}\n");
  LoadOptions options;
  options.type = "jsonl";
  CHECK(ids_with(folder, options) == Names{"b"});
  options.type = "text";
  CHECK(ids_with(folder, options) == Names{"a.txt"});
  const auto types = input_types();
  CHECK(std::count(types.begin(), types.end(), "html") == 1);
}

TEST_CASE("patterns_say_which_files_of_a_folder_are_read") {
  Folder folder;
  folder.with("a.txt", "A").with("b.md", "B").with("x/c.txt", "C").with("x/d.txt", "D");
  LoadOptions options;
  options.globs = {"*.txt"};
  CHECK(ids_with(folder, options) == Names{"a.txt", "x/c.txt", "x/d.txt"});
  options.globs = {"*.txt", "!x/*"};
  CHECK(ids_with(folder, options) == Names{"a.txt"});
  options.globs = {"!d.*"};
  CHECK(ids_with(folder, options) == Names{"a.txt", "b.md", "x/c.txt"});
}

TEST_CASE("find_files_says_what_each_file_is_read_as") {
  Folder folder;
  folder.with("a.txt", "A")
      .with("b.md", "B")
      .with("c.html", "<html><body><p>C</p></body></html>")
      .with("d.jpg", "\xFF\xD8\xFF");
  std::vector<std::string> told;
  const std::vector<std::string> paths = {folder.path(), folder.path("none")};
  for (const FoundFile& file : find_files(paths)) told.push_back(file.type.empty() ? file.why : file.type);
  CHECK(told ==
        Names{"text", "markdown", "html", "passed over: .jpg is not read in folders", "no such file or folder"});
}

TEST_CASE("two_versions_of_an_item_are_both_read_and_the_same_item_once") {
  const auto feed = [](const std::string& text, const std::string& day) {
    return "<rss version=\"2.0\"><channel><title>Gull "
           "Wire</title><item><title>Fire</title><guid>fire-1</guid><pubDate>" +
           day + "</pubDate><description>" + text + "</description></item></channel></rss>";
  };
  Folder folder;
  folder.with("1.xml", feed("The fire killed nine.", "Mon, 08 Mar 2021 10:00:00 GMT"));
  folder.with("2.xml", feed("The fire killed nine.", "Mon, 08 Mar 2021 10:00:00 GMT"));
  folder.with("3.xml", feed("The fire killed twelve.", "Tue, 09 Mar 2021 10:00:00 GMT"));
  const auto loaded = load_all({folder.path()});
  CHECK(ids(loaded.articles) == Names{"fire-1", "fire-1#2"});
  REQUIRE(loaded.problems.size() == 1);
  CHECK(loaded.problems[0].severity == Severity::notice);
  CHECK(loaded.problems[0].message.find("passed over: the same item as in ") == 0);
}

TEST_CASE("ids_do_not_depend_on_how_a_path_is_typed") {
  Folder folder;
  folder.with("x/a.txt", "A").with("y/b.txt", "B");
  const Names plain = ids(load_all({folder.path("x/a.txt"), folder.path("y/b.txt")}).articles);
  CHECK(ids(load_all({folder.path("x/./a.txt"), folder.path("x/../y//b.txt")}).articles) == plain);
  CHECK(plain == Names{folder.path("x/a.txt"), folder.path("y/b.txt")});
}
