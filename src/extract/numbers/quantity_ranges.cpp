// Reads the two ends of a range, with currency signs, units and scales that they share.
#include "extract/numbers/quantity_ranges.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <optional>
#include <string>

#include "extract/numbers/hedges.h"
#include "extract/reading/contexts.h"

namespace corroborate::extraction {

namespace {

// The word before a number, hedges and an article between them not counted: "between about 5 and 7".
std::string opening_word(const Analysis& analysis, std::size_t begin) {
  std::size_t at = begin;
  for (int stacked = 0; stacked < 2 && at > 0 && hedge_before(analysis, at) != nullptr; ++stacked)
    at = hedge_before(analysis, at)->token;
  return at > 0 && same_sentence(analysis, begin, at - 1) ? fold(analysis.form(at - 1)) : std::string{};
}

// The second number of a range, past a currency sign.
std::optional<Number> read_far_end(const Analysis& analysis, const std::vector<bool>& taken, std::size_t start) {
  for (std::size_t at = start; at < start + 3 && same_sentence(analysis, start, at); ++at) {
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
bool join_ends(const Analysis& analysis, const Number& number, const Number& other, Quantity& quantity,
               bool any_order) {
  double low = number.low;
  const double high = other.low;
  const bool wide = fold(analysis.form(number.end)) == "or" && high > 3 * low;  // "one or 200"
  if (high >= 1000 && low < 1000 && low > 0) {
    double scale = 1;
    while (scale * 10 <= high / low) scale *= 10;
    const auto plain = read_digits(analysis.form(other.begin));
    if (plain.length > 0 && plain.value > 0 && low <= plain.value && plain.value < high)
      low *= high / plain.value;
    else if (plain.length == 0 && !number.in_digits && other.end > other.begin + 1)
      low *= scale_of(analysis, other);
  }
  if (wide || low == high || (low > high && !any_order)) return false;
  quantity.from = std::min(low, high);
  quantity.to = std::max(low, high);
  quantity.relation = Relation::range;
  return true;
}

}  // namespace

namespace {

// "2,000.45±0.01", "9.8 +/- 0.1": the figure and what it may be off by. False where no such mark follows.
bool read_tolerance(const Analysis& analysis, Number& number, Quantity& quantity) {
  std::size_t at = number.end;
  if (!same_sentence(analysis, number.begin, at + 1)) return false;
  const bool mark = analysis.form(at) == "\u00b1";
  const bool spelled = same_sentence(analysis, at, at + 3) && analysis.form(at) == "+" &&
                       analysis.form(at + 1) == "/" && analysis.form(at + 2) == "-";
  if (!mark && !spelled) return false;
  at += mark ? 1 : 3;
  const auto tolerance = read_number(analysis, at);
  if (!tolerance || !tolerance->in_digits || tolerance->low >= std::abs(number.low)) return false;
  quantity.from = number.low - tolerance->low;
  quantity.to = number.low + tolerance->low;
  quantity.relation = Relation::range;
  number.end = tolerance->end;
  number.suffix = tolerance->suffix;
  return true;
}

// A word of change right in front: "rose 3 percent to 20 percent", "rose from 12 to 14".
bool ends_change(const Analysis& analysis, std::size_t first) {
  if (first == 0 || !same_sentence(analysis, first, first - 1)) return false;
  const Hit* change = analysis.longest_before(Table::changes, first);
  return change != nullptr && change->token + change->length == first;
}

// What joins the two ends: a dash, "to", "or", the "and" of "between", the "up to" of "from".
struct Link {
  std::size_t at = 0, start = 0;  // its first token; where the far end starts
  bool dash = false, loose = false, any_order = false;
};

std::optional<Link> read_link(const Analysis& analysis, std::size_t at, const std::string& opener) {
  const auto word = fold(analysis.form(at));
  Link link{at, at + 1};
  link.dash = word == "-" || word == "\u2013" || word == "\u2014";
  link.loose = link.dash && !analysis.glued_to_next(at);
  const bool apart = opener == "between" && word == "and";
  const bool upto =
      opener == "from" && word == "up" && same_sentence(analysis, at, at + 1) && fold(analysis.form(at + 1)) == "to";
  if (word == "to" && opener == "by") return std::nullopt;  // "rose by 3 percent to 20 percent"
  if (!link.dash && word != "to" && word != "or" && !apart && !upto) return std::nullopt;
  if (upto) ++link.start;
  link.any_order = opener == "from" || apart;
  const std::size_t sign = link.start;
  if (same_sentence(analysis, at, sign) && analysis.form(sign) == "-" && analysis.glued_to_next(sign)) {
    const bool negative = !analysis.glued_to_next(sign - 1) && !link.dash;  // "from -5 to -2"
    if (!negative) ++link.start;
  }
  return link;
}

}  // namespace

// "62 to 83", "three or four", "10-15", "between 5% and 7%", "from 5.6 to 5.2 percent", "$3 million to $4 million".
// Widens number and mention to the far end; the unit that stands between the two ends, if any.
Measure read_range(const Analysis& analysis, const std::vector<bool>& taken, Number& number, QuantityMention& mention) {
  const bool no_range =
      number.kind == NumberKind::zero || number.kind == NumberKind::vague || number.kind == NumberKind::fraction;
  if (no_range || !same_sentence(analysis, number.begin, number.end + 1)) return {};
  if (read_tolerance(analysis, number, mention.quantity)) return {};
  const Measure before = measure_before(analysis, number);
  Measure middle = measure_after(analysis, number);
  Measure near = before.unit.empty() ? middle : before;
  std::size_t at = middle.unit.empty() ? number.end : std::max<std::size_t>(middle.end, number.end);
  if (!near.unit.empty()) at = read_rate(analysis, at, near);  // "$240 per kg to $410 per kg"
  if (!same_sentence(analysis, number.begin, at)) return {};
  const bool hanging = middle.unit.empty() && analysis.form(at) == "-" && !analysis.glued_to_next(at) &&
                       analysis.glued_to_next(at - 1) &&  // "8- to 16-meter", not "$140- $150"
                       same_sentence(analysis, at, at + 1) && analysis.token(at + 1).upos != syntax::Upos::sym;
  if (hanging) ++at;
  if (!same_sentence(analysis, number.begin, at + 1)) return {};
  const std::size_t first = before.unit.empty() ? number.begin : before.begin;
  const auto opener = opening_word(analysis, first);
  const auto link = read_link(analysis, at, opener);
  const auto word = fold(analysis.form(at));
  if (!link || (word == "or" && (hanging || !middle.unit.empty()))) return {};
  if (word == "to" && opener != "from" && ends_change(analysis, first)) return {};
  const auto other = read_far_end(analysis, taken, link->start);
  if (!other) return {};
  const Measure after = measure_after(analysis, *other), sign = measure_before(analysis, *other);
  Measure far = sign.unit.empty() ? after : sign;
  if (!far.unit.empty()) read_rate(analysis, std::max(far.end, other->end), far);
  if (link->loose && far.unit.empty() && !link->any_order) return {};  // "40 - 50 years old"
  const bool same = near.unit == far.unit || far.unit.starts_with(near.unit + " per ");
  if (!near.unit.empty() && !far.unit.empty() && !same) return {};
  const bool shares = !before.unit.empty() && link->dash && !link->loose;  // "$1-2bn"
  if (!near.unit.empty() && far.unit.empty() && !link->any_order && !shares) return {};
  if (near.unit.empty() && !sign.unit.empty()) return {};
  const bool falls = word == "to" && !near.unit.empty() && same;  // "1.3 amperes to 0.3 amperes"
  if (!join_ends(analysis, number, *other, mention.quantity, link->any_order || falls)) return {};
  const bool changes = word == "to" && first > 0 && word_is(analysis, first - 1, "from");
  if (changes && ends_change(analysis, first - 1)) mention.ends_at = other->low;
  number.end = other->end;
  number.suffix = other->suffix;
  mention.end = other->end;
  return after.unit.empty() ? middle : Measure{};
}

namespace {

bool bounds_below(Relation relation) { return relation == Relation::more || relation == Relation::at_least; }
bool bounds_above(Relation relation) { return relation == Relation::less || relation == Relation::at_most; }

}  // namespace

bool join_bounds(const Analysis& analysis, QuantityMention& first, const QuantityMention& second) {
  Quantity& quantity = first.quantity;
  const Quantity& other = second.quantity;
  const bool rising = bounds_below(quantity.relation) && bounds_above(other.relation);
  const bool falling = bounds_above(quantity.relation) && bounds_below(other.relation);
  if ((!rising && !falling) || second.begin != first.end + 1u || !same_sentence(analysis, first.begin, second.begin))
    return false;
  const auto word = fold(analysis.form(first.end));
  if (word != "and" && word != "but") return false;
  if (!quantity.unit.empty() && quantity.unit != other.unit) return false;
  const double low = rising ? quantity.from : other.from, high = rising ? other.to : quantity.to;
  if (low >= high) return false;
  Interval interval{std::max(quantity.interval.low, other.interval.low),
                    std::min(quantity.interval.high, other.interval.high)};
  const auto begin = first.begin;
  const auto span = quantity.span;
  first = second;
  first.begin = first.number_begin = begin;
  first.quantity.span.begin = span.begin;
  first.quantity.from = low;
  first.quantity.to = high;
  first.quantity.interval = interval;
  first.quantity.relation = Relation::range;
  return true;
}

}  // namespace corroborate::extraction
