// Copied passages: which runs count, where they stand, and what voice a claim in one has.
#include "reconcile/copies.h"

#include <string>

#include "reconcile/origins.h"
#include "test.h"

using namespace corroborate;
using reconciliation::ClaimOrigin;
using reconciliation::CopiedPassage;
using reconciliation::Copies;
using reconciliation::FindingClaim;

namespace {

// Words by number, each ten code points from the next and five long: the same number is the same word.
Extraction article_of(const std::vector<int>& words) {
  Extraction result;
  for (std::uint32_t w = 0; w < words.size(); ++w)
    result.words.push_back({static_cast<std::uint16_t>(words[w]), {10 * w, 10 * w + 5}});
  return result;
}

std::vector<int> run(int first, int count) {
  std::vector<int> words;
  for (int w = 0; w < count; ++w) words.push_back(first + w);
  return words;
}

std::vector<int> operator+(std::vector<int> a, const std::vector<int>& b) {
  a.insert(a.end(), b.begin(), b.end());
  return a;
}

// All in one component.
Copies find_copies(const std::vector<Extraction>& articles, const std::vector<std::vector<std::size_t>>& stories) {
  return reconciliation::find_copies(articles, stories, std::vector<std::size_t>(articles.size()));
}

// All in one story.
Copies copies_of(const std::vector<Extraction>& articles) {
  std::vector<std::size_t> story;
  for (std::size_t a = 0; a < articles.size(); ++a) story.push_back(a);
  return find_copies(articles, {story});
}

// Two articles of 100 words of their own with these words in common, in the middle.
Copies copies_around(const std::vector<int>& common) {
  return copies_of(
      {article_of(run(1000, 50) + common + run(1100, 50)), article_of(run(2000, 20) + common + run(2100, 80))});
}

ClaimOrigin own_voice(const std::string& id) { return {id, id + " label", {}, "", true, false}; }

}  // namespace

TEST_CASE("a_run_of_sixteen_words_is_a_copied_passage_and_one_of_fifteen_is_not") {
  CHECK(copies_around(run(1, 15)).articles.empty());
  const Copies copies = copies_around(run(1, 16));
  REQUIRE(copies.articles.size() == 1);
  CHECK(copies.articles[0].words == 16);
  CHECK_FALSE(copies.articles[0].whole);
}

TEST_CASE("a_passage_spans_from_its_first_word_to_its_last_in_both_articles") {
  const Copies copies = copies_around(run(1, 20));
  REQUIRE(copies.passages.size() == 1);
  CHECK(copies.passages[0].span_a == Span{500, 695});
  CHECK(copies.passages[0].span_b == Span{200, 395});
  CHECK(copies.passages[0].words == 20);
}

TEST_CASE("short_runs_count_together") {
  CHECK(copies_around(run(1, 12) + std::vector<int>{}).articles.empty());
  const auto a = article_of(run(1, 13) + run(1000, 40) + run(101, 12) + run(1100, 40));
  const auto b = article_of(run(2000, 40) + run(101, 12) + run(2100, 40) + run(1, 13));
  const Copies copies = copies_of({a, b});
  REQUIRE(copies.articles.size() == 1);
  CHECK(copies.articles[0].words == 25);
  REQUIRE(copies.passages.size() == 2);
  CHECK(copies.passages[0].span_a.begin == 0);
  CHECK(copies.passages[1].span_b.begin == 400);
}

TEST_CASE("eleven_words_are_a_formula_however_short_the_article") {
  CHECK(copies_of({article_of(run(1000, 300) + run(1, 11)), article_of(run(1, 11))}).articles.empty());
}

TEST_CASE("in_a_short_article_a_shorter_run_is_a_copy") {
  const auto long_article = article_of(run(1000, 300) + run(1, 13));
  CHECK(copies_of({long_article, article_of(run(1, 13) + run(2000, 39))}).articles.size() == 1);
  CHECK(copies_of({long_article, article_of(run(1, 13) + run(2000, 40))}).articles.empty());
}

TEST_CASE("half_of_the_shorter_article_makes_a_whole_copy") {
  const auto a = article_of(run(1000, 300) + run(1, 30));
  CHECK(copies_of({a, article_of(run(1, 30) + run(2000, 30))}).articles.at(0).whole);
  CHECK_FALSE(copies_of({a, article_of(run(1, 30) + run(2000, 31))}).articles.at(0).whole);
}

TEST_CASE("a_passage_in_three_stories_is_furniture") {
  const auto note = run(1, 30);
  std::vector<Extraction> articles;
  for (int i = 0; i < 4; ++i) articles.push_back(article_of(run(1000 * (i + 1), 50) + note));
  CHECK(find_copies(articles, {{0}, {1}, {2}, {3}}).articles.empty());
  CHECK(find_copies(articles, {{0, 1}, {2, 3}}).articles.size() == 6);
}

TEST_CASE("what_stands_in_another_component_is_neither_copy_nor_furniture") {
  const auto note = run(1, 30);
  std::vector<Extraction> articles;
  for (int i = 0; i < 4; ++i) articles.push_back(article_of(run(1000 * (i + 1), 50) + note));
  const auto copies = reconciliation::find_copies(articles, {{0}, {1}, {2}, {3}}, {0, 0, 2, 2}).articles;
  REQUIRE(copies.size() == 2);
  CHECK(copies[0].article_b == 1);
  CHECK(copies[1].article_a == 2);
}

TEST_CASE("words_beside_furniture_still_count") {
  const auto note = run(1, 30), news = run(500, 20);
  const std::vector<Extraction> articles = {article_of(run(1000, 9) + news + note),
                                            article_of(run(2000, 9) + news + note), article_of(run(3000, 40) + note),
                                            article_of(run(4000, 40) + note)};
  const Copies copies = find_copies(articles, {{0, 1}, {2}, {3}});
  REQUIRE(copies.articles.size() == 1);
  // Furniture is known by its fingerprints, so up to a window of its outer words goes with the news.
  CHECK(copies.articles[0].words >= 20);
  CHECK(copies.articles[0].words < 25);
}

TEST_CASE("one_word_over_and_over_is_followed_once") {
  const auto spam = article_of(std::vector<int>(20'000, 7));
  const Copies copies = copies_of({spam, spam});
  REQUIRE(copies.passages.size() == 1);
  CHECK(copies.passages[0].words == 20'000);
}

TEST_CASE("a_passage_in_forty_articles_of_one_story_ties_each_to_another") {
  std::vector<Extraction> articles;
  for (int i = 0; i < 40; ++i) articles.push_back(article_of(run(1000 * (i + 1), 20) + run(1, 30)));
  std::vector<bool> tied(40);
  for (const auto& copy : copies_of(articles).articles) tied[copy.article_a] = tied[copy.article_b] = true;
  CHECK(tied == std::vector<bool>(40, true));
}

TEST_CASE("own_voices_within_one_passage_share_the_first_articles_origin") {
  ClaimOrigin gull = own_voice("outlet:gull"), skua = own_voice("outlet:skua"), tern = own_voice("outlet:tern");
  std::vector<FindingClaim> claims = {{2, 0, &tern, {15, 20}}, {0, 0, &gull, {105, 110}}, {1, 0, &skua, {300, 310}}};
  const std::vector<CopiedPassage> passages = {{0, 1, {100, 200}, {0, 100}, 20}, {0, 2, {100, 200}, {0, 100}, 20}};
  join_copies(claims, passages);
  CHECK(tern.id == "outlet:gull");
  CHECK(tern.label == "outlet:gull label");
  CHECK(gull.id == "outlet:gull");
  CHECK(skua.id == "outlet:skua");  // outside its passage
}

TEST_CASE("a_copy_of_an_agencys_words_goes_back_to_the_agency") {
  ClaimOrigin gull = own_voice("outlet:gull"), skua = own_voice("wire:ap"), tern = own_voice("outlet:tern");
  std::vector<FindingClaim> claims = {{0, 0, &gull, {10, 20}}, {1, 0, &skua, {10, 20}}, {2, 0, &tern, {10, 20}}};
  join_copies(claims, {{0, 1, {0, 100}, {0, 100}, 20}, {1, 2, {0, 100}, {0, 100}, 20}});
  CHECK(gull.id == "wire:ap");
  CHECK(tern.id == "wire:ap");
}

TEST_CASE("a_named_source_within_a_passage_keeps_its_own_origin") {
  ClaimOrigin named{"port-authority", "port authority", {"port authority"}, "", false, false};
  ClaimOrigin gull = own_voice("outlet:gull");
  std::vector<FindingClaim> claims = {{0, 0, &gull, {10, 20}}, {1, 0, &named, {10, 20}}};
  join_copies(claims, {{0, 1, {0, 100}, {0, 100}, 20}});
  CHECK(named.id == "port-authority");
  CHECK(gull.id == "outlet:gull");
}
