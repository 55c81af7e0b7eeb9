// Reads arguments off the tree.
#include "extract/claims/arguments.h"

#include <algorithm>

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;
using syntax::Xpos;

// The prepositions whose phrases belong to the deed; the others tell where and when.
std::string role_of(std::string_view preposition) {
  for (const std::string_view kept : {"with", "to", "from", "against", "for", "on"})
    if (preposition == kept) return std::string(kept);
  return preposition == "of" || preposition == "about" ? "about" : std::string{};
}

// Words that only stand in front of what is meant: "a number of lorries".
bool is_partitive(std::string_view lemma) {
  constexpr std::string_view words[] = {"number", "group", "series", "part", "lot",  "couple",
                                        "some",   "one",   "all",    "most", "many", "majority"};
  return std::ranges::find(words, lemma) != std::end(words);
}

bool is_marked(const Analysis& analysis, std::size_t verb, std::string_view marker) {
  return std::ranges::any_of(analysis.children(verb), [&](TokenIndex child) {
    const auto label = analysis.token(child).deprel;
    return (label == Deprel::mark || label == Deprel::case_) && analysis.lemma(child) == marker;
  });
}

bool is_subject(Deprel label) { return label == Deprel::nsubj || label == Deprel::nsubj_pass; }

}  // namespace

std::vector<Argument> ArgumentReader::of(const Predication& predication) {
  std::vector<Argument> arguments;
  at_ = predication.at;
  who_ = no_index;
  const std::size_t verb = predication.bearer;
  switch (predication.kind) {
    case PredicationKind::attribute:
      if (!is_meant(predication)) add(arguments, "what", static_cast<int>(verb));
      break;
    case PredicationKind::support:
      add(arguments, "who", subject_of(verb));
      add_obliques(arguments, predication);
      break;
    case PredicationKind::manner:
      add_deed(arguments, predication);
      break;
    case PredicationKind::clause:
      add(arguments, "who", subject_of(verb));
      add(arguments, "what", object_of(predication));
      add_obliques(arguments, predication);
      break;
  }
  if (predication.pole != Pole::none) add_meant(arguments, predication);
  return arguments;
}

// What an adverb describes: the event that its verb tells of; a verb that tells of none, with who does it to what.
void ArgumentReader::add_deed(std::vector<Argument>& arguments, const Predication& predication) {
  const Predicate* deed = predicates_.at(predication.bearer);
  if (deed != nullptr && (deed->is_cause() || deed->kind == EventKind::harm)) {
    arguments.push_back(event_argument(reading_.events.event_of(*deed)));
    return;
  }
  add(arguments, "who", subject_of(predication.bearer));
  Argument what;
  what.role = "what";
  what.head = analysis_.lemma(predication.bearer);
  arguments.push_back(std::move(what));
  add(arguments, "on", object_of(predication));
}

// "It was an accident": not a speaker, but what happened.
bool ArgumentReader::is_meant(const Predication& predication) const {
  const auto word = fold(analysis_.form(predication.bearer));
  return predication.kind == PredicationKind::attribute && predication.pole != Pole::none &&
         (word == "it" || word == "this" || word == "that");
}

// "It was an accident", "nothing that the crew intended to do": the event that the article tells of.
void ArgumentReader::add_meant(std::vector<Argument>& arguments, const Predication& predication) {
  if (std::ranges::any_of(arguments, [](const Argument& argument) { return argument.role == "what"; })) return;
  const auto children = analysis_.children(predication.bearer);
  const bool complement =
      std::ranges::any_of(children, [&](TokenIndex child) { return analysis_.token(child).deprel == Deprel::xcomp; });
  if (is_meant(predication) || (predication.kind == PredicationKind::clause && complement))
    arguments.push_back(event_argument(reading_.events.event_near(predication.at)));
}

Argument ArgumentReader::event_argument(int event) const {
  Argument argument;
  argument.role = "what";
  argument.kind = ArgumentKind::event;
  argument.event = event;
  if (event != no_index) argument.key = reading_.events.all()[static_cast<std::size_t>(event)].event_class;
  return argument;
}

// Who does it. In "accused the firm of hiding it", "allowed the thieves to enter" that is the object above; in "the
// port's refusal to pay" the owner of the noun.
int ArgumentReader::subject_of(std::size_t verb) const {
  const int own = own_subject_of(verb);
  if (predicates_.is_passive(verb)) return predicates_.agent_of(verb);
  if (own != no_index) return own;
  if (const int controller = controller_of(verb); controller != no_index) return controller;
  const int agent = predicates_.agent_of(verb);
  const auto& word = analysis_.token(verb);
  const bool infinitive = word.deprel == Deprel::acl && is_marked(analysis_, verb, "to");
  return infinitive && agent == word.head && agent != no_index ? possessor_of(static_cast<std::size_t>(agent)) : agent;
}

int ArgumentReader::own_subject_of(std::size_t verb) const {
  if (const int nobody = denied_subject_of(verb); nobody != no_index) return nobody;
  int nearest = no_index, count = 0;
  for (const auto child : analysis_.children(verb)) {
    if (!is_subject(analysis_.token(child).deprel)) continue;
    ++count;
    if (child < verb || nearest == no_index) nearest = static_cast<int>(child);
  }
  return count == 1 ? predicates_.subject_of(verb)
                    : nearest;  // of two, one belongs elsewhere: "Few fled before the port was shut"
}

int ArgumentReader::denied_subject_of(std::size_t verb) const {
  const auto begin = analysis_.sentence(analysis_.sentence_of(verb)).begin;
  std::size_t t = verb;
  while (t > begin && (analysis_.token(t - 1).upos == Upos::aux || analysis_.token(t - 1).upos == Upos::adv)) --t;
  if (t == begin || analysis_.token(t - 1).upos != Upos::noun) return no_index;
  const std::size_t noun = t - 1;
  while (t > begin && (analysis_.token(t - 1).upos == Upos::noun || analysis_.token(t - 1).upos == Upos::adj ||
                       analysis_.token(t - 1).upos == Upos::det)) {
    if (fold(analysis_.form(t - 1)) == "no" && t - 1 < noun) return static_cast<int>(noun);
    --t;
  }
  return no_index;
}

int ArgumentReader::controller_of(std::size_t verb) const {
  const auto& word = analysis_.token(verb);
  const bool governed = word.deprel == Deprel::xcomp || word.deprel == Deprel::advcl || word.deprel == Deprel::acl;
  if (!governed || word.head < 0) return no_index;
  auto above = static_cast<std::size_t>(word.head);
  const bool gerund = is_marked(analysis_, verb, "of") || is_marked(analysis_, verb, "from");
  if (analysis_.token(above).upos == Upos::verb && analysis_.token(above).xpos == Xpos::vbg &&
      word.deprel == Deprel::xcomp)
    return controller_of(above);  // "accused the firm of refusing to pay"
  if (gerund && analysis_.token(above).upos != Upos::verb && analysis_.token(above).deprel == Deprel::obj)
    return static_cast<int>(above);
  if (analysis_.token(above).upos != Upos::verb || (!gerund && word.deprel != Deprel::xcomp)) return no_index;
  for (const auto child : analysis_.children(above))
    if ((analysis_.token(child).deprel == Deprel::obj || analysis_.token(child).deprel == Deprel::iobj) && child < verb)
      return static_cast<int>(child);
  return no_index;
}

int ArgumentReader::possessor_of(std::size_t noun) const {
  for (const auto child : analysis_.children(noun))
    if (analysis_.token(child).deprel == Deprel::nmod_poss) return static_cast<int>(child);
  return no_index;
}

// The object; where there is none, whom the deed is for.
int ArgumentReader::object_of(const Predication& predication) const {
  const std::size_t verb = predication.bearer;
  if (predicates_.is_passive(verb)) {
    const int own = own_subject_of(verb);
    return own != no_index ? own : predicates_.patient_of(verb);
  }
  const int object = predicates_.patient_of(verb);
  const bool inside = object != no_index && predication.begin <= static_cast<TokenIndex>(object) &&
                      static_cast<TokenIndex>(object) < predication.end;
  if (object != no_index && !inside) return object;
  if (!predication.known) return no_index;
  for (const auto child : analysis_.children(verb))
    if (analysis_.token(child).deprel == Deprel::iobj) return static_cast<int>(child);
  const int taken = object_in_phrase(predication);
  return taken != no_index ? taken : named_for(predication);
}

// "called off the match": the particle was taken for a preposition.
int ArgumentReader::object_in_phrase(const Predication& predication) const {
  for (const auto child : analysis_.children(predication.bearer)) {
    if (analysis_.token(child).deprel != Deprel::obl || child < predication.end) continue;
    const auto marks = analysis_.children(child);
    const bool inside = std::ranges::any_of(marks, [&](TokenIndex mark) {
      return analysis_.token(mark).deprel == Deprel::case_ && predication.begin < mark && mark < predication.end;
    });
    if (inside) return static_cast<int>(child);
  }
  return no_index;
}

// "paved the way for the thieves (to enter)": whom the noun of the phrase or the infinitive behind it is said of.
int ArgumentReader::named_for(const Predication& predication) const {
  for (auto t = predication.begin + 1; t < predication.end; ++t)
    for (const auto child : analysis_.children(t))
      if (analysis_.token(child).deprel == Deprel::nmod && is_marked(analysis_, child, "for"))
        return static_cast<int>(child);
  const auto last = analysis_.subtree(predication.bearer).last;
  for (auto t = predication.end; t <= last; ++t) {
    const auto& word = analysis_.token(t);
    if (word.deprel != Deprel::nsubj || word.head < static_cast<std::int32_t>(t)) continue;
    return is_marked(analysis_, static_cast<std::size_t>(word.head), "to") ? static_cast<int>(t) : no_index;
  }
  return no_index;
}

bool ArgumentReader::names_group(std::size_t noun) const {
  return analysis_.longest(Table::populations, noun) != nullptr;
}

void ArgumentReader::add(std::vector<Argument>& arguments, std::string role, int head) {
  if (head == no_index) return;
  Argument argument = read(std::move(role), content_head(static_cast<std::size_t>(head)));
  if (argument.role == "who") who_ = reading_.entities.of_token(static_cast<std::size_t>(head));
  const bool empty =
      argument.head.empty() && argument.key.empty() && argument.side.empty() && argument.event == no_index;
  if (!empty) arguments.push_back(std::move(argument));
}

void ArgumentReader::add_obliques(std::vector<Argument>& arguments, const Predication& predication) {
  for (const auto child : analysis_.children(predication.bearer)) {
    const auto label = analysis_.token(child).deprel;
    if (label == Deprel::iobj && object_of(predication) != static_cast<int>(child))
      add(arguments, "to", static_cast<int>(child));
    if (label != Deprel::obl || analysis_.longest(Table::calendar, child) != nullptr) continue;
    for (const auto marker : analysis_.children(child)) {
      if (analysis_.token(marker).deprel != Deprel::case_) continue;
      if (predication.begin < marker && marker < predication.end) break;
      if (std::string role = role_of(analysis_.lemma(marker)); !role.empty())
        add(arguments, std::move(role), static_cast<int>(child));
      break;
    }
  }
}

// "a number of lorries" are lorries.
std::size_t ArgumentReader::content_head(std::size_t noun) const {
  if (!is_partitive(analysis_.lemma(noun))) return noun;
  for (const auto child : analysis_.children(noun))
    if (analysis_.token(child).deprel == Deprel::nmod && is_marked(analysis_, child, "of")) return child;
  return noun;
}

Argument ArgumentReader::read(std::string role, std::size_t head) {
  const auto tag = analysis_.token(head).upos;
  if (tag == Upos::pron || tag == Upos::det) return of_pronoun(std::move(role), head);
  Argument argument;
  argument.role = std::move(role);
  if (tag != Upos::noun && tag != Upos::propn && tag != Upos::adj && tag != Upos::x) return argument;
  argument.head = fold(analysis_.lemma(head));
  argument.side = owner_of(head);
  const Predicate* predicate = predicates_.at(head);
  if (predicate != nullptr && !predicate->is_verb && predicate->kind != EventKind::trait) {
    argument.kind = ArgumentKind::event;
    argument.key = predicate->event_class;
    if (predicate->is_cause() || predicate->kind == EventKind::harm || predicate->kind == EventKind::state)
      argument.event = reading_.events.event_of(*predicate);
  } else if (const int entity = reading_.entities.of_token(head); entity != no_index) {
    take_entity(argument, entity);
  } else if (const Hit* body = analysis_.longest(Table::sides, head); body != nullptr) {
    argument.kind = ArgumentKind::group;
    argument.key = (*body->row)[1];
  } else if (const Hit* thing = analysis_.longest(Table::synonyms, head);
             thing != nullptr && (*thing->row)[1] == "noun") {
    argument.kind = ArgumentKind::group;
    argument.key = (*thing->row)[2];
  } else if (const std::string group = population_of(reading_, head);
             names_group(head) || !group.starts_with(analysis_.lemma(head))) {
    argument.kind = ArgumentKind::group;
    argument.key = group.substr(0, group.find('@'));
  } else {
    argument.key = compound_key(head);
  }
  return argument;
}

// "port-authority": a noun with those that stand in front of it, which other articles may know as an entity.
std::string ArgumentReader::compound_key(std::size_t head) const {
  std::size_t first = head;
  for (const auto child : analysis_.children(head))
    if (analysis_.token(child).deprel == Deprel::compound) first = std::min<std::size_t>(first, child);
  return first == head ? std::string{} : slug(analysis_.text(analysis_.token(first).begin, analysis_.token(head).end));
}

// "Russian counterparts", "the port's crews": whom the noun belongs to or speaks for, by the words in front of it.
std::string ArgumentReader::owner_of(std::size_t head) const {
  const int own = reading_.entities.of_token(head);
  if (own != no_index) return reading_.entities.at(own).side;
  for (const auto child : analysis_.children(head)) {
    const auto label = analysis_.token(child).deprel;
    if (child > head ||
        (label != Deprel::amod && label != Deprel::compound && label != Deprel::nmod_poss && label != Deprel::flat))
      continue;
    for (auto t = analysis_.subtree(child).first; t < head; ++t) {
      const int entity = reading_.entities.of_token(t);
      if (entity != no_index && !reading_.entities.at(entity).side.empty()) return reading_.entities.at(entity).side;
    }
  }
  return {};
}

void ArgumentReader::take_entity(Argument& argument, int entity) const {
  const Entity& known = reading_.entities.at(entity);
  argument.kind = ArgumentKind::entity;
  argument.key = known.key;
  argument.side = known.side;
}

// "we", and "it" or "he" in what somebody says of their own doing, are the speaker; "it" that is described is the
// event.
Argument ArgumentReader::of_pronoun(std::string role, std::size_t pronoun) const {
  Argument argument;
  argument.role = std::move(role);
  const auto word = fold(analysis_.form(pronoun));
  const bool self = word == "we" || word == "i" || word == "us" || word == "our" || word == "me";
  const bool person = word == "he" || word == "she";
  const bool body = word == "it" || word == "they" || word == "its" || word == "their";
  if (!self && !person && !body) return argument;
  const int speaker = speaker_at(at_);
  if (speaker == no_index || (!self && speaker == who_)) return argument;  // "the bank warned it": another
  const Entity& entity = reading_.entities.at(speaker);
  const bool named =
      entity.kind == EntityKind::person && !entity.label.empty() && entity.label[0] >= 'A' && entity.label[0] <= 'Z';
  if (!person || named) take_entity(argument, speaker);
  return argument;
}

// Who says the words at the token: the innermost speaker that is named.
int ArgumentReader::speaker_at(std::size_t token) const {
  const auto chain = chain_at(reading_.attributions, token);
  return chain.empty() ? no_index : reading_.attributions[static_cast<std::size_t>(chain.back())].source_entity;
}

}  // namespace corroborate::extraction
