// PDF and Word files: their words as a reader sees them, and a day that is known to be that of the file alone.
#include "corroborate/corroborate.h"
#include "load/pdf.h"
#include "support/folder.h"
#include "support/tool.h"
#include "test.h"
#include "time/civil.h"

using namespace corroborate;
using testing::Folder;
using testing::load_all;
using testing::read_file;
using testing::run_tool;
using testing::said;

namespace {

const std::string samples = std::string(PROJECT_SOURCE) + "/tests/load/samples/documents/";

Article article_in(const std::string& file) {
  auto loaded = load_all({samples + file});
  INFO(file);
  REQUIRE(loaded.problems.empty());
  REQUIRE(loaded.articles.size() == 1);
  return std::move(loaded.articles[0]);
}

std::string page(const std::string& words) {
  return "<html><head>\n<title>A</title>\n</head>\n<body>\n<pre>\n" + words + "</pre>\n</body></html>\n";
}

Extraction extraction_of(const std::string& text, std::optional<PublishedDay> published) {
  Article article;
  article.id = article.path = text.substr(0, 8);
  article.body = text;
  if (published && published->basis == DayBasis::file)
    article.addressed = published;
  else
    article.published = published;
  return extract(article);
}

}  // namespace

TEST_CASE("a_word_file_gives_what_a_reader_sees_of_it") {
  for (const std::string file : {"statement.docx", "numbered.docx"}) {
    const Article article = article_in(file);
    CHECK(article.title == "Ferry sinks");
    CHECK(article.body ==
          "Ferry sinks off Port Ellan\n\nPORT ELLAN - A ferry sank on Thursday, and 14 people drowned, the coastguard "
          "said.\n\nAt least 31 people\twere saved. By dusk.\n\nDrowned\n\n14");
  }
}

TEST_CASE("a_pdf_gives_its_words_without_what_repeats_on_its_pages") {
  const Article article = article_in("statement.pdf");
  CHECK(article.title == "Ferry sinks & is lost");
  CHECK(article.body.find("and 14 people drowned, the coastguard said.") != std::string::npos);
  CHECK(article.body.find("at least 31 people had been\ntaken from the water.") != std::string::npos);
  CHECK(article.body.find("Press office") == std::string::npos);
  CHECK(article.body.find("Page ") == std::string::npos);
}

TEST_CASE("a_pdf_page_loses_what_a_browser_prints_at_its_edges_and_keeps_its_words") {
  const Article article = loading::read_pdf_text(page(
      "11/27/26, 12:29 AM\nFerry sinks\nTwo people &lt;of 14&gt; died at 12:30.\nhttps://tern.example/a\n\n1/1\n\f"));
  CHECK(article.body == "Ferry sinks\nTwo people <of 14> died at 12:30.\n");
  CHECK(loading::read_pdf_text(page("Two people died.\n2019\n\fThe ferry\nsank.\n\f")).body ==
        "Two people died.\n\nThe ferry\nsank.\n");
  for (const std::string broken : {"", "<pre>", "</pre>", "<title>", "<pre></pre>"})
    CHECK(loading::read_pdf_text(broken).body.empty());
}

TEST_CASE("the_day_of_a_file_is_never_taken_for_a_day_that_is_stated") {
  for (const std::string file : {"statement.pdf", "statement.docx"}) {
    const Article article = article_in(file);
    CHECK_FALSE(article.published);
    REQUIRE(article.addressed);
    CHECK(article.addressed->basis == DayBasis::file);
    CHECK(time::iso_day(article.addressed->day) == "2019-06-14");
    CHECK(article.addressed->note.find("created 2019-06-14T10:15:00Z") != std::string::npos);
  }
}

TEST_CASE("the_day_of_a_file_counts_where_nothing_better_is_known_and_says_what_it_is") {
  const PublishedDay file{17000, DayBasis::file, "the PDF was created 2016-07-18"};
  const PublishedDay told{16999, DayBasis::metadata, "published 2016-07-17"};
  const std::string sank = " A ferry sank off Port Ellan on Saturday, killing 14 passengers, the coastguard said.";
  Report alone = reconcile({extraction_of("a-file. " + sank, file)});
  CHECK(alone.articles[0].published == "2016-07-18");
  CHECK(alone.articles[0].basis == "only that of the file: the PDF was created 2016-07-18");
  Report beside = reconcile({extraction_of("a-file. " + sank, file), extraction_of("b-told. " + sank, told)});
  CHECK(beside.articles[0].published == "2016-07-16");
  CHECK(beside.articles[0].basis.starts_with("inferred: "));
}

TEST_CASE("documents_that_cannot_be_read_are_named_with_the_cause") {
  Folder folder;
  folder.with("a.pdf", "%PDF-1.7\nno more than that").with("c.pdf", read_file(samples + "scan.pdf"));
  folder.with("d.docx", std::string("PK\x03\x04", 4) + std::string(26, '\0') + "[Content_Types].xml word/document.xml");
  const auto loaded = load_all({folder.path()});
  CHECK(loaded.articles.empty());
  const std::string message = said(loaded, folder);
  CHECK(message.find("a.pdf: broken or protected PDF (expected one that pdftotext opens)\n") == 0);
  CHECK(message.find("\nc.pdf: a PDF without text (expected words, not pictures of them)\n") != std::string::npos);
  CHECK(message.find("\nd.docx: broken Word file: ") != std::string::npos);
}

TEST_CASE("without_pdftotext_a_pdf_is_named_in_one_line_and_the_rest_is_read") {
  Folder folder;
  folder.with("a.txt", "The fire killed nine dockers on Monday.").with("b.pdf", read_file(samples + "statement.pdf"));
  const auto outcome = run_tool(folder.path(), {}, "PATH=/nowhere");
  CHECK(outcome.status == 2);
  CHECK(outcome.err == folder.path("b.pdf") +
                           ": PDF is not read: pdftotext is not installed (expected it in PATH; Debian package "
                           "poppler-utils)\n");
  CHECK(outcome.out.starts_with("1 article, "));
}

TEST_CASE("damaged_word_files_give_an_article_or_a_word_on_why_there_is_none") {
  const std::string whole = read_file(samples + "statement.docx");
  for (std::size_t at = 5; at < whole.size(); at += 23) {
    std::string flipped = whole;
    flipped[at] = static_cast<char>(flipped[at] ^ 0x5A);
    for (const std::string& bytes : {whole.substr(0, at), flipped}) {
      Folder folder;
      folder.with("a.docx", bytes);
      const auto loaded = load_all({folder.path("a.docx")});
      INFO(at);
      CHECK(loaded.articles.size() + loaded.problems.size() > 0);
    }
  }
}
