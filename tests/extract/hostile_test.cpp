// Articles that are nothing but one kind of thing: how much is kept of them, and that what is left out is said. Where a
// step looked at all that came before it, these would take hours.
#include <fmt/format.h>

#include <algorithm>
#include <string>

#include "corroborate/corroborate.h"
#include "extract/reading/left_out.h"
#include "support/story.h"
#include "test.h"

using namespace corroborate;
using extraction::most_values;

namespace {

Article article_of(std::string body) {
  Article article;
  article.id = article.path = "a.txt";
  article.body = std::move(body);
  article.published = PublishedDay{17000, DayBasis::metadata, "published"};
  return article;
}

template <typename Make>
std::string repeated(std::size_t times, Make make) {
  std::string text;
  for (std::size_t i = 0; i < times; ++i) text += make(i);
  return text;
}

// A name for each number: "Baba", "Beba" …
std::string name(std::size_t number) {
  std::string letters = "B";
  for (int i = 0; i < 3; ++i, number /= 55) {
    letters += "aeiou"[number % 5];
    letters += "bdfglmnprst"[number / 5 % 11];
  }
  return letters;
}

}  // namespace

TEST_CASE("an_article_of_figures_alone_gives_so_many_and_says_where_it_stopped") {
  const auto body = repeated(most_values + 100, [](std::size_t i) { return fmt::format("{} crates.\n", i % 97 + 3); });
  const auto found = extract(article_of(body));
  CHECK(found.quantities.size() == most_values);
  CHECK(found.claims.size() == most_values);
  REQUIRE(found.problems.size() == 1);
  CHECK(found.problems[0].path == "a.txt");
  CHECK(found.problems[0].line == most_values + 1);
  CHECK(found.problems[0].message == "more than 5000 numbers: those from here on are left out (expected an article)");
  CHECK(found.problems[0].severity == Severity::skipped);
}

TEST_CASE("dates_and_claims_have_the_same_bound") {
  const auto days = repeated(most_values + 10,
                             [](std::size_t i) { return fmt::format("{} March {}.\n", i % 28 + 1, 1900 + i % 100); });
  const auto dated = extract(article_of(days));
  CHECK(dated.dates.size() == most_values);
  CHECK(dated.claims.size() <= most_values);
  CHECK(std::ranges::any_of(
      dated.problems, [](const Problem& problem) { return problem.message.starts_with("more than 5000 dates"); }));
  const auto deeds = repeated(most_values + 10, [](std::size_t) { return "The firm informed the regulator.\n"; });
  const auto told = extract(article_of(deeds));
  CHECK(told.claims.size() == most_values);
  REQUIRE(told.problems.size() == 1);
  CHECK(told.problems[0].line == most_values + 1);
}

TEST_CASE("an_article_within_the_bounds_says_nothing_of_them") {
  const auto found =
      extract(article_of("The fire killed nine dockers on Monday. At least 12 were hurt, the union said."));
  CHECK(found.problems.empty());
  for (const Claim& claim : found.claims) CHECK(claim.context.ends_with("."));  // the whole sentence
}

TEST_CASE("the_claims_of_a_long_list_show_what_stands_around_them") {
  const auto found = extract(article_of(repeated(390, [](std::size_t i) { return fmt::format("{} ", i + 1000); })));
  REQUIRE(found.claims.size() > 300);
  std::size_t bytes = 0;
  for (const Claim& claim : found.claims) {
    CHECK(claim.context.find(claim.quote) != std::string::npos);
    bytes += claim.context.size();
  }
  CHECK(bytes <= found.claims.size() * 240);
}

TEST_CASE("a_cut_context_holds_whole_characters") {
  const auto found =
      extract(article_of(repeated(200, [](std::size_t i) { return fmt::format("{} caf\u00e9s and ", i + 1000); })));
  REQUIRE(found.claims.size() > 100);
  for (const Claim& claim : found.claims) {
    CHECK(claim.context.find("\uFFFD") == std::string::npos);
    CHECK((static_cast<unsigned char>(claim.context.front()) & 0xC0) != 0x80);
  }
}

TEST_CASE("one_thing_said_without_end_is_read_in_one_pass") {
  const std::size_t times = 20'000;
  CHECK(extract(article_of(repeated(times, [](std::size_t) { return "the fire "; }))).token_count == 2 * times);
  CHECK(extract(article_of(repeated(times, [](std::size_t) { return "\u201cfire\u201d "; }))).token_count == 3 * times);
  CHECK(extract(article_of(repeated(times, [](std::size_t) { return "\u201cthe fire "; }))).token_count == 3 * times);
}

TEST_CASE("tolls_of_ever_new_places_are_events_of_their_own") {
  const std::size_t times = 4'000;
  const auto found = extract(article_of(
      repeated(times, [](std::size_t i) { return fmt::format("At least {} were killed in {}. ", i, name(i)); })));
  CHECK(found.events.size() > times / 2);
}

TEST_CASE("whoever_speaks_for_whom_no_chain_goes_round_in_a_circle") {
  const auto found = extract(article_of(
      repeated(2'000, [](std::size_t i) { return fmt::format("according to {}, according to the port, ", name(i)); })));
  std::size_t longest = 0;
  for (const Claim& claim : found.claims) longest = std::max(longest, claim.chain.size());
  CHECK(longest <= 16);
}

TEST_CASE("a_position_lists_so_many_claims_and_says_how_many_it_leaves") {
  const auto body = repeated(1'100, [](std::size_t) { return "The firm informed the regulator.\n"; });
  const Report report = testing::report_on({body});
  REQUIRE(report.findings.size() == 1);
  const Finding& finding = report.findings[0];
  REQUIRE(finding.positions.size() == 1);
  CHECK(finding.positions[0].claims.size() == 1'000);
  CHECK(finding.positions[0].claims_left == 100);
  CHECK(report.claims.size() == 1'000);
  CHECK(write_report(report, "json", {}).find("\"claims_left\":100") != std::string::npos);
  WriteOptions all;
  all.all = true;
  CHECK(write_report(report, "text", all).find("100 further claims left out") != std::string::npos);
}

TEST_CASE("strikes_set_apart_one_by_one_stay_apart") {
  const auto body =
      repeated(2'000, [](std::size_t) { return "A separate strike killed nine soldiers in another attack. "; });
  const Report report = testing::report_on({body});
  CHECK(report.findings.size() > 100);
}
