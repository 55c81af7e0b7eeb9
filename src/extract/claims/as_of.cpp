// Only what the text states counts; the day of publication is no such day.
#include "extract/claims/as_of.h"

#include <algorithm>

#include "extract/dates/date_limits.h"
#include "extract/reading/contexts.h"

namespace corroborate::extraction {

namespace {

class AsOfReader {
 public:
  explicit AsOfReader(Reading& reading) : reading_(reading), analysis_(reading.analysis) {}

  void read_all() {
    for (Claim& claim : reading_.claims) {
      if (claim.quantity != no_index && claim.property.ends_with(".count")) read(claim);
    }
  }

 private:
  void read(Claim& claim) const {
    const auto& count = reading_.quantities[static_cast<std::size_t>(claim.quantity)];
    const auto& sentence = analysis_.sentence(analysis_.sentence_of(count.number_begin));
    const std::size_t clause = reading_.predicates.clause_of(count.number_begin);
    const auto& dates = reading_.dates;  // in text order
    const auto first = std::ranges::lower_bound(dates, sentence.begin, {}, &DateMention::begin);
    for (auto d = static_cast<std::size_t>(first - dates.begin()); d < dates.size() && dates[d].begin < sentence.end;
         ++d) {
      const auto& mention = dates[d];
      if (!is_moment(mention)) continue;
      const bool own = reading_.predicates.clause_of(mention.begin) == clause;
      const bool limits = is_limit(analysis_, mention) && (own || frames(mention, clause));
      if (limits || (own && reaches_a_level(clause, count))) claim.as_of = static_cast<int>(d);
    }
  }

  static bool is_moment(const DateMention& mention) {
    const auto& date = mention.date;
    return (date.type == TimexType::date || date.type == TimexType::time) && date.grain <= Grain::day;
  }

  // The clause of the day holds that of the count: "By Tuesday, the port said 24 people had died".
  bool frames(const DateMention& mention, std::size_t clause) const {
    const auto outer = static_cast<std::int32_t>(reading_.predicates.clause_of(mention.begin));
    auto at = static_cast<std::int32_t>(clause);
    while (at >= 0 && at != outer) at = analysis_.token(static_cast<std::size_t>(at)).head;
    return at == outer;
  }

  // "rose to 24", "stood at 24": a day beside it says when it did.
  bool reaches_a_level(std::size_t clause, const QuantityMention& count) const {
    const bool level = is_context(analysis_, clause, "level") && analysis_.lemma(clause) != "be";
    if (!level && analysis_.longest(Table::changes, clause) == nullptr) return false;
    const auto link = count.begin > 0 ? fold(analysis_.form(count.begin - 1)) : std::string{};
    return link == "to" || link == "at" || link == "past" || clause + 1 == count.begin;
  }

  Reading& reading_;
  const Analysis& analysis_;
};

}  // namespace

void state_as_of(Reading& reading) { AsOfReader(reading).read_all(); }

}  // namespace corroborate::extraction
