// Claims about how long, how strong, how deep, how much: quantities with a unit of measurement.
//
// A wrong pairing is worse than a missing one, so a measure belongs to an event only where the words say so: "an
// 11-hour siege", "the siege lasted 11 hours", "tracked for two days", "sentenced to six years".
#include <algorithm>

#include "extract/claims/claims.h"
#include "extract/facets/persons.h"

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;

bool is_word(const Analysis& analysis, std::size_t token, std::string_view word) {
  return token < analysis.size() && fold(analysis.form(token)) == word;
}

class MeasureReader {
 public:
  explicit MeasureReader(Reading& reading)
      : reading_(reading),
        analysis_(reading.analysis),
        predicates_(reading.predicates),
        persons_(reading.analysis, reading.entities, reading.predicates) {}

  void read_all() {
    for (std::size_t q = 0; q < reading_.quantities.size(); ++q) {
      const auto& dimension = reading_.quantities[q].quantity.dimension;
      const int number = static_cast<int>(q);
      if (dimension == "time" || dimension == "age")
        read_time(number);
      else if (dimension == "magnitude")
        read_magnitude(number);
      else if (dimension == "money")
        read_money(number);
      else if (dimension == "length")
        read_length(number);
    }
  }

 private:
  const QuantityMention& mention(int number) const { return reading_.quantities[static_cast<std::size_t>(number)]; }

  // ---- how long

  void read_time(int number) {
    const auto& time = mention(number);
    if (is_shift(time)) return;
    if (const int subject = lasting_subject(time); subject != no_index)
      return add_age(number, static_cast<std::size_t>(subject));
    if (time.quantity.dimension == "age") return;  // a person's: age_claims.cpp
    if (const Predicate* lasting = lasting_event(time); lasting != nullptr) add_duration(number, *lasting);
  }

  // "two days ago", "a week later", "within six hours" name a day or a limit, not a length.
  bool is_shift(const QuantityMention& time) const {
    for (const auto word : {"ago", "later", "earlier", "before", "after", "prior", "old"}) {
      if (is_word(analysis_, time.end, word)) return std::string_view(word) != "old";
    }
    return time.begin > 0 &&
           (is_word(analysis_, time.begin - 1, "within") || is_word(analysis_, time.begin - 1, "in") ||
            is_word(analysis_, time.begin - 1, "every") || is_word(analysis_, time.begin - 1, "first"));
  }

  // "Five days since the start of the truce", "The pact was less than a month old".
  int lasting_subject(const QuantityMention& time) const {
    if (is_word(analysis_, time.end, "since") || is_word(analysis_, time.end, "into")) {
      for (TokenIndex t = time.end + 1; t < analysis_.size() && t < time.end + 8; ++t) {
        const Predicate* p = predicates_.at(t);
        if (p != nullptr && !p->is_verb && analysis_.sentence_of(t) == analysis_.sentence_of(time.begin))
          return static_cast<int>(t);
      }
      return no_index;
    }
    const bool old = time.quantity.unit.ends_with("of age") || is_word(analysis_, time.end, "old");
    if (!old) return no_index;
    std::size_t at = time.number_begin;
    for (int steps = 0; steps < 4; ++steps) {
      for (const auto child : analysis_.children(at)) {
        if (analysis_.token(child).deprel == Deprel::nsubj) {
          const Predicate* p = predicates_.at(child);
          if (p != nullptr && !p->is_verb) return static_cast<int>(child);
        }
      }
      if (analysis_.token(at).head < 0) break;
      at = static_cast<std::size_t>(analysis_.token(at).head);
    }
    return state_in_front(time.begin);
  }

  // "The pact that they made was less than a month old": the last lasting thing named before.
  int state_in_front(std::size_t token) const {
    for (std::size_t back = 1; back <= 14 && back <= token; ++back) {
      const std::size_t t = token - back;
      if (analysis_.sentence_of(t) != analysis_.sentence_of(token)) return no_index;
      const Predicate* p = predicates_.at(t);
      if (p != nullptr && p->token == t && p->kind == EventKind::state && !p->is_verb) return static_cast<int>(t);
    }
    return no_index;
  }

  void add_age(int number, std::size_t subject) {
    const auto& time = mention(number);
    const Predicate* event = predicates_.at(subject);
    TokenIndex end = std::max(time.end, static_cast<TokenIndex>(subject + 1));
    if (is_word(analysis_, end, "old")) ++end;
    if (is_word(analysis_, end, "when") || is_word(analysis_, end, "after") || is_word(analysis_, end, "at")) {
      const auto range = analysis_.subtree(predicates_.clause_of(time.number_begin));
      end = std::max<TokenIndex>(end, std::min<TokenIndex>(range.last + 1, end + 5));
    }
    const TokenIndex begin = subject < time.begin && time.begin - subject > 15
                                 ? time.begin
                                 : std::min(time.begin, static_cast<TokenIndex>(subject));
    Claim claim = make_claim(reading_, ClaimKind::quantity, time.number_begin, begin, end);
    claim.event = reading_.events.event_of(*event);
    claim.property = "age";
    claim.quantity = number;
    claim.rule = "age-of-event";
    reading_.claims.push_back(std::move(claim));
  }

  std::size_t unit_token(const QuantityMention& time) const {
    return std::max<std::size_t>(time.number_begin, time.end - 1u);
  }

  // The event that lasts so long, or null.
  const Predicate* lasting_event(const QuantityMention& time) const {
    const std::size_t unit = unit_token(time);
    if (const Predicate* noun = noun_behind(time); noun != nullptr) return noun;
    if (const Predicate* noun = noun_of(unit); noun != nullptr) return noun;
    if (const Predicate* subject = subject_of_lasting(unit); subject != nullptr) return subject;
    return verb_of(time, unit);
  }

  static bool lasts(const Predicate& p) {
    return p.is_cause() || p.kind == EventKind::process || p.kind == EventKind::state || p.event_class == "trial" ||
           p.event_class == "sentenced";
  }

  // "an 11-hour siege", "a nine-day period of calm": the noun that the measure stands in front of.
  const Predicate* noun_behind(const QuantityMention& time) const {
    for (std::size_t t = time.end; t < time.end + 4u && same_sentence(analysis_, time.begin, t); ++t) {
      const Predicate* p = predicates_.at(t);
      if (p != nullptr && !p->is_verb && lasts(*p)) return p;
      const auto tag = analysis_.token(t).upos;
      if (is_word(analysis_, t, "period") || is_word(analysis_, t, "of") || tag == Upos::adj ||
          analysis_.form(t) == "-")
        continue;
      if (tag != Upos::noun || is_word(analysis_, t, "anniversary")) return nullptr;
    }
    return nullptr;
  }

  // "two hours of talks".
  const Predicate* noun_of(std::size_t unit) const {
    for (const auto child : analysis_.children(unit)) {
      const Predicate* p = predicates_.at(child);
      if (analysis_.token(child).deprel == Deprel::nmod && child > unit && p != nullptr && !p->is_verb && lasts(*p) &&
          is_word(analysis_, unit + 1, "of") &&
          p->event_class != "sentenced") {  // "nine months of the sentence" are a part of it
        return p;
      }
    }
    return nullptr;
  }

  // "the siege lasted eight hours"
  const Predicate* subject_of_lasting(std::size_t unit) const {
    const auto& word = analysis_.token(unit);
    if (word.head < 0) return nullptr;
    const auto verb = static_cast<std::size_t>(word.head);
    const auto lemma = analysis_.lemma(verb);
    if (lemma != "last" && lemma != "continue" && lemma != "drag" && lemma != "span" && lemma != "take") return nullptr;
    const int subject = predicates_.subject_of(verb);
    const Predicate* p = subject == no_index ? nullptr : predicates_.at(static_cast<std::size_t>(subject));
    return p != nullptr && !p->is_verb ? p : nullptr;
  }

  // "tracked for two days", "sentenced to six years", "held guards at bay for nine hours".
  const Predicate* verb_of(const QuantityMention& time, std::size_t unit) const {
    const auto marker = marker_of(time);
    std::size_t at = unit;
    for (int steps = 0; steps < 5 && analysis_.token(at).head >= 0; ++steps) {
      at = static_cast<std::size_t>(analysis_.token(at).head);
      const Predicate* p = predicates_.at(at);
      if (p != nullptr && p->event_class == "tracking") return p;  // also where "for" was lost
      if (p != nullptr && p->event_class == "sentenced") return marker == "to" ? p : nullptr;
      if (marker != "for") continue;
      if (p != nullptr) return p->kind == EventKind::process || p->kind == EventKind::state ? p : nullptr;
      if (const Predicate* event = event_of_light_verb(at); event != nullptr) return event;
    }
    return nullptr;
  }

  // The word in front of the measure, past an opening quotation mark.
  std::string marker_of(const QuantityMention& time) const {
    std::size_t at = time.begin;
    while (at > 0 && analysis_.token(at - 1).upos == Upos::punct &&
           analysis_.sentence_of(at - 1) == analysis_.sentence_of(time.begin))
      --at;
    return at == 0 ? std::string() : fold(analysis_.form(at - 1));
  }

  // "held guards at bay": the event is a noun that hangs on the verb.
  const Predicate* event_of_light_verb(std::size_t verb) const {
    const auto lemma = analysis_.lemma(verb);
    if (lemma != "hold" && lemma != "keep" && lemma != "remain" && lemma != "stay" && lemma != "be") return nullptr;
    for (const auto child : analysis_.children(verb)) {
      const auto label = analysis_.token(child).deprel;
      const Predicate* p = predicates_.at(child);
      if (p != nullptr && !p->is_verb && lasts(*p) &&
          (label == Deprel::obl || label == Deprel::obj || label == Deprel::nmod))
        return p;
    }
    return nullptr;
  }

  // A sentence belongs to the person who has to serve it; without a name it is compared with none.
  void add_duration(int number, const Predicate& predicate) {
    std::string person;
    if (predicate.event_class == "sentenced") person = sentenced_person(predicate);
    if (is_bargain(predicate)) person = actor_of(predicate);
    if (person.empty() && (predicate.event_class == "sentenced" || is_bargain(predicate))) return;
    add(number, predicate, ".duration", person);
  }

  std::string sentenced_person(const Predicate& predicate) const {
    const int patient = predicate.is_verb ? predicates_.patient_of(predicate.token)
                                          : predicates_.subject_of(predicates_.clause_of(predicate.token));
    if (patient == no_index) return {};
    const auto head = static_cast<std::size_t>(patient);
    if (const std::string name = name_of(head); !name.empty()) return persons_.suspect_named(name);
    return analysis_.token(head).upos == Upos::pron ? last_name_before(head) : std::string(analysis_.lemma(head));
  }

  // "Milo Verring", "its former treasurer, Milo Verring"; empty without a name.
  std::string name_of(std::size_t head) const {
    std::string name = persons_.name_at(head);
    for (const auto child : analysis_.children(head))
      if (name.empty() && analysis_.token(child).deprel == Deprel::appos) name = persons_.name_at(child);
    return name;
  }

  // "Holm … He was sentenced": the last name before that is a suspect's, else the last that is a subject.
  std::string last_name_before(std::size_t pronoun) const {
    constexpr std::size_t reach = 4;  // sentences
    const auto here = analysis_.sentence_of(pronoun);
    std::string subject;
    for (std::size_t t = pronoun; t > 0 && here - analysis_.sentence_of(t - 1) <= reach; --t) {
      std::string name = persons_.name_at(t - 1);
      if (name.empty()) continue;
      if (persons_.role_at(t - 1) == "suspect") return name;
      const auto label = analysis_.token(t - 1).deprel;
      if (subject.empty() && (label == Deprel::nsubj || label == Deprel::nsubj_pass)) subject = std::move(name);
    }
    return subject;
  }

  // ---- how strong, how deep

  // "a quake of magnitude 5.9": only where the quake is named in the sentence or stood in the one before.
  void read_magnitude(int number) {
    const auto& amount = mention(number);
    const Predicate* quake = hazard_near(amount);
    if (quake == nullptr || introduces_another(*quake, amount)) return;
    add_of_hazard(number, *quake, "magnitude");
  }

  void add_of_hazard(int number, const Predicate& hazard, const char* property) {
    const auto& amount = mention(number);
    Claim claim = make_claim(reading_, ClaimKind::quantity, amount.number_begin, amount.begin, amount.end);
    claim.event = reading_.events.event_of(hazard);
    claim.property = property;
    claim.quantity = number;
    claim.rule = property;
    reading_.claims.push_back(std::move(claim));
  }

  // The hazard that the words around the number name: behind it ("a 5.9-magnitude quake"), in its clause, or in the
  // sentences before for "it" and "the tremor".
  const Predicate* hazard_near(const QuantityMention& amount) const {
    const auto sentence = analysis_.sentence_of(amount.begin);
    const auto is_hazard = [&](std::size_t t) {
      const Predicate* p = predicates_.at(t);
      return p != nullptr && p->kind == EventKind::hazard ? p : nullptr;
    };
    for (std::size_t t = amount.end;
         t < analysis_.size() && t < amount.end + 3u && analysis_.sentence_of(t) == sentence; ++t) {
      if (const Predicate* p = is_hazard(t); p != nullptr) return p;
    }
    const std::size_t reach = speaks_of_it(amount) ? 1 : 0;
    for (std::size_t t = amount.begin; t > 0 && sentence - analysis_.sentence_of(t - 1) <= reach; --t) {
      if (const Predicate* p = is_hazard(t - 1); p != nullptr) return p;
    }
    return nullptr;
  }

  // "a quake measuring 4.2", well after the news was told, is another quake than the one of the news.
  bool introduces_another(const Predicate& quake, const QuantityMention& amount) const {
    constexpr std::size_t news = 3;  // sentences, headline included
    const auto sentence = analysis_.sentence_of(quake.token);
    if (sentence <= news || sentence != analysis_.sentence_of(amount.begin) || speaks_of_it(amount)) return false;
    if (quake.token > 0 && (is_word(analysis_, quake.token - 1, "a") || is_word(analysis_, quake.token - 1, "an")))
      return true;
    const auto children = analysis_.children(quake.token);
    return std::any_of(children.begin(), children.end(),
                       [&](auto child) { return is_word(analysis_, child, "a") || is_word(analysis_, child, "an"); });
  }

  // "It had a magnitude of 4.2", "They said it measured 5.9".
  bool speaks_of_it(const QuantityMention& amount) const {
    const auto& sentence = analysis_.sentence(analysis_.sentence_of(amount.begin));
    for (std::size_t t = sentence.begin; t < amount.begin; ++t) {
      if (analysis_.lemma(t) == "it" || analysis_.lemma(t) == "its") return true;
    }
    return false;
  }

  // "at a depth of 10 km", "10 km deep": of the hazard.
  void read_length(int number) {
    const auto& amount = mention(number);
    const bool depth =
        is_word(analysis_, amount.end, "deep") || (amount.begin > 1 && is_word(analysis_, amount.begin - 1, "of") &&
                                                   is_word(analysis_, amount.begin - 2, "depth"));
    const Predicate* hazard = depth ? hazard_near(amount) : nullptr;
    if (hazard != nullptr) add_of_hazard(number, *hazard, "depth");
  }

  // ---- how much money

  void read_money(int number) {
    const auto& amount = mention(number);
    const Predicate* deed = deed_of(amount);
    if (deed == nullptr || deed->kind == EventKind::trait) return;
    std::string who;
    if (deed->kind == EventKind::act || is_bargain(*deed)) {  // two clubs' offers are two offers
      who = actor_of(*deed);
      if (who.empty()) return;
    }
    add(number, *deed, ".money", who);
  }

  static bool is_bargain(const Predicate& deed) {
    return deed.event_class == "agreement" || deed.event_class == "offer";
  }

  // Who does it, or whose it is; for a noun, the subject of its clause ("Holm seeks a five-year deal").
  std::string actor_of(const Predicate& deed) const {
    int party = predicates_.agent_of(deed.is_verb ? deed.token : predicates_.clause_of(deed.token));
    if (party == no_index && deed.is_verb)
      party = predicates_.patient_of(deed.token);  // "the gun was sold for 80 dollars"
    if (party == no_index) return {};
    const auto head = static_cast<std::size_t>(party);
    if (analysis_.token(head).upos == Upos::pron) return {};
    const int entity = reading_.entities.of_phrase(head, analysis_.subtree(head));
    return entity == no_index ? std::string(analysis_.lemma(head)) : reading_.entities.at(entity).key;
  }

  // The deed whose object or complement holds the amount: "made off with jewels worth $5 million".
  const Predicate* deed_of(const QuantityMention& amount) const {
    const Predicate* in_front =
        amount.begin > 0 ? predicates_.at(amount.begin - 1) : nullptr;  // "snatched $108 million"
    if (in_front != nullptr && in_front->is_verb && in_front->kind != EventKind::trait) return in_front;
    std::size_t at = amount.number_begin;
    for (int steps = 0; steps < 5; ++steps) {
      const Predicate* p = predicates_.at(at);
      if (p != nullptr && p->token == at) return p;
      if (analysis_.token(at).head < 0) return nullptr;
      at = static_cast<std::size_t>(analysis_.token(at).head);
    }
    return nullptr;
  }

  void add(int number, const Predicate& predicate, std::string_view measure, const std::string& population) {
    const auto& amount = mention(number);
    const TokenIndex begin = std::min(predicate.token, amount.begin);
    const TokenIndex end = std::max(predicate.end(), amount.end);
    Claim claim = make_claim(reading_, ClaimKind::quantity, amount.number_begin, begin, end);
    claim.event = reading_.events.event_of(predicate);
    claim.property = std::string(predicate.event_class) + std::string(measure);
    claim.population = population;
    claim.quantity = number;
    claim.rule = "measure" + std::string(measure);
    reading_.claims.push_back(std::move(claim));
  }

  Reading& reading_;
  const Analysis& analysis_;
  const Predicates& predicates_;
  Persons persons_;
};

}  // namespace

void read_measure_claims(Reading& reading) { MeasureReader(reading).read_all(); }

}  // namespace corroborate::extraction
