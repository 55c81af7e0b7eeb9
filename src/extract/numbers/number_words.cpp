// The grammar of spelled numbers and fractions.
#include "extract/numbers/number_words.h"

#include <cmath>

#include "extract/numbers/number_rows.h"

namespace corroborate::extraction {

namespace {

Number number_at(std::size_t begin, std::size_t end, double value, NumberKind kind = NumberKind::cardinal) {
  return {static_cast<TokenIndex>(begin), static_cast<TokenIndex>(end), value, value, kind, false, {}};
}

bool is_and(const Analysis& analysis, std::size_t token) {
  return word_is(analysis, token, "and") || (token < analysis.size() && analysis.form(token) == "&");
}

// "five", "eleven", "fifty", "fifty-four": below a hundred, in one or two words.
std::optional<Number> read_small(const Analysis& analysis, std::size_t token) {
  if (const Row* unit = number_row(analysis, token, "unit")) return number_at(token, token + 1, low_of(*unit));
  const Row* ten = number_row(analysis, token, "ten");
  if (ten == nullptr) return std::nullopt;
  std::size_t at = token + 1;
  if (is_hyphen(analysis, at)) ++at;
  const Row* unit = same_sentence(analysis, token, at) ? number_row(analysis, at, "unit") : nullptr;
  if (unit == nullptr || low_of(*unit) > 9) return number_at(token, token + 1, low_of(*ten));
  return number_at(token, at + 1, low_of(*ten) + low_of(*unit));
}

// The fraction word at `at` or behind a hyphen there, for that many parts: "third", "thirds". One past it in `end`.
const Row* fraction_at(const Analysis& analysis, std::size_t at, double parts, std::size_t& end) {
  if (at == 0 || !same_sentence(analysis, at - 1, at)) return nullptr;
  if (is_hyphen(analysis, at)) ++at;
  if (!same_sentence(analysis, at - 1, at)) return nullptr;
  const Row* part = number_row(analysis, at, "fraction");
  if (part == nullptr || (part->phrase() == "half" && parts != 1)) return nullptr;
  const bool plural = part->phrase().ends_with('s') || part->phrase() == "halves";
  if (plural != (parts != 1)) return nullptr;
  end = at + 1;
  return part;
}

// Whether "and" at `at` begins a proper fraction of a few parts ("two million and three fifths") and no tens ("hundred
// and thirty fifths", "hundred and twenty-five thousandths").
bool begins_fraction(const Analysis& analysis, std::size_t at) {
  const auto top = read_small(analysis, at + 1);
  std::size_t end = 0;
  const Row* part = top && top->low < 10 ? fraction_at(analysis, top->end, top->low, end) : nullptr;
  return part != nullptr && top->low * low_of(*part) < 1;
}

// Units and tens gather, hundreds multiply, thousands close a group.
struct Sum {
  double total = 0, group = 0;
  bool last_was_unit = false;

  bool add_ten(double value) {
    if (std::fmod(group, 100) != 0) return false;
    group += value;
    last_was_unit = false;
    return true;
  }
  bool add_unit(double value) {
    if (last_was_unit || std::fmod(group, 10) != 0 || (std::fmod(group, 100) != 0 && value > 9)) return false;
    group += value;
    last_was_unit = true;
    return true;
  }
  void scale(double factor) {
    if (factor == 100) {
      group *= factor;
    } else if (group == 0 && total > 0) {
      total *= factor;  // "three lakh crore"
    } else {
      total += group * factor;
      group = 0;
    }
    last_was_unit = false;
  }
  bool may_go_on() const { return group >= 100 || (group == 0 && total > 0); }  // behind a hundred, a thousand …
};

// Past the hyphen, the "and" or the comma that joins two words of one number; `at` where there is none.
std::size_t past_joint(const Analysis& analysis, std::size_t at, const Sum& sum) {
  if (is_hyphen(analysis, at) && same_sentence(analysis, at, at + 1)) {  // "a two-million-euro fine"
    const Row* scale = number_row(analysis, at + 1, "scale");
    if (scale != nullptr && !is_letter_scale(*scale)) return at + 1;
  }
  const bool next = number_row(analysis, at + 1, "unit") != nullptr || number_row(analysis, at + 1, "ten") != nullptr;
  if (!next || sum.last_was_unit || !same_sentence(analysis, at, at + 1)) return at;
  if (is_hyphen(analysis, at)) return at + 1;
  if (!sum.may_go_on()) return at;
  if (is_and(analysis, at)) {
    const auto small = read_small(analysis, at + 1);
    const bool dozens =
        small && same_sentence(analysis, at, small->end) && number_row(analysis, small->end, "dozen") != nullptr;
    return dozens || begins_fraction(analysis, at) ? at : at + 1;
  }
  // "three million, two hundred and forty"
  const bool hundreds = analysis.form(at) == "," && sum.group == 0 && same_sentence(analysis, at, at + 2) &&
                        word_is(analysis, at + 2, "hundred");
  return hundreds ? at + 1 : at;
}

double last_scale(const Analysis& analysis, std::size_t token) {
  const Row* last = number_row(analysis, token, "scale");
  const double scale = last == nullptr ? 1 : low_of(*last);
  return scale == 100 ? 1 : scale;
}

// Gathers words from `at` on, behind what the sum holds already; the number ends at `end` where nothing follows.
std::optional<Number> gather(const Analysis& analysis, std::size_t token, std::size_t at, Sum sum) {
  std::size_t end = at;
  while (same_sentence(analysis, token, at)) {
    if (end > token) at = past_joint(analysis, at, sum);
    if (const Row* ten = number_row(analysis, at, "ten"); ten != nullptr) {
      if (!sum.add_ten(low_of(*ten))) break;
    } else if (const Row* unit = number_row(analysis, at, "unit"); unit != nullptr) {
      if (!sum.add_unit(low_of(*unit))) break;
    } else if (const Row* scale = number_row(analysis, at, "scale");
               scale != nullptr && end > token && !is_letter_scale(*scale)) {
      sum.scale(low_of(*scale));
    } else {
      break;
    }
    end = ++at;
  }
  if (end == token) return std::nullopt;
  return number_at(token, end, sum.total + sum.group);
}

}  // namespace

std::optional<Number> read_word_number(const Analysis& analysis, std::size_t token) {
  return gather(analysis, token, token, {});
}

std::optional<Number> read_article_number(const Analysis& analysis, std::size_t token) {
  const Row* scale = same_sentence(analysis, token, token + 1) ? number_row(analysis, token + 1, "scale") : nullptr;
  if (scale == nullptr || is_letter_scale(*scale)) return std::nullopt;
  return gather(analysis, token, token + 1, Sum{0, 1, true});
}

std::optional<Number> read_fraction(const Analysis& analysis, const Number& top) {
  if (top.in_digits) return std::nullopt;
  std::size_t end = 0;
  const Row* part = fraction_at(analysis, top.end, top.low, end);
  if (part == nullptr || part->phrase() == "half") return std::nullopt;
  const double share = top.low * low_of(*part);
  Number number = top;
  number.low = number.high = share < 1e-3 ? share : std::round(share * 1e9) / 1e9;
  number.end = static_cast<TokenIndex>(end);
  number.kind = NumberKind::fraction;
  // "a quarter million", "three quarters billion"
  const Row* scale = same_sentence(analysis, top.begin, end) ? number_row(analysis, end, "scale") : nullptr;
  if (scale != nullptr && !is_letter_scale(*scale)) {
    number.low = number.high = scaled(number.low, low_of(*scale));
    ++number.end;
  }
  return number;
}

void add_fraction(const Analysis& analysis, Number& number) {
  const std::size_t at = number.end;
  if (!same_sentence(analysis, number.begin, at + 2) || !is_and(analysis, at)) return;
  const bool article = word_is(analysis, at + 1, "a") || word_is(analysis, at + 1, "one");
  const auto top = article ? number_at(at + 1, at + 2, 1) : read_small(analysis, at + 1);
  std::size_t end = 0;
  const Row* part = top ? fraction_at(analysis, top->end, top->low, end) : nullptr;
  if (part == nullptr || top->low * low_of(*part) >= 1) return;
  double scale = last_scale(analysis, at - 1);  // "3 million and a half"
  const Row* own = same_sentence(analysis, at, end) ? number_row(analysis, end, "scale") : nullptr;
  if (own != nullptr && scale == 1 && !is_letter_scale(*own) && number.low < 100) {  // "one and a half million"
    number.low = number.high = scaled(number.low + top->low * low_of(*part), low_of(*own));
    number.end = static_cast<TokenIndex>(end + 1);
    return;
  }
  if (own != nullptr && low_of(*own) >= scale) return;
  if (own != nullptr) scale = low_of(*own), ++end;  // "one billion and a half million"
  number.low += top->low * low_of(*part) * scale;
  number.high = number.low;
  number.end = static_cast<TokenIndex>(end);
}

void add_dozens(const Analysis& analysis, Number& number) {
  const std::size_t at = number.end;
  if (number.in_digits || number.low < 100 || !same_sentence(analysis, number.begin, at + 2) || !is_and(analysis, at))
    return;
  const auto small = read_small(analysis, at + 1);
  if (!small || !same_sentence(analysis, at, small->end)) return;
  const Row* dozen = number_row(analysis, small->end, "dozen");
  if (dozen == nullptr) return;
  number.low = number.high = number.low + small->low * low_of(*dozen);
  number.end = static_cast<TokenIndex>(small->end + 1);
}

// "five point five", "nought point nought three", "point eleven": digits one by one, or one number below a hundred.
void add_spoken_decimals(const Analysis& analysis, Number& number) {
  std::size_t at = number.end;
  if (number.in_digits || !word_is(analysis, at, "point") || !same_sentence(analysis, number.begin, at + 1)) return;
  const double whole = number.low;
  const TokenIndex point = number.end;
  double place = 0.1;
  for (++at; same_sentence(analysis, number.begin, at); ++at, place /= 10) {
    const Row* digit = number_row(analysis, at, "unit");
    if (digit == nullptr) digit = number_row(analysis, at, "zero");
    if (digit == nullptr || low_of(*digit) > 9) break;
    number.low += place * low_of(*digit);
    number.end = static_cast<TokenIndex>(at + 1);
  }
  if (const auto small = read_small(analysis, at); number.low == whole && place == 0.1 && small && small->low > 9) {
    number.low += small->low / 100;
    number.end = small->end;
  }
  number.high = number.low;
  if (number.end > point) number.kind = NumberKind::cardinal;
}

namespace {

// A unit of measurement behind the number: "two days".
bool same_unit_behind(const Analysis& analysis, const Number& number) {
  const Hit* unit =
      same_sentence(analysis, number.begin, number.end) ? analysis.longest(Table::units, number.end) : nullptr;
  return unit != nullptr && unit->row->phrase() != "in";
}

bool closes_clause(const Analysis& analysis, const Number& number) {
  return !same_sentence(analysis, number.begin, number.end) || analysis.token(number.end).upos == syntax::Upos::punct;
}

}  // namespace

// "One in two days", "one in the north", "won 1 over 3 rounds", "No. 1 in two countries" are no shares.
bool read_share(const Analysis& analysis, Number& number) {
  std::size_t at = number.end;
  if (number.low < 1 || number.low > 99 || number.low != std::floor(number.low) ||
      !same_sentence(analysis, number.begin, at + 1) ||
      analysis.longest_before(Table::designators, number.begin) != nullptr)
    return false;
  const bool out = word_is(analysis, at, "out") && word_is(analysis, at + 1, "of");
  const bool over = word_is(analysis, at, "over");
  if (!out && !over && !word_is(analysis, at, "in")) return false;
  at += out ? 2 : 1;
  if (!same_sentence(analysis, number.begin, at)) return false;
  auto whole = read_digit_token(analysis, at);
  if (!whole) whole = read_word_number(analysis, at);
  if (!whole || whole->low <= number.low || whole->low > 1000 || !whole->suffix.empty() ||
      whole->low != std::floor(whole->low))
    return false;
  if (!out && (number.low != 1 || same_unit_behind(analysis, *whole))) return false;
  if (over && !closes_clause(analysis, *whole)) return false;
  number.low = number.high = number.low / whole->low;
  number.end = whole->end;
  number.kind = NumberKind::fraction;
  return true;
}

}  // namespace corroborate::extraction
