// One line of `extract` back to what reconcile needs of its Extraction: the inverse of write_extraction.
//
// The line may come from anywhere: whatever it holds, the result's indices refer to what is there, and it is no more
// than a fixed number of times as large as the line.
#include <simdjson.h>

#include "codec/descriptions.h"
#include "codec/json_reader.h"
#include "codec/line_features.h"
#include "codec/line_labels.h"
#include "codec/line_scales.h"
#include "codec/line_sentences.h"
#include "codec/plain_key.h"
#include "codec/references.h"
#include "codec/version.h"
#include "corroborate/corroborate.h"
#include "time/civil.h"

namespace corroborate {
namespace codec {
namespace {

std::vector<Span> read_spans(JsonReader& in, const Json& object, const char* key) {
  return in.list_or(object, key, [&](const Json& value) { return in.span(value); });
}

std::optional<PublishedDay> read_published(JsonReader& in, const Json& object) {
  const std::string_view day = in.text_or(object, "published");
  if (!in.find(object, "published")) return {};
  const auto date = day.size() == 10 ? time::parse_iso_day(day) : std::optional<Day>{};
  if (!date) in.wrong(fmt::format("\"published\" is \"{}\" (expected a day as YYYY-MM-DD)", day));
  return PublishedDay{date.value_or(0), in.word_or(object, "published_basis", DayBasis::metadata),
                      std::string(in.text_or(object, "published_note"))};
}

Article read_article(JsonReader& in, const Json& object) {
  Article article;
  article.id = in.text(object, "id");
  article.path = in.find(object, "path") ? in.text(object, "path") : std::string_view(article.id);
  article.outlet = in.text_or(object, "outlet");
  article.byline = in.text_or(object, "byline");
  article.title = in.text_or(object, "title");
  article.url = in.text_or(object, "url");
  article.language = in.text_or(object, "language");
  article.story = in.text_or(object, "story");
  article.published = read_published(in, object);
  article.first_line = in.count_or(object, "first_line", 1);
  article.status = in.word_or(object, "status", ArticleStatus::usable);
  article.at_most = in.word_or(object, "at_most", Level::error);
  article.body = in.text_or(object, "text");
  article.lines = in.list_or(object, "lines", [&](const Json& line) { return in.count_of(line, "\"lines\""); });
  return article;
}

Quantity read_quantity(JsonReader& in, const Json& object) {
  Quantity quantity;
  quantity.span = in.ends(object);
  if (const auto value = in.find(object, "value")) {
    const auto ends = in.elements(*value, 2, 2);
    quantity.from = ends.empty() ? 0 : in.real_of(ends[0], -unbounded);
    quantity.to = ends.empty() ? 0 : in.real_of(ends[1], unbounded);
  } else {
    in.wrong("no \"value\"");
  }
  quantity.relation = in.word_or(object, "relation", Relation::equal);
  const auto trend = in.find(object, "trend");
  quantity.trend = !trend || trend->is_null() ? Trend::none : in.word<Trend>(object, "trend");
  quantity.interval = {in.real_or(object, "low", quantity.from, -unbounded),
                       in.real_or(object, "high", quantity.to, unbounded)};
  quantity.unit = in.text_or(object, "unit");
  quantity.counted = in.text_or(object, "counted");
  return quantity;
}

DateExpression read_date(JsonReader& in, const Json& object) {
  DateExpression date;
  date.span = in.ends(object);
  date.type = in.word<TimexType>(object, "type");
  date.value = in.text(object, "value");
  date.mod = in.text_or(object, "mod");
  return date;
}

Attribution read_attribution(JsonReader& in, const Json& object) {
  Attribution attribution;
  attribution.source = read_spans(in, object, "source");
  attribution.cue = read_spans(in, object, "cue");
  attribution.content = read_spans(in, object, "content");
  attribution.within = in.index_or(object, "within");
  return attribution;
}

Scale read_scale(JsonReader& in, const Json& value) {
  const auto members = in.elements(value, 2, 3);
  if (members.empty()) return {};
  return {in.text_of(members[0]), in.real_of(members[1], 1), members.size() > 2 ? in.real_of(members[2], 0) : 0};
}

// Any that a float holds, with room for sums of them.
float read_weight(JsonReader& in, const Json& value) {
  constexpr double most = 1e18;
  const double weight = in.real_of(value, 0);
  if (0 <= weight && weight <= most) return static_cast<float>(weight);
  in.wrong(fmt::format("{} (expected a weight of 0 to {})", weight, most));
  return 0;
}

Problem read_problem(JsonReader& in, const Json& object) {
  return {std::string(in.text(object, "path")), in.count_or(object, "line", 0), std::string(in.text(object, "message")),
          in.word<Severity>(object, "severity")};
}

// What is packed, with the tables that it refers to. Parts are read in the order in which they refer to one another.
class Packed {
 public:
  Packed(JsonReader& in, const Json& line, std::size_t line_size, Extraction& result)
      : in_(in),
        result_(result),
        has_lists_(in.find(line, "dates") || in.find(line, "attributions")),
        most_bytes_(line_size * most_times) {
    if (const auto packed = in.find(line, "packed")) parts_ = *packed;
    has_parts_ = in.find(line, "packed").has_value();
    if (!has_parts_) in.wrong("no \"packed\"");
    read_sentences(line);
    words_.emplace(sentences_);
    read_labels(line);
    written_out_ = in.list_or(line, "strings", [&](const Json& value) { return in_.text_of(value); });
    for (const Entity& entity : result.entities) keys_.push_back(plain_key(entity.label));
    strings_.emplace(written_out_, digits("strings"), *words_, keys_);
    if (strings_->failed()) in.wrong("packed.strings: no words of this line");
    scales_ = in.list_or(line, "scales", [&](const Json& value) { return read_scale(in_, value); });
    weights_ = in.list_or(line, "weights", [&](const Json& value) { return read_weight(in_, value); });
  }

  void read() {
    read_values();
    all("entities", result_.entities,
        [key = keys_.begin()](auto& pack, Entity& entity) mutable { describe_entity(pack, entity, *key++); });
    grow("events", 4, result_.events, [](auto& pack, Event& event) { describe_event(pack, event); });
    std::uint32_t sentence = 0;
    grow("passages", 40, result_.passages,
         [&](auto& pack, Passage& passage) { describe_passage(pack, passage, sentence); });
    read_claims();
    keep(unpack_features(digits("features"), weights_, *strings_, most_bytes_, result_));
    keep(unpack_words(digits("words"), *words_, result_.words));
  }

 private:
  static constexpr std::size_t most_times = 256;  // bytes of strings and sentences in all, to those of the line

  std::string_view digits(std::string_view part) { return has_parts_ ? in_.text_or(parts_, part) : std::string_view{}; }

  void keep(const std::string& error) {
    if (!error.empty()) in_.wrong(error);
  }

  void read_sentences(const Json& line) {
    auto texts = in_.list_or(line, "sentences", [&](const Json& value) { return std::string(in_.text_of(value)); });
    keep(unpack_places(digits("sentences"), std::move(texts), sentences_));
  }

  void read_labels(const Json& line) {
    if (has_lists_) return;
    const auto written = in_.list_or(line, "labels", [&](const Json& value) { return in_.text_of(value); });
    keep(unpack_labels(digits("labels"), written, sentences_, *words_, most_bytes_, result_.entities));
  }

  // Reads one value a time, until the digits end, the line is used up or something is wrong.
  template <typename Values, typename Describe, typename Next>
  void read_part(std::string_view part, std::string_view digits, Values& values, Describe describe, Next next) {
    ReadingPack pack(digits, *strings_);
    std::size_t read = 0;
    while (auto* value = next(pack, values, read)) {
      describe(pack, *value);
      used_bytes_ += pack.take_bytes();
      if (used_bytes_ > most_bytes_) pack.wrong("strings repeated too often for a line of this length");
      if (pack.failed()) break;
      ++read;
    }
    if (const std::string error = pack.error(); !error.empty())
      in_.wrong(fmt::format("packed.{}[{}]: {}", part, read, error));
  }

  // Of values that are known already.
  template <typename Values, typename Describe>
  void all(std::string_view part, Values& values, Describe describe) {
    read_part(part, digits(part), values, describe,
              [](auto&, Values& known, std::size_t read) { return read < known.size() ? &known[read] : nullptr; });
  }

  // Of values that a plain line has as a list, and a packed one in its digits alone.
  template <typename Values, typename Describe>
  void all_or_grow(std::string_view part, std::size_t usual_digits, Values& values, Describe describe) {
    has_lists_ ? all(part, values, describe) : grow(part, usual_digits, values, describe);
  }

  // Of values that its digits alone hold; one has about so many digits.
  template <typename Values, typename Describe>
  void grow(std::string_view part, std::size_t usual_digits, Values& values, Describe describe) {
    const std::string_view grown = digits(part);
    values.reserve(values.size() + grown.size() / usual_digits + 1);
    read_part(part, grown, values, describe, [](auto& pack, Values& so_far, std::size_t) {
      return pack.left() > 0 ? &so_far.emplace_back() : nullptr;
    });
  }

  void read_values() {
    std::uint32_t end = 0;
    grow("other_values", 9, result_.quantities,
         [&](auto& pack, Quantity& quantity) { describe_other_value(pack, quantity, end); });
    all("quantities", result_.quantities, [&](auto& pack, Quantity& quantity) {
      std::uint32_t number = 0;
      describe_quantity(pack, quantity, number);
      const Scale* scale = value_of(number, usual_scales, scales_);
      if (scale == nullptr)
        return pack.wrong(
            fmt::format("scale {} (expected less than {})", number, usual_scales.size() + scales_.size()));
      quantity.dimension = scale->dimension;
      quantity.factor = scale->factor;
      quantity.offset = scale->offset;
    });
    read_dates();
    read_attributions();
  }

  void read_dates() {
    const Day published = result_.article.published ? result_.article.published->day : 0;
    all_or_grow("dates", 5, result_.dates,
                [&](auto& pack, DateExpression& date) { describe_date(pack, date, published); });
    std::uint32_t end = 0;
    if (!has_lists_)
      all("expressions", result_.dates,
          [&](auto& pack, DateExpression& date) { describe_expression(pack, date, end); });
  }

  void read_attributions() {
    all_or_grow("attributions", 2, result_.attributions,
                [](auto& pack, Attribution& attribution) { describe_attribution(pack, attribution); });
    std::uint32_t end = 0;
    if (!has_lists_)
      all("spans", result_.attributions,
          [&](auto& pack, Attribution& attribution) { describe_spans(pack, attribution, end); });
  }

  void read_claims() {
    ClaimState state;
    grow("claims", 21, result_.claims, [&](auto& pack, Claim& claim) {
      ClaimPlace place;
      describe_claim(pack, claim, place, state);
      if (pack.failed()) return;
      if (const std::string error = fill_claim(claim, place, sentences_); !error.empty()) pack.wrong(error);
      used_bytes_ += claim.context.size() + claim.quote.size();
    });
  }

  JsonReader& in_;
  Extraction& result_;
  Json parts_;
  bool has_lists_;  // it is a plain line: quantities, dates, attributions and entities stand in lists
  bool has_parts_ = false;
  std::vector<LineSentence> sentences_;
  std::optional<LineWords> words_;
  std::vector<std::string_view> written_out_;
  std::vector<std::string> keys_;  // plain ones of the entities
  std::optional<LineStrings> strings_;
  std::vector<Scale> scales_;
  std::vector<float> weights_;
  std::size_t most_bytes_, used_bytes_ = 0;
};

Extraction read_members(JsonReader& in, const Json& object, std::size_t line_size) {
  Extraction result;
  result.article = read_article(in, object);
  result.publisher = in.text_or(object, "publisher");
  result.wires = in.list_or(object, "wires", [&](const Json& value) { return std::string(in.text_of(value)); });
  result.quantities = in.list_or(object, "quantities", [&](const Json& value) { return read_quantity(in, value); });
  result.dates = in.list_or(object, "dates", [&](const Json& value) { return read_date(in, value); });
  result.attributions =
      in.list_or(object, "attributions", [&](const Json& value) { return read_attribution(in, value); });
  result.entities = in.list_or(object, "entities", [&](const Json& value) {
    Entity entity;
    entity.label = in.text_of(value);
    return entity;
  });
  result.problems = in.list_or(object, "problems", [&](const Json& value) { return read_problem(in, value); });
  Packed(in, object, line_size, result).read();
  return result;
}

// Lines of another version are not read further.
void check_version(JsonReader& in, const Json& object) {
  const std::uint32_t version = in.count(object, "schema_version");
  if (in.error().empty() && version != extraction_schema_version)
    in.wrong(fmt::format("schema_version {} (expected {}: extract the articles again with this program)", version,
                         extraction_schema_version));
}

}  // namespace
}  // namespace codec

ExtractionOrError read_extraction(std::string_view line) {
  using namespace codec;
  thread_local simdjson::dom::parser parser;  // keeps its memory from line to line
  Json object;
  if (parser.parse(line.data(), line.size()).get(object) != simdjson::SUCCESS)
    return {{}, "broken JSON (expected a line of `extract`)"};
  if (!object.is_object()) return {{}, fmt::format("{} (expected a line of `extract`)", type_name(object))};
  JsonReader in;
  check_version(in, object);
  if (!in.error().empty()) return {{}, in.error()};
  Extraction extraction = read_members(in, object, line.size());
  std::string error = in.error().empty() ? find_broken_reference(extraction) : in.error();
  if (!error.empty()) return {{}, std::move(error)};
  return {std::move(extraction), {}};
}

}  // namespace corroborate
