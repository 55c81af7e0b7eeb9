// Terms for stories and words for copies, as read from a text.
#include "extract/features/features.h"

#include <algorithm>
#include <string>

#include "test.h"

using namespace corroborate;

namespace {

std::vector<Feature> features(const std::string& text, const std::string& title = "") {
  return extraction::features_of(extraction::Analysis(text), title);
}

const Feature* find(const std::vector<Feature>& features, const std::string& term) {
  const auto found =
      std::find_if(features.begin(), features.end(), [&](const Feature& feature) { return feature.term == term; });
  return found == features.end() ? nullptr : &*found;
}

}  // namespace

TEST_CASE("numbers_in_words_and_digits_are_one_term_with_what_they_count") {
  const auto words = features("Police said that twenty-six pirates were held.");
  const auto digits = features("Police said that 26 pirates were held.");
  REQUIRE(find(words, "26") != nullptr);
  CHECK(find(words, "26")->kind == FeatureKind::number);
  CHECK(find(words, "26 pirat") != nullptr);
  CHECK(find(digits, "26 pirat") != nullptr);
}

TEST_CASE("a_name_is_what_has_capitals_inside_sentences") {
  const auto found = features("The ship left with Anna Tern. Later Anna Tern said the tern was gone. Ships came.");
  REQUIRE(find(found, "anna") != nullptr);
  CHECK(find(found, "anna")->kind == FeatureKind::name);
  CHECK(find(found, "anna tern") != nullptr);
  REQUIRE(find(found, "ship") != nullptr);
  CHECK(find(found, "ship")->kind == FeatureKind::word);
}

TEST_CASE("the_outlets_name_behind_a_headline_is_no_feature") {
  const auto found = features("Ferry sinks off Gull Bay | Harbour Gazette\nA ferry sank off Gull Bay on Monday.\n");
  CHECK(find(found, "gazett") == nullptr);
  REQUIRE(find(found, "ferry") != nullptr);
  CHECK(find(features("Ferry sinks - Harbour Gazette\nA ferry sank.\n"), "gazett") == nullptr);
  CHECK(find(features("A ferry sank.", "Ferry sinks - Harbour Gazette"), "gazett") == nullptr);
}

TEST_CASE("a_headline_from_metadata_counts_more_than_the_text") {
  const auto with = features("A ferry sank. A tug came.", "Ferry sinks");
  const auto without = features("A ferry sank. A tug came.");
  CHECK(find(with, "ferry")->weight > find(without, "ferry")->weight);
  CHECK(find(with, "tug")->weight == find(without, "tug")->weight);
}

TEST_CASE("an_address_line_before_the_article_gives_no_features_and_no_words") {
  const std::string text = "A ferry sank.";
  const std::string with_line = "URL: http://gull.example/skua\n\n" + text;
  CHECK(find(features(with_line), "skua") == nullptr);
  CHECK(extraction::words_of(extraction::Analysis(with_line)).size() == 3);
}

TEST_CASE("words_inside_quotation_marks_are_left_out") {
  const std::string text = "He said \u201cwe saw nothing\u201d and left.";
  const auto words = extraction::words_of(extraction::Analysis(text));
  REQUIRE(words.size() == 4);
  CHECK(text.substr(words[2].span.begin, words[2].span.end - words[2].span.begin) == "and");
  const std::string other = "AND left";
  CHECK(extraction::words_of(extraction::Analysis(other))[0].hash == words[2].hash);
}
