#include "extract/claims/naming.h"

#include <algorithm>

#include "extract/reading/contexts.h"

namespace corroborate::extraction {

std::string deed_of(const Reading& reading, const Facets& facets) {
  std::string name(nameless);
  if (facets.passage == no_index || facets.governor == no_index) return name;
  const Passage& passage = reading.passages[static_cast<std::size_t>(facets.passage)];
  const PassageWord& word = passage.words[static_cast<std::size_t>(facets.governor)];
  const Analysis& analysis = reading.analysis;
  const std::size_t token = analysis.sentence(passage.sentence).begin + word.at;
  if (is_context(analysis, token, "light") || analysis.longest(Table::cues, token) != nullptr) return name;
  const bool is_word = std::ranges::any_of(word.lemma, [](char c) { return 'a' <= c && c <= 'z'; });  // "72" names none
  return is_word ? word.lemma : name;
}

}  // namespace corroborate::extraction
