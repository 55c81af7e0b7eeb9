// Claims about when: the day of an event, of its beginning, of its taking effect.
#include <algorithm>

#include "extract/claims/claims.h"

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;

class DateReader {
 public:
  explicit DateReader(Reading& reading)
      : reading_(reading), analysis_(reading.analysis), predicates_(reading.predicates) {}

  void read_all() {
    for (std::size_t d = 0; d < reading_.dates.size(); ++d) {
      const auto& date = reading_.dates[d].date;
      if (date.type == TimexType::duration || date.type == TimexType::set || date.value.ends_with("_REF") ||
          is_bare_clock(date))
        continue;
      read(static_cast<int>(d));
    }
  }

 private:
  void read(int number) {
    const auto& date = reading_.dates[static_cast<std::size_t>(number)];
    std::size_t clause = predicates_.clause_of(date.begin);
    if (reading_.events.date_at(clause) != number) return;
    clause = above_purpose(clause);
    if (const Predicate* beginning = begun_in(clause, date.begin); beginning != nullptr) {
      return add(number, *beginning, "start.day", clause);
    }
    const Predicate* predicate = predicates_.at(clause);
    if (predicate == nullptr || clause < predicate->token || clause >= predicate->end()) return;
    if (predicate->kind == EventKind::state || predicate->kind == EventKind::trait ||
        predicate->event_class == "tracking")
      return;
    if (predicate->kind == EventKind::alarm) return;  // a call may come days after
    if (predicate->kind == EventKind::onset &&
        reading_.dates[static_cast<std::size_t>(number)].date.grain != Grain::day)
      return;  // "It happened in 1959" is another story
    if (predicate->event_class == "effect") return add_effect(number, *predicate);
    // A victim may die days later, unless the clause names what killed ("died in the fire on Monday").
    const bool death = analysis_.lemma(clause) == "die" && !names_cause(clause);
    // An arrest, a charge, a dismissal each has a day of its own, whatever the article is about.
    const std::string day = predicate->kind == EventKind::act ? std::string(predicate->event_class) + ".day" : "day";
    add(number, *predicate, death ? "death.day" : day, clause);
  }

  bool names_cause(std::size_t clause) const {
    const auto range = analysis_.subtree(clause);
    for (auto t = range.first; t <= range.last; ++t) {
      const Predicate* p = predicates_.at(t);
      const bool causes = p != nullptr && p->token == t && p->is_cause() && predicates_.clause_of(t) == clause;
      if (causes && analysis_.token(t).deprel == Deprel::obl) return true;
    }
    return false;
  }

  // "intervening to help the port a year ago": the day of the purpose is the day of the act.
  std::size_t above_purpose(std::size_t clause) const {
    for (int steps = 0; steps < 2; ++steps) {
      const auto& word = analysis_.token(clause);
      const bool infinitive = word.head >= 0 && word.xpos == syntax::Xpos::vb &&
                              (word.deprel == Deprel::advcl || word.deprel == Deprel::xcomp);
      if (!infinitive) break;
      clause = predicates_.clause_of(static_cast<std::size_t>(word.head));
    }
    return clause;
  }

  // "took effect on Tuesday": the day is the truce's or the law's, whose subject it is.
  void add_effect(int number, const Predicate& predicate) {
    const int subject = predicates_.subject_of(predicate.token);
    if (subject == no_index) return;
    const Predicate* what = predicates_.at(static_cast<std::size_t>(subject));
    if (what == nullptr) return;
    add(number, *what, "effect.day", predicate.token);
  }

  // "began launching strikes in 2014", "has been at war since 2011", "launched a campaign of airstrikes a year ago".
  const Predicate* begun_in(std::size_t clause, std::size_t date) const {
    const auto lemma = analysis_.lemma(clause);
    const bool begins = lemma == "begin" || lemma == "start" || lemma == "launch" || lemma == "open";
    const bool since = date > 0 && fold(analysis_.form(date - 1)) == "since";
    if (const Predicate* own = predicates_.at(clause);
        own != nullptr && own->event_class == "campaign" && analysis_.lemma(clause) == "intervene")
      return own;
    if (!begins && !since) return nullptr;
    const auto range = analysis_.subtree(clause);
    for (auto t = range.first; t <= range.last && t < date; ++t) {
      const Predicate* p = predicates_.at(t);
      if (p == nullptr || p->token != t || t + 20 < date) continue;
      if (p->event_class == "campaign" ||
          (p->event_class == "strike" && (analysis_.token(t).xpos == syntax::Xpos::nns || p->is_verb)))
        return p;
    }
    return nullptr;
  }

  void add(int number, const Predicate& predicate, std::string property, std::size_t at) {
    const auto& date = reading_.dates[static_cast<std::size_t>(number)];
    const TokenIndex begin = std::min(static_cast<TokenIndex>(at), date.begin);
    const TokenIndex end = std::max(static_cast<TokenIndex>(at + 1), date.end);
    Claim claim = make_claim(reading_, ClaimKind::date, at, begin, end);
    if (property == "start.day") {
      // A campaign is known by who wages it.
      const int agent = predicates_.agent_of(at);
      claim.population = agent == no_index ? "" : side_of(reading_, static_cast<std::size_t>(agent));
      if (claim.population.empty()) return;
      claim.event = campaign(number);
    } else {
      claim.event = reading_.events.event_of(predicate);
    }
    claim.property = std::move(property);
    claim.date = number;
    claim.rule = "date-of-" + std::string(name_of(predicate.kind));
    reading_.claims.push_back(std::move(claim));
  }

  // One event "campaign" an article: whose it is stands in the claim.
  int campaign(int number) {
    auto& events = reading_.events.all();
    for (std::size_t e = 0; e < events.size(); ++e) {
      if (events[e].event_class == "campaign" && events[e].scope == Scope::whole) return static_cast<int>(e);
    }
    Event event;
    event.event_class = "campaign";
    event.scope = Scope::whole;
    const auto& span = reading_.dates[static_cast<std::size_t>(number)].date.span;
    event.mentions.push_back(span);
    reading_.events.add(std::move(event));
    return static_cast<int>(events.size() - 1);
  }

  Reading& reading_;
  const Analysis& analysis_;
  const Predicates& predicates_;
};

}  // namespace

void read_date_claims(Reading& reading) { DateReader(reading).read_all(); }

}  // namespace corroborate::extraction
