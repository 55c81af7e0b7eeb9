// SARIF 2.1.0 (OASIS): what differs, at the level of its severity, for code-scanning views. One claim is the
// location, those that stand against it are related locations; the finding's id is the fingerprint.
#include <map>

#include "corroborate/corroborate.h"
#include "corroborate/names.h"
#include "report/formats.h"
#include "report/json_values.h"
#include "report/places.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

// "conflict/disjoint/quantity": a rule for each kind of difference.
std::string rule_of(const Finding& finding) {
  Reason reason = Reason::disjoint;
  for (const PairRelation& relation : finding.relations) {
    if (relation.verdict != finding.verdict) continue;
    reason = relation.reason;
    break;
  }
  return std::string(name_of(finding.verdict)) + "/" + std::string(name_of(reason)) + "/" + std::string(name_of(finding.kind));
}

Json location_of(const Report& report, const ReportClaim& claim) {
  const ReportArticle& article = report.articles[claim.article];
  return {{"physicalLocation",
           {{"artifactLocation", {{"uri", uri_of_path(article.path)}}},
            {"region", {{"startLine", std::max(1u, claim.line)}, {"startColumn", std::max(1u, claim.column)}, {"snippet", {{"text", claim.quote}}}}}}},
          {"message", {{"text", voice_of(report, claim) + ": " + value_in_words(claim)}}}};
}

Json result_of(const Report& report, const Finding& finding) {
  const auto claims = claims_of(finding);
  Json related = Json::array();
  for (std::size_t i = 1; i < claims.size(); ++i) {
    Json location = location_of(report, report.claims[claims[i]]);
    location["id"] = i;
    related.push_back(std::move(location));
  }
  return {{"ruleId", rule_of(finding)},
          {"level", name_of(finding.severity)},
          {"message", {{"text", headline_of(finding)}}},
          {"locations", Json::array({location_of(report, report.claims[claims.front()])})},
          {"relatedLocations", std::move(related)},
          {"partialFingerprints", {{"finding/v1", finding.id}}}};
}

}  // namespace

std::string write_sarif(const Report& report, const WriteOptions&) {
  Json results = Json::array(), rules = Json::array();
  std::map<std::string, bool> known;
  for (const Finding& finding : report.findings) {
    if (finding.severity == Level::off) continue;
    results.push_back(result_of(report, finding));
    if (known.try_emplace(rule_of(finding), true).second) {
      rules.push_back({{"id", rule_of(finding)}, {"shortDescription", {{"text", "Sources differ: " + rule_of(finding)}}}});
    }
  }
  const Json driver = {{"name", "corroborate"}, {"version", version()}, {"rules", std::move(rules)}};
  const Json run = {{"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}};
  return write({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"}, {"version", "2.1.0"}, {"runs", Json::array({run})}}, true);
}

}  // namespace corroborate::reporting
