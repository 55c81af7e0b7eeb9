// What all kinds of claim share: span, chain, population, side.
#include "extract/claims/claims.h"

#include <algorithm>

#include "extract/claims/as_of.h"
#include "extract/claims/naming.h"
#include "extract/claims/retractions.h"
#include "extract/events/polarity.h"
#include "extract/facets/facets.h"
#include "extract/reading/contexts.h"

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;

constexpr std::uint32_t longest_span = 190;  // bytes: a claim is quoted in one or two lines of a report

// The words of one noun phrase around its head, without clauses that hang on it.
TokenRange noun_phrase(const Analysis& analysis, std::size_t head) {
  TokenRange range{static_cast<TokenIndex>(head), static_cast<TokenIndex>(head + 1)};
  for (const auto child : analysis.children(head)) {
    const auto label = analysis.token(child).deprel;
    const bool inner = label == Deprel::amod || label == Deprel::compound || label == Deprel::nmod_poss ||
                       label == Deprel::nummod || label == Deprel::flat || label == Deprel::det ||
                       label == Deprel::nmod;
    if (!inner) continue;
    const auto sub = analysis.subtree(child);
    range.begin = std::min(range.begin, sub.first);
    range.end = std::max(range.end, static_cast<TokenIndex>(sub.last + 1));
  }
  return range;
}

void shorten(const Analysis& analysis, std::size_t at, TokenIndex& begin, TokenIndex& end) {
  const auto length = [&] { return analysis.token(end - 1).end - analysis.token(begin).begin; };
  while (end - begin > 1 && length() > longest_span) {
    if (end - 1 > at)
      --end;
    else if (begin < at)
      ++begin;
    else
      break;
  }
}

// Somebody withdraws what they said: all speakers inside are the one who withdraws ("it withdrew its claim that …").
bool is_taken_back(const Reading& reading, const std::vector<int>& chain) {
  const auto at = [&](int link) -> const AttributionMention& {
    return reading.attributions[static_cast<std::size_t>(link)];
  };
  const int last = at(chain.back()).source_entity;
  for (auto link = chain.rbegin(); link != chain.rend() && (link == chain.rbegin() || at(*link).source_entity == last);
       ++link)
    if (at(*link).stance == Stance::retracts) return true;
  return false;
}

// Of the innermost speaker. "rejected claims that …" names nobody for the claims, or the same: whoever rejects them
// decides.
Stance stance_of_speaker(const Reading& reading, const std::vector<int>& chain) {
  const auto at = [&](std::size_t link) -> const AttributionMention& {
    return reading.attributions[static_cast<std::size_t>(chain[link])];
  };
  std::size_t link = chain.size() - 1;
  while (link > 0 && (at(link).source.empty() || at(link).source_entity == at(link - 1).source_entity) &&
         at(link - 1).stance == Stance::denies) {
    --link;
  }
  return at(link).stance;
}

}  // namespace

Claim make_claim(const Reading& reading, ClaimKind kind, std::size_t at, TokenIndex begin, TokenIndex end) {
  const Analysis& analysis = reading.analysis;
  Claim claim;
  claim.kind = kind;
  shorten(analysis, at, begin, end);
  claim.span = {analysis.token(begin).begin, analysis.token(end - 1).end};
  const auto& sentence = analysis.sentence(analysis.sentence_of(at));
  claim.sentence = {analysis.token(sentence.begin).begin, analysis.token(sentence.end - 1).end};
  claim.chain = chain_at(reading.attributions, at);
  claim.modality = modality_at(analysis, reading.predicates, at);
  if (kind == ClaimKind::quantity) claim.polarity = polarity_at(analysis, at);
  // The innermost speaker who denies or declines decides; an outer denial of a report is a claim of its own.
  if (!claim.chain.empty()) {
    const Stance stance = stance_of_speaker(reading, claim.chain);
    if (stance == Stance::denies) claim.polarity = Polarity::denied;
    // "refused to discuss the 900 dockers": the number is told of all the same.
    const bool states_value = kind == ClaimKind::quantity || kind == ClaimKind::date;
    if (stance == Stance::declines && claim.polarity == Polarity::asserted && !states_value)
      claim.polarity = Polarity::declined;
    if (is_taken_back(reading, claim.chain)) claim.polarity = Polarity::retracted;
    if (reading.attributions[static_cast<std::size_t>(claim.chain.back())].rule == AttributionRule::own_correction)
      claim.chain.pop_back();
    if (stance == Stance::doubts && claim.modality == Modality::actual) claim.modality = Modality::hedged;
  }
  return claim;
}

namespace {

// "the United States and its allies": the nearest side named before the pronoun in its sentence.
std::string side_before(const Reading& reading, std::size_t pronoun) {
  const auto& sentence = reading.analysis.sentence(reading.analysis.sentence_of(pronoun));
  for (std::size_t t = pronoun; t > sentence.begin; --t) {
    const int entity = reading.entities.of_token(t - 1);
    if (entity != no_index && !reading.entities.at(entity).side.empty()) return reading.entities.at(entity).side;
  }
  return {};
}

}  // namespace

std::string side_of(const Reading& reading, std::size_t head) {
  const auto range = noun_phrase(reading.analysis, head);
  const int own = reading.entities.of_token(head);
  if (own != no_index && !reading.entities.at(own).side.empty()) return reading.entities.at(own).side;
  for (auto t = range.begin; t < range.end; ++t) {
    const int entity = reading.entities.of_token(t);
    if (entity == no_index) continue;
    if (!reading.entities.at(entity).side.empty()) return reading.entities.at(entity).side;
  }
  for (const auto child : reading.analysis.children(head)) {
    const auto& word = reading.analysis.token(child);
    if (word.deprel == Deprel::nmod_poss && word.upos == Upos::pron) return side_before(reading, child);
  }
  return {};
}

std::string population_of(const Reading& reading, std::size_t noun) {
  const Analysis& analysis = reading.analysis;
  std::string population;
  for (std::size_t back = std::min<std::size_t>(3, noun + 1); back >= 1 && population.empty(); --back) {
    for (const Hit& hit : analysis.hits_at(noun + 1 - back)) {
      if (hit.row->table == Table::populations && hit.length == back) population = (*hit.row)[1];
    }
  }
  if (population.empty()) population = analysis.lemma(noun);
  const auto range = noun_phrase(analysis, noun);
  for (auto t = range.begin; t < noun; ++t) {
    const int entity = reading.entities.of_token(t);
    if (entity == no_index || reading.entities.at(entity).side.empty()) continue;
    return population + "@" + reading.entities.at(entity).side;
  }
  return population;
}

namespace {

// Whether it is of read_clock_claims: of a time of the day, not of a day.
bool tells_clock(const Claim& claim) { return claim.kind == ClaimKind::date && claim.property.starts_with("time"); }

// Makes one claim of every value: the one that a reader has labelled, else a plain one; each with its facets. "9:27
// a.m. on Sunday" tells two, the time and the day.
class ValueReader {
 public:
  explicit ValueReader(Reading& reading)
      : reading_(reading),
        analysis_(reading.analysis),
        facets_(analysis_, reading.entities, reading.predicates, reading.events) {}

  void read_all() {
    Labelled labelled{std::vector<int>(reading_.quantities.size(), no_index),
                      std::vector<int>(reading_.dates.size(), no_index),
                      std::vector<int>(reading_.dates.size(), no_index)};
    drop_second_labels(labelled);
    for (std::size_t q = 0; q < labelled.counts.size(); ++q) read_quantity(static_cast<int>(q), labelled.counts[q]);
    for (std::size_t d = 0; d < labelled.days.size(); ++d) read_date(static_cast<int>(d), labelled);
    reading_.passages = facets_.take_passages();
    for (Claim& claim : reading_.claims)
      if (claim.property == nameless) claim.property = deed_of(reading_, claim.facets);
  }

 private:
  // Claims by quantity and by date; no_index = none.
  struct Labelled {
    std::vector<int> counts, days, clocks;
  };

  void drop_second_labels(Labelled& labelled) {
    std::vector<Claim> kept;
    for (Claim& claim : reading_.claims) {
      auto& dated = tells_clock(claim) ? labelled.clocks : labelled.days;
      int* first = claim.quantity != no_index ? &labelled.counts[static_cast<std::size_t>(claim.quantity)]
                   : claim.date != no_index   ? &dated[static_cast<std::size_t>(claim.date)]
                                              : nullptr;
      if (first != nullptr && *first != no_index) continue;
      if (first != nullptr) *first = static_cast<int>(kept.size());
      kept.push_back(std::move(claim));
    }
    reading_.claims = std::move(kept);
  }

  void read_quantity(int number, int labelled) {
    const auto& mention = reading_.quantities[static_cast<std::size_t>(number)];
    if (labelled == no_index && is_idle(mention.quantity)) return;
    const bool number_only = labelled == no_index;  // of no event that the mood could be of
    if (number_only) {
      labelled = add(ClaimKind::quantity, mention.number_begin, mention.begin, mention.end, mention.head);
      reading_.claims.back().quantity = number;
    }
    Claim& claim = reading_.claims[static_cast<std::size_t>(labelled)];
    if (number_only && is_presupposed(mention)) claim.modality = Modality::actual;
    if (is_asked_for(mention)) claim.modality = Modality::hypothetical;
    if (claim.polarity == Polarity::denied && counts_charges(mention.number_begin))
      claim.polarity = polarity_at(analysis_, mention.number_begin);
    claim.facets = facets_.of_quantity(mention);
  }

  // "will enter the $9 billion market", "may camp beside its 40 fences"
  bool is_presupposed(const QuantityMention& mention) const {
    std::size_t noun = mention.number_begin;
    if (is_idiom(analysis_, noun)) return false;
    for (auto label = analysis_.token(noun).deprel;
         label == Deprel::nummod || label == Deprel::compound || label == Deprel::amod || label == Deprel::nmod_desc;
         label = analysis_.token(noun).deprel)
      noun = static_cast<std::size_t>(analysis_.token(noun).head);
    return noun != mention.number_begin && is_definite(analysis_, noun);
  }

  // "denied two counts of fraud": that there are two is told, whatever is denied.
  bool counts_charges(std::size_t number) const {
    const auto& word = analysis_.token(number);
    return word.deprel == syntax::Deprel::nummod &&
           is_context(analysis_, static_cast<std::size_t>(word.head), "charge");
  }

  // "unclear how many tents burned": a question, in whatever clause it stands.
  bool is_asked_for(const QuantityMention& mention) const {
    return mention.quantity.relation == Relation::vague && mention.number_begin > 0 &&
           analysis_.lemma(mention.number_begin - 1u) == "how";
  }

  void read_date(int number, const Labelled& labelled) {
    const auto& mention = reading_.dates[static_cast<std::size_t>(number)];
    if (mention.date.type == TimexType::duration || mention.date.value.ends_with("_REF"))
      return;  // a quantity of time; no day
    const int clock = labelled.clocks[static_cast<std::size_t>(number)];
    int day = labelled.days[static_cast<std::size_t>(number)];
    if (day == no_index && (clock == no_index || !is_bare_clock(mention.date))) {
      day = add(ClaimKind::date, mention.begin, mention.begin, mention.end, no_index);
      reading_.claims.back().date = number;
    }
    const bool written = is_dateline(mention) || is_stamp(mention);
    for (const int each : {clock, day}) {
      if (each == no_index) continue;
      Claim& claim = reading_.claims[static_cast<std::size_t>(each)];
      if (written) claim.rule = "dateline";
      claim.facets = facets_.of_date(mention, number);
    }
  }

  // "PORT ELLAN, 30 May -": the day of writing.
  bool is_dateline(const DateMention& mention) const {
    constexpr TokenIndex reach = 14;
    if (mention.begin > reach || mention.end >= analysis_.size()) return false;
    const auto next = analysis_.form(mention.end);
    return next == "-" || next == "--" || next == "\u2013" || next == "\u2014" || next == ")";
  }

  // "Updated 8:14 AM EDT", "Tuesday, Oct 14, 2014 | By Orla Holm": a short line without a verb, when it was written.
  bool is_stamp(const DateMention& mention) const {
    constexpr TokenIndex longest = 22;
    const auto& sentence = analysis_.sentence(analysis_.sentence_of(mention.begin));
    if (sentence.end - sentence.begin > longest || mention.date.grain > Grain::day) return false;
    bool dated = false;
    for (auto t = sentence.begin; t < sentence.end; ++t) {
      if (is_context(analysis_, t, "stamp"))
        dated = true;
      else if (is_verb(analysis_, t))
        return false;
      const auto form = analysis_.form(t);
      dated |= form == "|" || form == ":" || form == "/";
    }
    return dated || covers_most(mention, sentence);
  }

  // Nearly the whole line is dates and times.
  bool covers_most(const DateMention& mention, const syntax::Sentence& sentence) const {
    std::size_t words = 0, covered = 0;
    const auto& dates = reading_.dates;  // in text order
    for (auto t = sentence.begin; t < sentence.end; ++t) words += analysis_.token(t).upos != syntax::Upos::punct;
    for (auto other = std::ranges::lower_bound(dates, sentence.begin, {}, &DateMention::begin);
         other != dates.end() && other->end <= sentence.end; ++other)
      covered += other->end - other->begin;
    return mention.end > mention.begin && covered * 2 > words;
  }

  // The claim takes in what is counted, and what governs it where that stands beside it.
  int add(ClaimKind kind, std::size_t at, TokenIndex begin, TokenIndex end, int head) {
    constexpr TokenIndex beside = 3;  // tokens
    TokenIndex first = begin, last = end;
    if (head != no_index) {
      first = std::min(first, static_cast<TokenIndex>(head));
      last = std::max(last, static_cast<TokenIndex>(head + 1));
    }
    const auto [governor, tie] = facets_.governor_of(begin, end, head);
    if (governor != no_index &&
        analysis_.sentence_of(static_cast<std::size_t>(governor)) == analysis_.sentence_of(begin)) {
      const auto verb = static_cast<TokenIndex>(governor);
      if (verb < first && first - verb <= beside) first = verb;
      if (verb >= last && verb - last < beside) last = verb + 1;
    }
    Claim claim = make_claim(reading_, kind, at, first, last);
    claim.property = claim.rule = nameless;
    claim.event = reading_.events.event_near(at);
    reading_.claims.push_back(std::move(claim));
    return static_cast<int>(reading_.claims.size()) - 1;
  }

  Reading& reading_;
  const Analysis& analysis_;
  FacetReader facets_;
};

}  // namespace

void read_claims(Reading& reading) {
  read_place_claims(reading);  // first: who lives there is not counted again
  read_count_claims(reading);
  state_as_of(reading);
  assert_replacements(reading);
  read_measure_claims(reading);
  read_age_claims(reading);
  read_clock_claims(reading);
  read_date_claims(reading);
  read_term_claims(reading);
  read_proposition_claims(reading);
  ValueReader(reading).read_all();
  std::stable_sort(reading.claims.begin(), reading.claims.end(), [](const Claim& a, const Claim& b) {
    return std::tuple(a.span.begin, a.span.end, a.kind) < std::tuple(b.span.begin, b.span.end, b.kind);
  });
}

}  // namespace corroborate::extraction
