// Tells numbers that belong to a name from those that count.
#include "extract/number_names.h"

#include <algorithm>
#include <cmath>

namespace corroborate::extraction {

namespace {

using syntax::Upos;

bool in_sentence(const Analysis& analysis, std::size_t at, std::size_t other) {
  return other < analysis.size() && analysis.sentence_of(at) == analysis.sentence_of(other);
}

bool has_capital(std::string_view form) {
  return std::any_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_nominal(const Analysis& analysis, std::size_t at) {
  const auto tag = analysis.token(at).upos;
  return tag == Upos::noun || tag == Upos::propn || tag == Upos::adj;
}

bool is_ordinal_suffix(std::string_view suffix) {
  return suffix == "'s" || suffix == "\u2019s" || suffix == "th" || suffix == "st" || suffix == "nd" || suffix == "rd" || suffix == "s";
}

// "F-16", "COVID-19": glued by a hyphen to a word that is no number, hedge or prefix ("mid-", "sub-", "now-").
bool is_hyphenated_name(const Analysis& analysis, std::size_t at) {
  const std::size_t before = at - 1;
  if (analysis.form(before) != "-" || !analysis.glued_to_next(before) || before == 0 || !analysis.glued_to_next(before - 1)) return false;
  if (analysis.token(before - 1).upos == Upos::num) return false;
  const auto word = fold(analysis.form(before - 1));
  return word != "sub" && word != "now" && word != "then" && word != "to" && word != "minus" && word != "some";
}

bool follows_unit(const Analysis& analysis, const Number& number) {
  return analysis.longest_before(Table::units, number.begin) != nullptr || !number.prefix.empty();
}

bool has_unit_behind(const Analysis& analysis, std::size_t at) {
  if (!in_sentence(analysis, at - 1, at)) return false;
  const Hit* unit = analysis.longest(Table::units, at);
  return unit != nullptr && unit->row->phrase().size() > 1;
}

// "14 Pro", "737 Max": capitals behind the number, where capitals stand before it too.
bool is_inside_capitals(const Analysis& analysis, const Number& number) {
  return in_sentence(analysis, number.begin, number.end) && analysis.token(number.end).upos == Upos::propn &&
         has_capital(analysis.form(number.end).substr(0, 1));
}

bool counts_plural(const Analysis& analysis, const Number& number) {
  for (std::size_t at = number.end; at < number.end + 3u && in_sentence(analysis, number.begin, at) && is_nominal(analysis, at); ++at) {
    if (analysis.token(at).xpos == syntax::Xpos::nns) return true;
  }
  return false;
}

// "BBC One", "the Kick Six": a number word in capitals behind a name.
bool is_capital_word(const Analysis& analysis, const Number& number) {
  const std::size_t at = number.begin;
  return number.kind == NumberKind::cardinal && has_capital(analysis.form(at).substr(0, 1)) && at > 0 &&
         analysis.token(at - 1).upos == Upos::propn && has_capital(analysis.form(at - 1).substr(0, 1));
}

}  // namespace

bool is_part_of_name(const Analysis& analysis, const Number& number) {
  if (is_ordinal_suffix(number.suffix)) return true;
  const std::size_t at = number.begin;
  if (at == 0 || !in_sentence(analysis, at, at - 1) || number.sign != 0) return false;
  const bool whole = number.low == std::floor(number.low) && number.suffix.empty();
  const bool measured = analysis.longest_before(Table::units, at) != nullptr;  // "a magnitude-5.2 quake"
  if (number.in_digits && !measured && is_hyphenated_name(analysis, at)) return true;
  if (!whole || has_unit_behind(analysis, number.end)) return false;
  if (const Hit* named = analysis.longest_before(Table::designators, at); named != nullptr) {
    return number.in_digits || has_capital(analysis.form(at)) || !is_nominal(analysis, number.end);
  }
  if (follows_unit(analysis, number) || analysis.longest_before(Table::hedges, at) != nullptr) return false;
  if (!number.in_digits) return is_capital_word(analysis, number);
  const std::size_t before = at - 1;
  const auto tag = analysis.token(before).upos;
  const bool first = before == 0 || !in_sentence(analysis, at, before - 1);
  const bool name = tag == Upos::propn || (!first && tag == Upos::noun && has_capital(analysis.form(before)));
  if (!name) return tag != Upos::num && is_inside_capitals(analysis, number) && number.low >= 100 && tag == Upos::adj;
  if (is_inside_capitals(analysis, number)) return true;
  return !(in_sentence(analysis, at, number.end) && is_nominal(analysis, number.end)) || !counts_plural(analysis, number);
}

}  // namespace corroborate::extraction
