// Walks from a number up the tree, and looks beside it where the tree is wrong.
#include "extract/claims/count_governors.h"

namespace corroborate::extraction {

using syntax::Deprel;
using syntax::Upos;

namespace {

// What happens to those counted, so that a participle behind them tells it.
bool befalls(const Predicate& predicate) {
  return predicate.kind == EventKind::harm || predicate.event_class == "detained" ||
         predicate.event_class == "charged" || predicate.event_class == "rescued";
}

// The "missing" of "nine others missing", which a tagger takes for a form of "miss".
bool is_adjective_as_verb(const Analysis& analysis, const Predicate& predicate) {
  return !predicate.is_verb && analysis.token(predicate.token).xpos == syntax::Xpos::vbg;
}

}  // namespace

// The predicate whose argument the noun or bare number is.
const Predicate* CountGovernors::of(const QuantityMention& mention, std::size_t anchor) const {
  // "killed 62 and wounded 100 others": the word right in front decides, whatever tag and tree make of it.
  if (const Predicate* found = adjacent_harm(mention); found != nullptr) return found;
  if (const Predicate* found = harm_behind(mention, anchor); found != nullptr) return found;
  if (tells_where(mention)) return nullptr;
  std::size_t at = anchor;
  for (int steps = 0; steps < 5; ++steps) {
    const auto& word = analysis_.token(at);
    if (word.head < 0) break;
    const auto up = static_cast<std::size_t>(word.head);
    const Predicate* predicate = predicates_.at(up);
    // "At least 12 remain missing": a number alone is the subject, though the tree makes it a part of the verb.
    const bool alone = word.deprel == Deprel::nummod && at < up && analysis_.token(up).upos == Upos::verb;
    const Deprel label = alone ? Deprel::nsubj : word.deprel;
    if (const Predicate* suffered = suffered_at(up); suffered != nullptr && label == Deprel::nsubj) return suffered;
    const bool argument = label == Deprel::obj || label == Deprel::nsubj_pass || label == Deprel::nsubj ||
                          label == Deprel::nmod || label == Deprel::obl;
    const bool hedged = word.deprel == Deprel::obl && at == anchor && is_marked_by_hedge(mention, at);
    const bool unknown = predicate != nullptr && predicate->kind == EventKind::attack && mention.head != no_index &&
                         analysis_.longest(Table::populations, anchor) == nullptr;
    if (unknown) return nullptr;  // "hit 14 home runs"
    if (predicate != nullptr && argument && takes(*predicate, hedged ? Deprel::obj : label)) return predicate;
    const bool transparent = word.deprel == Deprel::conj || word.deprel == Deprel::nummod ||
                             word.deprel == Deprel::appos || (word.deprel == Deprel::nmod && is_of(at)) ||
                             word.deprel == Deprel::amod || word.deprel == Deprel::compound;
    if (!transparent || analysis_.token(up).upos == Upos::verb) break;
    at = up;
  }
  return nullptr;
}

// "damaged 3,000 more in 14 villages", whatever the tree makes of the villages.
bool CountGovernors::tells_where(const QuantityMention& mention) const {
  if (mention.begin == 0 || analysis_.token(mention.begin - 1).upos != Upos::adp) return false;
  const auto word = analysis_.lemma(mention.begin - 1);
  return word == "in" || word == "at" || word == "across" || word == "near" || word == "throughout" || word == "along";
}

// "included at least one crane": the preposition is the hedge's.
bool CountGovernors::is_marked_by_hedge(const QuantityMention& mention, std::size_t noun) const {
  for (const auto child : analysis_.children(noun)) {
    if (analysis_.token(child).deprel == Deprel::case_ && (child < mention.begin || child >= mention.number_begin))
      return false;
  }
  return mention.begin < mention.number_begin;
}

// "two cables suffered severe damage": the harm is the object.
const Predicate* CountGovernors::suffered_at(std::size_t verb) const {
  const auto lemma = analysis_.lemma(verb);
  if (lemma != "suffer" && lemma != "sustain") return nullptr;
  const int object = predicates_.patient_of(verb);
  const Predicate* harm = object == no_index ? nullptr : predicates_.at(static_cast<std::size_t>(object));
  return harm != nullptr && harm->kind == EventKind::harm ? harm : nullptr;
}

// "a total of 12 people", not "houses in 15 villages".
bool CountGovernors::is_of(std::size_t noun) const {
  for (const auto child : analysis_.children(noun)) {
    if (analysis_.token(child).deprel == Deprel::case_) return analysis_.lemma(child) == "of";
  }
  return false;
}

bool CountGovernors::takes(const Predicate& predicate, Deprel label) const {
  if (predicate.is_cause() || predicate.kind == EventKind::process) return label == Deprel::obj;
  if (label == Deprel::nsubj) {
    const auto lemma = analysis_.lemma(predicate.token);
    return lemma == "die" || lemma == "perish" || analysis_.token(predicate.token).upos == Upos::adj ||
           predicate.event_class == "missing";
  }
  // "deaths of 12 people", not "missing from nine shops"
  const bool is_noun = !predicate.is_verb && analysis_.token(predicate.token).upos != Upos::adj;
  if (label == Deprel::nmod || label == Deprel::obl) return is_noun && predicate.kind == EventKind::harm;
  return true;
}

// "62 soldiers killed", "100 others wounded", "half a million people dead": harm right behind the noun.
const Predicate* CountGovernors::harm_behind(const QuantityMention& mention, std::size_t anchor) const {
  for (std::size_t t = anchor + (mention.head == no_index ? 0 : 1); t < analysis_.size() && t <= anchor + 3; ++t) {
    if (analysis_.sentence_of(t) != analysis_.sentence_of(anchor)) break;
    if (t < mention.end) continue;
    const auto& word = analysis_.token(t);
    const Predicate* predicate = predicates_.at(t);
    if (predicate != nullptr && befalls(*predicate) && predicate->token == t) {
      const bool participle = word.xpos == syntax::Xpos::vbn || word.xpos == syntax::Xpos::vbd ||
                              word.upos == Upos::adj || is_adjective_as_verb(analysis_, *predicate);
      const bool active = predicates_.subject_of(t) != no_index && !predicates_.is_passive(t) &&
                          word.upos == Upos::verb && predicates_.patient_of(t) != no_index &&
                          predicates_.patient_of(t) != predicates_.subject_of(t);
      if (participle && !active) return predicate;
      return nullptr;
    }
    if (word.upos != Upos::aux && word.upos != Upos::adv) break;
  }
  return nullptr;
}

// "killing 62": the verb or participle directly in front of the number.
const Predicate* CountGovernors::adjacent_harm(const QuantityMention& mention) const {
  if (mention.begin < 2) return nullptr;
  const bool range =
      mention.quantity.relation == Relation::range && is_range_word(mention.begin - 1);  // "between", "from"
  const Predicate* predicate = predicates_.at(mention.begin - (range ? 2u : 1u));
  const bool participle =
      predicate != nullptr && (predicate->is_verb || analysis_.form(predicate->token).ends_with("ed"));
  const bool fits = participle && predicate->kind == EventKind::harm &&
                    analysis_.sentence_of(mention.begin - 1) == analysis_.sentence_of(mention.begin);
  return fits ? predicate : nullptr;
}

bool CountGovernors::is_range_word(std::size_t token) const {
  return folds_to(analysis_.form(token), "between") || folds_to(analysis_.form(token), "from");
}

}  // namespace corroborate::extraction
