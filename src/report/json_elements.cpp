// Members that say nothing are left out where the schema lets them.
#include "report/json_elements.h"

#include <algorithm>
#include <cmath>

#include "corroborate/names.h"
#include "report/json_text.h"

namespace corroborate::reporting {

void append_article(std::string& out, const ReportArticle& article) {
  JsonObject object(out);
  object.add("id", article.id);
  object.add("path", article.path);
  object.add("outlet", article.outlet);
  object.add("publisher", article.publisher);
  object.add("title", article.title);
  object.add("url", article.url);
  object.add("published", article.published);
  object.add("basis", article.basis);
  object.add("name", article.name);
  object.add("file", article.file);
  object.add("status", name_of(article.status));
  object.close();
}

void append_story(std::string& out, const Report& report, const Story& story) {
  JsonObject object(out);
  object.add("id", story.id);
  object.add("label", story.label);
  append_list(object.member("articles"), story.articles,
              [&](std::uint32_t article) { append_value(out, report.articles[article].id); });
  object.close();
}

void append_event(std::string& out, const Report& report, const ReportEvent& event) {
  JsonObject object(out);
  object.add("id", event.id);
  object.add("story", report.stories[event.story].id);
  object.add("class", event.event_class);
  object.add("label", event.label);
  object.add("place", event.place);
  object.add("first", event.first);
  object.add("last", event.last);
  object.add("scope", event.scope);
  object.close();
}

void append_origin(std::string& out, const Origin& origin) {
  JsonObject object(out);
  object.add("id", origin.id);
  object.add("label", origin.label);
  object.add_texts("relays", origin.relays);
  object.close();
}

void append_copy(std::string& out, const Report& report, const Copy& copy) {
  JsonObject object(out);
  object.add("a", report.articles[copy.a].id);
  object.add("b", report.articles[copy.b].id);
  object.add("tokens", copy.tokens);
  object.close();
}

void append_problem(std::string& out, const Problem& problem) {
  JsonObject object(out);
  object.add("path", problem.path);
  object.add("line", problem.line);
  object.add("message", problem.message);
  object.add("severity", name_of(problem.severity));
  object.close();
}

namespace {

void append_argument(std::string& out, const Argument& argument) {
  JsonObject object(out);
  object.add("role", argument.role);
  object.add("head", argument.head);
  object.add("kind", name_of(argument.kind));
  object.add("key", argument.key);
  object.add("side", argument.side);
  object.close();
}

// The sentence is what stands before the quote, the quote and what stands after it.
void add_quote(JsonObject& object, const ReportClaim& claim) {
  const std::string_view sentence = claim.context;
  const auto at = sentence.find(claim.quote);
  object.add("quote", claim.quote);
  if (at == std::string_view::npos) return object.add_said("context", sentence);
  object.add_said("before", sentence.substr(0, at));
  object.add_said("after", sentence.substr(at + claim.quote.size()));
}

}  // namespace

void append_claim(std::string& out, const Report& report, const ReportClaim& claim) {
  JsonObject object(out);
  object.add("id", claim.id);
  object.add("article", report.articles[claim.article].id);
  object.add("kind", name_of(claim.kind));
  object.add("property", claim.property);
  object.add("population", claim.population);
  object.add("value", claim.value);
  object.add("low", claim.interval.low);
  object.add("high", claim.interval.high);
  object.add_said("unit", claim.unit);
  object.add_said("dimension", claim.dimension);
  object.add("polarity", name_of(claim.polarity));
  object.add("modality", name_of(claim.modality));
  object.add_said("as_of", claim.as_of);
  if (!claim.arguments.empty())
    append_list(object.member("arguments"), claim.arguments,
                [&](const Argument& argument) { append_argument(out, argument); });
  object.add_texts("chain", claim.chain);
  object.add("origin", claim.origin);
  object.add("start", claim.span.begin);
  object.add("end", claim.span.end);
  object.add("line", claim.line);
  object.add("column", claim.column);
  add_quote(object, claim);
  object.add("rule", claim.rule);
  object.close();
}

namespace {

void append_position(std::string& out, const Report& report, const Position& position, Claims claims) {
  JsonObject object(out);
  object.add("value", position.value);
  object.add("low", position.interval.low);
  object.add("high", position.interval.high);
  append_list(object.member("claims"), position.claims, [&](std::uint32_t number) {
    const ReportClaim& claim = report.claims[number];
    claims == Claims::inside ? append_claim(out, report, claim) : append_value(out, claim.id);
  });
  append_list(object.member("origins"), position.origins,
              [&](std::uint32_t origin) { append_value(out, report.origins[origin].id); });
  object.add_true("superseded", position.superseded);
  object.add_said("admiralty", position.admiralty);
  object.add_said("claims_left", position.claims_left);
  object.close();
}

void append_relation(std::string& out, const Finding& finding, const PairRelation& relation) {
  JsonObject object(out);
  object.add("a", relation.a);
  object.add("b", relation.b);
  const std::uint32_t pair[] = {relation.a, relation.b};
  append_list(object.member("values"), pair,
              [&](std::uint32_t position) { append_value(out, finding.positions[position].value); });
  object.add("verdict", name_of(relation.verdict));
  object.add("reason", name_of(relation.reason));
  object.close();
}

void append_timed(std::string& out, const Report& report, const TimedValue& value) {
  JsonObject object(out);
  object.add("day", value.day);
  object.add("position", value.position);
  object.add("claim", report.claims[value.claim].id);
  object.close();
}

// The end of what a finding's lowest or highest value allows; null where it is open, or where there is none.
double bound_of(const Finding& finding, const std::string& value, double Interval::*end) {
  const auto position = std::ranges::find(finding.positions, value, &Position::value);
  const bool stands = !value.empty() && position != finding.positions.end();
  return stands ? position->interval.*end : unbounded;
}

void add_answer(JsonObject& object, const Finding& finding) {
  object.add("low", bound_of(finding, finding.low, &Interval::low));
  object.add("high", bound_of(finding, finding.high, &Interval::high));
  object.add("low_value", finding.low);
  object.add("high_value", finding.high);
  object.add_said("best", finding.best);
  object.add_said("best_rule", finding.best_rule);
}

}  // namespace

void append_finding(std::string& out, const Report& report, const Finding& finding, Claims claims) {
  JsonObject object(out);
  object.add("id", finding.id);
  object.add("story", report.stories[finding.story].id);
  object.add("event", report.events[finding.event].id);
  object.add("kind", name_of(finding.kind));
  object.add("property", finding.property);
  object.add("population", finding.population);
  object.add("verdict", name_of(finding.verdict));
  object.add("severity", name_of(finding.severity));
  append_list(object.member("positions"), finding.positions,
              [&](const Position& position) { append_position(out, report, position, claims); });
  append_list(object.member("relations"), finding.relations,
              [&](const PairRelation& relation) { append_relation(out, finding, relation); });
  object.add("articles", finding.articles);
  object.add("outlets", finding.outlets);
  object.add("publishers", finding.publishers);
  object.add("origins", finding.origins);
  add_answer(object, finding);
  if (!finding.timeline.empty())
    append_list(object.member("timeline"), finding.timeline,
                [&](const TimedValue& value) { append_timed(out, report, value); });
  object.add("grade", finding.grade);
  object.add("certainty", std::round(finding.certainty * 100) / 100);
  object.add("grade_reason", finding.grade_reason);
  object.add("provisional", finding.provisional);
  object.add_said("positions_left", finding.positions_left);
  object.add_said("claims_left", finding.claims_left);
  object.close();
}

}  // namespace corroborate::reporting
