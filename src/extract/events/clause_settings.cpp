// One pass over the tokens, each told to the clause that holds it.
#include "extract/events/clause_settings.h"

#include <algorithm>

namespace corroborate::extraction {

using syntax::Deprel;

ClauseSettings::ClauseSettings(const Analysis& analysis, const Predicates& predicates, const Entities& entities)
    : analysis_(analysis), predicates_(predicates), entities_(entities), periods_(analysis.size()) {
  for (std::size_t token = 0; token < analysis.size(); ++token) {
    read_place(token);
    if (tells_period(token)) periods_[predicates.clause_of(token)] = true;
  }
}

void ClauseSettings::read_place(std::size_t token) {
  const int entity = entities_.of_token(token);
  if (entity == no_index) return;
  const auto place = analysis_.longest(Table::places, token);
  const bool known = place != nullptr;
  if (known ? (*place->row)[2] == "demonym" : entities_.at(entity).kind != EntityKind::place) return;
  const std::size_t clause = predicates_.clause_of(token);
  if ((known || place_in(clause) == no_index) && is_located(token, clause))
    places_[static_cast<TokenIndex>(clause)] = entity;
}

// Within four words up the tree a preposition of place stands in front of it.
bool ClauseSettings::is_located(std::size_t token, std::size_t clause) const {
  constexpr std::string_view in[] = {"in", "near", "at", "outside", "around", "on", "over", "inside"};
  std::size_t at = token;
  for (int steps = 0; steps < 4; ++steps) {
    for (const auto child : analysis_.children(at))
      if (analysis_.token(child).deprel == Deprel::case_ && child < token &&
          std::ranges::find(in, analysis_.lemma(child)) != std::end(in))
        return true;
    if (analysis_.token(at).head < 0 || at == clause) break;
    at = static_cast<std::size_t>(analysis_.token(at).head);
  }
  return false;
}

bool ClauseSettings::tells_period(std::size_t token) const {
  const char first = analysis_.form(token).front();
  if (first != 's' && first != 'S' && first != 'd' && first != 'D' && first != 'o' && first != 'O') return false;
  const std::size_t last = analysis_.size() - 1;
  if (is_word(token, "since")) return analysis_.token(token).deprel == Deprel::case_;
  if (is_word(token, "span")) return true;
  if (is_word(token, "during")) return !is_word(std::min(token + 1, last), "the");
  return is_word(token, "over") && analysis_.sentence_of(std::min(token + 2, last)) == analysis_.sentence_of(token) &&
         (is_recent(token + 1) || (is_word(token + 1, "the") && is_recent(token + 2)));
}

// "over the last ten days", "over past weeks".
bool ClauseSettings::is_recent(std::size_t token) const {
  return is_word(token, "last") || is_word(token, "past") || is_word(token, "recent");
}

bool ClauseSettings::is_word(std::size_t token, std::string_view word) const {
  return token < analysis_.size() && folds_to(analysis_.form(token), word);
}

}  // namespace corroborate::extraction
