// Reads the direction of change from the words beside a figure, with the table of change words.
#include "extract/numbers/trend.h"

#include <algorithm>

#include "extract/numbers/number_rows.h"

namespace corroborate::extraction {

namespace {

using syntax::Upos;

// Columns of the changes table.
constexpr std::size_t pos_column = 1, trend_column = 2, scope_column = 3;

// "lost 190 points" is a fall, "lost 12 soldiers" is none.
bool is_relative(const Quantity& quantity) {
  return quantity.dimension == "ratio" || quantity.counted == "point" || quantity.unit == "point";
}

Trend change_at(const Analysis& analysis, std::size_t at, std::string_view pos, const Quantity& quantity) {
  for (const Hit& hit : analysis.hits_at(at)) {
    if (hit.row->table != Table::changes || (*hit.row)[pos_column] != pos || hit.length != 1) continue;
    if ((*hit.row)[scope_column] == "ratio" && !is_relative(quantity)) continue;
    return (*hit.row)[trend_column] == "up" ? Trend::up : Trend::down;
  }
  return Trend::none;
}

// The verb that "by" belongs to stands at most eight tokens before it ("grow sales of boots by 35 percent").
Trend before_by(const Analysis& analysis, std::size_t by, const Quantity& quantity) {
  for (std::size_t back = 1; back <= 8 && back <= by; ++back) {
    const std::size_t at = by - back;
    if (!same_sentence(analysis, by, at) || analysis.form(at) == "," || analysis.form(at) == ";") break;
    for (const std::string_view pos : {"verb", "adv"}) {
      if (pos == "verb" && analysis.token(at).upos != Upos::verb && analysis.token(at).upos != Upos::noun) continue;
      if (const Trend trend = change_at(analysis, at, pos, quantity); trend != Trend::none) return trend;
    }
  }
  return Trend::none;
}

bool may_stand_between(std::string_view word) {
  return word == "a" || word == "an" || word == "another" || word == "further" || word == "only" || word == "just" ||
         word == "sharply" || word == "slightly" || word == "some" || word == "about" || word == "to";
}

// "or 0.6%", ", 0.6%" after "lost 190 points"; "Burlington by 2.6%" after "were down 2.3%".
bool continues(const Analysis& analysis, const QuantityMention& mention, const QuantityMention& previous) {
  if (mention.quantity.dimension != "ratio" && !is_relative(mention.quantity)) return false;
  const auto word = fold(analysis.form(mention.begin - 1));
  if (word == "by") return true;
  return (word == "or" || word == "and" || word == "(") && mention.begin <= previous.end + 4u;
}

}  // namespace

Trend trend_of(const Analysis& analysis, const QuantityMention& mention, const QuantityMention* previous) {
  const Quantity& quantity = mention.quantity;
  std::size_t at = mention.begin;
  while (at > 0 && same_sentence(analysis, mention.begin, at - 1)) {
    const auto word = fold(analysis.form(at - 1));
    if (word == "to" && analysis.token(at - 1).upos == Upos::adp) break;  // "to 64 percent" is where it ends
    if (!may_stand_between(word) || analysis.longest(Table::changes, at - 1) != nullptr) break;
    --at;
  }
  if (at > 0 && same_sentence(analysis, mention.begin, at - 1)) {
    for (const std::string_view pos : {"verb", "adv"}) {
      if (const Trend trend = change_at(analysis, at - 1, pos, quantity); trend != Trend::none) return trend;
    }
    if (fold(analysis.form(at - 1)) == "by") {
      if (const Trend trend = before_by(analysis, at - 1, quantity); trend != Trend::none) return trend;
    }
  }
  if (previous != nullptr && mention.begin > 0 && continues(analysis, mention, *previous))
    return previous->quantity.trend;
  return Trend::none;
}

}  // namespace corroborate::extraction
