// Bad input, and the exact message for it; the good article beside it is read all the same.
#include <unistd.h>

#include <filesystem>

#include "support/folder.h"
#include "test.h"

using namespace corroborate;
using namespace std::string_literals;
using testing::Folder;
using testing::load_all;
using testing::said;

namespace {

// What is said of one bad file that lies beside a good one.
std::string said_of(const std::string& name, std::string_view bytes) {
  Folder folder;
  folder.with("good.txt", "Two people died.").with(name, bytes);
  const auto loaded = load_all({folder.path()});
  bool good = false;
  for (const Article& article : loaded.articles) good = good || article.id == "good.txt";
  CHECK(good);
  return said(loaded, folder);
}

std::string said_of_lines(const std::string& lines) {
  const Folder folder;
  const auto loaded = load_all({"-"}, lines + "\n{\"id\":\"good\",\"text\":\"Two people died.\"}\n");
  REQUIRE_FALSE(loaded.articles.empty());
  CHECK(loaded.articles.back().id == "good");
  return said(loaded, folder);
}

}  // namespace

TEST_CASE("an_empty_or_blank_file_is_named") {
  CHECK(said_of("a.txt", "") == "a.txt: empty (expected the text of an article)\n");
  CHECK(said_of("a.txt", " \r\n\n") == "a.txt: blank (expected the text of an article)\n");
  CHECK(said_of("a.txt", "---\ntitle: T\n---\n") == "a.txt: empty (expected the text of an article)\n");
}

TEST_CASE("a_binary_file_is_named") {
  CHECK(said_of("a.txt", "PK\x03\x04\0\0text"s) ==
        "a.txt: broken archive: Truncated ZIP file header (expected ZIP or tar)\n");
  CHECK(said_of("a.txt", "One." + std::string(70'000, 'x') + "\0"s) == "a.txt: binary data (expected text)\n");
}

TEST_CASE("truncated_utf_8_is_named_and_read") {
  CHECK(said_of("a.txt", "One.\nTwo in the caf\xC3") ==
        "a.txt:2: bytes that are no UTF-8 (expected UTF-8 throughout); read as U+FFFD, the article is kept\n");
  CHECK(said_of_lines("{\"text\":\"caf\xC3\"}") ==
        "-:1: bytes that are no UTF-8 (expected UTF-8 throughout); read as U+FFFD, the article is kept\n");
}

TEST_CASE("a_lone_surrogate_is_named_and_read") {
  const auto loaded = load_all({"-"}, "{\"text\":\"a\\ud83d b \\ud83d\\ude00 \\\\ud83d\"}");
  REQUIRE(loaded.articles.size() == 1);
  CHECK(loaded.articles[0].body == "a\uFFFD b 😀 \\ud83d");
  CHECK(loaded.problems.at(0).message ==
        "half a surrogate pair, \\ud83d, in a string; read as U+FFFD, the article is kept");
}

TEST_CASE("one_endless_line_is_named") {
  CHECK(said_of("a.txt", std::string(10'000'000, 'x')) ==
        "a.txt: a line of 10000000 bytes (expected prose; the limit is 5 MB)\n");
}

TEST_CASE("a_file_past_the_limit_is_named_with_the_limit") {
  std::string big(50'000'001, 'x');
  for (std::size_t i = 0; i < big.size(); i += 1000) big[i] = '\n';
  CHECK(said_of("a.txt", big) == "a.txt: larger than 16 MB, the limit for one article\n");
}

TEST_CASE("a_folder_without_articles_is_named") {
  Folder folder;
  CHECK(said(load_all({folder.path()}), folder) ==
        ".: a folder without articles (expected text, web pages, feeds, JSON or archives of these)\n");
}

TEST_CASE("a_path_that_does_not_exist_is_named") {
  Folder folder;
  folder.with("a.txt", "A");
  CHECK(said(load_all({folder.path("b.txt")}), folder) == "b.txt: no such file or folder\n");
  CHECK(said(load_all({folder.path("a.txt/b")}), folder) == "a.txt/b: cannot be read: Not a directory\n");
}

TEST_CASE("a_file_that_may_not_be_read_is_named") {
  if (geteuid() == 0) return;  // root may read everything
  Folder folder;
  folder.with("a.txt", "A");
  std::filesystem::permissions(folder.path("a.txt"), std::filesystem::perms::none);
  CHECK(said(load_all({folder.path()}), folder) == "a.txt: cannot be read: Permission denied\n");
}

TEST_CASE("a_broken_json_line_is_named_with_line_and_column") {
  CHECK(said_of_lines("{\"text\": \"a\"}\n{\"text\": \"b\" \"c\"}") ==
        "-:2: broken JSON at column 16 (expected one object a line)\n");
  CHECK(said_of_lines("[1,2]") == "-:1: array (expected an object with \"text\")\n");
  CHECK(said_of_lines("{\"title\": \"a\"}") == "-:1: object without \"text\" (expected the article's text there)\n");
  CHECK(said_of_lines("{\"text\": null}") == "-:1: \"text\" is null (expected a string)\n");
  CHECK(said_of_lines("{\"text\": \"\"}") == "-:1: empty (expected the text of an article)\n");
}

TEST_CASE("prose_in_json_lines_ends_with_one_last_message") {
  std::string prose;
  for (int i = 0; i < 1000; ++i) prose += "Two people died.\n";
  Folder folder;
  folder.with("a.jsonl", prose);
  const auto loaded = load_all({folder.path("a.jsonl")});
  REQUIRE(loaded.problems.size() == 101);
  CHECK(loaded.problems.back().message == "stopped reading: none of 100 lines holds an article (expected JSON Lines)");
}

TEST_CASE("a_deeply_nested_json_line_is_survived") {
  const std::string deep = "{\"text\":\"a\",\"x\":" + std::string(100'000, '[') + std::string(100'000, ']') + "}";
  CHECK(load_all({"-"}, deep).articles.size() == 1);
}

TEST_CASE("the_second_of_two_equal_ids_is_named") {
  CHECK(said_of_lines("{\"id\":\"x\",\"text\":\"One.\"}\n{\"id\":\"x\",\"text\":\"Two.\"}") ==
        "-:2: skipped: the id \"x\" is taken by -:1 (expected ids that differ)\n");
  Folder folder;
  folder.with("a.txt", "A");
  CHECK(said(load_all({folder.path("a.txt"), folder.path("a.txt")}), folder) ==
        "a.txt: skipped: the id \"a.txt\" is taken by a.txt (expected ids that differ)\n");
}

TEST_CASE("a_symbolic_link_loop_is_named") {
  Folder folder;
  folder.with("a/good.txt", "Two people died.");
  std::filesystem::create_directory_symlink(folder.path(), folder.path("a/back"));
  const auto loaded = load_all({folder.path()});
  CHECK(loaded.articles.size() == 1);
  CHECK(said(loaded, folder) ==
        "a/back: symbolic link leads back to  (expected a folder without a loop); not followed\n");
}

TEST_CASE("an_article_in_another_language_is_named") {
  CHECK(said_of("a.txt", "---\nlanguage: de\n---\nText.") ==
        "a.txt: skipped: its language is stated as German (expected English)\n");
  CHECK(said_of("a.txt",
                "Bei dem Brand in der Hafenhalle sind nach Angaben der Polizei zwei Menschen gestorben, und eine Frau "
                "wurde mit Verletzungen in die Klinik gebracht.") ==
        "a.txt: skipped: written in German (expected English)\n");
}

TEST_CASE("a_date_that_is_none_is_named_and_the_article_read") {
  CHECK(said_of("a.txt", "---\ntitle: T\ndate: last week\n---\nText.") ==
        "a.txt:3: published \"last week\" is not a date (expected YYYY-MM-DD); read without a day\n");
}

TEST_CASE("a_side_table_that_cannot_be_used_is_named") {
  CHECK(said_of("articles.tsv", "file\toutlet\ngood.txt\tThe Gull\n") ==
        "articles.tsv:1: no column \"path\" (expected a header such as path, outlet, published, url, title); table not "
        "used\n");
  CHECK(said_of("articles.tsv", "path\tpublished\ngood.txt\t1 May\nx.txt\t\n\t2016-01-01\n") ==
        "articles.tsv:2: published \"1 May\" is not a date (expected YYYY-MM-DD); read without a day\n"
        "notice: articles.tsv:3: no article \"x.txt\" in this folder\n"
        "articles.tsv:4: row without a path (expected the path of an article in this folder)\n");
}

TEST_CASE("json_lines_without_a_line_are_named") {
  CHECK(said_of("a.jsonl", "") == "a.jsonl: empty (expected one JSON object a line)\n");
  CHECK(said_of("a.jsonl", "\n \n") == "a.jsonl: empty (expected one JSON object a line)\n");
}

TEST_CASE("an_archive_without_files_is_named") {
  const std::string end_of_zip = "PK\x05\x06"s + std::string(18, '\0');
  CHECK(said_of("a.zip", end_of_zip) == "a.zip: an archive without files (expected articles)\n");
}
