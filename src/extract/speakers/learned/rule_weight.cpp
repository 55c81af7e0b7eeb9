#include "extract/speakers/learned/rule_weight.h"

#include <algorithm>

#include "extract/reading/contexts.h"
#include "extract/speakers/learned/learned_attributions.h"

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;

bool has_that_clause(const Analysis& analysis, std::size_t verb) {
  return std::ranges::any_of(analysis.children(verb), [&](TokenIndex child) {
    if (analysis.token(child).deprel != Deprel::ccomp) return false;
    return std::ranges::any_of(analysis.children(child),
                               [&](TokenIndex mark) { return analysis.lemma(mark) == "that"; });
  });
}

// "put the toll at 14": a verb of level with an object and a number behind "at".
bool puts_at_number(const Analysis& analysis, std::size_t verb) {
  bool object = false, number = false;
  for (const auto child : analysis.children(verb)) {
    const auto label = analysis.token(child).deprel;
    object |= label == Deprel::obj;
    const auto range = analysis.subtree(child);
    if (label != Deprel::obl || analysis.lemma(range.first) != "at") continue;
    for (auto t = range.first; t <= range.last; ++t) number |= analysis.token(t).upos == Upos::num;
  }
  return object && number && is_context(analysis, verb, "level");
}

// "reported 10 dead", "announced the capture of 52 soldiers": a number right in the object.
bool has_numeral_object(const Analysis& analysis, std::size_t verb) {
  if (is_context(analysis, verb, "level")) return false;  // "put four past the keeper"
  return std::ranges::any_of(analysis.children(verb), [&](TokenIndex child) {
    if (analysis.token(child).deprel != Deprel::obj || child < verb) return false;
    const auto range = analysis.subtree(child);
    for (auto t = range.first; t <= range.last; ++t)
      if (analysis.token(t).upos == Upos::num) return true;
    return false;
  });
}

}  // namespace

// Denials and refusals are rare in what was learned from and weigh much in claims; of phrases, of words that were never
// seen there or nearly always speak, of nouns with a that-clause and a source, and of "X testified that", "X put it
// at 14" and whole quotations, the rules know more.
bool rules_outweigh(const AttributionMention& mention, const TokenAtoms& atoms, const AttributionModel& model) {
  constexpr std::uint8_t often_cue = 4;               // class of LemmaClass::cue
  constexpr float ruled_out = -3, rarely_right = -5;  // log odds
  const bool noun = atoms.analysis.token(mention.cue).upos == Upos::noun;
  const bool phrase = mention.told_by.find(' ') != std::string_view::npos;
  const bool level = puts_at_number(atoms.analysis, mention.cue);
  const auto rate = atoms.cue_class[mention.cue];
  const bool weighty = mention.stance != Stance::says || rate == 0 || rate == 7 || noun || phrase || level ||
                       has_that_clause(atoms.analysis, mention.cue) ||
                       (rate >= often_cue && has_numeral_object(atoms.analysis, mention.cue)) ||
                       mention.directness == Directness::direct;
  const float least = noun || phrase || level ? rarely_right : ruled_out;
  return weighty && !mention.source.empty() && certainty_of_cue(atoms, model, mention.cue) > least;
}

}  // namespace corroborate::extraction
