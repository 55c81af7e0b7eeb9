// Tells words that count from pronouns, determiners and years.
#include "extract/numbers/countable.h"

#include "extract/reading/contexts.h"
#include "extract/numbers/measures.h"
#include "extract/numbers/number_rows.h"
#include "extract/numbers/ordinals.h"

namespace corroborate::extraction {

namespace {

using syntax::Upos;

constexpr std::size_t dimension_column = 3;  // of the units table

bool is_alone(const Analysis& analysis, const Number& number) {
  return number.begin == 0 || !same_sentence(analysis, number.begin, number.begin - 1);
}

bool is_nominal(const Analysis& analysis, std::size_t at) {
  const auto tag = analysis.token(at).upos;
  return tag == Upos::noun || tag == Upos::propn || tag == Upos::adj;
}

// "of the oldest bridges", "of the most gifted players"
bool is_superlative_partitive(const Analysis& analysis, std::size_t of) {
  if (fold(analysis.form(of)) != "of" || !same_sentence(analysis, of, of + 3)) return false;
  if (analysis.token(of + 1).upos != Upos::det && analysis.token(of + 1).xpos != syntax::Xpos::prp_poss) return false;
  return analysis.token(of + 2).xpos == syntax::Xpos::jjs || analysis.token(of + 2).xpos == syntax::Xpos::rbs;
}

}  // namespace

// "some days" is a vague length; "some people" counts nothing.
bool is_determiner(const Analysis& analysis, const Number& number) {
  if (number.kind != NumberKind::vague || fold(analysis.form(number.begin)) != "some" || number.end != number.begin + 1)
    return false;
  const Hit* unit = number.end < analysis.size() ? analysis.longest(Table::units, number.end) : nullptr;
  return unit == nullptr || (*unit->row)[dimension_column] != "time";
}

// "half of the", "half the", "by half", where "this half" and "half asleep" measure nothing.
bool is_half_of(const Analysis& analysis, const Number& number) {
  if (number.begin > 0 && fold(analysis.form(number.begin - 1)) == "by") return true;
  if (number.begin > 0 &&
      (read_ordinal(analysis, number.begin - 1) || fold(analysis.form(number.begin - 1)) == "latter"))
    return false;  // "the first half of"
  if (!same_sentence(analysis, number.begin, number.end)) return is_alone(analysis, number);
  const auto word = fold(analysis.form(number.end));
  return word == "of" || word == "the" || word == "a" || word == "an" || number.end > number.begin + 1;
}

// "Nobody was hurt", "no one died"
bool counts_nobody(const Analysis& analysis, const Number& number) {
  const auto word = fold(analysis.form(number.begin));
  const bool nobody = word == "nobody" || (word == "no" && number.end == number.begin + 2);
  if (!nobody || !same_sentence(analysis, number.begin, number.end)) return false;
  const auto next = analysis.token(number.end).upos;
  return next == Upos::aux || next == Upos::verb;
}

// "one of them", "no one", "the one who", "one another": no count. "One of the oldest bridges" is one bridge, and a
// number that is all its sentence says is a number.
bool is_pronoun(const Analysis& analysis, const Number& number) {
  const bool alone = number.end < analysis.size() ? !same_sentence(analysis, number.begin, number.end) : true;
  if (number.kind == NumberKind::zero) {
    if (counts_nobody(analysis, number)) return false;
    if (number.begin > 0 && folds_to(analysis.form(number.begin - 1), "or")) return true;  // "little or no confidence"
    const auto next = alone ? Upos::punct : analysis.token(number.end).upos;
    if (folds_to(analysis.form(number.begin), "zero") && (next == Upos::aux || next == Upos::verb))
      return false;                                                                   // "zero is a number"
    if (!alone && analysis.token(number.end).xpos == syntax::Xpos::jjr) return true;  // "no fewer", "no more"
    return !(same_sentence(analysis, number.begin, number.end) && is_nominal(analysis, number.end)) &&
           !(alone && is_alone(analysis, number));
  }
  if (number.in_digits || number.kind != NumberKind::cardinal || number.low != 1 || number.end != number.begin + 1)
    return false;
  const auto form = fold(analysis.form(number.begin));
  if (form != "one" && form != "a" && form != "an") return false;
  if (!same_sentence(analysis, number.begin, number.end)) return !is_alone(analysis, number);
  if (is_superlative_partitive(analysis, number.end)) return false;
  return !(is_nominal(analysis, number.end) || !measure_after(analysis, number).unit.empty() ||
           analysis.form(number.end) == "-" || fold(analysis.form(number.end)) == "to");
}

// "a single raid": one, and said so.
std::optional<Number> read_single(const Analysis& analysis, std::size_t at) {
  if (!same_sentence(analysis, at, at + 2) || !folds_to(analysis.form(at + 1), "single") ||
      !is_nominal(analysis, at + 2))
    return std::nullopt;
  const auto article = fold(analysis.form(at));
  if (article != "a" && article != "the" && article != "one") return std::nullopt;
  return Number{static_cast<TokenIndex>(at), static_cast<TokenIndex>(at + 2), 1, 1, NumberKind::cardinal, false, {}};
}

// "2016", "1998" without unit or counted noun is a year, and so is "2018" of "2018 sales".
bool is_bare_year(const Analysis& analysis, const Number& number, const QuantityMention& mention) {
  const bool year = number.in_digits && number.end == number.begin + 1 && analysis.form(number.begin).size() == 4 &&
                    number.low >= 1500 && number.low <= 2100 && mention.quantity.unit.empty();
  return year && (mention.head == no_index || is_context(analysis, static_cast<std::size_t>(mention.head), "yearly"));
}

}  // namespace corroborate::extraction
