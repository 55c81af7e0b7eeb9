// An Extraction as one JSON object: the line that `extract` prints and `reconcile` reads.
//
// What outside readers may rely on is plain JSON: quantities, dates and attributions. The rest is packed (packed.h) and
// refers to the sentences that the line carries; a packed line has these too, and the labels of entities, packed alone.
// Offsets are code points into the body, end exclusive. What is left out is empty, none or what the schema names as the
// usual value.
#include <algorithm>
#include <span>

#include "codec/descriptions.h"
#include "codec/json_line.h"
#include "codec/line_features.h"
#include "codec/line_labels.h"
#include "codec/line_scales.h"
#include "codec/line_sentences.h"
#include "codec/plain_key.h"
#include "codec/version.h"
#include "corroborate/corroborate.h"
#include "corroborate/names.h"
#include "time/civil.h"

namespace corroborate {
namespace codec {
namespace {

void write_text(JsonLine& out, std::string_view key, std::string_view value) {
  if (!value.empty()) out.key(key).text(value);
}

void write_digits(JsonLine& out, std::string_view key, std::string_view digits) {
  if (!digits.empty()) out.key(key).plain_text(digits);
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
  if (spans.empty()) return;
  write_list(out, key, spans, [&](Span span) {
    out.open('[');
    out.integer(span.begin);
    out.integer(span.end);
    out.close(']');
  });
}

void write_ends(JsonLine& out, Span span) {
  out.key("start").integer(span.begin);
  out.key("end").integer(span.end);
}

void write_published(JsonLine& out, const PublishedDay& published) {
  out.key("published").text(time::iso_day(published.day));
  if (published.basis != DayBasis::metadata) out.key("published_basis").text(name_of(published.basis));
  write_text(out, "published_note", published.note);
}

void write_article(JsonLine& out, const Article& article) {
  out.key("id").text(article.id);
  if (article.path != article.id) out.key("path").text(article.path);
  write_text(out, "outlet", article.outlet);
  write_text(out, "byline", article.byline);
  write_text(out, "title", article.title);
  write_text(out, "url", article.url);
  write_text(out, "language", article.language);
  write_text(out, "story", article.story);
  if (article.published) write_published(out, *article.published);
  if (article.first_line != 1) out.key("first_line").integer(article.first_line);
  if (article.status != ArticleStatus::usable) out.key("status").text(name_of(article.status));
  if (article.at_most != Level::error) out.key("at_most").text(name_of(article.at_most));
  write_text(out, "text", article.body);
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
  if (quantity.relation != Relation::equal) out.key("relation").text(name_of(quantity.relation));
  if (quantity.trend != Trend::none) out.key("trend").text(name_of(quantity.trend));
  write_text(out, "unit", quantity.unit);
  write_text(out, "counted", quantity.counted);
  if (quantity.interval.low != quantity.from) out.key("low").real(quantity.interval.low);
  if (quantity.interval.high != quantity.to) out.key("high").real(quantity.interval.high);
}

// The amounts; what stands behind them is packed.
std::span<const Quantity> amounts_of(const Extraction& extraction) {
  const auto first_other =
      std::ranges::find_if(extraction.quantities, [](const Quantity& one) { return one.kind != FigureKind::amount; });
  return {extraction.quantities.begin(), first_other};
}

void write_date(JsonLine& out, const DateExpression& date) {
  write_ends(out, date.span);
  out.key("type").text(name_of(date.type));
  out.key("value").text(date.value);
  write_text(out, "mod", date.mod);
}

void write_attribution(JsonLine& out, const Attribution& attribution) {
  write_spans(out, "source", attribution.source);
  write_spans(out, "cue", attribution.cue);
  write_spans(out, "content", attribution.content);
  if (attribution.within != no_index) out.key("within").integer(attribution.within);
}

void write_lists(JsonLine& out, const Extraction& extraction) {
  write_objects(out, "quantities", amounts_of(extraction), [&](const Quantity& value) { write_quantity(out, value); });
  write_objects(out, "dates", extraction.dates, [&](const DateExpression& value) { write_date(out, value); });
  write_objects(out, "attributions", extraction.attributions,
                [&](const Attribution& value) { write_attribution(out, value); });
}

void write_scale(JsonLine& out, const Scale& scale) {
  out.open('[');
  out.text(scale.dimension);
  out.real(scale.factor);
  if (scale.offset != 0) out.real(scale.offset);
  out.close(']');
}

void write_problem(JsonLine& out, const Problem& problem) {
  out.key("path").text(problem.path);
  if (problem.line != 0) out.key("line").integer(problem.line);
  out.key("message").text(problem.message);
  out.key("severity").text(name_of(problem.severity));
}

// What is packed, with the tables that it refers to.
class Packed {
 public:
  Packed(const Extraction& extraction, LineForm form)
      : extraction_(extraction), form_(form), placed_(place_claims(extraction.claims)), words_(placed_.sentences) {
    if (form == LineForm::packed) labels_ = pack_labels(extraction.entities, placed_.sentences, words_);
    for (const auto& entity : extraction.entities) keys_.push_back(plain_key(entity.label));
    const auto terms = add_terms(extraction.features, strings_);
    describe_all();
    strings_.settle(words_, keys_);
    features_ = pack_features(extraction, terms, strings_);
  }

  void write(JsonLine& out) {
    write_names(out);
    const auto text = [&](const auto& value) { out.text(value); };
    if (!placed_.sentences.empty())
      write_list(out, "sentences", placed_.sentences, [&](const LineSentence& one) { out.text(one.text); });
    if (!strings_.written_out().empty()) write_list(out, "strings", strings_.written_out(), text);
    if (!scales_.empty()) write_list(out, "scales", scales_, [&](const Scale& scale) { write_scale(out, scale); });
    if (!features_.weights.empty())
      write_list(out, "weights", features_.weights, [&](float weight) { out.real(weight); });
    out.key("packed").open('{');
    write_digits(out, "sentences", pack_places(placed_.sentences));
    write_digits(out, "labels", labels_.digits);
    write_digits(out, "strings", strings_.packed());
    Packer digits;
    std::size_t begin = 0;
    for (const auto& [name, end] : parts_) {
      digits.clear();
      pack_.pack(begin, end, digits);
      write_digits(out, name, digits.digits());
      begin = end;
    }
    write_digits(out, "features", features_.digits);
    write_digits(out, "words", pack_words(extraction_.words, words_));
    out.close('}');
  }

 private:
  // Ends a part of what was written down.
  void end_part(std::string_view name) { parts_.emplace_back(name, pack_.size()); }

  void describe_all() {
    {
      std::uint32_t end = 0;
      const std::size_t plain = form_ == LineForm::plain ? amounts_of(extraction_).size() : 0;
      for (const auto& quantity : std::span(extraction_.quantities).subspan(plain))
        describe_other_value(pack_, quantity, end);
    }
    end_part("other_values");
    for (const auto& quantity : extraction_.quantities) {
      std::uint32_t scale = number_of(scale_of(quantity), scales_);
      describe_quantity(pack_, quantity, scale);
    }
    end_part("quantities");
    const auto& published = extraction_.article.published;
    for (const auto& date : extraction_.dates) describe_date(pack_, date, published ? published->day : 0);
    end_part("dates");
    for (const auto& attribution : extraction_.attributions) describe_attribution(pack_, attribution);
    end_part("attributions");
    if (form_ == LineForm::packed) {
      {
        std::uint32_t end = 0;
        for (const auto& date : extraction_.dates) describe_expression(pack_, date, end);
      }
      end_part("expressions");
      {
        std::uint32_t end = 0;
        for (const auto& attribution : extraction_.attributions) describe_spans(pack_, attribution, end);
      }
      end_part("spans");
    }
    for (std::size_t e = 0; e < keys_.size(); ++e) describe_entity(pack_, extraction_.entities[e], keys_[e]);
    end_part("entities");
    for (const auto& event : extraction_.events) describe_event(pack_, event);
    end_part("events");
    {
      std::uint32_t sentence = 0;
      for (const auto& passage : extraction_.passages) describe_passage(pack_, passage, sentence);
    }
    end_part("passages");
    {
      ClaimState state;
      for (std::size_t c = 0; c < extraction_.claims.size(); ++c)
        describe_claim(pack_, extraction_.claims[c], placed_.places[c], state);
    }
    end_part("claims");
  }

  void write_names(JsonLine& out) const {
    if (!labels_.written_out.empty())
      write_list(out, "labels", labels_.written_out, [&](std::string_view label) { out.text(label); });
    if (form_ == LineForm::packed || extraction_.entities.empty()) return;
    write_list(out, "entities", extraction_.entities, [&](const Entity& entity) { out.text(entity.label); });
  }

  const Extraction& extraction_;
  LineForm form_;
  PlacedClaims placed_;
  LineWords words_;
  PackedLabels labels_;            // of a packed line
  std::vector<std::string> keys_;  // plain ones of the entities
  StringNumbers strings_;
  RecordingPack pack_{strings_};
  std::vector<std::pair<std::string_view, std::size_t>> parts_;  // of what was written down, with their ends
  std::vector<Scale> scales_;
  PackedFeatures features_;
};

}  // namespace
}  // namespace codec

std::string write_extraction(const Extraction& extraction, LineForm form) {
  using namespace codec;
  JsonLine out;
  out.open('{');
  out.key("schema_version").integer(extraction_schema_version);
  write_article(out, extraction.article);
  write_text(out, "publisher", extraction.publisher);
  if (!extraction.wires.empty())
    write_list(out, "wires", extraction.wires, [&](const std::string& wire) { out.text(wire); });
  if (form == LineForm::plain) write_lists(out, extraction);
  if (!extraction.problems.empty())
    write_objects(out, "problems", extraction.problems, [&](const Problem& value) { write_problem(out, value); });
  Packed(extraction, form).write(out);
  out.close('}');
  return out.take();
}

}  // namespace corroborate
