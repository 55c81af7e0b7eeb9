// The line of the file on which each line of a text begins, whatever the format.
#include "corroborate/corroborate.h"
#include "support/folder.h"
#include "test.h"

using namespace corroborate;
using testing::Folder;
using testing::load_all;

namespace {

using Lines = std::vector<std::uint32_t>;

std::vector<Article> read(const std::string& name, const std::string& bytes) {
  Folder folder;
  folder.with(name, bytes);
  auto loaded = load_all({folder.path()});
  INFO(name);
  CHECK(loaded.problems.empty());
  return std::move(loaded.articles);
}

Article read_one(const std::string& name, const std::string& bytes) {
  auto articles = read(name, bytes);
  REQUIRE(articles.size() == 1);
  return std::move(articles[0]);
}

}  // namespace

TEST_CASE("text_has_the_lines_of_its_file_behind_the_front_matter") {
  const Article article = read_one("a.txt", "---\noutlet: Tern Press\n---\nTwo people died.\nNine were hurt.\n");
  CHECK(article.lines.empty());
  CHECK(line_in_file(article, 2) == 5);
}

TEST_CASE("paragraphs_of_a_page_have_the_line_of_their_first_word") {
  const Article page = read_one("a.html",
                                "<html><head><title>x</title></head>\n<body><article>\n<h1>Ferry sinks</h1>\n<p>\nA "
                                "ferry sank on Thursday, and 14\npeople drowned.</p>\n<p>Rescuers found 31 survivors "
                                "in the water.</p>\n</article></body></html>\n");
  REQUIRE(page.body ==
          "Ferry sinks\n\nA ferry sank on Thursday, and 14 people drowned.\n\nRescuers found 31 survivors in the "
          "water.");
  CHECK(page.lines == Lines{3, 5, 5, 7, 7});
}

TEST_CASE("strings_of_json_have_the_line_on_which_they_stand") {
  const Article whole =
      read_one("a.json", "{\n  \"title\": \"Fire\",\n\n  \"text\": \"Two \\u0022died\\u0022.\\nNine hurt.\"\n}");
  CHECK(whole.lines == Lines{4, 4});
  const auto list = read("b.json",
                         "[\n{\"id\": \"a\", \"text\": \"Two died.\"},\n{\"id\": \"b\",\n\"content_html\": \"<p>Nine "
                         "hurt.</p><p>Two died.</p>\"},\n{\"id\": \"c\", \"text\": \"Two died.\"}]");
  REQUIRE(list.size() == 3);
  CHECK(list[0].lines == Lines{2});
  CHECK(list[1].lines == Lines{4, 4, 4});
  CHECK(list[2].lines == Lines{5});
  const auto lines =
      read("c.jsonl", "{\"id\":\"a\",\"text\":\"Two died.\"}\n\n{\"id\":\"b\",\"text\":\"Nine\\nhurt.\"}\n");
  REQUIRE(lines.size() == 2);
  CHECK(lines[1].lines == Lines{3, 3});
}

TEST_CASE("rows_of_a_table_have_the_lines_on_which_their_text_stands") {
  const auto rows = read("a.csv",
                         "outlet,title,text\nTern Press,\"A\nB\",\"A ferry sank.\nFourteen people drowned.\"\n\nSkua "
                         "Herald,C,Two died.\n");
  REQUIRE(rows.size() == 2);
  CHECK(rows[0].lines == Lines{3, 4});
  CHECK(rows[1].lines == Lines{6});
}

TEST_CASE("items_of_a_feed_have_the_lines_of_their_elements") {
  const Article item =
      read_one("a.xml",
               "<rss version=\"2.0\"><channel><title>Gull</title>\n<item>\n<title>Ferry sinks</title>\n"
               "<description><![CDATA[<p>A ferry sank.</p>\n<p>Twelve drowned.</p>]]></description>\n"
               "</item></channel></rss>");
  REQUIRE(item.body == "Ferry sinks\n\nA ferry sank.\n\nTwelve drowned.");
  CHECK(item.lines == Lines{3, 4, 4, 5, 5});
  const Article nitf =
      read_one("b.xml",
               "<nitf>\n<body><body.head><hedline><hl1>Ferry sinks</hl1></hedline></body.head>\n"
               "<body.content>\n<p>A ferry sank.</p>\n<p>Twelve drowned.</p></body.content></body></nitf>");
  CHECK(nitf.lines == Lines{2, 4, 4, 5, 5});
}

TEST_CASE("a_claim_has_the_line_of_the_file_and_no_column_where_the_file_is_laid_out_otherwise") {
  const Extraction extraction = extract(
      read_one("a.html",
               "<html><body><article>\n<h1>Fire</h1>\n<p>The port authority said nothing to reporters at all.</p>\n"
               "<p>A fire in Port Ellan killed nine dockers on Monday.</p></article></body></html>"));
  REQUIRE_FALSE(extraction.claims.empty());
  for (const Claim& claim : extraction.claims) {
    INFO(claim.quote);
    CHECK(claim.line == 4);
    CHECK(claim.column == 0);
  }
  const Extraction plain = extract(read_one("a.txt", "A fire in Port Ellan killed nine dockers on Monday."));
  REQUIRE_FALSE(plain.claims.empty());
  CHECK(plain.claims[0].column > 0);
}

TEST_CASE("a_json_line_may_say_which_line_of_a_larger_file_it_was") {
  const Article told = read_one("a.jsonl", "\n{\"line_in_file\": 41, \"text\": \"A ferry sank.\"}\n");
  CHECK(told.lines == Lines{41});
  CHECK(told.id.ends_with(":41"));
  for (const std::string wrong : {"0", "-1", "\"41\"", "4294967296", "1.5"}) {
    INFO(wrong);
    const Article own = read_one("a.jsonl", "\n{\"line_in_file\": " + wrong + ", \"text\": \"A ferry sank.\"}\n");
    CHECK(own.lines == Lines{2});
  }
}
