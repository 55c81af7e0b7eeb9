// The number grammar: digits, words, scales, dozens, fractions, vague words.
#include "extract/numbers.h"


#include <charconv>
#include <cmath>

namespace corroborate::extraction {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

double cell_value(std::string_view cell) {
  double value = unbounded;
  if (!cell.empty()) std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return value;
}

// Columns of the numbers table.
constexpr std::size_t kind_column = 1, low_column = 2, high_column = 3;

const Row* number_row(const Analysis& analysis, std::size_t token, std::string_view kind) {
  if (token >= analysis.size()) return nullptr;
  for (const Hit& hit : analysis.hits_at(token)) {
    if (hit.row->table == Table::numbers && hit.length == 1 && (*hit.row)[kind_column] == kind) return hit.row;
  }
  return nullptr;
}

bool same_sentence(const Analysis& analysis, std::size_t a, std::size_t b) {
  return b < analysis.size() && analysis.sentence_of(a) == analysis.sentence_of(b);
}

bool is_word(const Analysis& analysis, std::size_t token, std::string_view word) {
  return token < analysis.size() && folds_to(analysis.form(token), word);
}

bool is_hyphen(const Analysis& analysis, std::size_t token) {
  return token < analysis.size() && (analysis.form(token) == "-" || analysis.form(token) == "\u2010");
}

// A scale that is one letter ("m", "b", "k") only counts where money or a glued figure makes it one.
bool is_letter_scale(const Row& row) { return row.phrase().size() == 1; }

// "4.3M", "10k" are millions and thousands; "35m of its lamps", "12m tonnes" too, where "37m" alone is a length.
bool is_glued_scale(const Analysis& analysis, const Number& number, std::size_t at) {
  if (!number.in_digits || !analysis.glued_to_next(at - 1)) return false;
  const auto letter = analysis.form(at);
  const bool whole = number.low == std::floor(number.low);
  if ((letter == "k" || letter == "K") && whole) return true;  // "573.15K" is a temperature
  if (letter == "M") return true;
  if (letter != "m" || !same_sentence(analysis, at, at + 1)) return false;
  if (analysis.token(at + 1).xpos == syntax::Xpos::nns || is_word(analysis, at + 1, "people")) return true;
  return is_word(analysis, at + 1, "of") && same_sentence(analysis, at, at + 2) &&
         analysis.token(at + 2).xpos == syntax::Xpos::prp_poss;
}

bool after_currency(const Analysis& analysis, std::size_t token) {
  return token > 0 && analysis.longest_before(Table::units, token) != nullptr &&
         (*analysis.longest_before(Table::units, token)->row)[5] == "before";
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
    number.low *= cell_value((*scale)[low_column]);
    number.high = number.low;
    number.end = static_cast<TokenIndex>(at + 1);
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
  if (number.suffix.empty()) read_scales(analysis, number);
  if (number.end == token + 1) join_fraction_slash(analysis, number);
  return number;
}

// "twenty-three", "two hundred and five thousand": units and tens gather, hundreds multiply, thousands close a group.
std::optional<Number> read_word_number(const Analysis& analysis, std::size_t token) {
  double total = 0, group = 0;
  std::size_t at = token, end = token;
  bool last_was_unit = false;
  while (same_sentence(analysis, token, at)) {
    if (end > token && (is_hyphen(analysis, at) || is_word(analysis, at, "and"))) {
      const bool joins = number_row(analysis, at + 1, "unit") != nullptr || number_row(analysis, at + 1, "ten") != nullptr;
      const bool after_hundreds = group >= 100 || (group == 0 && total > 0);
      const bool fraction = number_row(analysis, at + 2, "fraction") != nullptr;  // "five million and two thirds"
      if (!joins || fraction || last_was_unit || (is_word(analysis, at, "and") && !after_hundreds)) break;
      ++at;
    }
    if (const Row* ten = number_row(analysis, at, "ten"); ten != nullptr) {
      if (std::fmod(group, 100) != 0) break;
      group += cell_value((*ten)[low_column]);
      last_was_unit = false;
    } else if (const Row* unit = number_row(analysis, at, "unit"); unit != nullptr) {
      if (last_was_unit || std::fmod(group, 10) != 0 || (std::fmod(group, 100) != 0 && cell_value((*unit)[low_column]) > 9)) break;
      group += cell_value((*unit)[low_column]);
      last_was_unit = true;
    } else if (const Row* scale = number_row(analysis, at, "scale"); scale != nullptr && end > token && !is_letter_scale(*scale)) {
      const double factor = cell_value((*scale)[low_column]);
      if (factor == 100) {
        group *= factor;
      } else if (group == 0 && total > 0) {
        total *= factor;  // "three lakh crore"
      } else {
        total += group * factor;
        group = 0;
      }
      last_was_unit = false;
    } else {
      break;
    }
    end = ++at;
  }
  if (end == token) return std::nullopt;
  Number number{static_cast<TokenIndex>(token), static_cast<TokenIndex>(end), total + group, total + group,
                NumberKind::cardinal, false, {}};
  if (same_sentence(analysis, token, end) && number_row(analysis, end, "dozen") != nullptr) read_scales(analysis, number);
  return number;
}

// "two-thirds", "three quarters", "one fourth", "five eighths": a cardinal and a fraction word.
std::optional<Number> read_fraction(const Analysis& analysis, const Number& top) {
  std::size_t at = top.end;
  if (is_hyphen(analysis, at)) ++at;
  if (!same_sentence(analysis, top.begin, at) || top.low > 10000 || top.in_digits) return std::nullopt;
  const Row* part = number_row(analysis, at, "fraction");
  if (part == nullptr || part->phrase() == "half") return std::nullopt;
  const bool plural = part->phrase().ends_with('s') || part->phrase() == "halves";
  if (plural != (top.low != 1)) return std::nullopt;
  Number number = top;
  number.low = number.high = std::round(top.low * cell_value((*part)[low_column]) * 1e9) / 1e9;
  number.end = static_cast<TokenIndex>(at + 1);
  number.kind = NumberKind::fraction;
  // "a quarter million", "three quarters billion"
  if (const Row* scale = number_row(analysis, number.end, "scale"); scale != nullptr && !is_letter_scale(*scale)) read_scales(analysis, number);
  return number;
}

// A unit of measurement behind the number: "two days".
bool same_unit_behind(const Analysis& analysis, const Number& number) {
  return same_sentence(analysis, number.begin, number.end) && analysis.longest(Table::units, number.end) != nullptr;
}

// "two and a half", "3 million and a half", "twenty and three fifths".
void add_fraction(const Analysis& analysis, Number& number) {
  const std::size_t at = number.end;
  if (!same_sentence(analysis, number.begin, at + 2) || !is_word(analysis, at, "and")) return;
  const bool article = is_word(analysis, at + 1, "a") || is_word(analysis, at + 1, "one");
  if (!article && number_row(analysis, at + 1, "unit") == nullptr) return;
  const Row* part = number_row(analysis, at + 2, "fraction");
  if (part == nullptr || number_row(analysis, at + 3, "scale") != nullptr) return;
  const double top = article ? 1 : cell_value((*number_row(analysis, at + 1, "unit"))[low_column]);
  double scale = 1;
  if (const Row* last = number_row(analysis, at - 1, "scale"); last != nullptr) scale = cell_value((*last)[low_column]);
  number.low += top * cell_value((*part)[low_column]) * scale;
  number.high = number.low;
  number.end = static_cast<TokenIndex>(at + 3);
}

// "one out of three", "one in five": a share. "One in two days", "one in the north" are none.
bool read_share(const Analysis& analysis, Number& number) {
  std::size_t at = number.end;
  if (number.low < 1 || number.low > 99 || number.low != std::floor(number.low) || !same_sentence(analysis, number.begin, at + 2)) return false;
  const bool out = is_word(analysis, at, "out") && is_word(analysis, at + 1, "of");
  if (!out && !is_word(analysis, at, "in")) return false;
  at += out ? 2 : 1;
  if (!same_sentence(analysis, number.begin, at)) return false;
  auto whole = read_digit_number(analysis, at);
  if (!whole) whole = read_word_number(analysis, at);
  if (!whole || whole->low <= number.low || whole->low > 1000 || !whole->suffix.empty() || whole->low != std::floor(whole->low)) return false;
  if (!out && (number.low != 1 || same_unit_behind(analysis, *whole))) return false;
  number.low = number.high = number.low / whole->low;
  number.end = whole->end;
  number.kind = NumberKind::fraction;
  return true;
}

// "five point five", "two hundred point zero three": the digits behind the point are read one by one.
void add_spoken_decimals(const Analysis& analysis, Number& number) {
  std::size_t at = number.end;
  if (number.in_digits || !is_word(analysis, at, "point") || !same_sentence(analysis, number.begin, at + 1)) return;
  double place = 0.1;
  for (++at; same_sentence(analysis, number.begin, at); ++at, place /= 10) {
    const Row* digit = number_row(analysis, at, "unit");
    if (digit == nullptr) digit = number_row(analysis, at, "zero");
    if (digit == nullptr || cell_value((*digit)[low_column]) > 9) break;
    number.low += place * cell_value((*digit)[low_column]);
    number.end = static_cast<TokenIndex>(at + 1);
  }
  number.high = number.low;
}

// "half a dozen", "half a million", "a half million", "half of", "a dozen", "a hundred", "a million".
std::optional<Number> read_half_or_article(const Analysis& analysis, std::size_t token) {
  std::size_t at = token;
  double value = 1;
  const bool article = is_word(analysis, at, "a") || is_word(analysis, at, "an");
  if (article) ++at;
  bool half = false;
  if (same_sentence(analysis, token, at) && is_word(analysis, at, "half")) {
    half = true;
    value = 0.5;
    ++at;
    if (is_hyphen(analysis, at)) ++at;
    if (same_sentence(analysis, token, at) && (is_word(analysis, at, "a") || is_word(analysis, at, "an"))) ++at;
  }
  Number number{static_cast<TokenIndex>(token), static_cast<TokenIndex>(at), value, value, NumberKind::cardinal, false, {}};
  if (!article && !half) {
    // A bare scale word after nothing: "dozen" alone is vague enough to leave.
    return std::nullopt;
  }
  const auto before = number.end;
  read_scales(analysis, number);
  if (number.end != before) return number;
  if (article && !half && number_row(analysis, at, "fraction") != nullptr && !is_word(analysis, at, "quarter")) {
    number.low = number.high = cell_value((*number_row(analysis, at, "fraction"))[low_column]);
    const bool whole = is_word(analysis, at + 1, "of");
    if (!whole) return std::nullopt;  // "a third man", "a fifth day" are ordinals
    number.kind = NumberKind::fraction;
    number.end = static_cast<TokenIndex>(at + 1);
    return number;
  }
  if (half && !article && same_sentence(analysis, token, token + 1)) {
    number.kind = NumberKind::fraction;
    number.end = static_cast<TokenIndex>(token + 1);
    return number;
  }
  return std::nullopt;
}

// "several hundred", "a few thousand"
void scale_vague(const Analysis& analysis, Number& number) {
  const Row* scale = same_sentence(analysis, number.begin, number.end) ? number_row(analysis, number.end, "scale") : nullptr;
  if (scale == nullptr || is_letter_scale(*scale)) return;
  number.low *= cell_value((*scale)[low_column]);
  number.high *= cell_value((*scale)[low_column]);
  ++number.end;
}

std::optional<Number> read_vague_or_zero(const Analysis& analysis, std::size_t token) {
  const Hit* best = nullptr;
  for (const Hit& hit : analysis.hits_at(token)) {
    if (hit.row->table != Table::numbers || (best != nullptr && hit.length <= best->length)) continue;
    const auto kind = (*hit.row)[kind_column];
    if (kind == "vague" || kind == "zero") best = &hit;
  }
  if (best == nullptr) return std::nullopt;
  const bool zero = (*best->row)[kind_column] == "zero";
  Number number{static_cast<TokenIndex>(token), static_cast<TokenIndex>(token + best->length),
                cell_value((*best->row)[low_column]), cell_value((*best->row)[high_column]),
                zero ? NumberKind::zero : NumberKind::vague, false, {}};
  if (!zero) scale_vague(analysis, number);
  return number;
}

}  // namespace

namespace {

std::optional<Number> read_unsigned(const Analysis& analysis, std::size_t token) {
  if (auto vague = read_vague_or_zero(analysis, token)) {
    add_spoken_decimals(analysis, *vague);
    return vague;
  }
  if (auto half = read_half_or_article(analysis, token)) return half;
  auto number = read_digit_number(analysis, token);
  if (!number) number = read_word_number(analysis, token);
  if (!number) return std::nullopt;
  if (auto fraction = read_fraction(analysis, *number)) return fraction;
  if (read_share(analysis, *number)) return number;
  add_spoken_decimals(analysis, *number);
  add_fraction(analysis, *number);
  return number;
}

// "minus five", "minus-5", "negative 20", "-5": the first token of the number itself, or `token`.
std::size_t after_sign(const Analysis& analysis, std::size_t token) {
  const auto form = analysis.form(token);
  if (form == "-" || form == "\u2212" || form == "+") {
    const bool free = token == 0 || !analysis.glued_to_next(token - 1) || analysis.form(token - 1) == "(" ||
                      analysis.form(token - 1) == "$";
    const bool digits = analysis.glued_to_next(token) && token + 1 < analysis.size() && is_digit(analysis.form(token + 1).front());
    return free && digits ? token + 1 : token;
  }
  if (!is_word(analysis, token, "minus") && !is_word(analysis, token, "negative")) return token;
  return is_hyphen(analysis, token + 1) ? token + 2 : token + 1;
}

}  // namespace

std::optional<Number> read_number(const Analysis& analysis, std::size_t token) {
  const std::size_t start = after_sign(analysis, token);
  if (start == token) return read_unsigned(analysis, token);
  if (!same_sentence(analysis, token, start)) return std::nullopt;
  auto number = read_unsigned(analysis, start);
  if (!number || number->kind == NumberKind::vague || number->kind == NumberKind::zero) return std::nullopt;
  number->begin = static_cast<TokenIndex>(token);
  if (analysis.form(token) == "+") {
    number->sign = '+';
    return number;
  }
  if (start == token + 1 && analysis.glued_to_next(token)) number->sign = '-';
  number->low = number->high = -number->low;
  return number;
}

}  // namespace corroborate::extraction
