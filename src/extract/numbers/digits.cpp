// Numbers in digits inside one token: "1,400", "1.2bn", "+0.3", "USD10m", "1.3e6", "2.5×10", "1/16", "½".
#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <string>

#include "extract/numbers/number_rows.h"
#include "extract/numbers/numbers.h"

namespace corroborate::extraction {

namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }

bool all_letters(std::string_view text) {
  for (const char c : text) {
    if (is_digit(c) || c == ':' || c == '/' || c == '.' || c == '-' || c == ',') return false;
  }
  return true;
}

// The letters behind the digits of one token: a scale ("1.2bn") or the suffix. One letter is a scale where currency
// letters stand in front ("USD10m").
void read_glued_letters(std::string_view letters, Number& number) {
  if (letters.empty()) return;
  const Row* scale = letters.size() > 1 || !number.prefix.empty() ? scale_of_word(letters) : nullptr;
  if (scale != nullptr && letters != "mm") {
    number.low = number.high = scaled(number.low, low_of(*scale));
    return;
  }
  number.suffix = letters;
}

struct VulgarFraction {
  std::string_view sign;
  double value;
};
constexpr std::array<VulgarFraction, 15> vulgar_fractions = {{
    {"\u00bd", 1.0 / 2},
    {"\u00bc", 1.0 / 4},
    {"\u00be", 3.0 / 4},
    {"\u2153", 1.0 / 3},
    {"\u2154", 2.0 / 3},
    {"\u2155", 1.0 / 5},
    {"\u2156", 2.0 / 5},
    {"\u2157", 3.0 / 5},
    {"\u2158", 4.0 / 5},
    {"\u2159", 1.0 / 6},
    {"\u215a", 5.0 / 6},
    {"\u215b", 1.0 / 8},
    {"\u215c", 3.0 / 8},
    {"\u215d", 5.0 / 8},
    {"\u215e", 7.0 / 8},
}};

// "½", "2½"; 0 = none at the start of `text`.
double vulgar_fraction(std::string_view text) {
  for (const auto& fraction : vulgar_fractions) {
    if (text == fraction.sign) return fraction.value;
  }
  return 0;
}

// "e6", "e-3", "E+14", "×10^-5", "x10−8": the power of ten, and the bytes used; 0 bytes if there is none.
Digits read_exponent(std::string_view text) {
  std::size_t at = 0;
  if (text.starts_with("\u00d710"))
    at = 4;
  else if (text.starts_with("x10"))
    at = 3;
  else if (!text.empty() && (text[0] == 'e' || text[0] == 'E'))
    at = 1;
  if (at == 0) return {};
  if (at > 1 && at < text.size() && text[at] == '^') ++at;
  double sign = 1;
  if (text.substr(at).starts_with("\u2212"))
    sign = -1, at += 3;
  else if (at < text.size() && (text[at] == '-' || text[at] == '+'))
    sign = text[at++] == '-' ? -1 : 1;
  int power = 0;
  const auto end = std::from_chars(text.data() + at, text.data() + text.size(), power).ptr;
  if (end == text.data() + at || power > 99) return {};
  return {sign * power, static_cast<std::size_t>(end - text.data())};
}

bool is_power_mark(std::string_view form) { return form == "x10" || form == "\u00d710"; }

// The whole number at `at`, a sign before it counted, all of it glued together: the value and the tokens used, 0 if
// none.
Digits read_glued_power(const Analysis& analysis, std::size_t at) {
  if (at >= analysis.size() || !analysis.glued_to_next(at - 1)) return {};
  const auto mark = analysis.form(at);
  const bool minus = mark == "-" || mark == "\u2212", sign = minus || mark == "+";
  if (sign && !analysis.glued_to_next(at)) return {};  // also where nothing follows
  const auto form = analysis.form(at + sign);
  const Digits power = read_digits(form);
  if (power.length == 0 || power.length != form.size() || power.value > 99) return {};
  return {minus ? -power.value : power.value, sign ? 2u : 1u};
}

// "2.998×10" "−" "8", "12.3e" "+" "14", "6.2" "x10" "^" "-" "4": an exponent that the tokenizer cut.
void join_cut_exponent(const Analysis& analysis, Number& number) {
  std::size_t at = number.end;
  const bool cut = number.suffix == "e" || number.suffix == "E" || is_power_mark(number.suffix);
  const bool apart = number.suffix.empty() && at + 1 < analysis.size() && analysis.glued_to_next(at - 1) &&
                     is_power_mark(analysis.form(at));
  if (apart) ++at;
  if ((!cut && !apart) || at + 1 >= analysis.size()) return;
  if (analysis.form(at) == "^" && analysis.glued_to_next(at))
    ++at;
  else if (analysis.form(at) != "-" && analysis.form(at) != "+" && analysis.form(at) != "\u2212")
    return;
  const Digits power = read_glued_power(analysis, at);
  if (power.length == 0) return;
  number.low = number.high = number.low * std::pow(10, power.value);
  number.suffix = {};
  number.end = static_cast<TokenIndex>(at + power.length);
}

// "2.5^-1"
void raise(const Analysis& analysis, Number& number) {
  const std::size_t mark = number.end;
  if (!number.suffix.empty() || mark + 1 >= analysis.size() || analysis.form(mark) != "^" ||
      !analysis.glued_to_next(mark - 1))
    return;
  const Digits power = read_glued_power(analysis, mark + 1);
  if (power.length == 0 || number.low == 0) return;
  number.low = number.high = std::pow(number.low, power.value);
  number.end = static_cast<TokenIndex>(mark + 1 + power.length);
}

// "12,34,567": lakhs and crores are set off by two digits. Bytes used, 0 if none.
std::size_t indian_groups(std::string_view text) {
  const auto digit = [text](std::size_t at) { return at < text.size() && is_digit(text[at]); };
  std::size_t at = digit(1) ? 2 : 1;
  for (bool pair = false; at < text.size() && text[at] == ',' && digit(at + 1) && digit(at + 2); pair = true) {
    if (!digit(at + 3)) {
      at += 3;
      continue;
    }
    at += 4;
    return pair && !digit(at) && (at == text.size() || text[at] != ',') ? at : 0;
  }
  return 0;
}

// "14 . 8 percent": a decimal point that a tokeniser cut off; the digits behind it are all of their token.
void join_loose_decimals(const Analysis& analysis, Number& number, std::size_t token) {
  const std::size_t point = token + 1;
  if (point + 1 >= analysis.size() || analysis.form(point) != "." || analysis.glued_to_next(token) ||
      analysis.glued_to_next(point))
    return;
  if (analysis.sentence_of(token) != analysis.sentence_of(point + 1)) return;
  const auto digits = analysis.form(point + 1);
  if (digits.size() > 6 || !std::ranges::all_of(digits, is_digit)) return;
  double place = 0.1;
  for (const char digit : digits) number.low += place * (digit - '0'), place /= 10;
  number.low = std::round(number.low * 1e6) / 1e6;
  number.high = number.low;
  number.end = static_cast<TokenIndex>(point + 2);
}

// Whether the number of this token is of millions or more, in its letters or by the next word.
bool is_scaled(const Analysis& analysis, std::size_t token) {
  const auto form = analysis.form(token);
  const auto letters = form.substr(form.find_last_of("0123456789") + 1);
  if (!letters.empty()) return scale_of_word(letters) != nullptr;
  const bool inside = same_sentence(analysis, token, token + 1);
  return inside && analysis.form(token + 1).size() > 1 && number_row(analysis, token + 1, "scale") != nullptr;
}

// The length of a currency's name before the digits of millions and more, as agencies write signs that they lack: the
// "euro" of "euro110 billion", not that of "Euro2012".
std::size_t spelt_money_prefix(const Analysis& analysis, std::size_t token, std::string_view form) {
  constexpr std::size_t shortest = 4, longest = 8;
  std::size_t length = 0;
  while (length < form.size() && length <= longest && all_letters(form.substr(length, 1))) ++length;
  if (length < shortest || length > longest || length == form.size() || !is_digit(form[length]) ||
      !is_scaled(analysis, token))
    return 0;
  const auto node = lexicon::step(lexicon::root, lexicon::word_id(fold(form.substr(0, length))));
  const auto rows = node == 0 ? std::span<const Row>{} : lexicon::rows_at(node);
  const bool money =
      std::ranges::any_of(rows, [](const Row& row) { return row.table == Table::units && row[3] == "money"; });
  return money ? length : 0;
}

// Capitals and currency signs before the digits: "USD10m", "PS8.1bn". At most four bytes, and a unit of money. One
// letter is one before a scale alone: "R26 million", "e80m", where "R26" is a road.
std::size_t money_prefix(const Analysis& analysis, std::size_t token, std::string_view form) {
  std::size_t length = 0;
  while (length < form.size() && form[length] >= 'A' && form[length] <= 'Z') ++length;
  if (length < 2 && form.size() > 1 && is_digit(form[1])) length = is_scaled(analysis, token) ? 1 : 0;
  if (length < 1 || length > 3 || length == form.size() || !is_digit(form[length]))
    return spelt_money_prefix(analysis, token, form);
  if (form.substr(0, length) == "US") return length;  // "$US160"
  const auto node = lexicon::step(lexicon::root, lexicon::word_id(fold(form.substr(0, length))));
  if (node == 0) return 0;
  for (const Row& row : lexicon::rows_at(node)) {
    const bool told = length > 1 || !row[2].empty();  // "P2 million" may be of several countries
    if (row.table == Table::units && row[5] == "before" && row[3] == "money" && told) return length;
  }
  return 0;
}

// "3/4" as one token.
std::optional<double> read_slash_fraction(std::string_view form) {
  const auto slash = form.find('/');
  if (slash == std::string_view::npos || slash == 0 || slash > 3 || form.size() - slash > 4) return std::nullopt;
  const Digits top = read_digits(form), bottom = read_digits(form.substr(slash + 1));
  if (top.length != slash || bottom.length != form.size() - slash - 1) return std::nullopt;
  if (top.value < 1 || bottom.value < 2 || top.value >= bottom.value) return std::nullopt;
  if (bottom.value > 10 && std::fmod(bottom.value, 4) != 0 && std::fmod(bottom.value, 5) != 0)
    return std::nullopt;  // "9/11"
  return top.value / bottom.value;
}

}  // namespace

Digits read_digits(std::string_view text) {
  std::string plain;
  std::size_t at = 0, since_comma = 0;
  bool comma = false;
  while (at < text.size()) {
    if (is_digit(text[at])) {
      plain += text[at];
      ++since_comma;
    } else if (text[at] == ',' && !plain.empty() && text.size() - at > 3 && is_digit(text[at + 1]) &&
               is_digit(text[at + 2]) && is_digit(text[at + 3]) && (!comma || since_comma == 3)) {
      comma = true;
      since_comma = 0;
    } else {
      break;
    }
    ++at;
  }
  if (const std::size_t length = at > 0 && at < text.size() && text[at] == ',' ? indian_groups(text) : 0; length > at) {
    for (; at < length; ++at) {
      if (text[at] != ',') plain += text[at];
    }
  }
  if (plain.empty() && !(text.size() > 1 && text[0] == '.' && is_digit(text[1]))) return {};
  if (at + 1 < text.size() && text[at] == '.' && is_digit(text[at + 1])) {
    plain += '.';
    for (++at; at < text.size() && is_digit(text[at]); ++at) plain += text[at];
  }
  Digits digits{0, at};
  std::from_chars(plain.data(), plain.data() + plain.size(), digits.value);
  return digits;
}

std::optional<Number> read_digit_token(const Analysis& analysis, std::size_t token) {
  std::string_view form = analysis.form(token);
  Number number{
      static_cast<TokenIndex>(token), static_cast<TokenIndex>(token + 1), 0, 0, NumberKind::cardinal, true, {}};
  const double vulgar = vulgar_fraction(form);
  const auto slashed = vulgar > 0 ? std::optional(vulgar) : read_slash_fraction(form);
  if (slashed) {
    number.low = number.high = *slashed;
    number.kind = NumberKind::fraction;
    return number;
  }
  if (form.size() > 1 && (form[0] == '+' || form[0] == '-') && (is_digit(form[1]) || form[1] == '.')) {
    number.sign = form[0];
    form.remove_prefix(1);
  }
  if (const std::size_t length = money_prefix(analysis, token, form); length > 0) {
    number.prefix = form.substr(0, length);
    form.remove_prefix(length);
  }
  const Digits digits = read_digits(form);
  if (digits.length == 0) return std::nullopt;
  form.remove_prefix(digits.length);
  number.low = digits.value;
  if (const Digits power = read_exponent(form); power.length > 0) {
    number.low *= std::pow(10, power.value);
    form.remove_prefix(power.length);
  } else if ((form.size() == 2 || form.size() == 3) && form[0] == ',' && is_digit(form[1]) && is_digit(form.back())) {
    if (number.low != std::floor(number.low)) number.low = std::round(number.low * 1000);  // "1.111,11"
    for (double place = 0.1; !(form = form.substr(1)).empty(); place /= 10)
      number.low += place * (form[0] - '0');  // "5,00"
  } else if (const double part = vulgar_fraction(form); part > 0) {
    number.low += part;
    form = {};
  }
  if (form.empty() && number.low == std::floor(number.low)) join_loose_decimals(analysis, number, token);
  if (form == "\u00d710" || form == "x10") {
    number.suffix = form;
  } else {
    if (!all_letters(form)) return std::nullopt;
    number.high = number.low;
    read_glued_letters(form, number);
  }
  join_cut_exponent(analysis, number);
  raise(analysis, number);
  if (number.sign == '-') number.low = -number.low;
  number.high = number.low;
  return number;
}

}  // namespace corroborate::extraction
