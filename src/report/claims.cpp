// schema.org Claim: every position of every finding, with where it appears. There is no rating: that is a person's.
#include "report/formats.h"
#include "report/json_values.h"
#include "report/places.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

Json appearance_of(const Report& report, const ReportClaim& claim) {
  const ReportArticle& article = report.articles[claim.article];
  Json work = {{"@type", "NewsArticle"}, {"identifier", article.id}};
  if (!article.title.empty()) work["headline"] = article.title;
  if (article.url.starts_with("http")) work["url"] = article.url;
  if (!article.published.empty()) work["datePublished"] = article.published;
  if (!article.outlet.empty()) work["publisher"] = {{"@type", "Organization"}, {"name", article.outlet}};
  work["text"] = claim.quote;
  return work;
}

Json claim_value(const Report& report, const Finding& finding, std::size_t number) {
  const Position& position = finding.positions[number];
  Json authors = Json::array(), appearances = Json::array();
  for (const auto origin : position.origins)
    authors.push_back({{"@type", "Thing"}, {"name", report.origins[origin].label}});
  for (const auto claim : position.claims) appearances.push_back(appearance_of(report, report.claims[claim]));
  return {{"@type", "Claim"},
          {"@id", "urn:corroborate:" + uri_of_path(finding.id) + "#" + std::to_string(number + 1)},
          {"name", topic_of(finding) + ": " + position.value},
          {"about", {{"@type", "Event"}, {"name", event_in_words(report.events[finding.event])}}},
          {"author", std::move(authors)},
          {"appearance", std::move(appearances)}};
}

}  // namespace

std::string write_claims(const Report& report, const WriteOptions&) {
  Json graph = Json::array();
  for (const Finding& finding : report.findings)
    for (std::size_t number = 0; number < finding.positions.size(); ++number)
      graph.push_back(claim_value(report, finding, number));
  return write({{"@context", "https://schema.org"}, {"@graph", std::move(graph)}}, true);
}

}  // namespace corroborate::reporting
