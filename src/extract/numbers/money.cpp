// Reads amounts of money whose scale or cents stand behind the currency.
#include "extract/numbers/money.h"

#include <cmath>

#include "extract/numbers/number_rows.h"
#include "extract/numbers/number_words.h"

namespace corroborate::extraction {

Measure read_scaled_currency(const Analysis& analysis, Number& number) {
  const std::size_t at = number.end;
  if (!same_sentence(analysis, number.begin, at) || analysis.form(at).size() != 4 || analysis.form(at)[0] != 'M')
    return {};
  Measure measure = unit_called(analysis.form(at).substr(1));
  if (measure.dimension != "money" || measure.code != analysis.form(at).substr(1)) return {};
  number.low = number.high = scaled(number.low, 1e6);
  measure.begin = static_cast<TokenIndex>(at);
  measure.end = static_cast<TokenIndex>(at + 1);
  return measure;
}

void add_money_tail(const Analysis& analysis, const Measure& measure, QuantityMention& mention) {
  Quantity& quantity = mention.quantity;
  const std::size_t at = mention.end;
  if (measure.dimension != "money" || measure.factor != 1 || quantity.relation != Relation::equal ||
      !same_sentence(analysis, mention.begin, at))
    return;
  if (const Row* scale = number_row(analysis, at, "scale"); scale != nullptr && !is_letter_scale(*scale)) {
    quantity.from = quantity.to = scaled(quantity.from, low_of(*scale));
    ++mention.end;
    return;
  }
  auto cents = read_digit_token(analysis, at);
  if (!cents) cents = read_word_number(analysis, at);
  if (!cents || cents->low < 10 || cents->low > 99 || cents->low != std::floor(cents->low) || !cents->suffix.empty())
    return;
  const bool ends = !same_sentence(analysis, at, cents->end) || analysis.token(cents->end).upos == syntax::Upos::punct;
  if (!ends || quantity.from != std::floor(quantity.from)) return;
  quantity.from = quantity.to = quantity.from + cents->low / 100;
  mention.end = cents->end;
}

}  // namespace corroborate::extraction
