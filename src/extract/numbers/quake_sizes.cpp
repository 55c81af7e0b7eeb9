// Looks behind a number for a quake, past what may stand between.
#include "extract/numbers/quake_sizes.h"

#include <algorithm>
#include <array>
#include <string_view>

#include "extract/numbers/measures.h"

namespace corroborate::extraction {

namespace {

constexpr double largest = 10;

bool in_sentence(const Analysis& analysis, std::size_t at, std::size_t other) {
  return other < analysis.size() && analysis.sentence_of(at) == analysis.sentence_of(other);
}

bool is_quake(const Analysis& analysis, std::size_t at) {
  const Hit* event = analysis.longest(Table::events, at);
  return event != nullptr && ((*event->row)[2] == "quake" || (*event->row)[2] == "aftershock");
}

// "6.7-strength quake", "6.7 degree quake", "5.6 -magnitude", "4.4 in magnitude".
bool is_size(const Analysis& analysis, std::size_t number_end) {
  constexpr std::array<std::string_view, 2> words = {"strength", "degree"};
  std::size_t at = number_end;
  const auto here = [&] { return in_sentence(analysis, number_end - 1, at); };
  if (here() && folds_to(analysis.form(at), "in") && in_sentence(analysis, at, at + 1))
    return analysis.lemma(at + 1) == "magnitude";
  if (here() && analysis.form(at) == "-") ++at;
  if (here() && analysis.lemma(at) == "magnitude") return true;
  const bool named = here() && std::ranges::find(words, analysis.lemma(at)) != words.end();
  return named && in_sentence(analysis, at, at + 1) && is_quake(analysis, at + 1);
}

}  // namespace

void read_size_of_quake(const Analysis& analysis, QuantityMention& mention) {
  Quantity& quantity = mention.quantity;
  if (quantity.from < 0 || quantity.to > largest || !is_size(analysis, mention.number_end)) return;
  take_measure(unit_called("magnitude"), quantity);
  quantity.counted.clear();
}

}  // namespace corroborate::extraction
