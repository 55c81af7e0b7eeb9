// Which articles are one story: by names and numbers more than by words, whatever the order and the size.
#include "reconcile/stories.h"

#include <string>
#include <vector>

#include "test.h"

using namespace corroborate;
using reconciliation::group_stories;

namespace {

using Groups = std::vector<std::vector<std::size_t>>;

void add(Extraction& extraction, FeatureKind kind, const std::vector<std::string>& terms, std::uint32_t background) {
  for (const auto& term : terms) {
    extraction.features.push_back({term, kind, kind == FeatureKind::word ? 1.0F : 1.5F, background});
  }
}

// An article of `names` and `words` of its own, beside words that all reports of one kind share.
Extraction article(const std::string& id, const std::vector<std::string>& names,
                   const std::vector<std::string>& words = {}) {
  Extraction result;
  result.article.id = id;
  result.background_documents = 600;
  add(result, FeatureKind::word, {"quake", "rescu", "build", "official", "kill", "injur"}, 40);
  add(result, FeatureKind::name, names, 1);
  add(result, FeatureKind::word, words, 20);
  return result;
}

Extraction gull_quake(const std::string& id) {
  return article(id, {"gull", "tern bay", "6.1", "44 dead"}, {id + "word"});
}
Extraction skua_quake(const std::string& id) {
  return article(id, {"skua", "auk valley", "7.3", "12 dead"}, {id + "word"});
}

}  // namespace

TEST_CASE("articles_that_share_names_and_numbers_are_one_story") {
  CHECK(group_stories({gull_quake("a"), gull_quake("b"), gull_quake("c")}) == Groups{{0, 1, 2}});
}

TEST_CASE("two_events_of_one_kind_are_two_stories") {
  const std::vector<Extraction> articles = {gull_quake("a"), skua_quake("b"), gull_quake("c"),
                                            skua_quake("d"), gull_quake("e"), skua_quake("f")};
  CHECK(group_stories(articles) == Groups{{0, 2, 4}, {1, 3, 5}});
}

TEST_CASE("an_article_that_shares_words_but_no_core_stays_outside_a_story") {
  const std::vector<std::string> words = {"wall", "roof", "tent", "dog", "school", "street"};
  std::vector<Extraction> articles;
  for (const std::string id : {"a", "b", "c", "d"})
    articles.push_back(article(id, {"gull", "tern bay", "6.1", "44 dead", "puffin"}, words));
  articles.push_back(article("e", {}, words));
  CHECK(group_stories(articles) == Groups{{0, 1, 2, 3}, {4}});
  articles.push_back(article("f", {"gull", "tern bay", "6.1"}, {"snow"}));
  CHECK(group_stories(articles) == Groups{{0, 1, 2, 3, 5}, {4}});
}

TEST_CASE("words_known_to_be_common_in_the_background_join_nothing") {
  auto a = gull_quake("a"), b = skua_quake("b");
  for (int word = 0; word < 40; ++word) {
    add(a, FeatureKind::word, {"common" + std::to_string(word)}, 590);
    add(b, FeatureKind::word, {"common" + std::to_string(word)}, 590);
  }
  CHECK(group_stories({a, b}) == Groups{{0}, {1}});
}

TEST_CASE("a_forced_story_holds_its_articles_and_nothing_else") {
  auto a = gull_quake("a"), b = skua_quake("b"), c = gull_quake("c"), d = gull_quake("d");
  a.article.story = b.article.story = "mine";
  CHECK(group_stories({a, b, c, d}) == Groups{{0, 1}, {2, 3}});
}

TEST_CASE("articles_without_features_are_stories_of_their_own") {
  CHECK(group_stories({}) == Groups{});
  CHECK(group_stories({Extraction{}, Extraction{}}) == Groups{{0}, {1}});
}

TEST_CASE("a_giant_story_stays_one_beside_a_small_one") {
  std::vector<Extraction> articles;
  Groups expected(2);
  for (std::size_t i = 0; i < 300; ++i) {
    const auto id = std::to_string(i);
    expected[i % 100 == 7 ? 1 : 0].push_back(i);
    articles.push_back(i % 100 == 7 ? skua_quake(id) : gull_quake(id));
  }
  CHECK(group_stories(articles) == expected);
}

namespace {

// Two reports that share a person and a place beside what the kind of event brings with it.
Extraction report_on_tarn(const std::string& id, double age) {
  auto result = article(id, {"tarn", "mair tarn", id + "ford", id + "wick"}, {id + "word"});
  Entity person;
  person.kind = EntityKind::person;
  person.key = "mair-tarn";
  person.mentions = {{100, 109}};
  result.entities.push_back(person);
  Quantity quantity;
  quantity.span = {111, 113};
  quantity.from = quantity.to = age;
  quantity.unit = "year of age";
  result.quantities.push_back(quantity);
  return result;
}

}  // namespace

TEST_CASE("namesakes_of_two_ages_are_two_stories") {
  CHECK(group_stories({report_on_tarn("a", 44), report_on_tarn("b", 44)}) == Groups{{0, 1}});
  CHECK(group_stories({report_on_tarn("a", 44), report_on_tarn("b", 61)}) == Groups{{0}, {1}});
}

TEST_CASE("a_story_does_not_depend_on_the_order_of_its_articles") {
  const std::vector<Extraction> articles = {gull_quake("a"),        skua_quake("b"), gull_quake("c"),
                                            skua_quake("d"),        gull_quake("e"), report_on_tarn("f", 44),
                                            report_on_tarn("g", 44)};
  CHECK(group_stories(articles) == Groups{{0, 2, 4}, {1, 3}, {5, 6}});
  CHECK(group_stories({articles.rbegin(), articles.rend()}) == Groups{{0, 1}, {2, 4, 6}, {3, 5}});
}

TEST_CASE("all_articles_of_a_folder_with_one_story_stay_together") {
  std::vector<Extraction> articles;
  for (const std::string id : {"a", "b", "c", "d", "e", "f", "g", "h"}) articles.push_back(gull_quake(id));
  CHECK(group_stories(articles) == Groups{{0, 1, 2, 3, 4, 5, 6, 7}});
}

TEST_CASE("links_and_stories_do_not_depend_on_the_threads") {
  constexpr int count = 2'300;  // more than one thread does at a time
  std::vector<Extraction> articles;
  for (int i = 0; i < count; ++i)
    articles.push_back(article("id" + std::to_string(10'000 + i), {"bird" + std::to_string(i / 3), "6.1"},
                               {"word" + std::to_string(i % 97), "own" + std::to_string(i)}));
  Frequencies frequencies;
  for (const auto& one : articles) frequencies.add(one);
  const auto links = find_links(articles, frequencies);
  CHECK(links.size() >= count / 2);
  CHECK(find_links(articles, frequencies, 3) == links);
  const auto stories = reconciliation::find_stories(articles, {}).articles;
  CHECK(stories.size() == (count + 2) / 3);
  CHECK(reconciliation::find_stories(articles, {nullptr, nullptr, 3}).articles == stories);
}
