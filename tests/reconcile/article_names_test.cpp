// Names of articles: as short as they can be and still be told apart.
#include "reconcile/article_names.h"

#include "test.h"

using corroborate::ReportArticle;

namespace {

ReportArticle article(const std::string& path, const std::string& outlet = {}, const std::string& day = {},
                      const std::string& id = {}) {
  ReportArticle result;
  result.path = path;
  result.id = id.empty() ? path : id;
  result.outlet = outlet;
  result.published = day;
  return result;
}

using Names = std::vector<std::string>;

Names names(std::vector<ReportArticle> articles) {
  corroborate::reconciliation::name_articles(articles);
  Names result;
  for (const ReportArticle& each : articles) result.push_back(each.name);
  return result;
}

Names files(std::vector<ReportArticle> articles) {
  corroborate::reconciliation::name_articles(articles);
  Names result;
  for (const ReportArticle& each : articles) result.push_back(each.file);
  return result;
}

}  // namespace

TEST_CASE("an_article_is_its_outlet_where_no_other_has_it") {
  CHECK(names({article("x/1.txt", "Tern Press"), article("x/2.txt", "Gull Wire")}) == Names{"Tern Press", "Gull Wire"});
}

TEST_CASE("articles_of_one_outlet_are_told_apart_by_day_and_then_by_file") {
  CHECK(names({article("x/1.txt", "Tern", "2021-03-09"), article("x/2.txt", "Tern", "2021-03-10"),
               article("x/3.txt", "Tern", "2021-03-10"), article("x/4.txt", "Tern")}) ==
        Names{"Tern 2021-03-09", "Tern 2021-03-10 (2.txt)", "Tern 2021-03-10 (3.txt)", "Tern"});
}

TEST_CASE("a_page_of_a_known_house_is_told_by_its_host") {
  auto page = article("x/2.html");
  page.publisher = "tern-holding";
  page.url = "https://www.Tern.example/harbour/fire.html";
  CHECK(names({page}) == Names{"tern.example"});
  page.outlet = "Tern Press";
  CHECK(names({page}) == Names{"Tern Press"});
}

TEST_CASE("an_article_of_no_known_outlet_is_its_file_and_a_host_is_an_outlet") {
  auto page = article("x/2.html");
  page.publisher = "tern.example";
  CHECK(names({article("/a/b/1.txt"), page}) == Names{"1.txt", "tern.example"});
}

TEST_CASE("files_have_the_shortest_end_of_their_path_that_no_other_has") {
  CHECK(files({article("/d/one/a.txt"), article("/d/two/a.txt"), article("/d/two/b.txt"), article("a.txt")}) ==
        Names{"one/a.txt", "two/a.txt", "b.txt", "a.txt"});
  CHECK(files({article("/x/a.txt"), article("x/a.txt")}) == Names{"/x/a.txt", "x/a.txt"});
}

TEST_CASE("many_articles_of_one_file_share_it_and_are_named_by_their_ids") {
  const std::vector<ReportArticle> items = {article("x/feed.xml", "", "", "feed.xml:3"),
                                            article("x/feed.xml", "", "", "feed.xml:9")};
  CHECK(files(items) == Names{"feed.xml", "feed.xml"});
  CHECK(names(items) == Names{"feed.xml:3", "feed.xml:9"});
  CHECK(files({article("-", "", "", "p1"), article("-", "", "", "p2")}) == Names{"p1", "p2"});
}
