// Tells numbers that belong to a name from those that count.
#include "extract/numbers/number_names.h"

#include <algorithm>
#include <cmath>

#include "extract/numbers/measures.h"
#include "extract/numbers/number_rows.h"
#include "extract/reading/contexts.h"

namespace corroborate::extraction {

namespace {

using syntax::Upos;

bool has_capital(std::string_view form) {
  return std::any_of(form.begin(), form.end(), [](char c) { return c >= 'A' && c <= 'Z'; });
}

bool is_nominal(const Analysis& analysis, std::size_t at) {
  const auto tag = analysis.token(at).upos;
  return tag == Upos::noun || tag == Upos::propn || tag == Upos::adj;
}

bool is_ordinal_suffix(std::string_view letters) {
  const auto suffix = fold(letters);
  return suffix == "'s" || suffix == "\u2019s" || suffix == "th" || suffix == "st" || suffix == "nd" ||
         suffix == "rd" || suffix == "s";
}

// "F-16", "COVID-19", "P5+1": glued by a hyphen to a word that is no number, hedge or prefix ("mid-", "sub-", "now-").
bool is_hyphenated_name(const Analysis& analysis, std::size_t at) {
  const std::size_t before = at - 1;
  if ((analysis.form(before) != "-" && analysis.form(before) != "+") || !analysis.glued_to_next(before) ||
      before == 0 || !analysis.glued_to_next(before - 1))
    return false;
  if (analysis.token(before - 1).upos == Upos::num && analysis.form(before - 1).size() > 1) return false;
  const auto word = fold(analysis.form(before - 1));
  return word != "sub" && word != "now" && word != "then" && word != "to" && word != "minus" && word != "some";
}

bool follows_unit(const Analysis& analysis, const Number& number) {
  return analysis.longest_before(Table::units, number.begin) != nullptr || !number.prefix.empty();
}

bool has_unit_behind(const Analysis& analysis, const Number& number) {
  const Measure measure = measure_after(analysis, number);
  return measure.end > measure.begin &&
         (analysis.form(measure.begin).size() > 1 || analysis.form(measure.begin) == "\"");
}

// "14 Pro", "737 Max": capitals behind the number, where capitals stand before it too.
bool is_inside_capitals(const Analysis& analysis, const Number& number) {
  return same_sentence(analysis, number.begin, number.end) && analysis.token(number.end).upos == Upos::propn &&
         has_capital(analysis.form(number.end).substr(0, 1));
}

// `name` is the tag of a plural that counts besides that of a noun.
bool counts_plural(const Analysis& analysis, const Number& number, syntax::Xpos name = syntax::Xpos::nns) {
  for (std::size_t at = number.end;
       at < number.end + 3u && same_sentence(analysis, number.begin, at) && is_nominal(analysis, at); ++at) {
    const auto tag = analysis.token(at).xpos;
    if ((tag == syntax::Xpos::nns || tag == name) && analysis.form(at).size() > 1)
      return true;  // no mark taken for a noun
  }
  return false;
}

// "BBC One", "the Kick Six": a number word in capitals behind a capital that is not the first of its sentence.
bool is_capital_word(const Analysis& analysis, const Number& number) {
  const std::size_t at = number.begin;
  if (number.kind != NumberKind::cardinal || !has_capital(analysis.form(at).substr(0, 1))) return false;
  const bool group = at > 1 && analysis.form(at - 1) == "of" &&
                     has_capital(analysis.form(at - 2).substr(0, 1));  // "the Group of Seven"
  if (group && same_sentence(analysis, at, at - 2)) return true;
  const bool titled = analysis.form(at - 1) == "the" && number.end == at + 1u && same_sentence(analysis, at, at + 1) &&
                      has_capital(analysis.form(at + 1).substr(0, 1));  // "drinkers at the Seven Tuns"
  if (titled) return true;
  if (!has_capital(analysis.form(at - 1).substr(0, 1))) return false;
  const auto before = analysis.token(at - 1).upos;  // "Cook Charged With Two Counts": a headline's capitals
  if ((before == Upos::adp || before == Upos::verb) && counts_plural(analysis, number, syntax::Xpos::nnps))
    return false;
  return analysis.token(at - 1).upos == Upos::propn ||
         (at > 1 && same_sentence(analysis, at, at - 2) && analysis.token(at - 1).upos != Upos::num);
}

// "a 911 dispatcher", "dialled 999": but "911 houses", "killing 112".
bool is_hotline(const Analysis& analysis, const Number& number) {
  const std::size_t at = number.begin;
  if (!is_context(analysis, at, "hotline") || number.end != at + 1 || !number.prefix.empty() ||
      has_unit_behind(analysis, number) || counts_plural(analysis, number))
    return false;
  const bool names = same_sentence(analysis, at, number.end) && analysis.token(number.end).xpos == syntax::Xpos::nn;
  const auto verb = at > 0 ? analysis.lemma(at - 1) : std::string_view{};
  return names || verb == "call" || verb == "dial" || verb == "phone" || verb == "ring";
}

// "16 Harbour Street", "90049 ZIP code", "the 7400 block of Gull Street": where something is.
bool is_address(const Analysis& analysis, const Number& number) {
  if (!number.in_digits) return false;
  const bool block = same_sentence(analysis, number.begin, number.end + 1) &&
                     fold(analysis.form(number.end)) == "block" && fold(analysis.form(number.end + 1)) == "of";
  if (block && std::fmod(number.low, 100) == 0) return true;
  for (std::size_t at = number.end; at < number.end + 5u && same_sentence(analysis, number.begin, at); ++at) {
    if (at > number.end && is_context(analysis, at, "street")) return true;
    if (at < number.end + 2u && (analysis.form(at) == "-" || analysis.token(at).upos == Upos::num))
      continue;  // "16-18 Harbour Street"
    if (!has_capital(analysis.form(at).substr(0, 1)) && !(at == number.end && fold(analysis.form(at)) == "zip"))
      return false;
    if (fold(analysis.form(at)) == "zip" && same_sentence(analysis, at, at + 1) &&
        fold(analysis.form(at + 1)) == "code")
      return true;
  }
  return false;
}

bool is_harm_verb(const Row& row) {
  return row.table == Table::events && row[1] == "verb" && row[3] == "harm" && row.words == 1;
}

bool is_harm_at(const Analysis& analysis, std::size_t at) {
  return std::ranges::any_of(analysis.hits_at(at), [](const Hit& hit) { return is_harm_verb(*hit.row); });
}

// "Quake Kills 10; 80 Hurt": a headline's capitals make no name of its verb, which the tagger did not lemmatise.
bool follows_harm(const Analysis& analysis, std::size_t at) {
  if (is_harm_at(analysis, at - 1)) return true;
  std::string word = fold(analysis.form(at - 1));
  if (analysis.token(at - 1).upos != Upos::propn || !word.ends_with('s')) return false;
  word.pop_back();
  const auto id = lexicon::word_id(word);
  const auto node = id == 0 ? 0 : lexicon::step(lexicon::root, id);
  return node != 0 && std::ranges::any_of(lexicon::rows_at(node), is_harm_verb);
}

bool is_digits(std::string_view form) { return form.find_first_not_of("0123456789") == std::string_view::npos; }

bool is_digit_group(std::string_view form) { return form.size() >= 2 && is_digits(form); }

// "24703m212", "401(k)", "0845": digits and letters in turn, or a zero in front; "12 noon".
bool is_code(const Analysis& analysis, const Number& number) {
  const auto digits = analysis.form(number.begin);
  if (number.in_digits && digits.size() > 2 && digits[0] == '0' && is_digit_group(digits)) return true;
  if (!number.in_digits || !same_sentence(analysis, number.begin, number.end)) return false;
  const auto next = analysis.form(number.end);
  if (folds_to(next, "noon") || folds_to(next, "midnight")) return true;
  if (!analysis.glued_to_next(number.end - 1)) return false;
  const bool bracketed =
      next == "(" && same_sentence(analysis, number.begin, number.end + 2) && analysis.form(number.end + 1).size() == 1;
  if (bracketed && analysis.form(number.end + 2) == ")" && !is_digit_group(analysis.form(number.end + 1)) &&
      analysis.glued_to_next(number.end))
    return true;
  const bool letter = (next[0] >= 'a' && next[0] <= 'z') || (next[0] >= 'A' && next[0] <= 'Z');
  if (next[0] == 'x' && is_digit_group(next.substr(1))) return false;  // "320x240"
  return letter && next.size() > 2 && next.find_first_of("0123456789") != std::string_view::npos;
}

// "the 42B bus", "1B Rosa Quill": a capital written on to the digits that is neither unit nor scale.
bool is_lettered(const Analysis& analysis, const Number& number) {
  if (!number.in_digits || number.end != number.begin + 1u || !number.prefix.empty()) return false;
  if (!analysis.glued_to_next(number.begin) || !same_sentence(analysis, number.begin, number.end + 1)) return false;
  const auto letter = analysis.form(number.end), next = analysis.form(number.end + 1);
  if (letter.size() != 1 || !has_capital(letter)) return false;
  if (follows_unit(analysis, number) || !measure_after(analysis, number).unit.empty()) return false;
  if (next == ")") return number.begin > 0 && analysis.form(number.begin - 1u) == "(";  // "Ana Ruel (1B)"
  return !analysis.glued_to_next(number.end) &&
         (analysis.token(number.end + 1).xpos == syntax::Xpos::nn || has_capital(next.substr(0, 1)));
}

// "the Skua 1 and Skua 2 pipes": the name stands with another number just before.
bool continues_series(const Analysis& analysis, const Number& number) {
  constexpr std::size_t reach = 8;  // tokens
  const std::size_t name = number.begin - 1u;
  for (std::size_t at = name; at-- > 0 && name - at <= reach && same_sentence(analysis, name, at);) {
    if (analysis.form(at) == analysis.form(name) && is_digits(analysis.form(at + 1))) return true;
  }
  return false;
}

// "the 1812 Overture", "the 500 Club": one thing, by its capital, where "the 12 Apostles" are many.
bool opens_title(const Analysis& analysis, const Number& number) {
  if (!number.in_digits || !is_inside_capitals(analysis, number) || counts_plural(analysis, number, syntax::Xpos::nnps))
    return false;
  const std::size_t behind = number.end + 1u;
  const bool ends = !same_sentence(analysis, number.begin, behind) || !is_nominal(analysis, behind);
  return ends && folds_to(analysis.form(number.begin - 1u), "the");
}

// "In Ghent 3 were hurt": a place that opens the clause ends before a number that is its subject.
bool is_behind_place(const Analysis& analysis, const Number& number) {
  const std::size_t at = number.begin;
  if (at < 2 || !same_sentence(analysis, at, at - 2) || !same_sentence(analysis, at, number.end)) return false;
  const bool opens = at == 2 || !same_sentence(analysis, at, at - 3) || analysis.token(at - 3).upos == Upos::punct;
  const auto place = fold(analysis.form(at - 2));
  if (!opens || (place != "in" && place != "near" && place != "at") || number.low < 2) return false;
  const auto next = fold(analysis.form(number.end));
  return next == "were" || next == "are" || next == "have" || is_harm_at(analysis, number.end);
}

// "+44 20 7946 0958", "0845 125 2222": the group at `number` or one before it bears the sign.
bool is_phone_number(const Analysis& analysis, const Number& number) {
  if (!number.in_digits) return false;
  std::size_t first = number.begin;
  while (first > 0 && number.begin - first < 6 && is_digit_group(analysis.form(first)) &&
         same_sentence(analysis, first, first - 1) &&
         (is_digit_group(analysis.form(first - 1)) || analysis.form(first - 1).starts_with('+'))) {
    --first;
  }
  const auto lead = analysis.form(first);
  if (lead.starts_with('0') && lead.size() > 2 && is_digit_group(lead)) return true;
  if (!lead.starts_with('+')) return false;
  std::size_t groups = 0;
  for (std::size_t at = first + (lead.size() == 1 ? 1 : 0); same_sentence(analysis, first, at); ++at) {
    const auto form = analysis.form(at);
    if (!is_digit_group(form.starts_with('+') ? form.substr(1) : form)) break;
    ++groups;
  }
  return groups >= 3;
}

// "Dies At Age 91", where "Ice Age 2" is a title.
bool is_age_in_capitals(const Analysis& analysis, std::size_t at) {
  return at > 1 && folds_to(analysis.form(at - 1), "age") && analysis.token(at - 2).upos == Upos::adp;
}

}  // namespace

bool is_part_of_name(const Analysis& analysis, const Number& number) {
  if (is_ordinal_suffix(number.suffix)) return true;
  if (number.prefix == "PS" && number.low < 10 && number.low == std::floor(number.low)) return true;  // "PS5"
  if (is_address(analysis, number) || is_code(analysis, number) || is_hotline(analysis, number) ||
      is_phone_number(analysis, number) || is_lettered(analysis, number))
    return true;
  const std::size_t at = number.begin;
  if (at == 0 || !same_sentence(analysis, at, at - 1) || number.sign != 0 || is_age_in_capitals(analysis, at))
    return false;
  const bool whole = number.low == std::floor(number.low) && number.suffix.empty();
  if (number.in_digits && is_hyphenated_name(analysis, at))
    return measure_before(analysis, number).unit.empty();  // "magnitude-5.2"
  const auto form = analysis.token(at - 1).xpos;
  const bool inflected = form == syntax::Xpos::vbd || form == syntax::Xpos::vbn;  // "the index slid 12 percent"
  const Hit* named = inflected ? nullptr : analysis.longest_before(Table::designators, at);
  if (named == nullptr && follows_harm(analysis, at)) return false;
  if ((!whole && (named == nullptr || !number.suffix.empty())) || has_unit_behind(analysis, number)) return false;
  const bool acts = analysis.token(at - 1).upos == Upos::verb &&
                    (counts_plural(analysis, number) ||
                     (same_sentence(analysis, at, number.end) && folds_to(analysis.form(number.end), "people")));
  if (named != nullptr && !acts) {  // "the cars seat 12 people"
    return number.in_digits || has_capital(analysis.form(at)) || !is_nominal(analysis, number.end);
  }
  if (follows_unit(analysis, number) || analysis.longest_before(Table::hedges, at) != nullptr) return false;
  if (!number.in_digits) return is_capital_word(analysis, number);
  if (opens_title(analysis, number)) return true;
  if (is_behind_place(analysis, number)) return false;
  const std::size_t before = at - 1;
  const auto tag = analysis.token(before).upos;
  const bool first = before == 0 || !same_sentence(analysis, at, before - 1);
  const bool name = tag == Upos::propn || (!first && tag == Upos::noun && has_capital(analysis.form(before)));
  if (!name) return tag != Upos::num && is_inside_capitals(analysis, number) && number.low >= 100 && tag == Upos::adj;
  if (is_inside_capitals(analysis, number) || continues_series(analysis, number)) return true;
  if (!first && analysis.token(before - 1).upos == Upos::num) return true;  // "six Boeing 747 jets"
  return !(same_sentence(analysis, at, number.end) && is_nominal(analysis, number.end)) ||
         !counts_plural(analysis, number);
}

}  // namespace corroborate::extraction
