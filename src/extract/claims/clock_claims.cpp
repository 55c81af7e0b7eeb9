// Claims about the time of day at which something happened: "the barn caught fire about 8.40pm".
//
// A claim's `term` keeps the words that widen or bound it: about, after, before, alarm.
#include <fmt/format.h>

#include <algorithm>

#include "extract/claims/claims.h"
#include "extract/dates/date_rules.h"

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;

class ClockReader {
 public:
  explicit ClockReader(Reading& reading)
      : reading_(reading), analysis_(reading.analysis), predicates_(reading.predicates) {}

  void read_all() {
    for (std::size_t d = 0; d < reading_.dates.size(); ++d) {
      // "4 p.m. (5 p.m. ET)": the same time elsewhere.
      const bool bracketed = reading_.dates[d].begin > 0 && analysis_.form(reading_.dates[d].begin - 1) == "(";
      if (reading_.dates[d].date.rule == "clock-time" && !bracketed) read(static_cast<int>(d));
    }
  }

 private:
  void read(int number) {
    const auto& mention = reading_.dates[static_cast<std::size_t>(number)];
    const Predicate* predicate = timed_by(mention);
    const TokenIndex begin = predicate == nullptr ? mention.begin : std::min(predicate->token, mention.begin);
    const TokenIndex end = predicate == nullptr ? mention.end : std::max(predicate->end(), mention.end);
    Claim claim = make_claim(reading_, ClaimKind::date, mention.begin, begin, end);
    claim.event =
        predicate == nullptr ? reading_.events.event_near(mention.begin) : reading_.events.event_of(*predicate);
    if (claim.event == no_index) return;
    claim.property = property_of(mention);
    claim.date = number;
    claim.term = predicate != nullptr && predicate->kind == EventKind::alarm ? "alarm" : hedge_of(mention);
    claim.rule = predicate == nullptr ? "value" : "clock-of-" + std::string(name_of(predicate->kind));
    reading_.claims.push_back(std::move(claim));
  }

  // "time" is local; "time (UTC-04:00)" and "time (ET)" are of a zone that the text names.
  std::string property_of(const DateMention& mention) const {
    const Hit* zone = nullptr;
    for (std::size_t t = mention.begin; t < mention.end && zone == nullptr; ++t)
      zone = calendar_hit(analysis_, t, "zone");
    if (zone == nullptr) return "time";
    const auto ahead = calendar_value(*zone);
    return fmt::format("time ({}{})", ahead.front() == '+' || ahead.front() == '-' ? "UTC" : "", ahead);
  }

  std::string hedge_of(const DateMention& mention) const {
    for (std::size_t back = 1; back <= 2 && back <= mention.begin; ++back) {
      const auto word = fold(analysis_.form(mention.begin - back));
      if (word == "about" || word == "around" || word == "approximately" || word == "roughly" || word == "nearly" ||
          word == "almost")
        return "about";
      if (word == "after" || word == "past" || word == "since") return "after";
      if (word == "before" || word == "by" || word == "until") return "before";
    }
    return {};
  }

  static bool tells_onset(const Predicate& predicate) {
    if (predicate.kind == EventKind::harm) return predicate.event_class == "injured";  // a victim may die hours later
    return predicate.is_cause() || predicate.kind == EventKind::onset || predicate.kind == EventKind::alarm;
  }

  // What happened at that time: the verb that the time hangs on, or the one of a clause with "when" behind it.
  const Predicate* timed_by(const DateMention& mention) const {
    const std::size_t clause = predicates_.clause_of(mention.begin);
    for (std::size_t at = mention.begin; at != clause && analysis_.token(at).head >= 0;
         at = static_cast<std::size_t>(analysis_.token(at).head)) {
      if (const Predicate* own = happening_at(at); own != nullptr) return own;
    }
    if (const Predicate* own = happening_at(clause); own != nullptr) return own;
    return behind_when(mention, clause);
  }

  // A verb that happens, or one whose subject does ("the shooting was reported at 9 p.m.").
  const Predicate* happening_at(std::size_t verb) const {
    const Predicate* own = predicates_.at(verb);
    if (own != nullptr && own->token == verb) return own->is_verb && tells_onset(*own) ? own : nullptr;
    return nullptr;
  }

  // "It was soon after 8 a.m. when shots were heard", "she stood there around 6:10 p.m. when a stone hit her".
  const Predicate* behind_when(const DateMention& mention, std::size_t clause) const {
    constexpr std::size_t reach = 4;  // tokens between the time and "when": a day may follow
    const auto sentence = analysis_.sentence_of(mention.begin);
    for (std::size_t t = mention.end;
         t < analysis_.size() && t < mention.end + reach && analysis_.sentence_of(t) == sentence; ++t) {
      if (fold(analysis_.form(t)) != "when") continue;
      const auto verb = predicates_.clause_of(t);
      if (verb == clause && verb < t) return nullptr;
      const auto range = analysis_.subtree(verb);
      for (std::size_t in = t + 1; in <= range.last; ++in) {
        const Predicate* p = predicates_.at(in);
        if (p != nullptr && p->token == in && tells_onset(*p)) return p;
      }
      return nullptr;
    }
    return nullptr;
  }

  Reading& reading_;
  const Analysis& analysis_;
  const Predicates& predicates_;
};

}  // namespace

void read_clock_claims(Reading& reading) { ClockReader(reading).read_all(); }

}  // namespace corroborate::extraction
