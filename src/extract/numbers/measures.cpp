// Finds units in the lexicon around a number and builds rates from two of them.
#include "extract/numbers/measures.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "extract/numbers/number_rows.h"
#include "extract/reading/contexts.h"

namespace corroborate::extraction {

namespace {

// Columns of the units table.
constexpr std::size_t name_column = 1, code_column = 2, factor_column = 4, position_column = 5;

// The factor, or "factor+offset".
Measure measure_of(const Row& row, std::size_t begin, std::size_t end) {
  Measure measure{
      std::string(row[name_column]),  std::string(row[code_column]), std::string(row[dimension_column]), 1, 0,
      static_cast<TokenIndex>(begin), static_cast<TokenIndex>(end)};
  const auto cell = row[factor_column];
  const char* rest = std::from_chars(cell.data(), cell.data() + cell.size(), measure.factor).ptr;
  std::from_chars(rest, cell.data() + cell.size(), measure.offset);
  return measure;
}

bool is_letter(std::string_view form) {
  return form.size() == 1 && ((form[0] >= 'a' && form[0] <= 'z') || (form[0] >= 'A' && form[0] <= 'Z'));
}

// The row of a unit that ends at this node of the lexicon, the one in the case of `word` first ("kn", "kN"); a single
// letter must be in its case.
const Row* unit_at_node(lexicon::Node node, std::string_view word, bool before) {
  const Row* found = nullptr;
  for (const Row& row : node == 0 ? std::span<const Row>{} : lexicon::rows_at(node)) {
    if (row.table != Table::units || (row[position_column] == "before") != before) continue;
    if (row.phrase().ends_with(word)) return &row;
    if (found == nullptr && !is_letter(row.phrase())) found = &row;
  }
  return found;
}

// The row of a unit whose phrase is this one word.
const Row* unit_of_word(std::string_view word, bool before) {
  const auto id = lexicon::word_id(fold(word));
  return unit_at_node(id == 0 ? 0 : lexicon::step(lexicon::root, id), word, before);
}

bool names_extent(const Analysis& analysis, std::size_t at) {
  return same_sentence(analysis, at - 1, at) && (is_context(analysis, at, "extent") || analysis.form(at) == "x");
}

// Nothing behind `at` makes the word there a part of a longer name: "12 V.", "12 m high", where "5 A grades" are no
// amperes.
bool ends_phrase(const Analysis& analysis, std::size_t at) {
  if (!same_sentence(analysis, at, at + 1)) return true;
  using syntax::Upos;
  const auto tag = analysis.token(at + 1).upos;
  if (names_extent(analysis, at + 1)) return true;
  if (analysis.form(at + 1) == "-" && analysis.glued_to_next(at)) return false;
  return tag != Upos::noun && tag != Upos::propn && tag != Upos::num && tag != Upos::adj && tag != Upos::part;
}

// 8" in length; the mark that closes a quotation is none.
bool is_inch_mark(const Analysis& analysis, std::size_t at) {
  return !analysis.quoted(at - 1) && (analysis.glued_to_next(at - 1) || names_extent(analysis, at + 1));
}

// "5,000", "million": nothing costs five won, but teams have "five won".
bool is_large(const Analysis& analysis, std::size_t token) {
  const auto form = analysis.form(token);
  return number_row(analysis, token, "scale") != nullptr || (form.size() > 2 && form.find_first_of("0123456789") == 0);
}

bool is_sign(std::string_view phrase) { return static_cast<unsigned char>(phrase[0]) >= 0x80 || phrase == "$"; }

// The "£" of "£10-£15" and "5 £10 notes" belongs to what follows.
bool opens_amount(const Analysis& analysis, std::size_t sign) {
  if (analysis.form(sign - 1) == "-") return true;
  return analysis.glued_to_next(sign) && analysis.form(sign + 1).find_first_of("0123456789") == 0;
}

// Units that are also other words need the right surroundings: letters are a unit in their own case, written on to the
// digits ("5C") or at the end of the phrase ("12 V", "2 in"); "second" must be a noun.
bool unit_word_fits(const Analysis& analysis, const Hit& hit, std::size_t from) {
  const auto phrase = hit.row->phrase();
  const bool glued = analysis.glued_to_next(from - 1);
  if (phrase == "\"") return is_inch_mark(analysis, from);
  if (is_letter(phrase) && phrase != analysis.form(from)) return false;
  if (is_letter(phrase) && analysis.form(from - 1) == "-" &&
      std::string_view("ACFK").find(phrase[0]) != std::string_view::npos)
    return false;  // "a 10-K filing"
  if (phrase == "K" && glued)
    return analysis.form(from - 1).find('.') != std::string_view::npos;  // "10K" is ten thousand
  if ((phrase == "W" || phrase == "V") && !glued) return true;           // "a 12 V battery"
  if (is_letter(phrase) && !glued)
    return ends_phrase(analysis, from) && analysis.token(from - 1).upos == syntax::Upos::num;
  if (phrase == "in")
    return ends_phrase(analysis, from) &&
           (glued || names_extent(analysis, from + 1) || !same_sentence(analysis, from, from + 1));
  if (phrase == "pm")
    return analysis.form(from) == phrase && analysis.form(from - 1).find('.') != std::string_view::npos;  // no hour
  if (phrase == "won") return is_large(analysis, from - 1) && analysis.token(from).upos == syntax::Upos::noun;
  if ((*hit.row)[dimension_column] == "money" && is_sign(phrase)) return !opens_amount(analysis, from);
  if (phrase == "second" || phrase == "minute") {
    return analysis.token(from).upos == syntax::Upos::noun || analysis.token(from).xpos == syntax::Xpos::nn ||
           (from > 1 && analysis.form(from - 1) == "-" &&
            analysis.form(from - 2).find_first_of("0123456789") == 0) ||  // "a 30-second clip"
           (analysis.form(from - 1) != "-" && analysis.token(from - 1).upos == syntax::Upos::num);
  }
  return true;
}

// A row that stands behind a number.
bool stands_behind(const Row& row) { return row.table == Table::units && row[position_column] != "before"; }

// The longest unit that starts at one of two tokens (a hyphen may stand before it).
const Hit* unit_at(const Analysis& analysis, std::size_t at, std::size_t start) {
  const Hit* best = nullptr;
  for (const std::size_t from : {at, start}) {
    for (const Hit& hit : analysis.hits_at(from)) {
      if (!stands_behind(*hit.row) || !unit_word_fits(analysis, hit, from)) continue;
      const bool own_case =
          best != nullptr && hit.length == best->length && hit.row->phrase() == analysis.form(hit.token);  // "kN", "kn"
      if (best == nullptr || hit.length > best->length || own_case) best = &hit;
    }
  }
  return best;
}

// "74 mph.", "12 lb-ft." at the end of a sentence: the full stop is on the last word.
Measure with_full_stop(const Analysis& analysis, std::size_t begin) {
  lexicon::Node node = lexicon::root;
  for (std::size_t at = begin; at < begin + 4 && same_sentence(analysis, begin, at) && (at == begin || node != 0);
       ++at) {
    const auto form = analysis.form(at);
    if (form.size() > 1 && form.back() == '.') {
      const auto word = form.substr(0, form.size() - 1);
      const Row* row = unit_at_node(lexicon::step(node, lexicon::word_id(fold(word))), word, false);
      const bool filing = row != nullptr && is_letter(row->phrase()) && begin > 0 && analysis.form(begin - 1) == "-";
      if (row != nullptr && !filing) return measure_of(*row, begin, at + 1);
    }
    node = lexicon::step(node, lexicon::word_id(fold(form)));
  }
  return {};
}

// "m^2", "cm^3": the power of a length or a time.
void read_power(const Analysis& analysis, Measure& measure) {
  const std::size_t mark = measure.end;
  if (measure.unit.empty() || !same_sentence(analysis, mark - 1, mark + 1) || analysis.form(mark) != "^" ||
      !analysis.glued_to_next(mark))
    return;
  const auto power = analysis.form(mark + 1);
  if (power != "2" && power != "3") return;
  const bool square = power == "2";
  measure.unit = (square ? "square " : "cubic ") + measure.unit;
  measure.code += power;
  if (measure.dimension == "length")
    measure.dimension = square ? "area" : "volume";
  else
    measure.dimension += square ? " squared" : " cubed";
  measure.factor *= square ? measure.factor : measure.factor * measure.factor;
  measure.end = static_cast<TokenIndex>(mark + 2);
}

// "three more years", "five trading days": the unit of time that is written out at `at`.
Measure time_at(const Analysis& analysis, std::size_t at) {
  const Hit* best = unit_at(analysis, at, at);
  const bool spelled = best != nullptr && (*best->row)[dimension_column] == "time" && best->row->phrase().size() > 2 &&
                       analysis.token(at).upos == syntax::Upos::noun;
  return spelled ? measure_of(*best->row, best->token, best->token + best->length) : Measure{};
}

Measure unit_behind(const Analysis& analysis, std::size_t at) {
  if (at == 0 || !same_sentence(analysis, at - 1, at)) return {};
  std::size_t start = at;
  if (analysis.form(at) == "-" && (analysis.glued_to_next(at - 1) || analysis.glued_to_next(at)) &&
      same_sentence(analysis, at, at + 1))
    ++start;
  if (is_context(analysis, at, "span") && same_sentence(analysis, at, at + 1)) return time_at(analysis, at + 1);
  const Hit* best = unit_at(analysis, at, start);
  Measure stopped = with_full_stop(analysis, start);
  if (!stopped.unit.empty() && (best == nullptr || stopped.end > best->token + best->length)) return stopped;
  if (best == nullptr) return {};
  Measure measure = measure_of(*best->row, best->token, best->token + best->length);
  read_power(analysis, measure);
  return measure;
}

// "10W", "3923sq m", "1.19degC": letters in the number's own token, perhaps with the words that follow.
Measure unit_of_suffix(const Analysis& analysis, const Number& number) {
  const auto id = lexicon::word_id(fold(number.suffix));
  const auto node = id == 0 ? 0 : lexicon::step(lexicon::root, id);
  if (node == 0) return {};
  if (same_sentence(analysis, number.begin, number.end)) {
    const auto word = analysis.form(number.end);
    const Row* longer = unit_at_node(lexicon::step(node, lexicon::word_id(fold(word))), word, false);
    if (longer != nullptr) return measure_of(*longer, number.end, number.end + 1);
  }
  const Row* row = unit_of_word(number.suffix, false);
  return row == nullptr ? Measure{} : measure_of(*row, number.end, number.end);
}

// "a year ago", "a year earlier" behind an amount is when, not how much a year.
bool points_back(const Analysis& analysis, std::size_t at) {
  if (!same_sentence(analysis, at - 1, at)) return false;
  const auto word = fold(analysis.form(at));
  return word == "ago" || word == "earlier" || word == "later" || word == "before" || word == "after";
}

// The "A" of "A $5 ticket" opens its sentence, where "paid A $5" is Australian.
bool is_article(const Analysis& analysis, const Hit& hit) {
  return hit.row->phrase() == "A $" && (analysis.token(hit.token).upos == syntax::Upos::det || hit.token == 0 ||
                                        !same_sentence(analysis, hit.token, hit.token - 1));
}

}  // namespace

void take_measure(Measure&& measure, Quantity& quantity) {
  quantity.unit = std::move(measure.unit);
  quantity.code = std::move(measure.code);
  quantity.dimension = std::move(measure.dimension);
  quantity.factor = measure.factor;
  quantity.offset = measure.offset;
}

Measure unit_called(std::string_view word) {
  const Row* row = unit_of_word(word, false);
  return row == nullptr ? Measure{} : measure_of(*row, 0, 0);
}

Measure measure_before(const Analysis& analysis, const Number& number) {
  const std::size_t at = number.begin;
  if (!number.prefix.empty() && number.prefix != "US") {
    const Row* row = unit_of_word(number.prefix, true);
    if (row == nullptr) row = unit_of_word(number.prefix, false);  // "euro110 billion"
    if (row != nullptr) return measure_of(*row, at, at);
  }
  constexpr double million = 1e6;
  for (std::size_t back = std::min<std::size_t>(3, at); back >= 1; --back) {
    for (const Hit& hit : analysis.hits_at(at - back)) {
      const bool money = (*hit.row)[dimension_column] == "money";
      if (money && is_letter(hit.row->phrase()) && std::abs(number.low) < million) continue;  // "E 14 Street"
      if (hit.row->table == Table::units && hit.length == back && (*hit.row)[position_column] == "before" &&
          !is_article(analysis, hit)) {
        return measure_of(*hit.row, at - back, at);
      }
    }
  }
  return {};
}

namespace {

// "It cost 20 pounds", "a bill of 20 pounds", "20 million pounds" are money; "20 pounds of flour" is weight.
bool is_money(const Analysis& analysis, const Number& number, const Measure& measure) {
  if (measure.unit != "pound-mass" || !fold(analysis.form(measure.end - 1)).starts_with("pound")) return false;
  if (same_sentence(analysis, number.begin, measure.end) && fold(analysis.form(measure.end)) == "of") return false;
  if (number.low >= 1e6) return true;
  for (std::size_t at = number.begin;
       at-- > 0 && number.begin - at <= 4 && same_sentence(analysis, number.begin, at);) {
    if (is_context(analysis, at, "paying")) return true;
  }
  return false;
}

}  // namespace

Measure measure_after(const Analysis& analysis, const Number& number) {
  if (!number.suffix.empty()) return unit_of_suffix(analysis, number);
  Measure measure = unit_behind(analysis, number.end);
  if (is_money(analysis, number, measure)) {
    measure.unit = "pound sterling";
    measure.code = "GBP";
    measure.dimension = "money";
    measure.factor = 1;
  }
  return measure;
}

namespace {

// "per share", "a head", "a dozen": what is no unit of measurement. Without "per" only the common ones are a rate.
bool read_counted_base(const Analysis& analysis, std::size_t base, std::string_view link, Measure& measure) {
  const auto form = fold(analysis.form(base));
  const bool per = link == "per" || link == "/";
  const bool common = form == "share" || form == "person" || form == "head" || form == "game" || form == "dozen";
  if (!(per && analysis.token(base).upos == syntax::Upos::noun) && !common) return false;
  const std::string name = form == "dozen" ? form : std::string(analysis.lemma(base));
  measure.unit += " per " + name;
  measure.dimension += " per count";
  measure.code += "/{" + name + "}";
  measure.end = static_cast<TokenIndex>(base + 1);
  return true;
}

bool may_divide(std::string_view dimension) {
  return dimension == "time" || dimension == "mass" || dimension == "volume" || dimension == "length" ||
         dimension == "area";
}

// One step of a rate; false where none follows.
bool read_one_rate(const Analysis& analysis, std::size_t at, Measure& measure) {
  if (at == 0 || !same_sentence(analysis, at - 1, at)) return false;
  std::size_t link = at;
  if (analysis.form(link) == "-" && same_sentence(analysis, link, link + 1)) ++link;
  const auto word = fold(analysis.form(link));
  const bool per = word == "per" || (word == "/" && analysis.glued_to_next(link));
  if (!per && (measure.unit.find(" per ") != std::string::npos ||
               (word != "a" && word != "an" && word != "each" && word != "every")))
    return false;
  std::size_t base = link + 1;
  if (same_sentence(analysis, link, base) && analysis.form(base) == "-") ++base;
  if (!same_sentence(analysis, link, base)) return false;
  const Hit* hit = unit_at(analysis, base, base);
  if (hit == nullptr) return read_counted_base(analysis, base, word, measure);
  Measure other = measure_of(*hit->row, base, base + hit->length);
  if (points_back(analysis, base + hit->length) || (!per && !may_divide(other.dimension))) return false;
  read_power(analysis, other);
  measure.unit += " per " + other.unit;
  measure.code += "/" + other.code;
  measure.dimension += " per " + other.dimension;
  measure.factor /= other.factor;
  measure.offset = 0;
  measure.end = other.end;
  return true;
}

}  // namespace

TokenIndex read_rate(const Analysis& analysis, std::size_t at, Measure& measure) {
  auto end = static_cast<TokenIndex>(at);
  for (int steps = 0; steps < 2 && read_one_rate(analysis, end, measure); ++steps)
    end = measure.end;  // "per square metre per year"
  return end;
}

}  // namespace corroborate::extraction
