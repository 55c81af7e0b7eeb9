// extract(): one article in, everything it says out. Orders the extractors and turns byte offsets into code points.
#include "corroborate/corroborate.h"

#include <fmt/format.h>

#include <algorithm>
#include <numeric>
#include <unordered_map>
#include <utility>

#include "extract/claims/claims.h"
#include "extract/dates/date_order.h"
#include "extract/dates/dates.h"
#include "extract/events/events.h"
#include "extract/events/predicates.h"
#include "extract/features/background.h"
#include "extract/features/features.h"
#include "extract/names/entities.h"
#include "extract/names/frontmatter.h"
#include "extract/numbers/quantities.h"
#include "extract/reading/analysis.h"
#include "extract/reading/left_out.h"
#include "extract/speakers/attributions.h"
#include "text/utf8.h"
#include "time/resolve.h"

namespace corroborate {

namespace {

using extraction::TokenIndex;

// "Three years ago", "20 minutes later" name a time by a length, and the length is a quantity.
bool is_shift(const extraction::Analysis& analysis, const extraction::DateMention& mention) {
  const bool vague = mention.date.value.ends_with("_REF");  // "a few hours earlier"
  if (mention.end < mention.begin + 3u || (!vague && analysis.token(mention.begin).upos != syntax::Upos::num))
    return false;
  const auto last = extraction::fold(analysis.form(mention.end - 1));
  return last == "ago" || last == "earlier" || last == "later";
}

// Dates and clock times hold no quantities; durations, sets and shifts do.
std::vector<bool> tokens_of_dates(const extraction::Analysis& analysis,
                                  const std::vector<extraction::DateMention>& dates) {
  std::vector<bool> taken(analysis.size());
  for (const auto& mention : dates) {
    if (mention.date.type == TimexType::duration || mention.date.type == TimexType::set || is_shift(analysis, mention))
      continue;
    std::fill(taken.begin() + mention.begin, taken.begin() + mention.end, true);
  }
  return taken;
}

Span span_of(const extraction::Analysis& analysis, const extraction::TokenRange& range) {
  return {analysis.token(range.begin).begin, analysis.token(range.end - 1).end};
}

std::vector<Span> spans_of(const extraction::Analysis& analysis, const std::vector<extraction::TokenRange>& ranges) {
  std::vector<Span> spans;
  spans.reserve(ranges.size());
  for (const auto& range : ranges) spans.push_back(span_of(analysis, range));
  return spans;
}

// Moves the quantities out of their mentions, amounts first, each kind in text order, less the idle ones that no claim
// refers to; claims follow.
std::vector<Quantity> keep_quantities(std::vector<extraction::QuantityMention>& mentions, std::vector<Claim>& claims) {
  std::vector<bool> used(mentions.size());
  for (const Claim& claim : claims) {
    if (claim.quantity != no_index) used[static_cast<std::size_t>(claim.quantity)] = true;
  }
  std::vector<Quantity> kept;
  std::vector<int> number(mentions.size(), no_index);
  std::vector<std::size_t> order(mentions.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, {}, [&](std::size_t i) {
    return std::pair(mentions[i].quantity.kind != FigureKind::amount, mentions[i].quantity.span.begin);
  });
  for (const std::size_t i : order) {
    if (!used[i] && extraction::is_idle(mentions[i].quantity)) continue;
    number[i] = static_cast<int>(kept.size());
    kept.push_back(std::move(mentions[i].quantity));
  }
  for (Claim& claim : claims) {
    if (claim.quantity != no_index) claim.quantity = number[static_cast<std::size_t>(claim.quantity)];
  }
  return kept;
}

std::vector<Attribution> keep_attributions(const extraction::Analysis& analysis,
                                           std::vector<extraction::AttributionMention>& mentions) {
  std::vector<Attribution> kept;
  kept.reserve(mentions.size());
  for (auto& mention : mentions) {
    Attribution& attribution = kept.emplace_back();
    if (!mention.source.empty()) attribution.source = {span_of(analysis, mention.source)};
    attribution.cue = {span_of(analysis, mention.cue_range)};
    attribution.content = spans_of(analysis, std::exchange(mention.content, {}));
    attribution.source_entity = mention.source_entity;
    attribution.stance = mention.stance;
    attribution.directness = mention.directness;
    attribution.within = mention.within;
    attribution.rule = extraction::name_of_rule(mention);
  }
  return kept;
}

// Byte offsets become code points; claims get their place and their words.
class Finisher {
 public:
  explicit Finisher(std::string_view body) : body_(body), index_(body) {}

  void finish(Extraction& extraction, const Article& article) const {
    for (auto& quantity : extraction.quantities) convert(quantity.span);
    for (auto& date : extraction.dates) convert(date.span);
    for (auto& attribution : extraction.attributions) {
      convert(attribution.source);
      convert(attribution.cue);
      convert(attribution.content);
    }
    for (auto& entity : extraction.entities) convert(entity.mentions);
    for (auto& event : extraction.events) convert(event.mentions);
    for (auto& word : extraction.words) convert(word.span);
    const auto shares = shares_of(extraction.claims);
    for (std::size_t c = 0; c < extraction.claims.size(); ++c) {
      Claim& claim = extraction.claims[c];
      claim.quote = body_.substr(claim.span.begin, claim.span.end - claim.span.begin);
      claim.context = context_of(claim, shares[c]);
      const auto place = index_.at(claim.span.begin);
      claim.line = line_in_file(article, place.line);
      claim.column = article.lines.empty() ? place.column : 0;
      convert(claim.span);
      convert(claim.sentence);
    }
  }

  // "path:line: more than 5000 numbers …"
  Problem problem_of(const extraction::LeftOut::Part& part, const Article& article) const {
    return {article.path, index_.at(part.from).line + article.first_line - 1,
            fmt::format("more than {} {}: those from here on are left out (expected an article)", part.most, part.kind),
            Severity::skipped};
  }

 private:
  static constexpr std::uint32_t longest_context = 2000;  // bytes: a sentence that is longer is cut
  // Bytes of context that all claims of one sentence share: more claims than that are a table or a list, and each shows
  // what stands around it.
  static constexpr std::uint32_t most_contexts = 40'000;
  static constexpr std::uint32_t shortest_context = 240;

  // How long the context of each claim may be.
  static std::vector<std::uint32_t> shares_of(const std::vector<Claim>& claims) {
    std::unordered_map<std::uint32_t, std::uint32_t> of_sentence;
    for (const Claim& claim : claims) ++of_sentence[claim.sentence.begin];
    std::vector<std::uint32_t> shares;
    shares.reserve(claims.size());
    for (const Claim& claim : claims) {
      const std::uint32_t whole = std::min(claim.sentence.end - claim.sentence.begin, longest_context);
      const std::uint32_t share = most_contexts / of_sentence[claim.sentence.begin];
      shares.push_back(whole <= share ? whole : std::max(share, shortest_context));
    }
    return shares;
  }

  // The sentence from its beginning, as far as it may go; of a list the words around the claim.
  std::string context_of(const Claim& claim, std::uint32_t share) const {
    const Span sentence = claim.sentence;
    std::uint32_t begin = sentence.begin, end = std::min(sentence.end, begin + share);
    if (share < std::min(sentence.end - begin, longest_context)) {
      const std::uint32_t quoted = std::min(share, claim.span.end - claim.span.begin);
      begin = std::max(sentence.begin, claim.span.begin - std::min(claim.span.begin, (share - quoted) / 2));
      end = std::max(begin, std::min(sentence.end, begin + share));
      while (begin < claim.span.begin && text::is_continuation(body_[begin])) ++begin;
    }
    std::string context(body_.substr(begin, end - begin));
    context.resize(text::find_invalid(context));  // a cut inside a character
    return context;
  }

  void convert(Span& span) const { span = {index_.code_point_at(span.begin), index_.code_point_at(span.end)}; }
  void convert(std::vector<Span>& spans) const {
    for (auto& span : spans) convert(span);
  }

  std::string_view body_;
  text::PositionIndex index_;
};

// What was found goes as soon as it has been taken over.
void read_events_and_claims(const extraction::Analysis& analysis, std::vector<extraction::QuantityMention>& quantities,
                            std::vector<extraction::DateMention>& dates, extraction::LeftOut& left_out,
                            Extraction& result) {
  extraction::Entities entities(analysis);
  auto attributions = extraction::find_attributions(analysis, entities);
  const extraction::Predicates predicates(analysis);
  extraction::Events events(analysis, predicates, dates, entities);
  extraction::Reading reading{analysis, quantities, dates, attributions, entities, predicates, events, {}, {}};
  extraction::read_claims(reading);
  left_out.cut(reading.claims, extraction::most_values, "claims", [](const Claim& claim) { return claim.span.begin; });
  for (auto& event : events.all()) event.country = extraction::country_of(event.place);

  result.quantities = keep_quantities(quantities, reading.claims);
  quantities = {};
  result.dates.reserve(dates.size());
  for (auto& mention : dates) result.dates.push_back(std::move(mention.date));
  dates = {};
  result.attributions = keep_attributions(analysis, attributions);
  attributions = {};
  result.entities = std::move(entities.all());
  result.events = std::move(events.all());
  result.passages = std::move(reading.passages);
  result.claims = std::move(reading.claims);
}

}  // namespace

Extraction extract(const Article& article) {
  Extraction result;
  result.article = article;
  std::string().swap(result.article.body);  // clearing would keep the room
  result.article.lines = {};

  const extraction::Analysis analysis(article.body);
  extraction::LeftOut left_out;
  auto dates = extraction::find_dates(analysis, extraction::most_values + 1);
  left_out.cut(dates, extraction::most_values, "dates", [](const auto& mention) { return mention.date.span.begin; });
  const auto& known = article.published ? article.published : article.addressed;
  extraction::settle_day_order(analysis, article.url, known ? std::optional(known->day) : std::nullopt, dates);
  const auto front = extraction::read_front_matter(analysis, dates);
  if (!result.article.published) result.article.published = front.published;
  if (!result.article.published) result.article.published = article.addressed;
  if (result.article.published) {
    if (result.article.published->note.empty()) result.article.published->note = "the article's metadata";
    // The day of a file waits for what the other articles tell.
    if (result.article.published->basis != DayBasis::file)
      for (auto& mention : dates) time::resolve(mention.date, *result.article.published);
  }
  result.publisher = extraction::publisher_of(article.outlet, article.url);
  result.wires = front.wires;

  auto quantities =
      extraction::find_quantities(analysis, tokens_of_dates(analysis, dates), extraction::most_values + 1);
  left_out.cut(quantities, extraction::most_values, "numbers",
               [](const auto& mention) { return mention.quantity.span.begin; });
  read_events_and_claims(analysis, quantities, dates, left_out, result);
  result.features = extraction::features_of(analysis, article.title);
  result.background_documents = extraction::background_documents();
  result.words = extraction::words_of(analysis);
  result.token_count = static_cast<std::uint32_t>(analysis.size());
  const Finisher finisher(article.body);
  finisher.finish(result, article);
  for (const auto& part : left_out.parts()) result.problems.push_back(finisher.problem_of(part, article));
  return result;
}

}  // namespace corroborate
