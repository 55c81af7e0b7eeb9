// One line of `extract` back to the Extraction that it was: the exact inverse of write_extraction.
//
// The line may come from anywhere: whatever it holds, the result's indices refer to what is there.
#include <charconv>

#include "codec/json_reader.h"
#include "codec/references.h"
#include "codec/version.h"
#include "corroborate/corroborate.h"
#include "time/civil.h"

namespace corroborate {
namespace codec {
namespace {

template <typename Integer>
Integer parse_integer(JsonReader& in, std::string_view text, int base) {
  Integer value{};
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  if (error != std::errc{} || end != text.data() + text.size()) in.wrong(fmt::format("\"{}\" is no number", text));
  return value;
}

std::vector<Span> read_spans(JsonReader& in, const Json& object, const char* key) {
  return in.list(object, key, [&](const Json& value) { return in.span(value); });
}

std::optional<PublishedDay> read_published(JsonReader& in, const Json& object) {
  const auto day = in.optional_text(object, "published");
  if (!day) return {};
  const auto date = day->size() == 10 ? time::parse_iso_day(*day) : std::optional<Day>{};
  if (!date) in.wrong(fmt::format("\"published\" is \"{}\" (expected a day as YYYY-MM-DD)", *day));
  return PublishedDay{date.value_or(0), in.word<DayBasis>(object, "published_basis"),
                      in.text(object, "published_note")};
}

Article read_article(JsonReader& in, const Json& object) {
  Article article;
  article.id = in.text(object, "id");
  article.path = in.text(object, "path");
  article.outlet = in.text(object, "outlet");
  article.byline = in.text(object, "byline");
  article.title = in.text(object, "title");
  article.url = in.text(object, "url");
  article.language = in.text(object, "language");
  article.story = in.text(object, "story");
  article.published = read_published(in, object);
  article.first_line = in.count(object, "first_line");
  article.status = in.word<ArticleStatus>(object, "status");
  if (object.contains("at_most")) article.at_most = in.word<Level>(object, "at_most");
  article.body = in.optional_text(object, "text").value_or("");
  if (object.contains("lines"))
    article.lines = in.list(object, "lines", [&](const Json& line) { return in.count_of(line); });
  return article;
}

Quantity read_quantity(JsonReader& in, const Json& object) {
  Quantity quantity;
  quantity.span = in.ends(object);
  const Json& value = in.member(object, "value");
  quantity.from = in.real_of(in.element(value, 0), -unbounded);
  quantity.to = in.real_of(in.element(value, 1), unbounded);
  quantity.relation = in.word<Relation>(object, "relation");
  quantity.trend = in.member(object, "trend").is_null() ? Trend::none : in.word<Trend>(object, "trend");
  quantity.interval = {in.real(object, "low", -unbounded), in.real(object, "high", unbounded)};
  quantity.unit = in.text(object, "unit");
  quantity.code = in.text(object, "code");
  quantity.dimension = in.text(object, "dimension");
  quantity.factor = in.real(object, "factor", 1);
  quantity.offset = in.real(object, "offset", 0);
  quantity.counted = in.text(object, "counted");
  quantity.words = in.text(object, "words");
  quantity.kind = in.word<FigureKind>(object, "kind");
  quantity.rule = in.text(object, "rule");
  return quantity;
}

DayReference read_reference(JsonReader& in, const Json& object) {
  DayReference reference;
  reference.needs_publication = in.truth(object, "needs_publication");
  reference.direction = in.word<Direction>(object, "direction");
  reference.weekday = in.integer(object, "weekday", 0, 7);
  reference.shift_grain = in.word<Grain>(object, "shift_grain");
  reference.shift = in.integer(object, "shift", -farthest_shift, farthest_shift);
  reference.month = in.integer(object, "month", 0, 12);
  reference.day = in.integer(object, "day", 0, 31);
  reference.nth = in.integer(object, "nth", -1, 5);
  reference.easter = in.truth(object, "easter");
  reference.plus_days = in.integer(object, "plus_days", -366, 366);
  if (reference.nth != 0 && reference.month == 0) in.wrong("\"nth\" without \"month\"");
  return reference;
}

DateExpression read_date(JsonReader& in, const Json& object) {
  DateExpression date;
  date.span = in.ends(object);
  date.type = in.word<TimexType>(object, "type");
  date.value = in.text(object, "value");
  date.mod = in.text(object, "mod");
  date.grain = in.word<Grain>(object, "grain");
  date.resolved = in.truth(object, "resolved");
  const Json& days = in.member(object, "days");
  const Json& first = in.element(days, 0);
  const Json& last = in.element(days, 1);
  if (!first.is_null()) date.days.first = in.integer_of(first, -farthest_day, farthest_day);
  if (!last.is_null()) date.days.last = in.integer_of(last, -farthest_day, farthest_day);
  date.reference = read_reference(in, in.member(object, "reference"));
  date.basis = in.text(object, "basis");
  date.rule = in.text(object, "rule");
  return date;
}

Attribution read_attribution(JsonReader& in, const Json& object) {
  Attribution attribution;
  attribution.source = read_spans(in, object, "source");
  attribution.cue = read_spans(in, object, "cue");
  attribution.content = read_spans(in, object, "content");
  attribution.source_entity = in.index(object, "source_entity");
  attribution.stance = in.word<Stance>(object, "stance");
  attribution.directness = in.word<Directness>(object, "directness");
  attribution.within = in.index(object, "within");
  attribution.rule = in.text(object, "rule");
  return attribution;
}

Entity read_entity(JsonReader& in, const Json& object) {
  return {in.word<EntityKind>(object, "kind"),
          in.text(object, "key"),
          in.text(object, "label"),
          in.text(object, "side"),
          in.truth(object, "relay"),
          read_spans(in, object, "mentions")};
}

Event read_event(JsonReader& in, const Json& object) {
  Event event;
  event.event_class = in.text(object, "event_class");
  event.roles = in.list(object, "roles", [&](const Json& role) {
    return Role{in.text(role, "name"), in.index(role, "entity")};
  });
  event.place = in.text(object, "place");
  event.country = in.text(object, "country");
  event.date = in.index(object, "date");
  event.scope = in.word<Scope>(object, "scope");
  event.main = in.truth(object, "main");
  event.separate = in.truth(object, "separate");
  event.mentions = read_spans(in, object, "mentions");
  return event;
}

std::uint16_t read_short(JsonReader& in, const Json& value) {
  return static_cast<std::uint16_t>(std::min<std::uint32_t>(in.count_of(value), 0xFFFF));
}

Passage read_passage(JsonReader& in, const Json& object) {
  Passage passage;
  passage.sentence = in.count(object, "sentence");
  passage.headline = in.truth(object, "headline");
  passage.words = in.list(object, "words", [&](const Json& list) {
    return PassageWord{in.text_of(in.element(list, 0)), in.text_of(in.element(list, 1)),
                       in.word_of<WordKind>(in.element(list, 2)), read_short(in, in.element(list, 3)),
                       read_short(in, in.element(list, 4))};
  });
  return passage;
}

Facets read_facets(JsonReader& in, const Json& object) {
  Facets facets;
  if (object.is_null()) return facets;
  facets.passage = in.index(object, "passage");
  facets.at = read_short(in, in.member(object, "at"));
  facets.end = read_short(in, in.member(object, "end"));
  facets.clause = read_short(in, in.member(object, "clause"));
  facets.thing = in.index(object, "thing");
  facets.governor = in.index(object, "governor");
  facets.tie = in.word<Tie>(object, "tie");
  facets.marker = in.text(object, "marker");
  facets.negated = in.truth(object, "negated");
  facets.arguments = in.list(object, "arguments", [&](const Json& value) { return in.integer_of(value); });
  facets.modifiers = in.list(object, "modifiers", [&](const Json& value) { return in.integer_of(value); });
  facets.scope = read_short(in, in.member(object, "scope"));
  facets.owner = in.text(object, "owner");
  facets.place = in.text(object, "place");
  facets.date = in.index(object, "date");
  return facets;
}

Argument read_argument(JsonReader& in, const Json& list) {
  Argument argument;
  argument.role = in.text_of(in.element(list, 0));
  argument.head = in.text_of(in.element(list, 1));
  argument.kind = in.word_of<ArgumentKind>(in.element(list, 2));
  argument.key = in.text_of(in.element(list, 3));
  argument.side = in.text_of(in.element(list, 4));
  const Json& event = in.element(list, 5);
  argument.event = event.is_null() ? no_index : in.integer_of(event);
  return argument;
}

Claim read_claim(JsonReader& in, const Json& object) {
  Claim claim;
  claim.kind = in.word<ClaimKind>(object, "kind");
  claim.event = in.index(object, "event");
  claim.property = in.text(object, "property");
  claim.population = in.text(object, "population");
  claim.quantity = in.index(object, "quantity");
  claim.date = in.index(object, "date");
  claim.term = in.text(object, "term");
  claim.polarity = in.word<Polarity>(object, "polarity");
  claim.modality = in.word<Modality>(object, "modality");
  claim.chain = in.list(object, "chain", [&](const Json& value) { return in.integer_of(value); });
  claim.as_of = in.index(object, "as_of");
  claim.facets = read_facets(in, in.member(object, "facets"));
  claim.arguments = in.list(object, "arguments", [&](const Json& list) { return read_argument(in, list); });
  claim.pole = in.word<Pole>(object, "pole");
  claim.so_far = in.truth(object, "so_far");
  claim.span = in.ends(object);
  claim.sentence = in.span(in.member(object, "sentence"));
  claim.line = in.count(object, "line");
  claim.column = in.count(object, "column");
  claim.quote = in.text(object, "quote");
  claim.context = in.text(object, "context");
  claim.rule = in.text(object, "rule");
  return claim;
}

Feature read_feature(JsonReader& in, const Json& list) {
  return {in.text_of(in.element(list, 0)), in.word_of<FeatureKind>(in.element(list, 1)),
          static_cast<float>(in.real_of(in.element(list, 2), 0)), in.count_of(in.element(list, 3))};
}

std::vector<PlainWord> read_words(JsonReader& in, const Json& object) {
  constexpr std::size_t digits = 4;  // of one hash
  const std::string hashes = in.text(object, "word_hashes");
  const auto spans = in.list(object, "word_spans", [&](const Json& value) { return in.count_of(value); });
  std::vector<PlainWord> words(hashes.size() / digits);
  if (hashes.size() % digits != 0 || spans.size() != 2 * words.size()) {
    in.wrong(fmt::format("\"word_hashes\" has {} digits and \"word_spans\" {} numbers (expected 4 and 2 a word)",
                         hashes.size(), spans.size()));
    return {};
  }
  std::uint32_t end = 0;
  for (std::size_t w = 0; w < words.size(); ++w) {
    words[w].hash = parse_integer<std::uint16_t>(in, std::string_view(hashes).substr(digits * w, digits), 16);
    words[w].span.begin = end + spans[2 * w];
    words[w].span.end = end = words[w].span.begin + spans[2 * w + 1];
  }
  return words;
}

Problem read_problem(JsonReader& in, const Json& object) {
  return {in.text(object, "path"), in.count(object, "line"), in.text(object, "message"),
          in.word<Severity>(object, "severity")};
}

Extraction read_members(JsonReader& in, const Json& object) {
  Extraction result;
  result.article = read_article(in, object);
  result.publisher = in.text(object, "publisher");
  result.wires = in.list(object, "wires", [&](const Json& value) { return in.text_of(value); });
  result.quantities = in.list(object, "quantities", [&](const Json& value) { return read_quantity(in, value); });
  for (auto& other : in.list(object, "other_values", [&](const Json& value) { return read_quantity(in, value); }))
    result.quantities.push_back(std::move(other));
  result.dates = in.list(object, "dates", [&](const Json& value) { return read_date(in, value); });
  result.attributions = in.list(object, "attributions", [&](const Json& value) { return read_attribution(in, value); });
  result.entities = in.list(object, "entities", [&](const Json& value) { return read_entity(in, value); });
  result.events = in.list(object, "events", [&](const Json& value) { return read_event(in, value); });
  result.passages = in.list(object, "passages", [&](const Json& value) { return read_passage(in, value); });
  result.claims = in.list(object, "claims", [&](const Json& value) { return read_claim(in, value); });
  result.features = in.list(object, "features", [&](const Json& value) { return read_feature(in, value); });
  result.background_documents = in.count(object, "background_documents");
  result.words = read_words(in, object);
  result.token_count = in.count(object, "token_count");
  result.problems = in.list(object, "problems", [&](const Json& value) { return read_problem(in, value); });
  return result;
}

void check_version(JsonReader& in, const Json& object) {
  const int version = in.integer(object, "schema_version");
  if (in.error().empty() && version != extraction_schema_version) {
    in.wrong(fmt::format("schema_version {} (expected {})", version, extraction_schema_version));
  }
}

}  // namespace
}  // namespace codec

ExtractionOrError read_extraction(std::string_view line) {
  using namespace codec;
  const Json object = Json::parse(line.begin(), line.end(), nullptr, false);
  if (object.is_discarded()) return {{}, "broken JSON (expected a line of `extract`)"};
  if (!object.is_object()) return {{}, fmt::format("{} (expected a line of `extract`)", object.type_name())};
  JsonReader in;
  check_version(in, object);
  Extraction extraction = read_members(in, object);
  std::string error = in.error().empty() ? find_broken_reference(extraction) : in.error();
  if (!error.empty()) return {{}, std::move(error)};
  return {std::move(extraction), {}};
}

}  // namespace corroborate
