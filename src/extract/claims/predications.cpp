// Finds predications: rows of the two tables first, then the other verbs and copular clauses.
#include "extract/claims/predications.h"

#include <algorithm>

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;
using syntax::Xpos;

constexpr std::size_t pos_column = 1, class_column = 2, pole_column = 3, word_column = 4;

// Verbs without a content of their own: what their object or complement says is read elsewhere or is no stance.
constexpr std::string_view light[] = {
    "be",      "have", "do",     "get",    "make",   "go",     "come",  "take",     "give",    "keep",
    "let",     "seem", "appear", "become", "remain", "need",   "want",  "try",      "like",    "love",
    "look",    "put",  "set",    "begin",  "start",  "happen", "occur", "continue", "include", "involve",
    "contain", "mean", "call",   "help",   "manage", "tend",   "end",   "follow",   "use",     "work",
    "live",    "stay", "turn",   "run",    "show",   "lead",   "stand", "lie",      "sit",     "wait"};

bool is_light(std::string_view lemma) { return std::ranges::find(light, lemma) != std::end(light); }

bool is_subject(Deprel label) { return label == Deprel::nsubj || label == Deprel::nsubj_pass; }

class Finder {
 public:
  Finder(const Reading& reading, const std::function<bool(const Predication&)>& take)
      : analysis_(reading.analysis), predicates_(reading.predicates), take_(take), taken_(analysis_.size()) {
    for (const auto& attribution : reading.attributions)
      if (!attribution.is_act) taken_[attribution.cue] = true;
  }

  void run() {
    for (std::size_t at = 0; at < analysis_.size() && wanted_; ++at) {
      if (const Hit* hit = row_at(at); hit != nullptr)
        read_row(*hit);
      else if (is_plain_verb(at))
        add_verb(at);
      else if (is_plain_attribute(at))
        add_plain_attribute(at);
    }
  }

 private:
  void hand_on(const Predication& found) { wanted_ = wanted_ && take_(found); }

  // The longest row whose part of speech fits.
  const Hit* row_at(std::size_t at) const {
    const Hit* best = nullptr;
    for (const Hit& hit : analysis_.hits_at(at)) {
      const auto table = hit.row->table;
      if (table != Table::antonyms && table != Table::synonyms) continue;
      if (fits(hit) && (best == nullptr || hit.length > best->length)) best = &hit;
    }
    return best;
  }

  bool fits(const Hit& hit) const {
    const auto pos = (*hit.row)[pos_column];
    const auto& token = analysis_.token(hit.token);
    if (pos == "verb") return token.upos == Upos::verb && token.deprel != Deprel::compound && !supports_noun(hit.token);
    if (pos == "noun") return token.upos == Upos::noun;
    if (pos == "adj") return hit.length > 1 || token.upos == Upos::adj || token.xpos == Xpos::vbn;
    return pos == "adv" && (hit.length > 1 || token.upos == Upos::adv);
  }

  void read_row(const Hit& hit) {
    const auto pos = (*hit.row)[pos_column];
    if (pos == "verb") return add_clause(hit);
    if (pos == "adj") return add_attribute(hit);
    if (pos == "adv") return add_manner(hit);
    hit.row->table == Table::antonyms ? add_nominal(hit) : add_support(hit);
  }

  Predication of_row(const Hit& hit, PredicationKind kind, std::size_t at, std::size_t bearer) const {
    const Row& row = *hit.row;
    Predication result{kind, at,         bearer, hit.token, hit.token + hit.length, std::string(row[class_column]),
                       {},   Pole::none, true};
    if (row.table != Table::antonyms) return result;
    result.word = row[word_column];
    result.pole = row[pole_column] == "one" ? Pole::one : row[pole_column] == "other" ? Pole::other : Pole::undone;
    return result;
  }

  void add_clause(const Hit& hit) {
    const auto& token = analysis_.token(hit.token);
    if (token.deprel == Deprel::amod) {  // "the suspended search"
      if (token.xpos == Xpos::vbn && token.head >= 0) add_attribute(hit);
      return;
    }
    if (answers_speech(hit.token)) return;
    hand_on(of_row(hit, PredicationKind::clause, hit.token, hit.token));
    for (auto t = hit.token; t < hit.token + hit.length; ++t) taken_[t] = true;
  }

  // "rejected the claim", "accepted the report": an answer to what was said, not a deed of its own.
  bool answers_speech(std::size_t verb) const {
    return std::ranges::any_of(analysis_.children(verb), [&](TokenIndex child) {
      return analysis_.token(child).deprel == Deprel::obj &&
             std::ranges::any_of(analysis_.hits_at(child), [](const Hit& hit) {
               return hit.row->table == Table::cues && (*hit.row)[pos_column] == "noun";
             });
    });
  }

  // In front of its noun only where that names an event: "local police" are not few.
  void add_attribute(const Hit& hit) {
    const std::size_t at = hit.token + hit.length - 1u;
    const auto& token = analysis_.token(at);
    if (token.deprel == Deprel::amod && token.head >= 0) {
      const auto noun = static_cast<std::size_t>(token.head);
      if (names_event(noun)) hand_on(of_row(hit, PredicationKind::attribute, noun, noun));
    } else if (const int subject = described_by(at); subject != no_index) {
      hand_on(of_row(hit, PredicationKind::attribute, at, static_cast<std::size_t>(subject)));
    }
  }

  bool names_event(std::size_t noun) const {
    for (std::size_t t = noun; t < noun + 3 && t < analysis_.size();
         ++t) {  // "loss of life"; "cease-fire" is three tokens
      const Predicate* predicate = predicates_.at(t);
      if (predicate != nullptr && !predicate->is_verb && predicate->token + 1u == predicate->end() &&
          predicate->token == t)
        return true;
    }
    return predicates_.at(noun) != nullptr && !predicates_.at(noun)->is_verb;
  }

  // The subject of a copular clause: "the fire was deliberate", "was premeditated".
  int described_by(std::size_t at) const {
    const auto children = analysis_.children(at);
    const bool copula = std::ranges::any_of(children, [&](TokenIndex child) {
      const auto label = analysis_.token(child).deprel;
      return label == Deprel::cop || label == Deprel::aux_pass;
    });
    if (!copula) return no_index;
    for (const auto child : children)
      if (is_subject(analysis_.token(child).deprel)) return static_cast<int>(child);
    return no_index;
  }

  void add_nominal(const Hit& hit) {
    const int subject = described_by(hit.token);
    if (subject == no_index) return;
    hand_on(of_row(hit, PredicationKind::attribute, hit.token, static_cast<std::size_t>(subject)));
  }

  // The verb above: of a phrase ("by mistake") above its last word.
  void add_manner(const Hit& hit) {
    std::size_t at = hit.token + hit.length - 1u;
    for (int steps = 0; steps < 3; ++steps) {
      if (analysis_.token(at).head < 0) return;
      at = static_cast<std::size_t>(analysis_.token(at).head);
      if (analysis_.token(at).upos != Upos::verb) continue;
      hand_on(of_row(hit, PredicationKind::manner, at, at));
      return;
    }
  }

  // "expressed regret", "denied any responsibility"
  void add_support(const Hit& hit) {
    const auto& noun = analysis_.token(hit.token);
    if (noun.head < 0 || noun.deprel != Deprel::obj) return;
    const auto verb = static_cast<std::size_t>(noun.head);
    if (row_with(verb, "support") == nullptr) return;
    Predication result = of_row(hit, PredicationKind::support, hit.token, verb);
    result.begin = std::min(result.begin, static_cast<TokenIndex>(verb));
    result.end = std::max(result.end, static_cast<TokenIndex>(verb + 1));
    hand_on(result);
  }

  const Hit* row_with(std::size_t at, std::string_view pos) const {
    for (const Hit& hit : analysis_.hits_at(at))
      if (hit.row->table == Table::synonyms && (*hit.row)[pos_column] == pos) return &hit;
    return nullptr;
  }

  // The verb of "took responsibility": the noun is the predicate.
  bool supports_noun(std::size_t verb) const {
    if (row_with(verb, "support") == nullptr) return false;
    return std::ranges::any_of(analysis_.children(verb), [&](TokenIndex child) {
      return analysis_.token(child).deprel == Deprel::obj && row_with(child, "noun") != nullptr;
    });
  }

  bool is_plain_verb(std::size_t at) const {
    const auto& token = analysis_.token(at);
    if (token.upos != Upos::verb || is_light(analysis_.lemma(at))) return false;
    if (token.deprel == Deprel::amod || token.deprel == Deprel::compound || token.deprel == Deprel::aux) return false;
    const Hit* cue = analysis_.longest(Table::cues, at);
    const bool accuses = cue != nullptr && (*cue->row)[2] == "accuses";  // "was charged" is a deed
    if (!accuses && (cue != nullptr || taken_[at])) return false;        // says or thinks
    return !supports_noun(at);
  }

  // "killed" for "shot dead"; a verb outside the events table is its lemma, with its particle.
  void add_verb(std::size_t at) {
    Predication result;
    result.at = result.bearer = at;
    result.begin = static_cast<TokenIndex>(at);
    result.end = result.begin + 1;
    const Predicate* predicate = predicates_.at(at);
    const bool deed =
        predicate != nullptr && predicate->is_verb && predicate->token == at &&
        (predicate->is_cause() || predicate->kind == EventKind::harm || predicate->kind == EventKind::act);
    result.property = deed ? predicate->event_class : analysis_.lemma(at);
    if (!deed)
      for (const auto child : analysis_.children(at))
        if (analysis_.token(child).deprel == Deprel::compound_prt)
          result.property += " " + std::string(analysis_.lemma(child));
    hand_on(result);
  }

  // "was a member", "was not a suspect": a noun or an adjective that is said of a subject.
  bool is_plain_attribute(std::size_t at) const {
    const auto& token = analysis_.token(at);
    if (token.upos != Upos::noun && token.upos != Upos::adj) return false;
    const bool placed = std::ranges::any_of(
        analysis_.children(at), [&](TokenIndex child) { return analysis_.token(child).deprel == Deprel::case_; });
    return token.deprel != Deprel::amod && !placed &&
           described_by(at) != no_index;  // "was in talks" is where, not what
  }

  void add_plain_attribute(std::size_t at) {
    Predication result;
    result.kind = PredicationKind::attribute;
    result.at = at;
    result.bearer = static_cast<std::size_t>(described_by(at));
    result.begin = static_cast<TokenIndex>(at);
    result.end = result.begin + 1;
    result.property = "be " + std::string(analysis_.lemma(at));
    hand_on(result);
  }

  const Analysis& analysis_;
  const Predicates& predicates_;
  const std::function<bool(const Predication&)>& take_;
  bool wanted_ = true;       // more
  std::vector<bool> taken_;  // by token: a cue, or part of another predication
};

}  // namespace

void find_predications(const Reading& reading, const std::function<bool(const Predication&)>& take) {
  Finder(reading, take).run();
}

}  // namespace corroborate::extraction
