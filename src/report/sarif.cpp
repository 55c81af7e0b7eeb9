// SARIF 2.1.0 (OASIS): what differs, at the level of its severity, for code-scanning views. One claim is the
// location, those that stand against it are related locations; the finding's id is the fingerprint.
#include <algorithm>
#include <set>
#include <vector>

#include "corroborate/corroborate.h"
#include "corroborate/names.h"
#include "report/ci.h"
#include "report/formats.h"
#include "report/json_values.h"
#include "report/order.h"
#include "report/places.h"
#include "report/words.h"
#include "text/utf8.h"

namespace corroborate::reporting {
namespace {

constexpr std::string_view broken_rule = "check/broken", absent_rule = "check/absent";

// What ends behind the quote, which may go over several lines.
Json region_of(const ReportClaim& claim) {
  const auto last = claim.quote.rfind('\n');
  const std::string_view tail = std::string_view(claim.quote).substr(last == std::string::npos ? 0 : last + 1);
  const auto lines = static_cast<std::uint32_t>(std::ranges::count(claim.quote, '\n'));
  const std::uint32_t line = std::max(1u, claim.line), column = claim.column;
  if (column == 0) return {{"startLine", line}, {"snippet", {{"text", claim.quote}}}};
  const auto width = static_cast<std::uint32_t>(text::count_code_points(tail));
  return {{"startLine", line},
          {"startColumn", column},
          {"endLine", line + lines},
          {"endColumn", (lines == 0 ? column : 1) + width},
          {"snippet", {{"text", claim.quote}}}};
}

Json location_of(const Report& report, const ReportClaim& claim) {
  const ReportArticle& article = report.articles[claim.article];
  return {
      {"physicalLocation", {{"artifactLocation", {{"uri", uri_of_path(article.path)}}}, {"region", region_of(claim)}}},
      {"message", {{"text", voice_of(report, claim) + ": " + value_in_words(claim)}}}};
}

// The deciding claims come first.
std::vector<std::uint32_t> claims_in_order(const Finding& finding) {
  std::vector<std::uint32_t> claims;
  for (const std::uint32_t position : deciding_positions(finding))
    claims.push_back(finding.positions[position].claims.front());
  for (const std::uint32_t claim : claims_of(finding))
    if (std::ranges::find(claims, claim) == claims.end()) claims.push_back(claim);
  return claims;
}

Json result_of(const Report& report, const Finding& finding, const CheckResult* check) {
  const auto claims = claims_in_order(finding);
  Json related = Json::array();
  for (std::size_t i = 1; i < claims.size(); ++i) {
    Json location = location_of(report, report.claims[claims[i]]);
    location["id"] = i;
    related.push_back(std::move(location));
  }
  Json result = {{"ruleId", rule_of(finding)},
                 {"level", name_of(finding.severity)},
                 {"message", {{"text", headline_of(finding)}}},
                 {"locations", Json::array({location_of(report, report.claims[claims.front()])})},
                 {"relatedLocations", std::move(related)},
                 {"partialFingerprints", {{"finding/v1", finding.id}}}};
  if (check == nullptr) return result;
  result["baselineState"] = is_accepted(check, finding) ? "unchanged" : "new";
  if (is_accepted(check, finding) && finding.severity >= Level::warning)
    result["suppressions"] = Json::array({{{"kind", "external"}, {"status", "accepted"}}});
  return result;
}

// A row of the table that does not hold.
Json result_of_row(const Problem& row) {
  const Json place = {{"artifactLocation", {{"uri", uri_of_path(row.path)}}},
                      {"region", {{"startLine", std::max(1u, row.line)}}}};
  return {{"ruleId", broken_rule},
          {"level", "error"},
          {"message", {{"text", row.message}}},
          {"baselineState", "new"},
          {"locations", Json::array({{{"physicalLocation", place}}})}};
}

// An accepted difference that is gone: told with the fingerprint it had, at its line of the baseline.
Json result_of_absent(const AbsentEntry& entry) {
  const Json place = {{"artifactLocation", {{"uri", uri_of_path(entry.place.path)}}},
                      {"region", {{"startLine", std::max(1u, entry.place.line)}}}};
  return {{"ruleId", absent_rule},
          {"kind", "informational"},
          {"level", "none"},
          {"message", {{"text", entry.place.message}}},
          {"baselineState", "absent"},
          {"partialFingerprints", {{"finding/v1", entry.finding}}},
          {"locations", Json::array({{{"physicalLocation", place}}})}};
}

Json rule(std::string_view id, std::string_view words, std::string_view help) {
  return {{"id", id},
          {"shortDescription", {{"text", words}}},
          {"fullDescription", {{"text", help}}},
          {"help", {{"text", help}}}};
}

Json rule_for(const Finding& finding) {
  const auto pair = std::ranges::find(finding.relations, finding.verdict, &PairRelation::verdict);
  const std::string reason(pair == finding.relations.end() ? "" : reason_in_words(finding, pair->reason));
  const bool conflict = finding.verdict == Verdict::conflict;
  return rule(
      rule_of(finding), (conflict ? "Sources conflict: " : "Sources differ: ") + reason,
      (conflict ? "Two sources state what cannot both be true of one question: "
                : "Two sources state different values that can both be true: ") +
          reason +
          ". Open the related locations, and run `corroborate explain` with the fingerprint for how it came about.");
}

}  // namespace

std::string sarif(const Report& report, const CheckResult* check) {
  Json results = Json::array(), rules = Json::array();
  std::set<std::string> known;
  const auto add = [&](Json result, Json about) {
    if (known.insert(result["ruleId"].get<std::string>()).second) rules.push_back(std::move(about));
    results.push_back(std::move(result));
  };
  if (check != nullptr)
    for (const Problem& row : check->broken)
      add(result_of_row(row), rule(broken_rule, "An expectation does not hold",
                                   "What a row of the table expects of two phrases is not what the report finds."));
  for (const Finding& finding : report.findings)
    if (finding.severity != Level::off) add(result_of(report, finding, check), rule_for(finding));
  if (check != nullptr)
    for (const AbsentEntry& entry : check->absent)
      add(result_of_absent(entry), rule(absent_rule, "An accepted difference is gone",
                                        "The baseline accepts a difference that the sources do not make any more."));
  const Json driver = {{"name", "corroborate"}, {"version", version()}, {"rules", std::move(rules)}};
  const Json run = {
      {"tool", {{"driver", driver}}}, {"columnKind", "unicodeCodePoints"}, {"results", std::move(results)}};
  return write({{"$schema", "https://json.schemastore.org/sarif-2.1.0.json"},
                {"version", "2.1.0"},
                {"runs", Json::array({run})}},
               true);
}

std::string write_sarif(const Report& report, const WriteOptions&) { return sarif(report, nullptr); }

}  // namespace corroborate::reporting
