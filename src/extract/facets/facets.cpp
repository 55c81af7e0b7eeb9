// Reads facets off the tree, and off the words where a tree tends to err.
#include "extract/facets/facets.h"

#include <algorithm>

#include "extract/reading/contexts.h"

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;
using syntax::Xpos;

constexpr int longest_climb = 6;            // arcs from a value to the deed that governs it
constexpr std::size_t most_arguments = 12;  // of one governor; more is a list

// The word of [begin, end) that the others hang on.
std::size_t top_of(const Analysis& analysis, TokenIndex begin, TokenIndex end) {
  for (std::size_t t = begin; t < end; ++t) {
    const auto head = analysis.token(t).head;
    if (head < 0 || static_cast<std::size_t>(head) < begin || static_cast<std::size_t>(head) >= end) return t;
  }
  return begin;
}

Tie tie_of(const Analysis& analysis, std::size_t token) {
  switch (analysis.token(token).deprel) {
    case Deprel::nsubj:
    case Deprel::csubj:
      return Tie::subject;
    case Deprel::nsubj_pass:
      return Tie::passive_subject;
    case Deprel::obj:
    case Deprel::iobj:
      return Tie::object;
    case Deprel::obl:
    case Deprel::obl_agent:
    case Deprel::obl_unmarked:
    case Deprel::advmod:
      return Tie::oblique;
    case Deprel::nmod:
    case Deprel::nmod_poss:
    case Deprel::nmod_desc:
      return Tie::of_phrase;
    case Deprel::appos:
      return Tie::apposition;
    case Deprel::xcomp:
    case Deprel::ccomp:
    case Deprel::cop:
      return Tie::predicate;
    case Deprel::amod:
    case Deprel::compound:
    case Deprel::nummod:
    case Deprel::flat:
    case Deprel::det:
      return Tie::modifier;
    case Deprel::none:
    case Deprel::acl:
    case Deprel::acl_relcl:
    case Deprel::advcl:
    case Deprel::aux:
    case Deprel::aux_pass:
    case Deprel::case_:
    case Deprel::cc:
    case Deprel::clf:
    case Deprel::compound_prt:
    case Deprel::conj:
    case Deprel::dep:
    case Deprel::discourse:
    case Deprel::dislocated:
    case Deprel::expl:
    case Deprel::fixed:
    case Deprel::goeswith:
    case Deprel::list:
    case Deprel::mark:
    case Deprel::orphan:
    case Deprel::parataxis:
    case Deprel::punct:
    case Deprel::reparandum:
    case Deprel::root:
    case Deprel::vocative:
      break;
  }
  return Tie::none;
}

void mark(std::uint16_t& scope, ScopeWord word) {
  scope = static_cast<std::uint16_t>(scope | static_cast<std::uint16_t>(word));
}

bool is_nominal(Upos tag) { return tag == Upos::noun || tag == Upos::propn; }

// A participle of harm or arrest beside a number says what befell those counted: "killing 62", "62 soldiers killed".
bool befalls(const Predicate& predicate) {
  return predicate.kind == EventKind::harm || (predicate.kind == EventKind::act && predicate.is_verb);
}

}  // namespace

FacetReader::FacetReader(const Analysis& analysis, const Entities& entities, const Predicates& predicates,
                         const Events& events)
    : analysis_(analysis),
      entities_(entities),
      predicates_(predicates),
      events_(events),
      persons_(analysis, entities, predicates),
      passages_(analysis, entities, predicates) {}

Facets FacetReader::of_quantity(const QuantityMention& mention) {
  Facets facets = read(mention.begin, mention.end, mention.head);
  const bool ordinal = mention.quantity.unit == "ordinal" && mention.head != no_index;
  if (ordinal && is_named_by_ordinal(mention.begin, static_cast<std::size_t>(mention.head)))
    mark(facets.scope, ScopeWord::named);
  return facets;
}

Facets FacetReader::of_date(const DateMention& mention, int number) {
  Facets facets = read(mention.begin, mention.end, no_index);
  if (facets.date == number) facets.date = no_index;
  return facets;
}

Facets FacetReader::read(TokenIndex begin, TokenIndex end, int head) {
  const auto sentence = analysis_.sentence_of(begin);
  const auto first = analysis_.sentence(sentence).begin;
  const auto offset = [&](std::size_t t) {
    return static_cast<std::uint16_t>(std::min<std::size_t>(t - first, 0xFFFF));
  };
  const std::size_t anchor = head == no_index ? top_of(analysis_, begin, end) : static_cast<std::size_t>(head);
  const std::size_t clause = predicates_.clause_of(anchor);
  Facets facets;
  facets.passage = passages_.of_sentence(sentence);
  facets.at = offset(begin);
  facets.end = offset(end);
  facets.clause = clause < first ? facets.at : offset(clause);
  const Government government = governor_of(begin, end, head);
  facets.tie = government.tie;
  const int thing = thing_of(begin, end, head, anchor);
  if (thing != no_index) {
    facets.thing = word(static_cast<std::size_t>(thing));
    add_modifiers(facets, static_cast<std::size_t>(thing), begin, end);
  }
  if (government.governor != no_index) {
    const auto governor = static_cast<std::size_t>(government.governor);
    facets.governor = word(governor);
    facets.negated = predicates_.is_negated(governor);
    add_arguments(facets, governor, anchor);
    facets.owner = owner_of(anchor, governor);
  } else {
    facets.owner = owner_of(anchor, clause);
  }
  facets.marker = marker_of(begin);
  facets.scope = scope_of(begin, end, clause);
  if (head != no_index && is_listed_with_others(begin, static_cast<std::size_t>(head), government.governor))
    mark(facets.scope, ScopeWord::besides);
  facets.place = events_.place_at(anchor);
  facets.date = events_.date_at(anchor);
  return facets;
}

FacetReader::Government FacetReader::governor_of(TokenIndex begin, TokenIndex end, int head) const {
  const auto sentence = analysis_.sentence_of(begin);
  // "killed 62 and wounded 100 others": the word right in front decides, whatever tag and tree make of it.
  if (begin > 0 && analysis_.sentence_of(begin - 1) == sentence) {
    const Predicate* front = predicates_.at(begin - 1);
    if (front != nullptr && front->kind == EventKind::harm &&
        (front->is_verb || analysis_.form(front->token).ends_with("ed"))) {
      return {static_cast<int>(front->token), Tie::object};
    }
  }
  const std::size_t anchor = head == no_index ? top_of(analysis_, begin, end) : static_cast<std::size_t>(head);
  // "62 soldiers killed", "100 others were wounded": a participle right behind the noun.
  for (std::size_t t = std::max<std::size_t>(anchor + 1, end);
       t < analysis_.size() && t <= anchor + 3 && analysis_.sentence_of(t) == sentence; ++t) {
    const auto& token = analysis_.token(t);
    const Predicate* behind = predicates_.at(t);
    if (head != no_index && behind != nullptr && behind->token == t && befalls(*behind)) {
      const bool participle = token.xpos == Xpos::vbn || token.xpos == Xpos::vbd || token.upos == Upos::adj;
      const int patient = predicates_.patient_of(t);
      const bool active = token.upos == Upos::verb && patient != no_index && patient != predicates_.subject_of(t) &&
                          !predicates_.is_passive(t);
      if (participle && !active) return {static_cast<int>(t), Tie::passive_subject};
      break;
    }
    if (token.upos != Upos::aux && token.upos != Upos::adv) break;
  }
  std::size_t at = anchor;
  Tie tie = Tie::none;
  for (int steps = 0; steps < longest_climb; ++steps) {
    const auto& token = analysis_.token(at);
    if (token.head < 0) break;
    if (token.deprel != Deprel::conj || tie == Tie::none) tie = tie_of(analysis_, at);
    const auto up = static_cast<std::size_t>(token.head);
    const Predicate* deed = predicates_.at(up);
    const bool governs = analysis_.token(up).upos == Upos::verb ||
                         (deed != nullptr && deed->token == up && deed->kind != EventKind::trait);
    at = up;
    if (governs) return {static_cast<int>(up), tie};
  }
  // The root of a sentence without a verb, "Three dead in fire", or of one that says what something is.
  return {at == anchor ? no_index : static_cast<int>(at), at == anchor ? Tie::predicate : tie};
}

// What is counted; of a measure, the noun that it modifies ("a seven-day period") or is of ("a depth of 10 km"), or its
// subject ("The pier is 40 metres long").
int FacetReader::thing_of(TokenIndex begin, TokenIndex end, int head, std::size_t anchor) const {
  if (head != no_index) return head;
  const auto inside = [&](std::size_t t) { return begin <= t && t < end; };
  std::size_t at = anchor;
  for (int steps = 0; steps < 3; ++steps) {
    const auto& token = analysis_.token(at);
    if (token.head < 0) break;
    const auto up = static_cast<std::size_t>(token.head);
    if (!inside(up) && is_nominal(analysis_.token(up).upos)) return static_cast<int>(up);
    if (analysis_.token(up).upos == Upos::verb) break;
    at = up;
  }
  for (const auto child : analysis_.children(anchor)) {
    const auto& token = analysis_.token(child);
    if (inside(child)) continue;
    if ((token.deprel == Deprel::nmod || token.deprel == Deprel::nsubj) && is_nominal(token.upos))
      return static_cast<int>(child);
  }
  return no_index;
}

// Heads of the subject, the objects and the obliques of the governor, those of the verb above for a participle too.
void FacetReader::add_arguments(Facets& facets, std::size_t governor, std::size_t anchor) const {
  const auto add = [&](std::size_t token) {
    const int number = word(token);
    if (number == no_index || token == anchor || facets.arguments.size() == most_arguments) return;
    if (analysis_.sentence_of(token) != analysis_.sentence_of(anchor)) return;
    if (number != facets.thing &&
        std::find(facets.arguments.begin(), facets.arguments.end(), number) == facets.arguments.end()) {
      facets.arguments.push_back(number);
    }
  };
  for (const auto child : analysis_.children(governor)) {
    const Tie tie = tie_of(analysis_, child);
    if (tie != Tie::none) add(child);
  }
  if (const int subject = predicates_.subject_of(governor); subject != no_index) add(static_cast<std::size_t>(subject));
}

void FacetReader::add_modifiers(Facets& facets, std::size_t thing, TokenIndex begin, TokenIndex end) const {
  for (const auto child : analysis_.children(thing)) {
    if (begin <= child && child < end) continue;
    const auto label = analysis_.token(child).deprel;
    const bool inner = label == Deprel::amod || label == Deprel::compound || label == Deprel::nmod ||
                       label == Deprel::nmod_poss || label == Deprel::flat || label == Deprel::appos ||
                       label == Deprel::acl || label == Deprel::acl_relcl;
    const int number = word(child);
    if (inner && number != no_index && facets.modifiers.size() < most_arguments) facets.modifiers.push_back(number);
  }
}

// "since 2014", "to 24", "by Monday".
std::string FacetReader::marker_of(TokenIndex begin) const {
  std::size_t at = begin;
  for (int steps = 0; steps < 3 && at > 0; ++steps) {
    --at;
    const auto& token = analysis_.token(at);
    if (analysis_.sentence_of(at) != analysis_.sentence_of(begin)) return {};
    if (token.upos == Upos::adp || token.upos == Upos::sconj || token.upos == Upos::part)
      return fold(analysis_.form(at));
    if (token.upos != Upos::det && token.upos != Upos::adj && token.upos != Upos::adv && token.upos != Upos::noun)
      return {};
  }
  return {};
}

std::uint16_t FacetReader::scope_of(TokenIndex begin, TokenIndex end, std::size_t clause) const {
  std::uint16_t scope = 0;
  const auto& sentence = analysis_.sentence(analysis_.sentence_of(begin));
  const std::size_t from = begin >= sentence.begin + 4u ? begin - 4u : sentence.begin;
  const std::size_t to = std::min<std::size_t>(sentence.end, end + 4u);
  for (std::size_t t = from; t < to; ++t) {
    if (begin <= t && t < end && end - begin == 1) continue;
    const auto lemma = analysis_.lemma(t);
    if (lemma == "total" || lemma == "all" || lemma == "altogether" || lemma == "overall")
      mark(scope, ScopeWord::total);
    if (lemma == "each" || lemma == "every" || lemma == "apiece") mark(scope, ScopeWord::each);
    if (lemma == "per" && t >= end) mark(scope, ScopeWord::per);
    if (lemma == "another" || lemma == "other" || lemma == "more" || lemma == "additional" || lemma == "further")
      mark(scope, ScopeWord::another);
    if (lemma == "only" || lemma == "just") mark(scope, ScopeWord::only);
    if (lemma == "first" || lemma == "second" || lemma == "third" || lemma == "last") mark(scope, ScopeWord::first);
    if (t >= end && lemma == "of" && t + 1 < to &&
        (analysis_.token(t + 1).upos == Upos::pron || analysis_.token(t + 1).upos == Upos::det))
      mark(scope, ScopeWord::part);
  }
  if (begin > sentence.begin) {
    const auto before = analysis_.lemma(begin - 1);
    if (before == "by") mark(scope, ScopeWord::by);
    if (before == "to") mark(scope, ScopeWord::to);
    if (before == "from") mark(scope, ScopeWord::from);
  }
  const auto range = analysis_.subtree(clause);
  for (std::size_t t = std::max<std::size_t>(range.first, sentence.begin); t <= range.last && t < sentence.end; ++t) {
    const auto lemma = analysis_.lemma(t);
    if (lemma == "since") mark(scope, ScopeWord::since);
    if (lemma == "far" && t > 0 && analysis_.lemma(t - 1) == "so") mark(scope, ScopeWord::so_far);
    if (lemma == "average" && predicates_.clause_of(t) == clause) mark(scope, ScopeWord::mean);
    const Hit* time = analysis_.longest(Table::calendar, t);
    if (time != nullptr && (*time->row)[2] == "PRESENT_REF") mark(scope, ScopeWord::now);
  }
  return scope;
}

// "the 79th (annual) Academy Awards", where "her third Oscar" says how many she has.
bool FacetReader::is_named_by_ordinal(TokenIndex begin, std::size_t thing) const {
  return begin > 0 && word_is(analysis_, begin - 1u, "the") && analysis_.token(thing).upos == Upos::propn;
}

namespace {

// "two others", "nine other foreigners"
bool counts_others(const Analysis& analysis, std::size_t noun) {
  if (analysis.lemma(noun) == "other") return true;
  return std::ranges::any_of(analysis.children(noun),
                             [&](TokenIndex child) { return analysis.lemma(child) == "other"; });
}

}  // namespace

// "Holm and two others were hurt", "six pistols and two other guns": neither number is all of them. Not "killed six and
// hurt two others", nor "six dead, two others hurt", where each deed has its own.
bool FacetReader::is_listed_with_others(TokenIndex begin, std::size_t thing, int governor) const {
  if (has_deed_of_its_own(thing, governor)) return false;
  if (counts_others(analysis_, thing) && follows_noun(begin)) return true;
  const auto& word = analysis_.token(thing);
  const bool listed = word.deprel == Deprel::conj && word.head >= 0 && static_cast<std::size_t>(word.head) < thing;
  const std::size_t first = listed ? static_cast<std::size_t>(word.head) : thing;
  if (!is_nominal(analysis_.token(first).upos)) return false;
  return std::ranges::any_of(analysis_.children(first), [&](TokenIndex other) {
    return other > first && analysis_.token(other).deprel == Deprel::conj && counts_others(analysis_, other);
  });
}

// "two others hurt", a participle without an auxiliary behind the noun.
bool FacetReader::has_deed_of_its_own(std::size_t thing, int governor) const {
  if (governor == no_index || static_cast<std::size_t>(governor) < thing) return false;
  const Predicate* deed = predicates_.at(static_cast<std::size_t>(governor));
  if (deed == nullptr || !befalls(*deed)) return false;  // "nine others said to have fled"
  return std::ranges::none_of(analysis_.children(static_cast<std::size_t>(governor)), [&](TokenIndex child) {
    return child > thing && child < static_cast<std::size_t>(governor) && analysis_.token(child).upos == Upos::aux;
  });
}

// "Holm and …", "Holm, 23, and …", "six pistols, …", by the words: a tree may hang the second on the verb.
bool FacetReader::follows_noun(TokenIndex begin) const {
  const auto first = analysis_.sentence(analysis_.sentence_of(begin)).begin;
  std::size_t at = begin;
  const auto is_link = [&](std::size_t t) { return analysis_.form(t) == "," || word_is(analysis_, t, "and"); };
  while (at > first && is_link(at - 1)) --at;
  if (at == begin) return false;
  if (at > first + 1u && analysis_.token(at - 1).upos == Upos::num && analysis_.form(at - 2) == ",") at -= 2;
  return at > first && is_nominal(analysis_.token(at - 1).upos);
}

// Whose age, record, share it is: the person of the phrase or in front of it, else the named subject of its clause.
std::string FacetReader::owner_of(std::size_t anchor, std::size_t governor) const {
  const auto& sentence = analysis_.sentence(analysis_.sentence_of(anchor));
  for (std::size_t t = anchor + 1; t < sentence.end && t < anchor + 5; ++t) {
    if (!persons_.name_at(t).empty()) return persons_.name_at(t);
    if (analysis_.token(t).upos == Upos::verb || analysis_.form(t) == ",") break;
  }
  for (std::size_t t = anchor; t > sentence.begin && anchor - t < 4; --t) {
    if (!persons_.name_at(t - 1).empty()) return persons_.name_at(t - 1);
    if (analysis_.token(t - 1).upos == Upos::verb) break;
  }
  const int subject = predicates_.subject_of(governor);
  if (subject == no_index) return {};
  const auto head = static_cast<std::size_t>(subject);
  if (std::string name = persons_.name_at(head); !name.empty()) return name;
  const int entity = entities_.of_phrase(head, analysis_.subtree(head));
  return entity == no_index ? std::string() : entities_.at(entity).key;
}

}  // namespace corroborate::extraction
