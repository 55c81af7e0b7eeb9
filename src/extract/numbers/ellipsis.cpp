// Fills in what a figure leaves out because it was said before.
#include "extract/numbers/ellipsis.h"

#include <algorithm>

#include "extract/numbers/measures.h"
#include "extract/numbers/number_rows.h"

namespace corroborate::extraction {

namespace {

constexpr std::size_t furthest_back = 8;  // quantities that are looked at for what a figure takes over

// "68 people who fled … and 95 who stayed": the last ones counted in the sentence.
void take_over_people(const Analysis& analysis, const std::vector<QuantityMention>& found, QuantityMention& mention) {
  for (std::size_t i = found.size(); i-- > 0 && found.size() - i <= furthest_back;) {
    if (!same_sentence(analysis, mention.begin, found[i].begin)) break;
    if (!found[i].quantity.unit.empty() || found[i].quantity.counted.empty()) continue;
    mention.quantity.counted = found[i].quantity.counted;
    return;
  }
}

// "closed down 2 % at 1,219.40 points, while the other lost 2.3 % to close at 1,081.75": the level of an index like one
// before.
bool take_over_points(const Analysis& analysis, const std::vector<QuantityMention>& found, QuantityMention& mention) {
  if (!word_is(analysis, mention.begin - 1u, "at") && !word_is(analysis, mention.begin - 1u, "to")) return false;
  for (std::size_t i = found.size(); i-- > 0 && found.size() - i <= furthest_back;) {
    if (!same_sentence(analysis, mention.begin, found[i].begin)) break;
    const Quantity& quantity = found[i].quantity;
    if (quantity.counted != "point" || mention.quantity.to > 3 * quantity.to || mention.quantity.to * 3 < quantity.to)
      continue;
    mention.quantity.counted = quantity.counted;
    return true;
  }
  return false;
}

// "It costs 2,400 yen ($22) with sails and 2,380 ($21) without": converted in brackets like the money before it.
bool take_over_money(const Analysis& analysis, const std::vector<QuantityMention>& found, QuantityMention& mention) {
  const std::size_t open = mention.end;
  if (!same_sentence(analysis, mention.begin, open + 2) || analysis.form(open) != "(") return false;
  const auto converted = read_number(analysis, open + 2);
  if (!converted || measure_before(analysis, *converted).dimension != "money") return false;
  for (std::size_t i = found.size(); i-- > 0 && found.size() - i <= furthest_back;) {
    if (!same_sentence(analysis, mention.begin, found[i].begin)) break;
    const Quantity& quantity = found[i].quantity;
    const bool alike = mention.quantity.to <= 3 * quantity.to && mention.quantity.to * 3 >= quantity.to;
    if (quantity.dimension != "money" || !alike) continue;
    mention.quantity.unit = quantity.unit;
    mention.quantity.code = quantity.code;
    mention.quantity.dimension = quantity.dimension;
    return true;
  }
  return false;
}

}  // namespace

// "12 ships, up from 9": a bare number takes over what the one before it in the sentence measures or counts.
void take_over(const Analysis& analysis, const std::vector<QuantityMention>& found, QuantityMention& mention) {
  if (found.empty() || mention.begin == 0 || !same_sentence(analysis, mention.begin, mention.begin - 1)) return;
  if (take_over_points(analysis, found, mention) || take_over_money(analysis, found, mention)) return;
  const QuantityMention& previous = found.back();
  if (!same_sentence(analysis, mention.begin, previous.begin) || previous.quantity.relation == Relation::vague) return;
  const auto word = fold(analysis.form(mention.begin - 1));
  if (same_sentence(analysis, mention.begin, mention.end) && fold(analysis.form(mention.end)) == "who")
    return take_over_people(analysis, found, mention);
  const bool compares = word == "from" || word == "with" || word == "by" || word == "and" || word == "to" ||
                        word == "including" || word == "than" || word == "just" || word == "of";
  const bool points = previous.quantity.counted == "point";  // "rose 64 points to 4,577"
  const double ratio = points ? 1 : mention.quantity.to / std::max(previous.quantity.to, 1e-9);
  if (!compares || ratio > 30 || ratio < 1.0 / 30) return;
  if (word == "to" && previous.quantity.dimension == "ratio") return;  // "rose 8 percent to 3.65"
  mention.quantity.counted = previous.quantity.counted;
  if (previous.quantity.unit.empty() || previous.quantity.dimension == "time" || previous.quantity.dimension == "age")
    return;
  mention.quantity.unit = previous.quantity.unit;
  mention.quantity.code = previous.quantity.code;
  mention.quantity.dimension = previous.quantity.dimension;
  mention.quantity.factor = previous.quantity.factor;
}

// "a week or two", "another pick or two": what stands before "or".
void count_before_or(const Analysis& analysis, QuantityMention& mention) {
  const std::size_t at = mention.number_begin;
  if (at < 3 || !same_sentence(analysis, at, at - 3) || fold(analysis.form(at - 1)) != "or" ||
      analysis.token(at - 2).upos != syntax::Upos::noun)
    return;
  const auto article = fold(analysis.form(at - 3));
  if (article != "a" && article != "an" && article != "another") return;
  mention.quantity.rule = "one-or-more";
  mention.begin = static_cast<TokenIndex>(at - 3);
  Measure measure = measure_after(
      analysis, Number{mention.begin, static_cast<TokenIndex>(at - 2), 1, 1, NumberKind::cardinal, false, {}});
  if (measure.unit.empty()) {
    mention.head = static_cast<int>(at - 2);
    mention.quantity.counted = analysis.lemma(at - 2);
  }
  take_measure(std::move(measure), mention.quantity);
}

void share_hedge(const Analysis& analysis, const std::vector<QuantityMention>& found, QuantityMention& mention) {
  if (found.empty() || mention.begin == 0 || mention.quantity.relation != Relation::equal) return;
  const QuantityMention& previous = found.back();
  const auto mark = analysis.form(mention.begin - 1);
  const bool beside = previous.end + 1u == mention.begin && (mark == "(" || mark == "/");
  if (!beside || previous.quantity.dimension.empty() || previous.quantity.dimension != mention.quantity.dimension)
    return;
  if (previous.quantity.relation == Relation::range || previous.quantity.relation == Relation::vague) return;
  mention.quantity.relation = previous.quantity.relation;
  mention.quantity.trend = previous.quantity.trend;
  if (previous.quantity.rule.ends_with("near")) mention.quantity.rule += ", near";
}

}  // namespace corroborate::extraction
