// Tells words that count from pronouns, determiners and years.
#include "extract/numbers/countable.h"

#include <algorithm>
#include <initializer_list>

#include "extract/numbers/measures.h"
#include "extract/numbers/number_rows.h"
#include "extract/numbers/ordinals.h"
#include "extract/reading/contexts.h"

namespace corroborate::extraction {

namespace {

using syntax::Upos;

bool is_alone(const Analysis& analysis, const Number& number) {
  return number.begin == 0 || !same_sentence(analysis, number.begin, number.begin - 1);
}

bool is_nominal(const Analysis& analysis, std::size_t at) {
  const auto tag = analysis.token(at).upos;
  return tag == Upos::noun || tag == Upos::propn || tag == Upos::adj;
}

bool is_harm(const Analysis& analysis, std::size_t at) {
  constexpr std::size_t kind_column = 3;  // of the events table
  for (const Hit& hit : analysis.hits_at(at)) {
    if (hit.row->table == Table::events && (*hit.row)[kind_column] == "harm") return true;
  }
  return false;
}

// "of the oldest bridges", "of the most gifted players"
bool is_superlative_partitive(const Analysis& analysis, std::size_t of) {
  if (fold(analysis.form(of)) != "of" || !same_sentence(analysis, of, of + 3)) return false;
  if (analysis.token(of + 1).upos != Upos::det && analysis.token(of + 1).xpos != syntax::Xpos::prp_poss) return false;
  return analysis.token(of + 2).xpos == syntax::Xpos::jjs || analysis.token(of + 2).xpos == syntax::Xpos::rbs;
}

}  // namespace

bool is_harmed(const Analysis& analysis, const Number& number) {
  const std::size_t at = number.begin;
  if (word_is(analysis, number.end, "another") || word_is(analysis, number.end, "who")) return false;
  if (at > 0 && same_sentence(analysis, at, at - 1) && analysis.token(at - 1).upos == Upos::verb &&
      is_harm(analysis, at - 1))
    return true;
  const auto& token = analysis.token(number.end - 1u);
  const bool subject = token.deprel == syntax::Deprel::nsubj || token.deprel == syntax::Deprel::nsubj_pass;
  return subject && token.head >= 0 && is_harm(analysis, static_cast<std::size_t>(token.head));
}

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

namespace {

// "neither Smith nor Jones", "neither did he": no count.
bool joins_denials(const Analysis& analysis, std::size_t neither) {
  constexpr std::size_t reach = 12;
  for (std::size_t at = neither + 1; at <= neither + reach && same_sentence(analysis, neither, at); ++at) {
    if (word_is(analysis, at, "nor") || word_is(analysis, at, "or")) return true;
  }
  return analysis.lemma(neither + 1) == "do";
}

// "nothing was taken", where "nothing is certain" counts nothing.
bool is_done_to(const Analysis& analysis, std::size_t verb) {
  std::size_t at = verb;
  while (same_sentence(analysis, verb, at) && analysis.token(at).upos == Upos::aux) ++at;
  return at > verb && same_sentence(analysis, verb, at) && analysis.token(at).xpos == syntax::Xpos::vbn;
}

}  // namespace

bool says_nobody(const Analysis& analysis, const Number& number) {
  const auto word = analysis.form(number.begin);
  return folds_to(word, "nobody") || folds_to(word, "no-one") ||
         (folds_to(word, "no") && number.end > number.begin + 1u);
}

// "Nobody was hurt", "no one else died", "none of the boats sank", "neither of them was hurt", "nothing was taken".
bool counts_nobody(const Analysis& analysis, const Number& number) {
  const auto word = fold(analysis.form(number.begin));
  const bool nobody = says_nobody(analysis, number), none = word == "none";
  const bool neither = word == "neither", nothing = word == "nothing";
  std::size_t next = number.end;
  if (nobody && word_is(analysis, next, "else")) ++next;
  if ((!nobody && !none && !neither && !nothing) || !same_sentence(analysis, number.begin, next)) return false;
  if (neither && joins_denials(analysis, number.begin)) return false;
  if ((none || neither) && word_is(analysis, next, "of")) return true;
  if (neither && analysis.token(next).xpos == syntax::Xpos::nn) return true;
  const auto tag = analysis.token(next).upos;
  return nothing ? is_done_to(analysis, next) : tag == Upos::aux || tag == Upos::verb;
}

// A plural or people that there are none of; "no doubt" is none, and "no plans to build" plans nothing. Other words
// than "no" say it for anything.
bool is_count_of_none(const Analysis& analysis, const Number& number, const QuantityMention& mention) {
  if (counts_nobody(analysis, number) || !folds_to(analysis.form(number.begin), "no")) return true;
  if (mention.head == no_index) return false;
  const auto head = static_cast<std::size_t>(mention.head);
  return analysis.token(head).xpos == syntax::Xpos::nns && !word_is(analysis, head + 1, "to");
}

namespace {

// "one kidnapping charge", whose first word may be taken for a verb.
bool counts_charge(const Analysis& analysis, const Number& number) {
  const auto& one = analysis.token(number.begin);
  return one.deprel == syntax::Deprel::nummod && one.head > static_cast<std::int32_t>(number.begin) &&
         is_context(analysis, static_cast<std::size_t>(one.head), "charge");
}

}  // namespace

// "one of them", "no one", "the one who", "one another": no count. "One of the oldest bridges" is one bridge, and a
// number that is all its sentence says is a number.
bool is_pronoun(const Analysis& analysis, const Number& number) {
  const bool alone = number.end < analysis.size() ? !same_sentence(analysis, number.begin, number.end) : true;
  if (number.kind == NumberKind::zero) {
    if (counts_nobody(analysis, number)) return false;
    if (folds_to(analysis.form(number.begin), "neither") || folds_to(analysis.form(number.begin), "nothing"))
      return true;
    if (number.begin > 0 && folds_to(analysis.form(number.begin - 1), "or")) return true;  // "little or no confidence"
    if (!alone && is_context(analysis, number.end, "uncounted")) return true;              // "no idea"
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
  if (form == "one" && (is_harmed(analysis, number) || counts_charge(analysis, number))) return false;
  if (!same_sentence(analysis, number.begin, number.end)) return !is_alone(analysis, number);
  if (is_superlative_partitive(analysis, number.end)) return false;
  return !(is_nominal(analysis, number.end) || !measure_after(analysis, number).unit.empty() ||
           analysis.form(number.end) == "-" || fold(analysis.form(number.end)) == "to");
}

std::string_view bare_unit(const Analysis& analysis, std::size_t token) {
  const Hit* unit = nullptr;
  for (const Hit& hit : analysis.hits_at(token)) {
    if (hit.row->table == Table::calendar && (*hit.row)[1] == "unit" && hit.length == 1) unit = &hit;
  }
  if (unit == nullptr || analysis.token(token).xpos != syntax::Xpos::nns) return {};
  const auto is_any = [&](std::size_t at, std::initializer_list<std::string_view> words) {
    return std::ranges::any_of(words, [&](std::string_view word) { return word_is(analysis, at, word); });
  };
  const bool opens = token == 0 || !same_sentence(analysis, token, token - 1);
  const bool behind = same_sentence(analysis, token, token + 1) &&
                      is_any(token + 1, {"after", "later", "before", "earlier", "ago", "prior"});
  const bool before = !opens && is_any(token - 1, {"for", "within", "after", "took", "take", "lasted", "last"});
  if (before) return (*unit->row)[2];
  const bool free = opens || is_any(token - 1, {"just", "only", "even", "mere", "or"}) ||
                    analysis.token(token - 1).upos == Upos::verb || analysis.token(token - 1).upos == Upos::punct ||
                    analysis.token(token - 1).upos == Upos::cconj ||
                    analysis.token(token - 1).xpos == syntax::Xpos::nns ||
                    analysis.token(token - 1).upos == Upos::propn ||
                    analysis.token(token - 1).xpos == syntax::Xpos::nn || analysis.token(token - 1).upos == Upos::adp;
  const bool of = opens && word_is(analysis, token + 1, "of");  // "Hours of talks ended"
  return (behind && free) || of ? (*unit->row)[2] : std::string_view{};
}

// "2016", "1998" without unit or counted noun is a year, and so is "2018" of "2018 sales".
bool is_bare_year(const Analysis& analysis, const Number& number, const QuantityMention& mention) {
  const bool year = number.in_digits && number.end == number.begin + 1 && analysis.form(number.begin).size() == 4 &&
                    number.low >= 1500 && number.low <= 2100 && mention.quantity.unit.empty();
  return year && (mention.head == no_index || is_context(analysis, static_cast<std::size_t>(mention.head), "yearly"));
}

}  // namespace corroborate::extraction
