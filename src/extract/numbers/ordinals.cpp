// Reads ordinals and tells ranks from adjectives.
#include "extract/numbers/ordinals.h"

#include <cmath>

#include "extract/numbers/countable.h"
#include "extract/numbers/number_rows.h"
#include "extract/numbers/number_words.h"
#include "extract/reading/contexts.h"

namespace corroborate::extraction {

namespace {

std::optional<Number> read_ordinal_digits(const Analysis& analysis, std::size_t token) {
  const auto number = read_digit_token(analysis, token);
  if (!number || number->low != std::floor(number->low)) return std::nullopt;
  const auto suffix = fold(number->suffix);
  if (suffix != "th" && suffix != "st" && suffix != "nd" && suffix != "rd") return std::nullopt;
  return number;
}

bool is_alone(const Analysis& analysis, const Number& ordinal) {
  const std::size_t begin = ordinal.begin - (ordinal.begin > 0 && word_is(analysis, ordinal.begin - 1, "the") ? 1 : 0);
  const bool first = begin == 0 || !same_sentence(analysis, begin, begin - 1);
  const bool last =
      !same_sentence(analysis, ordinal.begin, ordinal.end) || analysis.token(ordinal.end).upos == syntax::Upos::punct;
  return first && last;
}

bool ends_phrase(const Analysis& analysis, std::size_t end) {
  if (!same_sentence(analysis, end - 1, end)) return true;
  const auto tag = analysis.token(end).upos;
  return tag != syntax::Upos::noun && tag != syntax::Upos::propn && tag != syntax::Upos::adj &&
         tag != syntax::Upos::num && analysis.form(end) != "-";
}

// "finished second", "came in third", "ranks fifth", "is ranked first"
bool follows_ranking(const Analysis& analysis, std::size_t token) {
  std::size_t at = token;
  if (at > 0 && word_is(analysis, at - 1, "in")) --at;
  return at > 0 && same_sentence(analysis, token, at - 1) && is_context(analysis, at - 1, "ranking");
}

}  // namespace

std::optional<Number> read_ordinal(const Analysis& analysis, std::size_t token) {
  if (const auto digits = read_ordinal_digits(analysis, token)) return digits;
  std::size_t at = token;
  double before = 0;
  if (const auto number = read_word_number(analysis, token)) {
    before = number->low;
    at = number->end;
    if (is_hyphen(analysis, at) || word_is(analysis, at, "and")) ++at;
  }
  const Row* last = same_sentence(analysis, token, at) ? number_row(analysis, at, "ordinal") : nullptr;
  if (last == nullptr) return std::nullopt;
  const double value = low_of(*last);
  const bool scales = value >= 100;
  if (before > 0 && !scales && std::fmod(before, value < 10 ? 10 : 100) != 0) return std::nullopt;
  const double sum = before == 0 ? value : scales ? before * value : before + value;
  return Number{
      static_cast<TokenIndex>(token), static_cast<TokenIndex>(at + 1), sum, sum, NumberKind::cardinal, false, {}};
}

bool is_rank(const Analysis& analysis, const Number& ordinal) {
  if (is_alone(analysis, ordinal)) return true;
  if (!ends_phrase(analysis, ordinal.end) && !word_is(analysis, ordinal.end, "one")) return false;
  if (follows_ranking(analysis, ordinal.begin)) return true;
  const bool the = ordinal.begin > 0 && word_is(analysis, ordinal.begin - 1, "the");
  return the && word_is(analysis, ordinal.end, "one");  // "I like the first one"
}

namespace {

bool has_capital(std::string_view form) { return form[0] >= 'A' && form[0] <= 'Z'; }

// "Fifth Avenue", "the 14th Amendment", "first aid", "a third party": the name of something.
bool is_named(const Analysis& analysis, const Number& ordinal) {
  const std::size_t at = ordinal.begin;
  const bool opens = at == 0 || !same_sentence(analysis, at, at - 1);
  if (!opens && has_capital(analysis.form(at))) return true;
  for (std::size_t next = ordinal.end; next < ordinal.end + 3u && same_sentence(analysis, at, next); ++next) {
    if (is_context(analysis, next, "street")) return true;
    const bool near = next == ordinal.end || (next == ordinal.end + 1u && is_hyphen(analysis, ordinal.end));
    if ((near || has_capital(analysis.form(next))) && is_context(analysis, next, "unranked")) return true;
  }
  return false;
}

// "the first time", "her first arrest": a plain "first" may say no more than "early" ("first results").
bool is_determined(const Analysis& analysis, std::size_t at) {
  if (at == 0 || !same_sentence(analysis, at, at - 1)) return false;
  const auto tag = analysis.token(at - 1).xpos;
  return tag == syntax::Xpos::dt || tag == syntax::Xpos::prp_poss || tag == syntax::Xpos::pos;
}

}  // namespace

std::optional<Number> read_numbered_place(const Analysis& analysis, std::size_t token) {
  constexpr double most = 100;  // beyond it things are numbered
  const auto form = analysis.form(token);
  if (!folds_to(form, "no.") && form != "No" && !folds_to(form, "number")) return std::nullopt;
  if (token == 0 || !same_sentence(analysis, token - 1, token + 1)) return std::nullopt;
  auto number = read_digit_token(analysis, token + 1);
  if (!number && form != "No") number = read_word_number(analysis, token + 1);
  if (!number || number->low != number->high || number->low < 1 || number->low > most || !number->suffix.empty() ||
      number->low != std::floor(number->low))
    return std::nullopt;
  const std::size_t next = number->end;
  const bool has_noun =
      same_sentence(analysis, token, next) && !has_capital(analysis.form(next)) &&
      (analysis.token(next).xpos == syntax::Xpos::nn || analysis.token(next).xpos == syntax::Xpos::nns);
  if (!word_is(analysis, token - 1, "world") && !(has_noun && is_determined(analysis, token))) return std::nullopt;
  number->begin = static_cast<TokenIndex>(token);
  return number;
}

bool is_place(const Analysis& analysis, const Number& ordinal) {
  std::size_t next = ordinal.end;
  if (is_hyphen(analysis, next)) ++next;
  if (!same_sentence(analysis, ordinal.begin, next)) return false;
  const auto tag = analysis.token(next).upos;
  if (tag != syntax::Upos::noun && tag != syntax::Upos::propn && tag != syntax::Upos::adj) return false;
  const bool time = ordinal.begin > 0 && word_is(analysis, ordinal.begin, "second") &&
                    analysis.token(ordinal.begin - 1u).upos == syntax::Upos::num;  // "a 4.3 second sprint"
  if (time || is_named(analysis, ordinal)) return false;
  return ordinal.low > 1 || (is_determined(analysis, ordinal.begin) && !has_capital(analysis.form(next)));
}

bool is_one_more(const Analysis& analysis, const Number& ordinal) {
  const bool article = ordinal.begin > 0 && word_is(analysis, ordinal.begin - 1u, "a");
  if (!article || !ends_phrase(analysis, ordinal.end) || !same_sentence(analysis, ordinal.begin, ordinal.begin - 1u))
    return false;
  Number with_article = ordinal;
  --with_article.begin;
  return is_harmed(analysis, with_article);
}

bool join_ranks(const Analysis& analysis, Number& ordinal) {
  std::size_t at = ordinal.begin;
  if (at > 0 && word_is(analysis, at - 1, "the")) --at;
  if (at == 0 || !word_is(analysis, at - 1, "between") || !same_sentence(analysis, at - 1, ordinal.end) ||
      !word_is(analysis, ordinal.end, "and"))
    return false;
  std::size_t next = ordinal.end + 1u;
  if (word_is(analysis, next, "the")) ++next;
  if (!same_sentence(analysis, at, next)) return false;
  const auto other = read_ordinal(analysis, next);
  if (!other || other->low <= ordinal.low || !ends_phrase(analysis, other->end)) return false;
  ordinal.high = other->low;
  ordinal.end = other->end;
  return true;
}

}  // namespace corroborate::extraction
