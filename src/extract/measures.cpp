// Finds units in the lexicon around a number and builds rates from two of them.
#include "extract/measures.h"

#include <algorithm>
#include <charconv>

namespace corroborate::extraction {

namespace {

// Columns of the units table.
constexpr std::size_t name_column = 1, code_column = 2, dimension_column = 3, factor_column = 4, position_column = 5;

bool in_sentence(const Analysis& analysis, std::size_t at, std::size_t other) {
  return other < analysis.size() && analysis.sentence_of(at) == analysis.sentence_of(other);
}

Measure measure_of(const Row& row, std::size_t begin, std::size_t end) {
  Measure measure{std::string(row[name_column]), std::string(row[code_column]), std::string(row[dimension_column]), 1,
                  static_cast<TokenIndex>(begin), static_cast<TokenIndex>(end)};
  std::from_chars(row[factor_column].data(), row[factor_column].data() + row[factor_column].size(), measure.factor);
  return measure;
}

// The row of a unit whose phrase is this one word; `position` is "before" or any other.
const Row* unit_of_word(std::string_view word, bool before) {
  const auto id = lexicon::word_id(fold(word));
  const auto node = id == 0 ? 0 : lexicon::step(lexicon::root, id);
  if (node == 0) return nullptr;
  for (const Row& row : lexicon::rows_at(node)) {
    if (row.table != Table::units || (row[position_column] == "before") != before) continue;
    return &row;
  }
  return nullptr;
}

// Units that are also other words need the right surroundings: one letter is a unit only where it is written on to the
// digits ("5C"), "C" and "W" also after a space in capitals; "second" must be a noun.
bool unit_word_fits(const Analysis& analysis, const Hit& hit, std::size_t from) {
  const auto phrase = hit.row->phrase();
  const bool glued = analysis.glued_to_next(from - 1);
  if (phrase.size() == 1 && !glued) return phrase == "W" && analysis.form(from) == "W";
  if (phrase == "second" || phrase == "minute") {
    return analysis.token(from).upos == syntax::Upos::noun || analysis.token(from).xpos == syntax::Xpos::nn ||
           (analysis.form(from - 1) != "-" && analysis.token(from - 1).upos == syntax::Upos::num);
  }
  return true;
}

// The longest unit that starts at one of two tokens (a hyphen may stand before it).
const Hit* unit_at(const Analysis& analysis, std::size_t at, std::size_t start) {
  const Hit* best = nullptr;
  for (const std::size_t from : {at, start}) {
    for (const Hit& hit : analysis.hits_at(from)) {
      if (hit.row->table != Table::units || (*hit.row)[position_column] == "before") continue;
      if (!unit_word_fits(analysis, hit, from)) continue;
      if (best == nullptr || hit.length > best->length) best = &hit;
    }
  }
  return best;
}

// "74 mph." at the end of a sentence: the full stop is on the word.
Measure with_full_stop(const Analysis& analysis, std::size_t at) {
  const auto form = analysis.form(at);
  if (form.size() < 3 || form.back() != '.') return {};
  const Row* row = unit_of_word(form.substr(0, form.size() - 1), false);
  return row == nullptr ? Measure{} : measure_of(*row, at, at + 1);
}

Measure unit_behind(const Analysis& analysis, std::size_t at) {
  if (at == 0 || !in_sentence(analysis, at - 1, at)) return {};
  std::size_t start = at;
  if (analysis.form(at) == "-" && analysis.glued_to_next(at - 1) && in_sentence(analysis, at, at + 1)) ++start;
  const Hit* best = unit_at(analysis, at, start);
  if (best == nullptr) return with_full_stop(analysis, start);
  return measure_of(*best->row, best->token, best->token + best->length);
}

// "10W", "3923sq m", "1.19degC": letters in the number's own token, perhaps with the words that follow.
Measure unit_of_suffix(const Analysis& analysis, const Number& number) {
  const auto id = lexicon::word_id(fold(number.suffix));
  const auto node = id == 0 ? 0 : lexicon::step(lexicon::root, id);
  if (node == 0) return {};
  if (in_sentence(analysis, number.begin, number.end)) {
    const auto next = lexicon::step(node, lexicon::word_id(fold(analysis.form(number.end))));
    for (const Row& row : next == 0 ? std::span<const Row>{} : lexicon::rows_at(next)) {
      if (row.table == Table::units && row[position_column] != "before") return measure_of(row, number.end, number.end + 1);
    }
  }
  const Row* row = unit_of_word(number.suffix, false);
  return row == nullptr ? Measure{} : measure_of(*row, number.end, number.end);
}

// "a year ago", "a year earlier" behind an amount is when, not how much a year.
bool points_back(const Analysis& analysis, std::size_t at) {
  if (!in_sentence(analysis, at - 1, at)) return false;
  const auto word = fold(analysis.form(at));
  return word == "ago" || word == "earlier" || word == "later" || word == "before" || word == "after";
}

}  // namespace

Measure measure_before(const Analysis& analysis, const Number& number) {
  const std::size_t at = number.begin;
  if (!number.prefix.empty() && number.prefix != "US") {
    const Row* row = unit_of_word(number.prefix, true);
    if (row != nullptr) return measure_of(*row, at, at);
  }
  for (std::size_t back = std::min<std::size_t>(3, at); back >= 1; --back) {
    for (const Hit& hit : analysis.hits_at(at - back)) {
      if (hit.row->table == Table::units && hit.length == back && (*hit.row)[position_column] == "before") {
        return measure_of(*hit.row, at - back, at);
      }
    }
  }
  return {};
}

Measure measure_after(const Analysis& analysis, const Number& number) {
  if (!number.suffix.empty()) return unit_of_suffix(analysis, number);
  return unit_behind(analysis, number.end);
}

TokenIndex read_rate(const Analysis& analysis, std::size_t at, Measure& measure) {
  const auto none = static_cast<TokenIndex>(at);
  if (at == 0 || !in_sentence(analysis, at - 1, at) || measure.unit.find(" per ") != std::string::npos) return none;
  std::size_t link = at;
  if (analysis.form(link) == "-" && in_sentence(analysis, link, link + 1)) ++link;
  const auto word = fold(analysis.form(link));
  const bool per = word == "per" || (word == "/" && analysis.glued_to_next(link));
  if (!per && word != "a" && word != "an" && word != "each" && word != "every") return none;
  std::size_t base = link + 1;
  if (in_sentence(analysis, link, base) && analysis.form(base) == "-") ++base;
  if (!in_sentence(analysis, link, base)) return none;
  const Hit* hit = unit_at(analysis, base, base);
  if (hit == nullptr) {
    const auto form = analysis.form(base);
    const bool counts = per || form == "share" || form == "person" || form == "head" || form == "game";
    if (!counts || analysis.token(base).upos != syntax::Upos::noun) return none;
    measure.unit += " per " + std::string(analysis.lemma(base));
    measure.dimension += " per count";
    measure.code += "/{" + std::string(analysis.lemma(base)) + "}";
    measure.end = static_cast<TokenIndex>(base + 1);
    return measure.end;
  }
  const Measure other = measure_of(*hit->row, base, base + hit->length);
  if (points_back(analysis, base + hit->length)) return none;
  if (!per && other.dimension != "time" && other.dimension != "mass" && other.dimension != "volume" &&
      other.dimension != "length" && other.dimension != "area") {
    return none;
  }
  measure.unit += " per " + other.unit;
  measure.code += "/" + other.code;
  measure.dimension += " per " + other.dimension;
  measure.factor /= other.factor;
  measure.end = static_cast<TokenIndex>(base + hit->length);
  return measure.end;
}

}  // namespace corroborate::extraction
