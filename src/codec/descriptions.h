// What is packed of each value of an extraction, and in which order (data/schema/README.md shows it to people).
//
// `Pack` is one of packs.h; a value is const where it is not read. What a line writes as JSON is not described here.
#pragma once

#include <algorithm>

#include "codec/packs.h"
#include "corroborate/extraction.h"
#include "time/civil.h"

namespace corroborate::codec {

// Spans in text order: from the end of the one before, and length.
template <typename Pack, typename Span>
void describe_span(Pack& pack, Span& span, std::uint32_t& end) {
  auto gap = static_cast<std::int32_t>(span.begin - end);
  std::uint32_t length = span.end - span.begin;
  pack.signed_number(gap);
  pack.number(length);
  if constexpr (Pack::reads) {
    const std::int64_t begin = std::int64_t{end} + gap, behind = begin + length;
    if (begin < 0 || behind > std::numeric_limits<std::uint32_t>::max()) return pack.wrong("a span outside any text");
    span = {static_cast<std::uint32_t>(begin), static_cast<std::uint32_t>(behind)};
  }
  end = span.end;
}

template <typename Pack, typename Quantity>
void describe_quantity(Pack& pack, Quantity& quantity, std::uint32_t& scale) {
  pack.mixed(one_of(quantity.kind), rest(scale));
  pack.text(quantity.rule);
  pack.text(quantity.words);
}

// One that stands as JSON nowhere: in text order.
template <typename Pack, typename Quantity>
void describe_other_value(Pack& pack, Quantity& quantity, std::uint32_t& end) {
  describe_span(pack, quantity.span, end);
  bool is_range = quantity.to != quantity.from, has_low = quantity.interval.low != quantity.from;
  bool has_high = quantity.interval.high != quantity.to;
  pack.mixed(one_of(is_range), one_of(has_low), one_of(has_high), one_of(quantity.trend), one_of(quantity.relation));
  pack.real(quantity.from);
  if constexpr (Pack::reads) quantity.to = quantity.from;
  if (is_range) pack.real(quantity.to);
  if constexpr (Pack::reads) quantity.interval = {quantity.from, quantity.to};
  if (has_low) pack.real(quantity.interval.low);
  if (has_high) pack.real(quantity.interval.high);
  pack.text(quantity.unit);
  pack.text(quantity.counted);
}

enum class DaysForm : std::uint32_t { none, one, both, from, until };
inline constexpr std::uint32_t days_forms = 5;

inline DaysForm form_of(const Days& days) {
  const bool open_first = days.first == Days{}.first, open_last = days.last == Days{}.last;
  if (open_first || open_last)
    return open_first && open_last ? DaysForm::none : open_first ? DaysForm::until : DaysForm::from;
  return days.first == days.last ? DaysForm::one : DaysForm::both;
}

// Days count from `origin`.
template <typename Pack, typename Day>
void describe_day(Pack& pack, Day& day, std::int32_t origin) {
  std::int32_t from_origin = Pack::reads ? 0 : day - origin;
  pack.signed_number(from_origin);
  if constexpr (Pack::reads) {
    pack.check("a day", from_origin, -farthest_day, farthest_day);
    day = pack.failed() ? 0 : from_origin + origin;
    pack.check("a day", day, -farthest_day, farthest_day);
  }
}

template <typename Pack, typename Reference>
void describe_rare(Pack& pack, Reference& reference) {
  pack.mixed(one_of(reference.easter));
  std::int32_t nth = reference.nth;
  pack.signed_number(nth);
  std::int32_t plus_days = reference.plus_days;
  pack.signed_number(plus_days);
  if constexpr (Pack::reads) {
    pack.check("nth", nth, -1, 5);
    pack.check("plus_days", plus_days, -366, 366);
    if (nth != 0 && reference.month == 0) pack.wrong("nth without a month");
    reference.nth = nth;
    reference.plus_days = plus_days;
  }
}

template <typename Pack, typename Date>
void describe_date(Pack& pack, Date& date, std::int32_t published) {
  auto& reference = date.reference;
  bool has_weekday = reference.weekday != 0, has_shift = reference.shift != 0 || reference.shift_grain != Grain::day;
  bool has_month = reference.month != 0 || reference.day != 0;
  bool is_rare = reference.easter || reference.nth != 0 || reference.plus_days != 0;
  DaysForm form = form_of(date.days);
  pack.mixed(one_of(date.resolved), one_of(date.half_unknown), one_of(date.grain));
  pack.mixed(one_of(reference.needs_publication), one_of(reference.direction), one_of(has_weekday), one_of(has_shift));
  pack.mixed(Share<DaysForm>{form, days_forms}, one_of(has_month), one_of(is_rare));
  if (form == DaysForm::one || form == DaysForm::both || form == DaysForm::from)
    describe_day(pack, date.days.first, published);
  if constexpr (Pack::reads)
    if (form == DaysForm::one) date.days.last = date.days.first;
  if (form == DaysForm::both) describe_day(pack, date.days.last, date.days.first);
  if (form == DaysForm::until) describe_day(pack, date.days.last, published);
  if (has_weekday) pack.number(reference.weekday);
  if (has_shift) {
    pack.mixed(one_of(reference.shift_grain));
    pack.signed_number(reference.shift);
  }
  if (has_month) {
    pack.number(reference.month);
    pack.number(reference.day);
  }
  if constexpr (Pack::reads) {
    pack.check("weekday", reference.weekday, 0, 7);
    pack.check("shift", reference.shift, -farthest_shift, farthest_shift);
    pack.check("month", reference.month, 0, 12);
    pack.check("day", reference.day, 0, 31);
  }
  if (is_rare) describe_rare(pack, reference);
}

// What of a date stands as JSON in plain lines, behind what describe_date says of it.
template <typename Pack, typename Date>
void describe_expression(Pack& pack, Date& date, std::uint32_t& end) {
  describe_span(pack, date.span, end);
  const bool one_day = form_of(date.days) == DaysForm::one;
  std::string own_day;  // what the value of one day is without more
  if (one_day) own_day = time::iso_day(date.days.first);
  bool is_own_day = one_day && date.value == own_day, has_mod = !date.mod.empty();
  pack.mixed(one_of(date.type), one_of(has_mod), one_of(is_own_day));
  if (!is_own_day) pack.text(date.value);
  if constexpr (Pack::reads)
    if (is_own_day) date.value = own_day;
  if (has_mod) pack.text(date.mod);
}

// The spans of an attribution, likewise: how many of each, then these.
template <typename Pack, typename Attribution>
void describe_spans(Pack& pack, Attribution& attribution, std::uint32_t& end) {
  constexpr std::uint32_t many = 4;  // so many or more is written out
  auto sources = static_cast<std::uint32_t>(attribution.source.size());
  auto cues = static_cast<std::uint32_t>(attribution.cue.size());
  auto contents = static_cast<std::uint32_t>(attribution.content.size());
  std::uint32_t few_sources = std::min(sources, many), few_cues = std::min(cues, many);
  pack.mixed(Share<std::uint32_t>{few_sources, many + 1}, Share<std::uint32_t>{few_cues, many + 1}, rest(contents));
  if constexpr (Pack::reads) sources = few_sources, cues = few_cues;
  if (few_sources == many) pack.number(sources);
  if (few_cues == many) pack.number(cues);
  const auto one = [&](auto& span) { describe_span(pack, span, end); };
  pack.elements(attribution.source, sources, one);
  pack.elements(attribution.cue, cues, one);
  pack.elements(attribution.content, contents, one);
  pack.index(attribution.within);
}

template <typename Pack, typename Attribution>
void describe_attribution(Pack& pack, Attribution& attribution) {
  pack.mixed(one_of(attribution.stance));
  pack.index(attribution.source_entity);
}

// `plain_key` = what its label makes the key; other keys are written.
template <typename Pack, typename Entity>
void describe_entity(Pack& pack, Entity& entity, const std::string& plain_key) {
  bool has_key = entity.key != plain_key, has_side = !entity.side.empty();
  pack.mixed(one_of(entity.kind), one_of(entity.relay), one_of(has_key), one_of(has_side));
  if (has_key) pack.text(entity.key);
  if constexpr (Pack::reads)
    if (!has_key) entity.key = plain_key;
  if (has_side) pack.text(entity.side);
  std::uint32_t end = 0;
  pack.list(entity.mentions, [&](auto& span) { describe_span(pack, span, end); });
}

template <typename Pack, typename Event>
void describe_event(Pack& pack, Event& event) {
  pack.mixed(one_of(event.scope), one_of(event.main), one_of(event.separate));
  pack.text(event.event_class);
  pack.text(event.place);
  pack.text(event.country);
  pack.index(event.date);
}

// Tokens and clauses of a passage so far.
struct PassageState {
  std::int32_t at = -1, clause = 0;
};

template <typename Pack, typename Word>
void describe_word(Pack& pack, Word& word, PassageState& state) {
  constexpr std::int32_t far = 2;  // tokens on; so far or more is written out
  auto step = static_cast<std::int32_t>(word.at) - state.at - 1;
  bool new_clause = word.clause != state.clause;
  std::uint32_t near = step < 0 || step > far ? far : static_cast<std::uint32_t>(step);
  pack.near_text(word.lemma);
  pack.mixed(one_of(word.kind), one_of(new_clause), Share<std::uint32_t>{near, far + 1});
  if (near == far) pack.signed_number(step);
  if constexpr (Pack::reads) {
    if (near != far) step = static_cast<std::int32_t>(near);
    const std::int64_t at = std::int64_t{state.at} + step + 1;
    if (at < 0 || at > 0xFFFF) return pack.wrong("a word outside any sentence");
    word.at = static_cast<std::uint16_t>(at);
    word.clause = static_cast<std::uint16_t>(state.clause);
  }
  if (new_clause) pack.number(word.clause);
  state = {word.at, word.clause};
}

// Of its words those that the lexicon puts in a group are told behind them, by steps from one to the next.
template <typename Pack, typename Passage>
void describe_passage(Pack& pack, Passage& passage, std::uint32_t& sentence) {
  auto step = static_cast<std::int32_t>(passage.sentence - sentence);
  pack.signed_number(step);
  if constexpr (Pack::reads) passage.sentence = sentence + static_cast<std::uint32_t>(step);
  sentence = passage.sentence;
  pack.mixed(one_of(passage.headline));
  PassageState state;
  pack.list(passage.words, [&](auto& word) { describe_word(pack, word, state); });
  auto grouped = static_cast<std::uint32_t>(
      std::ranges::count_if(passage.words, [](const PassageWord& word) { return !word.group.empty(); }));
  pack.number(grouped);
  if constexpr (Pack::reads)
    if (grouped > passage.words.size()) return pack.wrong("more groups than words");
  std::uint32_t last = 0;
  for (std::uint32_t w = 0; grouped > 0; ++w, --grouped) {
    if constexpr (!Pack::reads)
      while (passage.words[w].group.empty()) ++w;
    std::uint32_t on = w - last;
    pack.number(on);
    if constexpr (Pack::reads) {
      w = last + std::min<std::uint32_t>(on, 0xFFFF);
      if (w >= passage.words.size()) return pack.wrong("a group of no word");
    }
    pack.text(passage.words[w].group);
    last = w;
  }
}

template <typename Pack, typename Facets>
void describe_facets(Pack& pack, Facets& facets, std::int32_t& passage) {
  std::int32_t step = Pack::reads ? 0 : facets.passage - passage;
  pack.signed_number(step);
  if constexpr (Pack::reads) facets.passage = pack.place(passage, step);
  passage = facets.passage;
  auto length = static_cast<std::uint32_t>(facets.end - facets.at);
  bool is_backward = facets.end < facets.at, is_named = !facets.owner.empty() || !facets.place.empty();
  bool has_scope = facets.scope != 0 || is_backward, has_marker = !facets.marker.empty();
  if (is_backward) length = facets.end;
  pack.number(facets.at);
  pack.mixed(one_of(has_scope), one_of(is_named), one_of(has_marker), rest(length));
  if (has_scope) {
    pack.mixed(one_of(is_backward));
    pack.number(facets.scope);
  }
  if constexpr (Pack::reads) {
    const std::uint64_t end = is_backward ? length : std::uint64_t{facets.at} + length;
    if (end > 0xFFFF) return pack.wrong("a value outside any sentence");
    facets.end = static_cast<std::uint16_t>(end);
  }
  pack.number(facets.clause);
  pack.index(facets.thing);
  pack.index(facets.governor);
  pack.mixed(one_of(facets.negated), one_of(facets.tie));
  if (has_marker) pack.text(facets.marker);
  pack.list(facets.arguments, [&](auto& word) { pack.number(word); });
  pack.list(facets.modifiers, [&](auto& word) { pack.number(word); });
  pack.index(facets.date);
  if (!is_named) return;
  pack.text(facets.owner);
  pack.text(facets.place);
}

template <typename Pack, typename Argument>
void describe_argument(Pack& pack, Argument& argument) {
  bool has_key = !argument.key.empty(), has_side = !argument.side.empty(), has_event = argument.event != no_index;
  pack.mixed(one_of(has_event), one_of(has_side), one_of(has_key), one_of(argument.kind));
  pack.text(argument.role);
  pack.text(argument.head);
  if (has_key) pack.text(argument.key);
  if (has_side) pack.text(argument.side);
  if (has_event) pack.number(argument.event);
}

// Where a claim stands: its sentence, and what does not follow from that sentence.
struct ClaimPlace {
  std::uint32_t sentence = 0;
  std::int32_t from_sentence = 0;  // of its span
  std::uint32_t length = 0;
  bool own_place = false;  // line and column are written
  bool own_quote = false;  // and the quotation
};

// Of the claim before.
struct ClaimState {
  std::int32_t sentence = 0, passage = 0;
};

template <typename Pack, typename Claim>
void describe_place(Pack& pack, Claim& claim, ClaimPlace& place, ClaimState& state) {
  std::int32_t step = Pack::reads ? 0 : static_cast<std::int32_t>(place.sentence) - state.sentence;
  pack.signed_number(step);
  if constexpr (Pack::reads) place.sentence = static_cast<std::uint32_t>(pack.place(state.sentence, step));
  state.sentence = static_cast<std::int32_t>(place.sentence);
  pack.signed_number(place.from_sentence);
  pack.number(place.length);
  if (place.own_place) {
    pack.number(claim.line);
    pack.number(claim.column);
  }
  if (place.own_quote) pack.text(claim.quote);
}

template <typename Pack, typename Claim>
void describe_claim(Pack& pack, Claim& claim, ClaimPlace& place, ClaimState& state) {
  bool has_more = claim.polarity != Polarity::asserted || claim.modality != Modality::actual || claim.so_far ||
                  claim.as_of != no_index || place.own_place || place.own_quote;
  bool has_facets = claim.facets.passage != no_index;
  bool has_arguments = claim.pole != Pole::none || !claim.arguments.empty();
  pack.mixed(one_of(claim.kind), one_of(has_facets), one_of(has_arguments), one_of(has_more));
  if (has_more) {
    pack.mixed(one_of(claim.polarity), one_of(claim.modality), one_of(claim.so_far), one_of(place.own_place),
               one_of(place.own_quote));
    pack.index(claim.as_of);
  }
  describe_place(pack, claim, place, state);
  pack.text(claim.rule);
  pack.text(claim.property);
  bool has_population = !claim.population.empty(), has_term = !claim.term.empty();
  std::int32_t event = claim.event + 1;
  pack.mixed(one_of(has_population), one_of(has_term), rest(event));
  if constexpr (Pack::reads) claim.event = event - 1;
  if (has_population) pack.text(claim.population);
  if (has_term) pack.text(claim.term);
  pack.list(claim.chain, [&](auto& attribution) { pack.number(attribution); });
  if (claim.kind == ClaimKind::quantity) pack.number(claim.quantity);
  if (claim.kind == ClaimKind::date) pack.number(claim.date);
  if (has_arguments) {
    auto size = static_cast<std::uint32_t>(claim.arguments.size());
    pack.mixed(one_of(claim.pole), rest(size));
    pack.elements(claim.arguments, size, [&](auto& argument) { describe_argument(pack, argument); });
  }
  if (has_facets) describe_facets(pack, claim.facets, state.passage);
}

}  // namespace corroborate::codec
