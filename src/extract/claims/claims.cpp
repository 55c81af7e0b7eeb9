// What all kinds of claim share: span, chain, population, side.
#include "extract/claims/claims.h"

#include <algorithm>

#include "extract/claims/as_of.h"
#include "extract/claims/retractions.h"
#include "extract/events/polarity.h"
#include "extract/speakers/own_corrections.h"

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
    const bool inner = label == Deprel::amod || label == Deprel::compound || label == Deprel::nmod_poss || label == Deprel::nummod ||
                       label == Deprel::flat || label == Deprel::det || label == Deprel::nmod;
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
    if (end - 1 > at) --end;
    else if (begin < at) ++begin;
    else break;
  }
}

// Somebody withdraws what they said: all speakers inside are the one who withdraws ("it withdrew its claim that …").
bool is_taken_back(const Reading& reading, const std::vector<int>& chain) {
  const auto at = [&](int link) -> const Attribution& { return reading.attributions[static_cast<std::size_t>(link)].attribution; };
  const int last = at(chain.back()).source_entity;
  for (auto link = chain.rbegin(); link != chain.rend() && (link == chain.rbegin() || at(*link).source_entity == last); ++link)
    if (at(*link).stance == Stance::retracts) return true;
  return false;
}

// Of the innermost speaker. "rejected claims that …" names nobody for the claims, or the same: whoever rejects them decides.
Stance stance_of_speaker(const Reading& reading, const std::vector<int>& chain) {
  const auto at = [&](std::size_t link) -> const AttributionMention& { return reading.attributions[static_cast<std::size_t>(chain[link])]; };
  std::size_t link = chain.size() - 1;
  while (link > 0 && (at(link).source.empty() || at(link).attribution.source_entity == at(link - 1).attribution.source_entity) &&
         at(link - 1).attribution.stance == Stance::denies) {
    --link;
  }
  return at(link).attribution.stance;
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
    if (stance == Stance::declines && claim.polarity == Polarity::asserted) claim.polarity = Polarity::declined;
    if (is_taken_back(reading, claim.chain)) claim.polarity = Polarity::retracted;
    if (reading.attributions[static_cast<std::size_t>(claim.chain.back())].attribution.rule == own_correction) claim.chain.pop_back();
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

// Every number and day is a claim, also where nothing tells yet what it answers.
void read_rest(Reading& reading) {
  std::vector<bool> counted(reading.quantities.size()), dated(reading.dates.size());
  for (const Claim& claim : reading.claims) {
    if (claim.quantity != no_index) counted[static_cast<std::size_t>(claim.quantity)] = true;
    if (claim.date != no_index) dated[static_cast<std::size_t>(claim.date)] = true;
  }
  for (std::size_t q = 0; q < counted.size(); ++q) {
    const auto& mention = reading.quantities[q];
    if (counted[q] || is_idle(mention.quantity)) continue;
    Claim claim = make_claim(reading, ClaimKind::quantity, mention.number_begin, mention.begin, mention.end);
    claim.quantity = static_cast<int>(q);
    claim.property = claim.rule = "value";
    reading.claims.push_back(std::move(claim));
  }
  for (std::size_t d = 0; d < dated.size(); ++d) {
    if (dated[d] || reading.dates[d].date.type == TimexType::duration) continue;
    const auto& mention = reading.dates[d];
    Claim claim = make_claim(reading, ClaimKind::date, mention.begin, mention.begin, mention.end);
    claim.date = static_cast<int>(d);
    claim.property = claim.rule = "value";
    reading.claims.push_back(std::move(claim));
  }
}

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
  read_figure_claims(reading);
  read_rest(reading);
  std::stable_sort(reading.claims.begin(), reading.claims.end(), [](const Claim& a, const Claim& b) {
    return std::tuple(a.span.begin, a.span.end, a.kind) < std::tuple(b.span.begin, b.span.end, b.kind);
  });
}

}  // namespace corroborate::extraction
