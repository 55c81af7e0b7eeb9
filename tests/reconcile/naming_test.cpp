// What a finding goes by where no class of the lexicon names its question.
#include <set>
#include <string>
#include <vector>

#include "corroborate/corroborate.h"
#include "test.h"

using namespace corroborate;

namespace {

Extraction extraction_of(const std::string& id, const std::string& text) {
  Article article;
  article.id = article.path = id;
  article.body = text;
  article.published = PublishedDay{17052, DayBasis::metadata, "2016-09-08"};  // a Thursday
  return extract(article);
}

// Of the claims that no reader has labelled.
std::set<std::string> names_in(const std::string& text) {
  std::set<std::string> names;
  for (const Claim& claim : extraction_of("a.txt", text).claims)
    if (claim.rule == "value") names.insert(claim.property);
  return names;
}

// "property/population" of the findings on two articles that say the same.
std::set<std::string> findings_on(const std::string& text) {
  const Report report = reconcile({extraction_of("a.txt", text), extraction_of("b.txt", text)});
  std::set<std::string> names;
  for (const Finding& finding : report.findings)
    names.insert(finding.property + (finding.population.empty() ? "" : "/" + finding.population));
  return names;
}

// What is told of an article's values, in its order.
std::vector<std::string> values_in(const std::string& text) {
  Extraction extraction = extraction_of("a.txt", text);
  std::vector<std::string> values;
  for (const auto& claim : reconcile({extraction}).claims)
    if (claim.kind == ClaimKind::quantity || claim.kind == ClaimKind::date) values.push_back(claim.value);
  return values;
}

}  // namespace

TEST_CASE("a_value_is_told_in_words") {
  CHECK(values_in("The pier froze at minus 15 degrees Celsius.") == std::vector<std::string>{"-15 degrees Celsius"});
  CHECK(values_in("The pier froze at one degree Fahrenheit.") == std::vector<std::string>{"1 degree Fahrenheit"});
  CHECK(values_in("The 15-month-old gull sang.") == std::vector<std::string>{"15 months of age"});
  CHECK(values_in("More than 12 but fewer than 14 gulls sang.") == std::vector<std::string>{"12 to 14"});
  CHECK(values_in("The number of gulls fell from 14 to 12.") == std::vector<std::string>{"12, down from 14"});
  CHECK(values_in("The gull finished third.") == std::vector<std::string>{"3rd"});
  CHECK(values_in("The ferry sails every Monday.") == std::vector<std::string>{"every Monday"});
  CHECK(values_in("The ferry sails every summer.") == std::vector<std::string>{"every summer"});
}

TEST_CASE("a_value_goes_by_the_deed_that_governs_it") {
  CHECK(names_in("The pilot polished the brass for three hours.") == std::set<std::string>{"polish"});
}

TEST_CASE("a_word_that_reports_or_says_little_names_nothing") {
  CHECK(names_in("The board said on Tuesday that it was proud of the hall.") == std::set<std::string>{"value"});
  CHECK(names_in("The crew made tea until 3 May 2016.") == std::set<std::string>{"value"});
}

TEST_CASE("a_finding_without_a_deed_goes_by_what_it_measures") {
  const auto dates =
      findings_on("A fire broke out in the grain hall of Port Ellan. The board said on 2 May 2016 that it was proud.");
  CHECK(dates.contains("date"));
  CHECK_FALSE(dates.contains("say.day"));
}

TEST_CASE("a_distance_goes_by_the_place_it_is_measured_from") {
  CHECK(findings_on("The brig lay 14 miles north-east of Port Ellan.").contains("distance/from port-ellan"));
  CHECK(findings_on("The brig lay 9 miles from Lerwick.").contains("distance/from lerwick"));
  CHECK_FALSE(findings_on("The dyke sank by 12 inches in Lerwick.").contains("distance/from lerwick"));
  CHECK_FALSE(
      findings_on("The brig sailed 9 miles while the crew of the Lerwick slept.").contains("distance/from lerwick"));
}
