// The report as one JSON object (data/schema/report.schema.json): flat lists that refer to each other by id.
//
// Keys stand in a fixed order, and nothing in it tells when, where or by how many threads it was made.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "corroborate/names.h"
#include "report/formats.h"
#include "report/json_values.h"

namespace corroborate::reporting {
namespace {

constexpr int report_schema_version = 2;  // data/schema/README.md says what changed

Json number(double value) { return std::isfinite(value) ? Json(value) : Json(nullptr); }

// A list made of one element for each value.
template <typename Values, typename One>
Json list(const Values& values, One one) {
  Json result = Json::array();
  for (const auto& value : values) result.push_back(one(value));
  return result;
}

Json article_of(const ReportArticle& article) {
  return {{"id", article.id},
          {"path", article.path},
          {"outlet", article.outlet},
          {"publisher", article.publisher},
          {"title", article.title},
          {"url", article.url},
          {"published", article.published},
          {"basis", article.basis},
          {"name", article.name},
          {"file", article.file},
          {"status", name_of(article.status)}};
}

Json story_of(const Report& report, const Story& story) {
  return {{"id", story.id},
          {"label", story.label},
          {"articles", list(story.articles, [&](std::uint32_t article) { return Json(report.articles[article].id); })}};
}

Json event_of(const Report& report, const ReportEvent& event) {
  return {{"id", event.id},
          {"story", report.stories[event.story].id},
          {"class", event.event_class},
          {"label", event.label},
          {"place", event.place},
          {"first", event.first},
          {"last", event.last},
          {"scope", event.scope}};
}

Json origin_of(const Origin& origin) { return {{"id", origin.id}, {"label", origin.label}, {"relays", origin.relays}}; }

Json copy_of(const Report& report, const Copy& copy) {
  return {{"a", report.articles[copy.a].id}, {"b", report.articles[copy.b].id}, {"tokens", copy.tokens}};
}

}  // namespace

namespace {

Json argument_of(const Argument& argument) {
  return {{"role", argument.role},
          {"head", argument.head},
          {"kind", name_of(argument.kind)},
          {"key", argument.key},
          {"side", argument.side}};
}

}  // namespace

Json claim_of(const Report& report, const ReportClaim& claim) {
  return {{"id", claim.id},
          {"article", report.articles[claim.article].id},
          {"kind", name_of(claim.kind)},
          {"property", claim.property},
          {"population", claim.population},
          {"value", claim.value},
          {"low", number(claim.interval.low)},
          {"high", number(claim.interval.high)},
          {"unit", claim.unit},
          {"dimension", claim.dimension},
          {"polarity", name_of(claim.polarity)},
          {"modality", name_of(claim.modality)},
          {"as_of", claim.as_of},
          {"arguments", list(claim.arguments, argument_of)},
          {"chain", claim.chain},
          {"origin", claim.origin},
          {"start", claim.span.begin},
          {"end", claim.span.end},
          {"line", claim.line},
          {"column", claim.column},
          {"quote", claim.quote},
          {"context", claim.context},
          {"rule", claim.rule}};
}

namespace {

// Where nothing was left out the key is left out too.
void add_left(Json& object, const char* key, std::uint32_t left) {
  if (left > 0) object[key] = left;
}

Json position_of(const Report& report, const Position& position) {
  Json result = {
      {"value", position.value},
      {"low", number(position.interval.low)},
      {"high", number(position.interval.high)},
      {"claims", list(position.claims, [&](std::uint32_t claim) { return Json(report.claims[claim].id); })},
      {"origins", list(position.origins, [&](std::uint32_t origin) { return Json(report.origins[origin].id); })},
      {"superseded", position.superseded},
      {"admiralty", position.admiralty}};
  add_left(result, "claims_left", position.claims_left);
  return result;
}

Json timed_of(const Report& report, const TimedValue& value) {
  return {{"day", value.day}, {"position", value.position}, {"claim", report.claims[value.claim].id}};
}

Json relation_of(const Finding& finding, const PairRelation& relation) {
  return {{"a", relation.a},
          {"b", relation.b},
          {"values", Json::array({finding.positions[relation.a].value, finding.positions[relation.b].value})},
          {"verdict", name_of(relation.verdict)},
          {"reason", name_of(relation.reason)}};
}

// The end of what a finding's lowest or highest value allows; null where it is open, or where there is none.
Json bound_of(const Finding& finding, const std::string& value, double Interval::*end) {
  const auto position = std::ranges::find(finding.positions, value, &Position::value);
  const bool stands = !value.empty() && position != finding.positions.end();
  return stands ? number(position->interval.*end) : Json(nullptr);
}

}  // namespace

Json finding_of(const Report& report, const Finding& finding) {
  Json result = {
      {"id", finding.id},
      {"story", report.stories[finding.story].id},
      {"event", report.events[finding.event].id},
      {"kind", name_of(finding.kind)},
      {"property", finding.property},
      {"population", finding.population},
      {"verdict", name_of(finding.verdict)},
      {"severity", name_of(finding.severity)},
      {"positions", list(finding.positions, [&](const Position& position) { return position_of(report, position); })},
      {"relations", list(finding.relations, [&](const PairRelation& pair) { return relation_of(finding, pair); })},
      {"articles", finding.articles},
      {"outlets", finding.outlets},
      {"publishers", finding.publishers},
      {"origins", finding.origins},
      {"low", bound_of(finding, finding.low, &Interval::low)},
      {"high", bound_of(finding, finding.high, &Interval::high)},
      {"low_value", finding.low},
      {"high_value", finding.high},
      {"best", finding.best},
      {"best_rule", finding.best_rule},
      {"timeline", list(finding.timeline, [&](const TimedValue& value) { return timed_of(report, value); })},
      {"grade", finding.grade},
      {"certainty", std::round(finding.certainty * 100) / 100},
      {"grade_reason", finding.grade_reason},
      {"provisional", finding.provisional}};
  add_left(result, "positions_left", finding.positions_left);
  add_left(result, "claims_left", finding.claims_left);
  return result;
}

namespace {

Json problem_of(const Problem& problem) {
  return {{"path", problem.path},
          {"line", problem.line},
          {"message", problem.message},
          {"severity", name_of(problem.severity)}};
}

}  // namespace

namespace {

// The root object, one element at a time: a tree of the whole report takes ten times the memory of its text.
class RootWriter {
 public:
  RootWriter() { out_ = fmt::format("{{\n  \"schema_version\": {}", report_schema_version); }

  template <typename Values, typename One>
  void list(std::string_view key, const Values& values, One one) {
    out_ += fmt::format(",\n  \"{}\": [", key);
    bool first = true;
    for (const auto& value : values) {
      out_ += first ? "\n    " : ",\n    ";
      first = false;
      append_indented(write(one(value), true));
    }
    out_ += values.empty() ? "]" : "\n  ]";
  }

  std::string finish() {
    out_ += "\n}\n";
    return std::move(out_);
  }

 private:
  // Line ends stand between tokens alone: those in strings are escaped.
  void append_indented(std::string_view element) {
    element.remove_suffix(1);
    for (std::size_t begin = 0; begin < element.size();) {
      const auto end = std::min(element.find('\n', begin), element.size() - 1) + 1;
      out_ += element.substr(begin, end - begin);
      if (end < element.size()) out_ += "    ";
      begin = end;
    }
  }

  std::string out_;
};

}  // namespace

std::string write_json(const Report& report, const WriteOptions&) {
  RootWriter root;
  root.list("articles", report.articles, article_of);
  root.list("stories", report.stories, [&](const Story& story) { return story_of(report, story); });
  root.list("events", report.events, [&](const ReportEvent& event) { return event_of(report, event); });
  root.list("origins", report.origins, origin_of);
  root.list("copies", report.copies, [&](const Copy& copy) { return copy_of(report, copy); });
  root.list("claims", report.claims, [&](const ReportClaim& claim) { return claim_of(report, claim); });
  root.list("findings", report.findings, [&](const Finding& finding) { return finding_of(report, finding); });
  root.list("problems", report.problems, problem_of);
  return root.finish();
}

}  // namespace corroborate::reporting
