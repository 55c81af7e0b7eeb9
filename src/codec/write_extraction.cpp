// An Extraction as one JSON object: the line that `extract` prints and `reconcile` reads.
//
// Offsets are code points into the body, end exclusive. Open ends and references to nothing are null.
#include <algorithm>
#include <limits>
#include <span>

#include "codec/json_line.h"
#include "codec/version.h"
#include "corroborate/corroborate.h"
#include "corroborate/names.h"
#include "time/civil.h"

namespace corroborate {
namespace codec {
namespace {

void write(JsonLine& out, Span span) {
  out.open('[');
  out.integer(span.begin);
  out.integer(span.end);
  out.close(']');
}

void write_ends(JsonLine& out, Span span) {
  out.key("start").integer(span.begin);
  out.key("end").integer(span.end);
}

void write_index(JsonLine& out, int index) {
  if (index == no_index) return out.null();
  out.integer(index);
}

void write_day(JsonLine& out, Day day, Day open_end) {
  if (day == open_end) return out.null();
  out.integer(day);
}

// A list of values, each written by `one`.
template <typename Values, typename One>
void write_list(JsonLine& out, std::string_view key, const Values& values, One one) {
  out.key(key).open('[');
  for (const auto& value : values) one(value);
  out.close(']');
}

// A list of objects, each written by `members`.
template <typename Values, typename Members>
void write_objects(JsonLine& out, std::string_view key, const Values& values, Members members) {
  write_list(out, key, values, [&](const auto& value) {
    out.open('{');
    members(value);
    out.close('}');
  });
}

void write_spans(JsonLine& out, std::string_view key, const std::vector<Span>& spans) {
  write_list(out, key, spans, [&](Span span) { write(out, span); });
}

void write_published(JsonLine& out, const std::optional<PublishedDay>& published) {
  out.key("published");
  if (!published) return out.null();
  out.text(time::iso_day(published->day));
  out.key("published_basis").text(name_of(published->basis));
  out.key("published_note").text(published->note);
}

void write_article(JsonLine& out, const Article& article) {
  out.key("id").text(article.id);
  out.key("path").text(article.path);
  out.key("outlet").text(article.outlet);
  out.key("byline").text(article.byline);
  out.key("title").text(article.title);
  out.key("url").text(article.url);
  out.key("language").text(article.language);
  out.key("story").text(article.story);
  write_published(out, article.published);
  out.key("first_line").integer(article.first_line);
  out.key("status").text(name_of(article.status));
  if (article.at_most != Level::error) out.key("at_most").text(name_of(article.at_most));
  if (!article.body.empty()) out.key("text").text(article.body);
  if (!article.body.empty() && !article.lines.empty()) {
    out.key("lines").open('[');
    for (const std::uint32_t line : article.lines) out.integer(line);
    out.close(']');
  }
}

void write_quantity(JsonLine& out, const Quantity& quantity) {
  write_ends(out, quantity.span);
  out.key("value").open('[');
  out.real(quantity.from);
  out.real(quantity.to);
  out.close(']');
  out.key("relation").text(name_of(quantity.relation));
  out.key("trend");
  quantity.trend == Trend::none ? out.null() : out.text(name_of(quantity.trend));
  out.key("low").real(quantity.interval.low);
  out.key("high").real(quantity.interval.high);
  out.key("unit").text(quantity.unit);
  out.key("code").text(quantity.code);
  out.key("dimension").text(quantity.dimension);
  out.key("factor").real(quantity.factor);
  out.key("offset").real(quantity.offset);
  out.key("counted").text(quantity.counted);
  out.key("words").text(quantity.words);
  out.key("kind").text(name_of(quantity.kind));
  out.key("rule").text(quantity.rule);
}

// Amounts under "quantities", what stands behind them under "other_values"; a claim's number runs on from one list to
// the other.
void write_quantities(JsonLine& out, std::span<const Quantity> quantities) {
  const auto first_other =
      std::ranges::find_if(quantities, [](const Quantity& one) { return one.kind != FigureKind::amount; });
  const auto write = [&](const Quantity& value) { write_quantity(out, value); };
  write_objects(out, "quantities", std::span(quantities.begin(), first_other), write);
  write_objects(out, "other_values", std::span(first_other, quantities.end()), write);
}

void write_reference(JsonLine& out, const DayReference& reference) {
  out.key("reference").open('{');
  out.key("needs_publication").truth(reference.needs_publication);
  out.key("direction").text(name_of(reference.direction));
  out.key("weekday").integer(reference.weekday);
  out.key("shift_grain").text(name_of(reference.shift_grain));
  out.key("shift").integer(reference.shift);
  out.key("month").integer(reference.month);
  out.key("day").integer(reference.day);
  out.key("nth").integer(reference.nth);
  out.key("easter").truth(reference.easter);
  out.key("plus_days").integer(reference.plus_days);
  out.close('}');
}

void write_date(JsonLine& out, const DateExpression& date) {
  write_ends(out, date.span);
  out.key("type").text(name_of(date.type));
  out.key("value").text(date.value);
  out.key("mod").text(date.mod);
  out.key("grain").text(name_of(date.grain));
  out.key("resolved").truth(date.resolved);
  out.key("days").open('[');
  write_day(out, date.days.first, Days{}.first);
  write_day(out, date.days.last, Days{}.last);
  out.close(']');
  write_reference(out, date.reference);
  out.key("basis").text(date.basis);
  out.key("rule").text(date.rule);
}

void write_attribution(JsonLine& out, const Attribution& attribution) {
  write_spans(out, "source", attribution.source);
  write_spans(out, "cue", attribution.cue);
  write_spans(out, "content", attribution.content);
  write_index(out.key("source_entity"), attribution.source_entity);
  out.key("stance").text(name_of(attribution.stance));
  out.key("directness").text(name_of(attribution.directness));
  write_index(out.key("within"), attribution.within);
  out.key("rule").text(attribution.rule);
}

void write_entity(JsonLine& out, const Entity& entity) {
  out.key("kind").text(name_of(entity.kind));
  out.key("key").text(entity.key);
  out.key("label").text(entity.label);
  out.key("side").text(entity.side);
  out.key("relay").truth(entity.relay);
  write_spans(out, "mentions", entity.mentions);
}

void write_event(JsonLine& out, const Event& event) {
  out.key("event_class").text(event.event_class);
  write_objects(out, "roles", event.roles, [&](const Role& role) {
    out.key("name").text(role.name);
    write_index(out.key("entity"), role.entity);
  });
  out.key("place").text(event.place);
  out.key("country").text(event.country);
  write_index(out.key("date"), event.date);
  out.key("scope").text(name_of(event.scope));
  out.key("main").truth(event.main);
  out.key("separate").truth(event.separate);
  write_spans(out, "mentions", event.mentions);
}

// Short lists, for there are dozens in an article: a word is [lemma, group, kind, token, token of its clause's head].
void write_passage(JsonLine& out, const Passage& passage) {
  out.key("sentence").integer(passage.sentence);
  out.key("headline").truth(passage.headline);
  write_list(out, "words", passage.words, [&](const PassageWord& word) {
    out.open('[');
    out.text(word.lemma);
    out.text(word.group);
    out.text(name_of(word.kind));
    out.integer(word.at);
    out.integer(word.clause);
    out.close(']');
  });
}

void write_facets(JsonLine& out, const Facets& facets) {
  if (facets.passage == no_index) return out.key("facets").null();
  out.key("facets").open('{');
  out.key("passage").integer(facets.passage);
  out.key("at").integer(facets.at);
  out.key("end").integer(facets.end);
  out.key("clause").integer(facets.clause);
  write_index(out.key("thing"), facets.thing);
  write_index(out.key("governor"), facets.governor);
  out.key("tie").text(name_of(facets.tie));
  out.key("marker").text(facets.marker);
  out.key("negated").truth(facets.negated);
  write_list(out, "arguments", facets.arguments, [&](int word) { out.integer(word); });
  write_list(out, "modifiers", facets.modifiers, [&](int word) { out.integer(word); });
  out.key("scope").integer(facets.scope);
  out.key("owner").text(facets.owner);
  out.key("place").text(facets.place);
  write_index(out.key("date"), facets.date);
  out.close('}');
}

// Short lists: [role, head, kind, key, side, event].
void write_argument(JsonLine& out, const Argument& argument) {
  out.open('[');
  out.text(argument.role);
  out.text(argument.head);
  out.text(name_of(argument.kind));
  out.text(argument.key);
  out.text(argument.side);
  write_index(out, argument.event);
  out.close(']');
}

void write_claim(JsonLine& out, const Claim& claim) {
  out.key("kind").text(name_of(claim.kind));
  write_index(out.key("event"), claim.event);
  out.key("property").text(claim.property);
  out.key("population").text(claim.population);
  write_index(out.key("quantity"), claim.quantity);
  write_index(out.key("date"), claim.date);
  out.key("term").text(claim.term);
  out.key("polarity").text(name_of(claim.polarity));
  out.key("modality").text(name_of(claim.modality));
  write_list(out, "chain", claim.chain, [&](int attribution) { out.integer(attribution); });
  write_index(out.key("as_of"), claim.as_of);
  write_facets(out, claim.facets);
  write_list(out, "arguments", claim.arguments, [&](const Argument& argument) { write_argument(out, argument); });
  out.key("pole").text(name_of(claim.pole));
  out.key("so_far").truth(claim.so_far);
  write_ends(out, claim.span);
  write(out.key("sentence"), claim.sentence);
  out.key("line").integer(claim.line);
  out.key("column").integer(claim.column);
  out.key("quote").text(claim.quote);
  out.key("context").text(claim.context);
  out.key("rule").text(claim.rule);
}

void write_problem(JsonLine& out, const Problem& problem) {
  out.key("path").text(problem.path);
  out.key("line").integer(problem.line);
  out.key("message").text(problem.message);
  out.key("severity").text(name_of(problem.severity));
}

// Short lists, for there are hundreds in an article: [term, kind, weight, background].
void write_features(JsonLine& out, const Extraction& extraction) {
  write_list(out, "features", extraction.features, [&](const Feature& feature) {
    out.open('[');
    out.text(feature.term);
    out.text(name_of(feature.kind));
    out.real(feature.weight);
    out.integer(feature.background);
    out.close(']');
  });
  out.key("background_documents").integer(extraction.background_documents);
}

// All hashes in one text, four hexadecimal digits a word; for each word the code points since the one before, and its
// length.
void write_words(JsonLine& out, const std::vector<PlainWord>& words) {
  std::string hashes;
  for (const auto& word : words) fmt::format_to(std::back_inserter(hashes), "{:04x}", word.hash);
  out.key("word_hashes").text(hashes);
  out.key("word_spans").open('[');
  std::uint32_t end = 0;
  for (const auto& word : words) {
    out.integer(word.span.begin - end);
    out.integer(word.span.end - word.span.begin);
    end = word.span.end;
  }
  out.close(']');
}

}  // namespace
}  // namespace codec

std::string write_extraction(const Extraction& extraction) {
  using namespace codec;
  JsonLine out;
  out.open('{');
  out.key("schema_version").integer(extraction_schema_version);
  write_article(out, extraction.article);
  out.key("publisher").text(extraction.publisher);
  write_list(out, "wires", extraction.wires, [&](const std::string& wire) { out.text(wire); });
  write_quantities(out, extraction.quantities);
  write_objects(out, "dates", extraction.dates, [&](const DateExpression& value) { write_date(out, value); });
  write_objects(out, "attributions", extraction.attributions,
                [&](const Attribution& value) { write_attribution(out, value); });
  write_objects(out, "entities", extraction.entities, [&](const Entity& value) { write_entity(out, value); });
  write_objects(out, "events", extraction.events, [&](const Event& value) { write_event(out, value); });
  write_objects(out, "passages", extraction.passages, [&](const Passage& value) { write_passage(out, value); });
  write_objects(out, "claims", extraction.claims, [&](const Claim& value) { write_claim(out, value); });
  write_features(out, extraction);
  write_words(out, extraction.words);
  out.key("token_count").integer(extraction.token_count);
  write_objects(out, "problems", extraction.problems, [&](const Problem& value) { write_problem(out, value); });
  out.close('}');
  return out.take();
}

}  // namespace corroborate
