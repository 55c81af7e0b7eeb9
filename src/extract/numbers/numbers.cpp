// The number grammar: digits, words, scales, dozens, fractions, vague words.
#include "extract/numbers/numbers.h"

#include <cmath>

#include "extract/numbers/number_rows.h"
#include "extract/numbers/number_words.h"

namespace corroborate::extraction {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

// "4.3M", "10k" are millions and thousands; "35m of its lamps", "12m tonnes" too, where "37m" alone is a length.
bool is_glued_scale(const Analysis& analysis, const Number& number, std::size_t at) {
  const auto letter = analysis.form(at);
  if (!number.in_digits) return false;
  if (!analysis.glued_to_next(at - 1)) return letter == "k" && !same_sentence(analysis, at, at + 1);
  const bool whole = number.low == std::floor(number.low);
  if (letter == "M.") return true;
  if ((letter == "k" || letter == "K") && whole) return true;  // "573.15K" is a temperature
  if (letter == "M") return true;
  if (letter == "B") return same_sentence(analysis, at, at + 1) && analysis.token(at + 1).xpos == syntax::Xpos::nns;
  if (letter != "m" || !same_sentence(analysis, at, at + 1)) return false;
  if (analysis.token(at + 1).xpos == syntax::Xpos::nns || word_is(analysis, at + 1, "people")) return true;
  return word_is(analysis, at + 1, "of") && same_sentence(analysis, at, at + 2) &&
         analysis.token(at + 2).xpos == syntax::Xpos::prp_poss;
}

// "$5", and the far end of "$5-10m".
bool after_currency(const Analysis& analysis, std::size_t token) {
  const bool far_end =
      token > 2 && is_hyphen(analysis, token - 1) && analysis.token(token - 2).upos == syntax::Upos::num;
  const Hit* sign = token == 0 ? nullptr : analysis.longest_before(Table::units, far_end ? token - 2 : token);
  return sign != nullptr && (*sign->row)[5] == "before";
}

// The word scale that ends just before `end`; 1 where none does.
double scale_before(const Analysis& analysis, std::size_t end) {
  const Row* scale = number_row(analysis, end - 1, "scale");
  return scale == nullptr || is_letter_scale(*scale) ? 1 : low_of(*scale);
}

// Multiplies by the scales that follow ("1.2 million", "3 hundred thousand").
void read_scales(const Analysis& analysis, Number& number) {
  while (same_sentence(analysis, number.begin, number.end)) {
    std::size_t at = number.end;
    if (is_hyphen(analysis, at) && number_row(analysis, at + 1, "scale") != nullptr) ++at;
    const Row* scale = number_row(analysis, at, "scale");
    if (scale == nullptr) scale = number_row(analysis, at, "dozen");
    if (scale == nullptr || (number.in_digits && scale->phrase() == "score")) return;
    if (is_letter_scale(*scale) && number.prefix.empty() && !after_currency(analysis, number.begin) &&
        !is_glued_scale(analysis, number, at)) {
      return;
    }
    number.low = number.high = scaled(number.low, low_of(*scale));
    number.end = static_cast<TokenIndex>(at + 1);
  }
}

// "$2.1T": the letter of a scale in the digits' own token.
void scale_suffix(Number& number) {
  const Row* scale = scale_of_word(number.suffix);
  if (scale == nullptr) return;
  number.low = number.high = scaled(number.low, low_of(*scale));
  number.suffix = {};
}

// "5 thousand 2 hundred and 14", "6 crore and two hundred": smaller scales behind a larger one make one number.
void add_smaller_scales(const Analysis& analysis, Number& number) {
  double last = scale_before(analysis, number.end);
  bool joined = false;
  while (last > 1 && same_sentence(analysis, number.begin, number.end + 1)) {
    const bool linked = word_is(analysis, number.end, "and");
    const std::size_t at = number.end + (linked ? 1 : 0);
    auto part = read_digit_token(analysis, at);
    if (part)
      read_scales(analysis, *part);
    else
      part = read_word_number(analysis, at);
    if (!part || part->low < 1 || part->low >= last || part->low != std::floor(part->low) || !part->suffix.empty())
      return;
    last = scale_before(analysis, part->end);
    if (last == 1 && !joined) return;  // "3 million and 5 boats"
    number.low = number.high = number.low + part->low;
    number.end = part->end;
    joined = true;
  }
}

// "1⁄32", where the slash is the fraction slash and a token of its own.
void join_fraction_slash(const Analysis& analysis, Number& number) {
  const std::size_t slash = number.end;
  if (!same_sentence(analysis, number.begin, slash + 1) || analysis.form(slash) != "\u2044") return;
  const Digits bottom = read_digits(analysis.form(slash + 1));
  if (bottom.length != analysis.form(slash + 1).size() || bottom.value < 2) return;
  number.low = number.high = number.low / bottom.value;
  number.kind = NumberKind::fraction;
  number.end = static_cast<TokenIndex>(slash + 2);
}

// "1 234 567": groups of three, at least two of them, behind a short first one.
void join_spaced_groups(const Analysis& analysis, Number& number) {
  if (number.low < 1 || number.low > 999 || number.low != std::floor(number.low) || !number.suffix.empty()) return;
  std::size_t at = number.end;
  double value = number.low;
  for (; same_sentence(analysis, number.begin, at) && !analysis.glued_to_next(at - 1); ++at) {
    const auto form = analysis.form(at);
    const Digits group = read_digits(form);
    if (form.size() != 3 || group.length != 3 || group.value != std::floor(group.value)) break;
    value = value * 1000 + group.value;
  }
  if (at < number.end + 2u) return;
  number.low = number.high = value;
  number.end = static_cast<TokenIndex>(at);
}

std::optional<Number> read_digit_number(const Analysis& analysis, std::size_t token) {
  const auto plain = read_digit_token(analysis, token);
  if (!plain) return std::nullopt;
  Number number = *plain;
  join_spaced_groups(analysis, number);
  // "2 1/2" and "2-1/2"
  for (const std::size_t skip : {std::size_t{0}, std::size_t{1}}) {
    if (skip == 1 && !is_hyphen(analysis, number.end)) break;
    const std::size_t at = number.end + skip;
    if (!same_sentence(analysis, token, at)) break;
    const auto slash = analysis.form(at).find('/');
    if (slash == std::string_view::npos || number.low >= 1000) continue;
    const Digits top = read_digits(analysis.form(at)), bottom = read_digits(analysis.form(at).substr(slash + 1));
    if (top.length != slash || bottom.value < 2 || top.value >= bottom.value) continue;
    number.low = number.high = number.low + top.value / bottom.value;
    number.end = static_cast<TokenIndex>(at + 1);
    break;
  }
  if (number.suffix.size() == 1 && after_currency(analysis, token)) scale_suffix(number);
  if (number.suffix.empty()) read_scales(analysis, number);
  if (number.end > token + 1) add_smaller_scales(analysis, number);
  if (number.end == token + 1) join_fraction_slash(analysis, number);
  return number;
}

bool is_all_of_sentence(const Analysis& analysis, std::size_t begin, std::size_t end) {
  return (begin == 0 || !same_sentence(analysis, begin, begin - 1)) && !same_sentence(analysis, begin, end);
}

// "hour", "-mile": a unit of measurement that a half or a quarter stands in front of.
bool is_unit_behind_part(const Analysis& analysis, std::size_t at) {
  if (is_hyphen(analysis, at)) ++at;
  if (!same_sentence(analysis, at - 1, at)) return false;
  const Hit* unit = analysis.longest(Table::units, at);
  if (unit == nullptr || analysis.token(at).xpos != syntax::Xpos::nn) return false;
  const auto dimension = (*unit->row)[dimension_column];
  return dimension == "time" || dimension == "length" || dimension == "mass" || dimension == "volume";
}

// "half a dozen", "half a million", "a half million", "half of", "a half-hour", "a dozen", "a hundred", "a million".
std::optional<Number> read_half_or_article(const Analysis& analysis, std::size_t token) {
  std::size_t at = token;
  double value = 1;
  const bool article = word_is(analysis, at, "a") || word_is(analysis, at, "an");
  if (article) ++at;
  bool half = false;
  if (same_sentence(analysis, token, at) && word_is(analysis, at, "half")) {
    half = true;
    value = 0.5;
    ++at;
    if (is_hyphen(analysis, at)) ++at;
    if (same_sentence(analysis, token, at) && (word_is(analysis, at, "a") || word_is(analysis, at, "an"))) ++at;
  }
  Number number{
      static_cast<TokenIndex>(token), static_cast<TokenIndex>(at), value, value, NumberKind::cardinal, false, {}};
  if (!article && !half) {
    // A bare scale word after nothing: "dozen" alone is vague enough to leave.
    return std::nullopt;
  }
  const auto before = number.end;
  const bool quarter =
      article && !half && word_is(analysis, at, "quarter") && number_row(analysis, at + 1, "scale") != nullptr;
  if (quarter) return std::nullopt;  // read from "quarter" on
  read_scales(analysis, number);
  if (number.end != before) return number;
  if (article && !half && number_row(analysis, at, "fraction") != nullptr) {
    number.low = number.high = low_of(*number_row(analysis, at, "fraction"));
    const bool whole =
        word_is(analysis, at + 1, "of") || (token > 0 && word_is(analysis, token - 1, "by"));  // "rose by a third"
    if (!whole) return std::nullopt;  // "a third man", "a fifth day" are ordinals
    const auto part = same_sentence(analysis, at, at + 2) ? analysis.token(at + 2).xpos : syntax::Xpos::none;
    const bool of_all = part == syntax::Xpos::dt || part == syntax::Xpos::prp_poss || part == syntax::Xpos::nns ||
                        part == syntax::Xpos::cd;
    if (word_is(analysis, at, "quarter") && !of_all) return std::nullopt;  // "a quarter of growth" is a length of time
    number.kind = NumberKind::fraction;
    number.end = static_cast<TokenIndex>(at + 1);
    return number;
  }
  const bool all = half && is_all_of_sentence(analysis, token, at);
  if (half && (all || (!article && same_sentence(analysis, token, token + 1)))) {
    number.kind = NumberKind::fraction;
    number.end = static_cast<TokenIndex>(all ? at : token + 1);
    return number;
  }
  if (half && article && is_unit_behind_part(analysis, token + 2)) {
    number.kind = NumberKind::fraction;
    number.end = static_cast<TokenIndex>(token + 2);
    return number;
  }
  return std::nullopt;
}

// "several hundred", "a few thousand", "a couple dozen"
void scale_vague(const Analysis& analysis, Number& number) {
  if (!same_sentence(analysis, number.begin, number.end)) return;
  const Row* scale = number_row(analysis, number.end, "scale");
  if (scale == nullptr && number.low < 10) scale = number_row(analysis, number.end, "dozen");
  if (scale == nullptr || is_letter_scale(*scale)) return;
  number.low *= low_of(*scale);
  number.high *= low_of(*scale);
  ++number.end;
}

std::optional<Number> read_vague_or_zero(const Analysis& analysis, std::size_t token) {
  const Hit* best = nullptr;
  for (const Hit& hit : analysis.hits_at(token)) {
    if (hit.row->table != Table::numbers || (best != nullptr && hit.length <= best->length)) continue;
    const auto kind = kind_of(*hit.row);
    if (kind == "vague" || kind == "zero") best = &hit;
  }
  if (best == nullptr) return std::nullopt;
  const auto tag = analysis.token(token).xpos;
  if (best->length == 1 && (tag == syntax::Xpos::vbz || tag == syntax::Xpos::jjr))
    return std::nullopt;  // "he scores", "fewer"
  const bool zero = kind_of(*best->row) == "zero";
  // "The source was not one person, but several": the one is denied, and nothing is counted.
  if (zero && folds_to(analysis.form(token), "not") && token > 0 && analysis.lemma(token - 1) == "be")
    return std::nullopt;
  Number number{static_cast<TokenIndex>(token),
                static_cast<TokenIndex>(token + best->length),
                low_of(*best->row),
                high_of(*best->row),
                zero ? NumberKind::zero : NumberKind::vague,
                false,
                {}};
  if (!zero) scale_vague(analysis, number);
  return number;
}

}  // namespace

namespace {

// The `count` words at `token`, as what they come to.
Number plain_number(std::size_t token, std::size_t count, double value, NumberKind kind) {
  return {static_cast<TokenIndex>(token), static_cast<TokenIndex>(token + count), value, value, kind, false, {}};
}

// "sixfold"; "quarter million", "quarter-century", where the one is left out.
std::optional<Number> read_bare_part(const Analysis& analysis, std::size_t token) {
  if (const Row* fold = number_row(analysis, token, "fold"))
    return plain_number(token, 1, low_of(*fold), NumberKind::fold);
  const Row* part = number_row(analysis, token, "fraction");
  if (part == nullptr || part->phrase() != "quarter") return std::nullopt;
  if (is_unit_behind_part(analysis, token + 1)) return plain_number(token, 1, low_of(*part), NumberKind::fraction);
  const Row* scale = same_sentence(analysis, token, token + 1) ? number_row(analysis, token + 1, "scale") : nullptr;
  if (scale == nullptr || is_letter_scale(*scale)) return std::nullopt;
  return plain_number(token, 2, low_of(*part) * low_of(*scale), NumberKind::cardinal);
}

std::optional<Number> read_unsigned(const Analysis& analysis, std::size_t token) {
  if (auto vague = read_vague_or_zero(analysis, token)) {
    add_spoken_decimals(analysis, *vague);
    return vague;
  }
  auto number = word_is(analysis, token, "a") ? read_article_number(analysis, token) : std::nullopt;
  if (!number) {
    if (auto half = read_half_or_article(analysis, token)) return half;
    number = read_digit_number(analysis, token);
  }
  if (!number) number = read_word_number(analysis, token);
  if (!number) return read_bare_part(analysis, token);
  if (!number->in_digits && same_sentence(analysis, token, number->end) &&
      number_row(analysis, number->end, "dozen") != nullptr) {
    read_scales(analysis, *number);
  }
  if (auto fraction = read_fraction(analysis, *number)) return fraction;
  if (read_share(analysis, *number)) return number;
  const TokenIndex point = number->end;
  add_spoken_decimals(analysis, *number);
  if (number->end > point) read_scales(analysis, *number);  // "two point seven million"
  add_fraction(analysis, *number);
  add_dozens(analysis, *number);
  return number;
}

// "minus five", "minus-5", "negative 20", "-5": the first token of the number itself, or `token`.
std::size_t after_sign(const Analysis& analysis, std::size_t token) {
  const auto form = analysis.form(token);
  if (form == "-" || form == "\u2212" || form == "+") {
    const bool free = token == 0 || !analysis.glued_to_next(token - 1) || analysis.form(token - 1) == "(" ||
                      analysis.form(token - 1) == "$";
    const bool digits = token + 1 < analysis.size() && is_digit(analysis.form(token + 1).front());
    if (!digits || !free) return token;
    const bool first = token == 0 || !same_sentence(analysis, token, token - 1);
    return analysis.glued_to_next(token) || first ? token + 1 : token;
  }
  if (!word_is(analysis, token, "minus") && !word_is(analysis, token, "negative")) return token;
  return is_hyphen(analysis, token + 1) ? token + 2 : token + 1;
}

}  // namespace

std::optional<Number> read_number(const Analysis& analysis, std::size_t token) {
  const std::size_t start = after_sign(analysis, token);
  if (start == token) return read_unsigned(analysis, token);
  if (!same_sentence(analysis, token, start)) return std::nullopt;
  auto number = read_unsigned(analysis, start);
  if (!number || number->kind == NumberKind::vague || number->kind == NumberKind::zero) return std::nullopt;
  const bool mark = analysis.form(token) == "-" || analysis.form(token) == "+";
  if (mark && !analysis.glued_to_next(token) && same_sentence(analysis, token, number->end))
    return std::nullopt;  // "- 12 men died"
  number->begin = static_cast<TokenIndex>(token);
  if (analysis.form(token) == "+") {
    number->sign = '+';
    return number;
  }
  if (start == token + 1 && analysis.glued_to_next(token)) number->sign = '-';
  number->low = number->high = 0 - number->low;  // "-0" is 0
  return number;
}

}  // namespace corroborate::extraction
