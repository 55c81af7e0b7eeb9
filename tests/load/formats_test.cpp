// Every format in its real shape (tests/load/samples): what is read of good files, and what is said of broken ones.
#include "test.h"

#include <map>

#include "load/html_page.h"
#include "load/metadata.h"
#include "load/stated_day.h"
#include "support/folder.h"
#include "time/civil.h"

using namespace corroborate;
using testing::load_all;
using testing::Loaded;

namespace {

const std::string samples = std::string(PROJECT_SOURCE) + "/tests/load/samples/";

std::map<std::string, Article> by_id(Loaded&& loaded) {
  std::map<std::string, Article> articles;
  for (Article& article : loaded.articles) articles.emplace(article.id, std::move(article));
  return articles;
}

// "outlet | title | day"
std::string facts_of(const Article& article) {
  const std::string day = article.published ? time::iso_day(article.published->day) : "no day";
  return article.outlet + " | " + article.title + " | " + day;
}

std::vector<std::string> problems_of(const std::string& file) {
  std::vector<std::string> said;
  for (const auto& problem : load_all({samples + "broken/" + file}).problems) {
    std::string place = problem.path.substr(samples.size() + 7);
    if (problem.line > 0) place += ":" + std::to_string(problem.line);
    said.push_back(place + ": " + problem.message);
  }
  return said;
}

using Said = std::vector<std::string>;

}  // namespace

TEST_CASE("every_format_gives_outlet_title_and_day") {
  auto articles = by_id(load_all({samples + "good"}));
  const std::map<std::string, std::string> expected = {
      {"page.html", "Tern Press | Ferry sinks off Port Ellan | 2019-06-14"},
      {"microdata.htm", "Skua Herald | Caf\u00e9 fire hurts three | 2019-06-13"},
      {"gull-1", "Gull Wire | Ferry sinks | 2019-06-14"},
      {"https://gull.example/2", "Skua Herald | Second item | 2019-06-14"},
      {"urn:entry:1", "Port Gazette | Ferry & crew lost | 2019-06-14"},
      {"npa-7", "NPA | Ferry sinks off Port Ellan | 2019-06-14"},
      {"urn:newsml:npa:1", "Northern Press Agency | Ferry sinks | 2019-06-14"},
      {"urn:newsml:npa:2", "NPA | KILL: Ferry sinks | 2019-06-14"},
      {"ninjs1.json", "Northern Press Agency | Ferry sinks | 2019-06-14"},
      {"ninjs3.json", "NPA | Ferry sinks | 2019-06-14"},
      {"newsplease.json", "tern.example | Ferry sinks | 2019-06-14"},
      {"trafilatura.json:1", "Skua Herald | Ferry sinks | 2019-06-14"},
      {"l1", "Port Gazette | Ferry | 2019-06-14"},
      {"l2", "Gull Wire |  | 2019-06-13"},
      {"table.csv#2", "Tern Press | Ferry, sunk | 2019-06-14"},
      {"table.csv#3", "Skua Herald | Second | 2019-06-15"},
      {"7@npa.example", "Northern Press Agency | Ferry sinks | 2019-06-14"},
      {"crawl.warc!https://tern.example/a", "Tern Press | Ferry sinks off Port Ellan | 2019-06-14"},
      {"crawl.warc!https://tern.example/b", "Tern Press | Ferry sinks off Port Ellan | 2019-06-14"},
      {"crawl2.warc.gz!https://tern.example/d", "Tern Press | Ferry sinks off Port Ellan | 2019-06-14"},
      {"crawl2.warc.gz!https://tern.example/e", "Tern Press | Ferry sinks off Port Ellan | 2019-06-14"},
      {"z1", "Gull Wire |  | 2019-06-14"},
      {"saved.zip!news/page.html", "Tern Press | Ferry sinks off Port Ellan | 2019-06-14"},
      {"saved.zip!../../escape.txt", "Port Gazette |  | 2019-06-14"},
      {"folder.tar.gz!a/story.txt", "Gull Wire |  | 2019-06-14"},
  };
  for (const auto& [id, facts] : expected) {
    INFO(id);
    REQUIRE(articles.contains(id));
    CHECK(facts_of(articles[id]) == facts);
  }
  CHECK(articles.size() == expected.size());
}

TEST_CASE("a_page_gives_its_main_text_alone") {
  auto articles = by_id(load_all({samples + "good"}));
  CHECK(articles["page.html"].body ==
        "Ferry sinks off Port Ellan\n\n"
        "PORT ELLAN \u2014 A ferry sank on Thursday, and 14 people drowned, the coastguard said.\n\n"
        "Rescuers found 31 survivors in the water. The search ended at dusk.");
  CHECK(articles["crawl.warc!https://tern.example/b"].body == articles["page.html"].body);
  CHECK(articles["microdata.htm"].body.starts_with(
      "Caf\u00e9 fire hurts three\n\nA fire in a caf\u00e9 hurt three people"));
}

TEST_CASE("markup_in_feeds_and_messages_becomes_paragraphs") {
  auto articles = by_id(load_all({samples + "good"}));
  CHECK(articles["gull-1"].body == "Ferry sinks\n\nA ferry sank on Thursday.\n\nAt least 12 people drowned.");
  CHECK(articles["urn:entry:1"].body ==
        "Ferry & crew lost\n\nThe ferry had a crew of nine.\n\nAll of them are missing.");
  CHECK(articles["npa-7"].body.starts_with("Ferry sinks off Port Ellan\n\nPORT ELLAN - A ferry sank on Thursday"));
  CHECK(articles["7@npa.example"].body.starts_with("A ferry sank off the caf\u00e9 pier on Thursday."));
  CHECK(articles["table.csv#2"].body == "A ferry sank on Thursday.\r\nFourteen people \"drowned\".");
}

TEST_CASE("withdrawn_and_corrected_items_are_marked") {
  auto articles = by_id(load_all({samples + "good"}));
  CHECK(articles["urn:newsml:npa:1"].status == ArticleStatus::usable);
  CHECK(articles["urn:newsml:npa:2"].status == ArticleStatus::withdrawn);
  CHECK(articles["ninjs3.json"].status == ArticleStatus::withdrawn);
  CHECK(articles["npa-7"].status == ArticleStatus::corrected);
}

TEST_CASE("broken_files_are_named_with_place_and_cause") {
  CHECK(problems_of("cut.xml") ==
        Said{"cut.xml:2: broken XML: Premature end of data in tag item line 2 (expected a well-formed document)"});
  CHECK(problems_of("noitems.xml") == Said{"noitems.xml: a feed without items (expected <item> or <entry>)"});
  CHECK(problems_of("cut.json") == Said{"cut.json:3: broken JSON at column 28 (expected one value)"});
  CHECK(problems_of("deep.json") == Said{"deep.json: JSON nested 302 deep (the limit is 200)"});
  CHECK(problems_of("notext.json") ==
        Said{"notext.json: JSON without articles (expected an object with \"text\", or a list of such)"});
  CHECK(problems_of("empty.html") == Said{"empty.html: a page without text (expected an article's paragraphs)"});
  CHECK(problems_of("ragged.csv") == Said{"ragged.csv: row 3: 1 columns (expected 2, as in the header)",
                                          "ragged.csv: row 4: 3 columns (expected 2, as in the header)"});
  CHECK(problems_of("cut.warc") == Said{"cut.warc: record 1: cut off inside a record"});
  CHECK(problems_of("nolength.warc") ==
        Said{"nolength.warc: record 1: a record without Content-Length; the rest is not read (expected WARC/1.0)"});
  CHECK(problems_of("cut.jsonl.gz") == Said{"cut.jsonl.gz: broken compression: truncated gzip input"});
  CHECK(problems_of("notext.eml") ==
        Said{"notext.eml: a message without text (expected a part of text/plain or text/html)"});
  CHECK(problems_of("cut.zip").size() == 1);
}

TEST_CASE("entities_are_neither_expanded_nor_fetched") {
  const auto loaded = load_all({samples + "broken/entities.xml"});
  for (const Article& article : loaded.articles) {
    CHECK(article.body.find("boom") == std::string::npos);
    CHECK(article.body.find("root:") == std::string::npos);
  }
  CHECK(loaded.articles.size() + loaded.problems.size() == 1);
}

TEST_CASE("fields_can_be_mapped_to_the_names_that_files_use") {
  testing::Folder folder;
  folder.with("a.jsonl",
              "{\"key\": \"k1\", \"site\": \"Tern Press\", \"words\": \"A ferry sank.\", \"when\": \"2019-06-14\"}\n");
  Loaded loaded;
  LoadOptions options;
  options.map = {{"text", "words"}, {"outlet", "site"}, {"published", "when"}, {"id", "key"}};
  std::istringstream input;
  const std::vector<std::string> paths = {folder.path("a.jsonl")};
  load(paths, input, {[&](Article&& article) { loaded.articles.push_back(std::move(article)); }, {}}, options);
  REQUIRE(loaded.articles.size() == 1);
  CHECK(loaded.articles[0].id == "k1");
  CHECK(facts_of(loaded.articles[0]) == "Tern Press |  | 2019-06-14");
}

TEST_CASE("days_are_read_as_files_state_them") {
  const auto iso = [](std::string_view text) {
    const auto day = loading::read_stated_day(text);
    return day ? time::iso_day(*day) : std::string("none");
  };
  CHECK(iso("2016-09-17T23:30:00-05:00") == "2016-09-17");
  CHECK(iso("20160917T080000Z") == "2016-09-17");
  CHECK(iso("Sat, 17 Sep 2016 23:59:00 +0200") == "2016-09-17");
  CHECK(iso("September 17, 2016") == "2016-09-17");
  CHECK(iso("17 Sept. 2016, 5pm") == "2016-09-17");
  CHECK(iso("31 February 2016") == "none");
  CHECK(iso("yesterday") == "none");
  CHECK(iso("09/17/2016") == "none");
}

TEST_CASE("days_in_paths_need_all_three_parts") {
  const auto iso = [](std::string_view text) {
    const auto day = loading::find_day_in_path(text);
    return day ? time::iso_day(*day) : std::string("none");
  };
  CHECK(iso("https://tern.example/2016/09/17/fire") == "2016-09-17");
  CHECK(iso("news/2016-09-17-fire.txt") == "2016-09-17");
  CHECK(iso("20160917.txt") == "2016-09-17");
  CHECK(iso("https://tern.example/2016/9/7/318/fire") == "2016-09-07");
  CHECK(iso("https://tern.example/2016/9/7") == "2016-09-07");
  CHECK(iso("https://tern.example/2016/9/7-fire") == "none");
  CHECK(iso("fire-2016-9-7.txt") == "none");
  CHECK(iso("https://tern.example/2016/09/fire") == "none");
  CHECK(iso("id-12345678901") == "none");
  CHECK(iso("https://tern.example/2016/13/40/") == "none");
}
