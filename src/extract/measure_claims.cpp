// Claims about how long, how old, how strong, how much: quantities with a unit of measurement.
#include <algorithm>

#include "extract/claims.h"

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;

bool is_word(const Analysis& analysis, std::size_t token, std::string_view word) {
  return token < analysis.size() && fold(analysis.form(token)) == word;
}

// What is measured: a predicate, or failing that a word.
struct Measured {
  const Predicate* predicate = nullptr;
  int word = no_index;
};

class MeasureReader {
 public:
  explicit MeasureReader(Reading& reading) : reading_(reading), analysis_(reading.analysis), predicates_(reading.predicates) {}

  void read_all() {
    for (std::size_t q = 0; q < reading_.quantities.size(); ++q) {
      const auto& mention = reading_.quantities[q];
      if (mention.quantity.dimension == "time" || mention.quantity.dimension == "age") read_time(static_cast<int>(q));
      else if (!mention.quantity.dimension.empty()) read_other(static_cast<int>(q));
    }
  }

 private:
  const QuantityMention& mention(int number) const { return reading_.quantities[static_cast<std::size_t>(number)]; }

  void read_time(int number) {
    const auto& time = mention(number);
    if (is_shift(time)) return;
    if (const int subject = age_subject(time); subject != no_index) return add_age(number, static_cast<std::size_t>(subject));
    const Measured measured = measured_by(time);
    if (measured.predicate == nullptr) return;
    add(number, *measured.predicate, ".duration");
  }

  // "two days ago", "a week later" name a day, not a length.
  bool is_shift(const QuantityMention& time) const {
    return is_word(analysis_, time.end, "ago") || is_word(analysis_, time.end, "later") || is_word(analysis_, time.end, "earlier");
  }

  // "Six days since the start of the cease-fire", "The accord was less than a week old".
  int age_subject(const QuantityMention& time) const {
    if (is_word(analysis_, time.end, "since") || is_word(analysis_, time.end, "into")) {
      for (TokenIndex t = time.end + 1; t < analysis_.size() && t < time.end + 8; ++t) {
        const Predicate* p = predicates_.at(t);
        if (p != nullptr && !p->is_verb && analysis_.sentence_of(t) == analysis_.sentence_of(time.begin)) return static_cast<int>(t);
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

  // "The accord negotiated by them was less than a week old": the last lasting thing named before.
  int state_in_front(std::size_t token) const {
    for (std::size_t back = 1; back <= 14 && back <= token; ++back) {
      const std::size_t t = token - back;
      if (analysis_.sentence_of(t) != analysis_.sentence_of(token)) return no_index;
      const Predicate* p = predicates_.at(t);
      if (p != nullptr && p->token == t && p->kind == "state" && !p->is_verb) return static_cast<int>(t);
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
    const TokenIndex begin = subject < time.begin && time.begin - subject > 15 ? time.begin : std::min(time.begin, static_cast<TokenIndex>(subject));
    Claim claim = make_claim(reading_, ClaimKind::quantity, time.number_begin, begin, end);
    claim.event = reading_.events.event_of(*event);
    claim.property = "age";
    claim.quantity = number;
    claim.rule = "age-of-event";
    reading_.claims.push_back(std::move(claim));
  }

  // The event noun or verb that the length belongs to: "a seven-day period of calm", "tracked for two days".
  Measured measured_by(const QuantityMention& time) const {
    std::size_t at = time.number_end < analysis_.size() ? unit_token(time) : time.number_begin;
    for (int steps = 0; steps < 4; ++steps) {
      if (const Predicate* p = predicates_.at(at); p != nullptr) return {p, no_index};
      for (const auto child : analysis_.children(at)) {  // "a period of calm"
        const auto label = analysis_.token(child).deprel;
        const Predicate* p = predicates_.at(child);
        if (label == Deprel::nmod && child > at && p != nullptr && !p->is_verb) return {p, no_index};
      }
      const auto& word = analysis_.token(at);
      if (word.head < 0) break;
      at = static_cast<std::size_t>(word.head);
    }
    return {};
  }

  std::size_t unit_token(const QuantityMention& time) const { return std::max<std::size_t>(time.number_begin, time.end - 1u); }

  void read_other(int number) {
    const auto& amount = mention(number);
    const Predicate* hazard = nearest_event(amount);
    if (amount.quantity.dimension == "magnitude") {
      if (hazard == nullptr) hazard = any_hazard();
      if (hazard == nullptr) return;
      Claim claim = make_claim(reading_, ClaimKind::quantity, amount.number_begin, amount.begin, amount.end);
      claim.event = reading_.events.event_of(*hazard);
      claim.property = "magnitude";
      claim.quantity = number;
      claim.rule = "magnitude";
      reading_.claims.push_back(std::move(claim));
      return;
    }
    if (hazard != nullptr && amount.quantity.dimension == "money") add(number, *hazard, ".money");
  }

  const Predicate* nearest_event(const QuantityMention& amount) const {
    std::size_t at = amount.number_begin;
    for (int steps = 0; steps < 4; ++steps) {
      const Predicate* p = predicates_.at(at);
      if (p != nullptr && p->token == at) return p;
      if (analysis_.token(at).head < 0) return nullptr;
      at = static_cast<std::size_t>(analysis_.token(at).head);
    }
    return nullptr;
  }

  const Predicate* any_hazard() const {
    for (const auto& p : predicates_.all()) {
      if (p.event_class == "quake") return &p;
    }
    return nullptr;
  }

  void add(int number, const Predicate& predicate, std::string_view measure) {
    const auto& amount = mention(number);
    const TokenIndex begin = std::min(predicate.token, amount.begin);
    const TokenIndex end = std::max(predicate.end, amount.end);
    Claim claim = make_claim(reading_, ClaimKind::quantity, amount.number_begin, begin, end);
    claim.event = reading_.events.event_of(predicate);
    claim.property = std::string(predicate.event_class) + std::string(measure);
    claim.quantity = number;
    claim.rule = "measure" + std::string(measure);
    reading_.claims.push_back(std::move(claim));
  }

  Reading& reading_;
  const Analysis& analysis_;
  const Predicates& predicates_;
};

}  // namespace

void read_measure_claims(Reading& reading) { MeasureReader(reading).read_all(); }

}  // namespace corroborate::extraction
