// Finds predicates by the events table and reads their arguments off the tree.
#include "extract/events/predicates.h"

#include <algorithm>
#include <array>

#include "extract/reading/works.h"

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;
using syntax::Xpos;

bool tag_fits(const Row& row, const syntax::Token& token) {
  const auto pos = row[1];
  if (row[3] == "hazard" && token.upos == Upos::adj) return true;  // "a quake measuring 6.4": nothing else is called so
  if (pos == "verb") return token.upos == Upos::verb || token.upos == Upos::aux;
  if (pos == "noun") return token.upos == Upos::noun || token.upos == Upos::propn;
  return token.upos == Upos::adj || token.upos == Upos::verb || token.upos == Upos::noun;
}

bool is_clause_relation(Deprel label) {
  return label == Deprel::root || label == Deprel::ccomp || label == Deprel::advcl || label == Deprel::acl ||
         label == Deprel::acl_relcl || label == Deprel::parataxis || label == Deprel::csubj;
}

std::string_view modality_row(const Analysis& analysis, std::size_t token) {
  const Hit* hit = analysis.longest(Table::modality, token);
  return hit == nullptr ? std::string_view{} : (*hit->row)[1];
}

// "She was shot": a participle that was taken for a noun still has its "was".
bool has_copula(const Analysis& analysis, std::size_t token) {
  if (analysis.token(token).upos != Upos::noun && analysis.token(token).upos != Upos::adj) return false;
  const auto children = analysis.children(token);
  const auto is_determiner = [&](auto child) {
    return analysis.token(child).deprel == Deprel::det || analysis.token(child).deprel == Deprel::nmod_poss;
  };
  if (std::any_of(children.begin(), children.end(), is_determiner)) return false;  // "It was a hit"
  return std::any_of(children.begin(), children.end(),
                     [&](auto child) { return analysis.token(child).deprel == Deprel::cop; });
}

// "The incident began …", "It happened …": the event that the article speaks of.
bool stands_for_event(const Analysis& analysis, std::size_t noun) {
  const auto lemma = analysis.lemma(noun);
  return lemma == "incident" || lemma == "it" || lemma == "this" || lemma == "that" || lemma == "which" ||
         lemma == "violence" || lemma == "ordeal";
}

// In the order of EventKind.
constexpr std::array<std::string_view, 9> kind_names = {"harm", "attack", "hazard", "process", "state",
                                                        "act",  "trait",  "onset",  "alarm"};

EventKind kind_of(std::string_view name) {
  const auto known = std::ranges::find(kind_names, name);  // every row has one: a test reads them all
  return static_cast<EventKind>(known == kind_names.end() ? 0 : known - kind_names.begin());
}

}  // namespace

std::string_view name_of(EventKind kind) { return kind_names[static_cast<std::size_t>(kind)]; }

Predicates::Predicates(const Analysis& analysis) : analysis_(analysis), number_(analysis.size(), no_index) {
  find_clauses();
  const auto in_title = tokens_of_works(analysis);
  for (std::size_t at = 0; at < analysis.size(); ++at) {
    if (in_title[at]) continue;
    const Hit* best = nullptr;
    for (const Hit& hit : analysis.hits_at(at)) {
      if (hit.row->table != Table::events) continue;
      const auto pos = (*hit.row)[1];
      // In a phrase of several words ("air strike") the noun is its last word, the verb its first.
      const std::size_t head = pos == "noun" ? at + hit.length - 1u : at;
      if (hit.length == 1 && !tag_fits(*hit.row, analysis.token(head)) &&
          !(pos == "verb" && has_copula(analysis, head)))
        continue;
      if (best == nullptr || hit.length > best->length) best = &hit;
    }
    if (best == nullptr || number_[at] != no_index) continue;
    const bool verb = (*best->row)[1] == "verb";
    const std::size_t head = (*best->row)[1] == "noun" ? at + best->length - 1u : at;
    for (std::size_t t = at; t < at + best->length; ++t) number_[t] = static_cast<int>(all_.size());
    all_.push_back({(*best->row)[2], static_cast<TokenIndex>(head), static_cast<std::uint8_t>(at + best->length - head),
                    kind_of((*best->row)[3]), verb});
  }
  drop_deal_making();
  follow_subjects();
  renumber();
}

// "struck a truce deal": an attack verb whose object is a state is none.
void Predicates::drop_deal_making() {
  for (std::size_t p = 0; p < all_.size(); ++p) {
    if (!all_[p].is_verb || all_[p].kind != EventKind::attack) continue;
    const int object = patient_of(all_[p].token);
    const Predicate* what = object == no_index ? nullptr : at(static_cast<std::size_t>(object));
    if (what != nullptr && what->kind == EventKind::state) number_[all_[p].token] = no_index;
  }
}

// "the earthquake struck", "the blaze broke out", "a bullet hit her": what a verb of attack or of breaking out tells of
// is named by who or what does it.
void Predicates::follow_subjects() {
  for (std::size_t p = 0; p < all_.size(); ++p) {
    Predicate& predicate = all_[p];
    const bool onset = predicate.kind == EventKind::onset;
    if (predicate.event_class == "alarm" && !is_alarm(predicate.token)) number_[predicate.token] = no_index;
    if (predicate.event_class == "dismissal" && fires_shots(predicate.token)) number_[predicate.token] = no_index;
    if (predicate.event_class == "seized" && predicate.is_verb && seizes_people(predicate.token))
      predicate.event_class = "detained";
    if (!predicate.is_verb || (predicate.event_class != "strike" && predicate.event_class != "escape" && !onset))
      continue;
    if (is_by_shot(predicate.token)) {
      predicate.event_class = "shooting";
      continue;
    }
    const int agent = agent_of(predicate.token);
    const Predicate* what = agent == no_index ? nullptr : at(static_cast<std::size_t>(agent));
    if (what != nullptr && what->is_verb) what = nullptr;
    if (what == nullptr && predicate.event_class == "strike") what = hazard_in_front(predicate.token);
    if (what != nullptr && (onset || what->kind == EventKind::hazard)) {
      predicate.event_class = what->event_class;
      predicate.kind = what->kind;
    } else if (predicate.event_class == "escape" && agent != no_index &&
               stands_for_event(analysis_, static_cast<std::size_t>(agent))) {
      predicate.event_class = "onset";  // "It broke out in the roof"
      predicate.kind = EventKind::onset;
    } else if (onset && (agent == no_index || !stands_for_event(analysis_, static_cast<std::size_t>(agent)))) {
      number_[predicate.token] = no_index;  // "the season began", "workers started"
    } else if (agent != no_index && predicate.kind == EventKind::attack) {
      follow_instrument(predicate, static_cast<std::size_t>(agent));
    }
  }
}

// "received a call", "received several reports" is an alarm; to receive anything else is none.
bool Predicates::is_alarm(std::size_t verb) const {
  if (analysis_.lemma(verb) != "receive") return true;
  const int object = patient_of(verb);
  if (object == no_index) return false;
  const auto lemma = analysis_.lemma(static_cast<std::size_t>(object));
  return lemma == "call" || lemma == "report" || lemma == "alarm";
}

// "He drew a pistol and shot, striking the guard": the clause above says what struck.
bool Predicates::is_by_shot(std::size_t verb) const {
  const auto& token = analysis_.token(verb);
  if (token.xpos != syntax::Xpos::vbg || token.deprel != Deprel::advcl || token.head < 0) return false;
  const auto above = analysis_.lemma(static_cast<std::size_t>(token.head));
  return above == "fire" || above == "shoot";
}

// "fired 65 rounds" dismissed nobody.
bool Predicates::fires_shots(std::size_t verb) const {
  const int object = patient_of(verb);
  if (object == no_index) return false;
  const Hit* what = analysis_.longest(Table::populations, static_cast<std::size_t>(object));
  return what != nullptr && (*what->row)[1] != "people" && (*what->row)[2] != "people";
}

// "99 men seized in a raid" were detained.
bool Predicates::seizes_people(std::size_t verb) const {
  int patient = patient_of(verb);
  if (patient == no_index && verb > 0 && analysis_.sentence_of(verb - 1) == analysis_.sentence_of(verb))
    patient = static_cast<int>(verb) - 1;  // "99 men seized on"
  if (patient == no_index) return false;
  const Hit* who = analysis_.longest(Table::populations, static_cast<std::size_t>(patient));
  return who != nullptr && ((*who->row)[1] == "people" || (*who->row)[2] == "people");
}

// "a quake measuring 5.7 on that scale hit the town": the hazard a few words in front that the tree lost.
const Predicate* Predicates::hazard_in_front(std::size_t verb) const {
  constexpr std::size_t reach = 10;
  for (std::size_t back = 1; back <= reach && back <= verb; ++back) {
    const std::size_t t = verb - back;
    if (analysis_.sentence_of(t) != analysis_.sentence_of(verb) || analysis_.form(t) == ",") return nullptr;
    const Predicate* p = at(t);
    if (p != nullptr && p->token == t) return p->kind == EventKind::hazard && !p->is_verb ? p : nullptr;
  }
  return nullptr;
}

// "a bullet hit her" is a shooting, "a lorry struck the gate" a crash.
void Predicates::follow_instrument(Predicate& predicate, std::size_t agent) const {
  const Hit* thing = analysis_.longest(Table::populations, agent);
  if (thing == nullptr) return;
  const auto population = (*thing->row)[1];
  if (population == "shot") predicate.event_class = "shooting";
  if (population != "vehicle" && population != "bus") return;
  predicate.event_class = "crash";
  predicate.kind = EventKind::hazard;
}

// Takes the predicates that number_ no longer names out of the list.
void Predicates::renumber() {
  std::vector<int> renumbered(all_.size(), no_index);
  std::size_t kept = 0;
  for (std::size_t p = 0; p < all_.size(); ++p) {
    if (number_[all_[p].token] != static_cast<int>(p)) continue;
    renumbered[p] = static_cast<int>(kept);
    all_[kept++] = all_[p];
  }
  all_.resize(kept);
  for (auto& number : number_) {
    if (number != no_index) number = renumbered[static_cast<std::size_t>(number)];
  }
}

// Every token once: a walk up ends where the clause of what it meets is known.
void Predicates::find_clauses() {
  constexpr TokenIndex unknown = 0xFFFFFFFF;
  clauses_.assign(analysis_.size(), unknown);
  std::vector<TokenIndex> path;
  for (std::size_t token = 0; token < clauses_.size(); ++token) {
    path.clear();
    auto at = static_cast<TokenIndex>(token);
    while (clauses_[at] == unknown) {
      const auto& word = analysis_.token(at);
      const bool verbal = word.upos == Upos::verb && (is_clause_relation(word.deprel) || word.deprel == Deprel::conj ||
                                                      word.deprel == Deprel::xcomp);
      if (word.head < 0 || verbal || is_clause_relation(word.deprel)) {
        clauses_[at] = at;
        break;
      }
      path.push_back(at);
      at = static_cast<TokenIndex>(word.head);
    }
    for (const auto below : path) clauses_[below] = clauses_[at];
  }
}

bool Predicates::is_passive(std::size_t verb) const {
  for (const auto child : analysis_.children(verb)) {
    const auto label = analysis_.token(child).deprel;
    if (label == Deprel::aux_pass || label == Deprel::nsubj_pass) return true;
  }
  if (has_copula(analysis_, verb)) return true;
  const auto& word = analysis_.token(verb);
  return word.xpos == Xpos::vbn && (word.deprel == Deprel::acl || word.deprel == Deprel::amod);
}

// The noun that a relative pronoun stands for: what the clause hangs on, or the noun in front of its comma.
int Predicates::antecedent_of(std::size_t pronoun, std::size_t verb) const {
  const auto& clause = analysis_.token(verb);
  if (clause.head >= 0 && clause.deprel == Deprel::acl_relcl) return clause.head;
  for (std::size_t back = 1; back <= 3 && back <= pronoun; ++back) {
    const auto tag = analysis_.token(pronoun - back).upos;
    if (tag == Upos::noun || tag == Upos::propn) return static_cast<int>(pronoun - back);
  }
  return static_cast<int>(pronoun);
}

// "A day after its treasurer was sentenced": the parser may take the day for what was sentenced; then the noun behind
// "after" or "before" is it.
int Predicates::behind_time(std::size_t subject) const {
  const Hit* unit = analysis_.longest(Table::units, subject);
  if (unit == nullptr || (*unit->row)[3] != "time") return static_cast<int>(subject);
  for (const auto child : analysis_.children(subject)) {
    if (analysis_.token(child).deprel != Deprel::nmod) continue;
    const auto& marks = analysis_.children(child);
    const bool marked = std::ranges::any_of(marks, [&](std::size_t mark) {
      return analysis_.token(mark).deprel == Deprel::case_ &&
             (analysis_.lemma(mark) == "after" || analysis_.lemma(mark) == "before");
    });
    if (marked) return static_cast<int>(child);
  }
  return static_cast<int>(subject);
}

int Predicates::subject_of(std::size_t verb) const {
  std::size_t at = verb;
  for (int steps = 0; steps < 4; ++steps) {
    for (const auto child : analysis_.children(at)) {
      const auto label = analysis_.token(child).deprel;
      if (label != Deprel::nsubj && label != Deprel::nsubj_pass) continue;
      const auto lemma = analysis_.lemma(child);
      if (lemma == "which" || lemma == "who" || lemma == "that") return antecedent_of(child, at);
      return behind_time(child);
    }
    const auto& word = analysis_.token(at);
    if (word.head < 0) return no_index;
    if (word.deprel == Deprel::acl || word.deprel == Deprel::acl_relcl) return word.head;
    if (word.deprel != Deprel::conj && word.deprel != Deprel::xcomp && word.deprel != Deprel::advcl) return no_index;
    at = static_cast<std::size_t>(word.head);
  }
  return no_index;
}

int Predicates::agent_of(std::size_t verb) const {
  for (const auto child : analysis_.children(verb)) {
    const auto label = analysis_.token(child).deprel;
    if (label == Deprel::obl_agent) return static_cast<int>(child);
    if (label != Deprel::obl) continue;
    for (const auto marker : analysis_.children(child)) {
      if (analysis_.lemma(marker) == "by" && is_passive(verb)) return static_cast<int>(child);
    }
  }
  return is_passive(verb) ? no_index : subject_of(verb);
}

int Predicates::patient_of(std::size_t verb) const {
  const auto lemma = analysis_.lemma(verb);
  const Predicate* own = at(verb);
  if (own != nullptr && own->event_class == "missing") return subject_of(verb);
  if (lemma == "die" || lemma == "perish" || analysis_.token(verb).upos == Upos::adj || is_passive(verb))
    return subject_of(verb);
  for (const auto child : analysis_.children(verb)) {
    if (analysis_.token(child).deprel == Deprel::obj) return static_cast<int>(child);
  }
  return no_index;
}

bool Predicates::is_negated(std::size_t token) const {
  const auto negates = [&](std::size_t t) { return modality_row(analysis_, t) == "negated"; };
  for (const auto child : analysis_.children(token)) {
    const auto label = analysis_.token(child).deprel;
    if ((label == Deprel::advmod || label == Deprel::det || label == Deprel::aux || label == Deprel::mark ||
         label == Deprel::case_) &&
        negates(child))
      return true;
    if ((label == Deprel::nsubj || label == Deprel::nsubj_pass || label == Deprel::obj) &&
        !analysis_.children(child).empty() && negates(analysis_.children(child).front()) &&
        (analysis_.token(analysis_.children(child).front()).deprel == Deprel::det ||
         analysis_.children(child).front() + 1u == child)) {
      return true;
    }
  }
  // "reluctance to coordinate", "refused to coordinate": by the words, then by the tree.
  if (token >= 2 && analysis_.lemma(token - 1) == "to" && negates(token - 2)) return true;
  if (token >= 2 && analysis_.token(token - 1).upos == Upos::adv && negates(token - 2))
    return true;  // "did not openly claim"
  const auto& word = analysis_.token(token);
  if (word.head < 0) return false;
  const auto up = static_cast<std::size_t>(word.head);
  const bool governed = word.deprel == Deprel::xcomp || word.deprel == Deprel::acl || word.deprel == Deprel::advcl ||
                        word.deprel == Deprel::ccomp || word.deprel == Deprel::obj ||
                        word.deprel == Deprel::acl_relcl || word.deprel == Deprel::obl;
  if (!governed) return false;
  if (negates(up) && analysis_.token(up).upos != Upos::adv) return true;
  if (word.deprel != Deprel::acl_relcl && word.deprel != Deprel::xcomp) return false;
  for (const auto child : analysis_.children(up)) {  // "it's not a thing we intended", "not known to coordinate"
    if (analysis_.token(child).deprel == Deprel::advmod && negates(child)) return true;
  }
  return false;
}

Modality Predicates::modality_of(std::size_t token) const {
  Modality result = Modality::actual;
  const auto consider_row = [&](std::string_view row) {
    if (row == "hypothetical") result = Modality::hypothetical;
    if (row == "planned" && result == Modality::actual) result = Modality::planned;
    if (row == "hedged" && result == Modality::actual) result = Modality::hedged;
  };
  const auto consider = [&](std::size_t t) { consider_row(modality_row(analysis_, t)); };
  for (const auto child : analysis_.children(token)) {
    const auto label = analysis_.token(child).deprel;
    if (label == Deprel::aux || label == Deprel::advmod || label == Deprel::mark) consider(child);
  }
  const auto& word = analysis_.token(token);
  if (word.head >= 0 && word.deprel == Deprel::xcomp) consider(static_cast<std::size_t>(word.head));
  // A phrase that ends in front of the verb ("is going to hire") or of its clause ("in case nine sailors died").
  for (const std::size_t end : {token, static_cast<std::size_t>(analysis_.subtree(token).first)}) {
    const Hit* phrase = analysis_.longest_before(Table::modality, end);
    if (phrase != nullptr && phrase->length > 1) consider_row((*phrase->row)[1]);
  }
  return result;
}

}  // namespace corroborate::extraction
