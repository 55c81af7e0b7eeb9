// Reads the two ends of a range, with currency signs, units and scales that they share.
#include "extract/quantity_ranges.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <string>

#include "extract/hedges.h"

namespace corroborate::extraction {

namespace {

bool in_sentence(const Analysis& analysis, std::size_t at, std::size_t other) {
  return other < analysis.size() && analysis.sentence_of(at) == analysis.sentence_of(other);
}

// The word before a number, hedges and an article between them not counted: "between about 5 and 7".
std::string opening_word(const Analysis& analysis, std::size_t begin) {
  std::size_t at = begin;
  for (int stacked = 0; stacked < 2 && at > 0 && hedge_before(analysis, at) != nullptr; ++stacked) at = hedge_before(analysis, at)->token;
  return at > 0 && in_sentence(analysis, begin, at - 1) ? fold(analysis.form(at - 1)) : std::string{};
}

// The second number of a range, past a currency sign.
std::optional<Number> read_far_end(const Analysis& analysis, const std::vector<bool>& taken, std::size_t start) {
  for (std::size_t at = start; at < start + 3 && in_sentence(analysis, start, at); ++at) {
    auto number = read_number(analysis, at);
    if (number) {
      const bool direct = at == start || measure_before(analysis, *number).begin == start;
      return direct && number->kind == NumberKind::cardinal && !taken[at] ? number : std::nullopt;
    }
  }
  return std::nullopt;
}

// The scale that "five thousand" ends in; 1 where its last word is no scale.
double scale_of(const Analysis& analysis, const Number& number) {
  for (const Hit& hit : analysis.hits_at(number.end - 1)) {
    if (hit.row->table != Table::numbers || (*hit.row)[1] != "scale") continue;
    const auto cell = (*hit.row)[2];
    double scale = 1;
    std::from_chars(cell.data(), cell.data() + cell.size(), scale);
    return scale;
  }
  return 1;
}

// False when the two are no range. A shared scale belongs to both: "two to three million", "four to five thousand".
bool join_ends(const Analysis& analysis, const Number& number, const Number& other, Quantity& quantity, bool any_order) {
  double low = number.low;
  const double high = other.low;
  const bool wide = fold(analysis.form(number.end)) == "or" && high > 3 * low;  // "one or 200"
  if (high >= 1000 && low < 1000 && low > 0) {
    double scale = 1;
    while (scale * 10 <= high / low) scale *= 10;
    const auto plain = read_digits(analysis.form(other.begin));
    if (plain.length > 0 && plain.value > 0 && low <= plain.value && plain.value < high) low *= high / plain.value;
    else if (plain.length == 0 && !number.in_digits && other.end > other.begin + 1) low *= scale_of(analysis, other);
  }
  if (wide || low == high || (low > high && !any_order)) return false;
  quantity.from = std::min(low, high);
  quantity.to = std::max(low, high);
  quantity.relation = Relation::range;
  return true;
}

}  // namespace

// "2-2 on aggregate", "a 9-2 lead", "2014-15": scores and seasons; the first token behind, or the number's own.
std::size_t past_score(const Analysis& analysis, const Number& number) {
  const std::size_t link = number.end;
  if (!number.in_digits || !number.suffix.empty() || number.end != number.begin + 1 || !in_sentence(analysis, number.begin, link + 1)) return number.begin;
  const bool dash = (analysis.form(link) == "-" || analysis.form(link) == "\u2013") && analysis.glued_to_next(link - 1) &&
                    analysis.glued_to_next(link);
  const auto other = dash ? read_number(analysis, link + 1) : std::nullopt;
  if (!other || !other->in_digits || !other->suffix.empty() || other->low != std::floor(other->low)) return number.begin;
  const bool season = number.low >= 1900 && number.low <= 2100 && other->low < 100;
  if (!season && number.low < other->low) return number.begin;
  if (!season && measure_after(analysis, *other).unit.size() + measure_before(analysis, number).unit.size() > 0) return number.begin;
  return other->end;
}

// "62 to 83", "three or four", "10-15", "between 5% and 7%", "from 4.8 to 4.7 percent", "$3 million to $4 million".
// Widens number and mention to the far end; the unit that stands between the two ends, if any.
Measure read_range(const Analysis& analysis, const std::vector<bool>& taken, Number& number, QuantityMention& mention) {
  const bool no_range = number.kind == NumberKind::zero || number.kind == NumberKind::vague || number.kind == NumberKind::fraction;
  if (no_range || !in_sentence(analysis, number.begin, number.end + 1)) return {};
  const Measure before = measure_before(analysis, number);
  Measure middle = measure_after(analysis, number);
  std::size_t link = middle.unit.empty() ? number.end : std::max<std::size_t>(middle.end, number.end);
  const bool hanging = middle.unit.empty() && analysis.form(link) == "-" && !analysis.glued_to_next(link);  // "8- to 16-meter"
  if (hanging) ++link;
  if (!in_sentence(analysis, number.begin, link + 1)) return {};
  const auto word = fold(analysis.form(link));
  const std::size_t first = before.unit.empty() ? number.begin : before.begin;
  const auto opener = opening_word(analysis, first);
  const bool dash = word == "-" || word == "\u2013" || word == "\u2014";
  const bool apart = opener == "between" && word == "and";
  const bool upto = opener == "from" && word == "up" && fold(analysis.form(link + 1)) == "to";
  if (word == "to" && opener == "by") return {};  // "rose by 3 percent to 20 percent"
  if (!dash && word != "to" && word != "or" && !apart && !upto) return {};
  if (word == "or" && (hanging || !middle.unit.empty())) return {};
  std::size_t start = link + (upto ? 2 : 1);
  if (in_sentence(analysis, link, start) && analysis.form(start) == "-" && analysis.glued_to_next(start)) ++start;
  const auto other = read_far_end(analysis, taken, start);
  if (!other || (dash && !analysis.glued_to_next(link))) return {};
  const Measure after = measure_after(analysis, *other), sign = measure_before(analysis, *other);
  const std::string& far = sign.unit.empty() ? after.unit : sign.unit;
  const std::string& near = before.unit.empty() ? middle.unit : before.unit;
  if (!near.empty() && !far.empty() && near != far) return {};
  if (!near.empty() && far.empty() && opener != "from" && !apart) return {};
  if (near.empty() && !sign.unit.empty()) return {};
  if (!join_ends(analysis, number, *other, mention.quantity, opener == "from" || apart)) return {};
  number.end = other->end;
  number.suffix = other->suffix;
  mention.end = other->end;
  return after.unit.empty() ? middle : Measure{};
}

}  // namespace corroborate::extraction
