// What load makes of good input: formats, encodings, metadata, ids, order.
#include "test.h"

#include "load/metadata.h"
#include "support/folder.h"

using namespace corroborate;
using testing::Folder;
using testing::load_all;
using testing::said;

namespace {

std::vector<std::string> ids(const testing::Loaded& loaded) {
  std::vector<std::string> result;
  for (const Article& article : loaded.articles) result.push_back(article.id);
  return result;
}

Day day(std::string_view iso) { return loading::read_iso_day(iso).value(); }

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("load_reads_folders_recursively_in_byte_order") {
  Folder folder;
  folder.with("b.txt", "B").with("a/z.txt", "Z").with("a.txt", "A").with("a/.hidden.txt", "H").with("C.md", "# C");
  const auto loaded = load_all({folder.path()});
  CHECK(ids(loaded) == Names{"C.md", "a.txt", "a/z.txt", "b.txt"});
  CHECK(loaded.articles[2].path == folder.path("a/z.txt"));
  CHECK(said(loaded, folder).empty());
}

TEST_CASE("load_takes_ids_from_the_folder_given_wherever_it_lies") {
  Folder folder;
  folder.with("news/a.txt", "A");
  CHECK(ids(load_all({folder.path("news")})) == Names{"a.txt"});
  CHECK(ids(load_all({folder.path("news/")})) == Names{"a.txt"});
}

TEST_CASE("load_of_two_folders_keeps_equal_names_apart") {
  Folder folder;
  folder.with("x/a.txt", "A").with("y/a.txt", "A");
  CHECK(ids(load_all({folder.path("x"), folder.path("y")})) == Names{folder.path("x/a.txt"), folder.path("y/a.txt")});
}

TEST_CASE("load_keeps_the_body_as_it_is_less_its_byte_order_mark") {
  Folder folder;
  folder.with("a.txt", "\xEF\xBB\xBFOne\r\n\u00A0two\r\n");
  const auto loaded = load_all({folder.path("a.txt")});
  REQUIRE(loaded.articles.size() == 1);
  CHECK(loaded.articles[0].body == "One\r\n\u00A0two\r\n");
  CHECK(loaded.articles[0].first_line == 1);
  CHECK(loaded.articles[0].id == folder.path("a.txt"));
}

TEST_CASE("load_reads_front_matter_and_starts_the_body_after_it") {
  Folder folder;
  folder.with("a.txt",
              "---\nid: harbour-1\nTitle: \"Fire: two dead\"\noutlet: The Gull\npublished: 2016-09-17T21:00:00Z\n"
              "author: A. Pen\nurl: https://gull.example/1\ntags:\n  - fire\nstory: fire\n---\nTwo died.\n");
  const auto loaded = load_all({folder.path()});
  REQUIRE(loaded.articles.size() == 1);
  const Article& article = loaded.articles[0];
  CHECK(article.id == "harbour-1");
  CHECK(article.title == "Fire: two dead");
  CHECK(article.outlet == "The Gull");
  CHECK(article.byline == "A. Pen");
  CHECK(article.url == "https://gull.example/1");
  CHECK(article.story == "fire");
  CHECK(article.published->day == day("2016-09-17"));
  CHECK(article.published->basis == DayBasis::metadata);
  CHECK(article.body == "Two died.\n");
  CHECK(article.first_line == 12);
}

TEST_CASE("load_leaves_a_text_that_opens_with_a_rule_whole") {
  Folder folder;
  folder.with("a.txt", "---\nTwo people died.\n---\nMore follows.\n").with("b.txt", "---\nkey: never closed\n");
  const auto loaded = load_all({folder.path()});
  CHECK(loaded.articles[0].body == "---\nTwo people died.\n---\nMore follows.\n");
  CHECK(loaded.articles[1].body == "---\nkey: never closed\n");
}

TEST_CASE("load_takes_the_url_line_and_leaves_it_in_the_body") {
  Folder folder;
  folder.with("a.txt", "URL: https://gull.example/2\r\n\r\nText.");
  const auto article = load_all({folder.path()}).articles.at(0);
  CHECK(article.url == "https://gull.example/2");
  CHECK(article.body == "URL: https://gull.example/2\r\n\r\nText.");
}

TEST_CASE("load_reads_json_lines_from_files_and_from_standard_input") {
  const std::string lines =
      "{\"id\":\"x\",\"text\":\"One.\",\"title\":\"T\",\"published\":\"2016-09-17\",\"story\":7}\n\n{\"text\":\"Two."
      "\"}";
  Folder folder;
  folder.with("a.jsonl", lines);
  const auto from_file = load_all({folder.path()});
  CHECK(ids(from_file) == Names{"x", "a.jsonl:3"});
  const auto from_stream = load_all({"-"}, lines);
  CHECK(ids(from_stream) == Names{"x", "-:3"});
  CHECK(from_stream.articles[0].title == "T");
  CHECK(from_stream.articles[0].story == "7");
  CHECK(from_stream.articles[0].published->day == day("2016-09-17"));
  CHECK(from_stream.articles[0].path == "-");
  CHECK(from_stream.articles[1].body == "Two.");
}

TEST_CASE("load_detects_json_lines_by_content") {
  Folder folder;
  folder.with("dump", "{\"text\":\"One.\"}\n{\"text\":\"Two.\"}\n");
  CHECK(load_all({folder.path("dump")}).articles.size() == 2);
}

TEST_CASE("load_keeps_json_lines_longer_than_one_block_apart") {
  const std::string text(40'000, 'a');
  const auto loaded = load_all({"-"}, "{\"text\":\"" + text + "\"}\n{\"text\":\"b\"}\n");
  REQUIRE(loaded.articles.size() == 2);
  CHECK(loaded.articles[0].body == text);
  CHECK(loaded.articles[1].id == "-:2");
}

TEST_CASE("load_decodes_utf_16_and_windows_1252") {
  Folder folder;
  folder.with("be.txt", std::string_view("\xFE\xFF\0c\0a\0f\0\xE9", 10));
  folder.with("le.txt", std::string_view("\xFF\xFE"
                                         "c\0a\0f\0\xE9\0",
                                         10));
  folder.with("win.txt",
              "The mayor of Orl\xE9"
              "ans said \x93no comment\x94 on Monday, and left the town hall by a side door.");
  const auto loaded = load_all({folder.path()});
  REQUIRE(loaded.articles.size() == 3);
  CHECK(loaded.articles[0].body == "café");
  CHECK(loaded.articles[1].body == "café");
  CHECK(loaded.articles[2].body ==
        "The mayor of Orléans said “no comment” on Monday, and left the town hall by a side door.");
  CHECK(said(loaded, folder).empty());
}

TEST_CASE("load_fills_gaps_from_the_side_table_of_the_folder") {
  Folder folder;
  folder.with("a.txt", "---\noutlet: Own Name\n---\nA").with("sub/b.txt", "B");
  folder.with("articles.tsv",
              "title\tpath\toutlet\tpublished\nTitle A\ta.txt\tTable Name\t2016-09-18\n\tsub/b.txt\tThe Tern\t\n");
  const auto loaded = load_all({folder.path()});
  REQUIRE(loaded.articles.size() == 2);
  CHECK(loaded.articles[0].outlet == "Own Name");
  CHECK(loaded.articles[0].title == "Title A");
  CHECK(loaded.articles[0].published->day == day("2016-09-18"));
  CHECK(loaded.articles[1].outlet == "The Tern");
  CHECK(load_all({folder.path("a.txt")}).articles[0].title == "Title A");
}

TEST_CASE("load_passes_over_what_lies_beside_articles") {
  Folder folder;
  folder.with("a.txt", "A").with("README.md", "About").with("expected.json", "{}").with("known.tsv", "a\tb");
  folder.with("photo.jpg", "\xFF\xD8\xFF").with("report.json", "{\n  \"a\": 1\n}\n");
  const auto loaded = load_all({folder.path()});
  CHECK(ids(loaded) == Names{"a.txt"});
  CHECK(said(loaded, folder) ==
        "notice: README.md: passed over: stands beside articles, is none\n"
        "notice: expected.json: passed over: stands beside articles, is none\n"
        "notice: known.tsv: passed over: .tsv without articles\n"
        "notice: photo.jpg: passed over: .jpg is not read in folders\n"
        "notice: report.json: passed over: JSON without articles\n");
}

TEST_CASE("iso_days_are_read_with_and_without_a_time") {
  CHECK(day("1970-01-02") == 1);
  CHECK(day("19700102") == 1);
  CHECK(day("2016-09-17T23:30:00-05:00") == 17061);
  CHECK(day("2016-09-17 23:30") == 17061);
  for (const auto* wrong : {"", "2016", "2016-13-01", "2016-02-30", "17.9.2016", "2016-09-17x", "2016-9-17"}) {
    CHECK_FALSE(loading::read_iso_day(wrong).has_value());
  }
}
