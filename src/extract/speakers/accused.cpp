// Tells the participle by the preposition right behind it: whoever accuses names the accused first.
#include "extract/speakers/accused.h"

#include <algorithm>

namespace corroborate::extraction {

namespace {

bool follows_preposition(const Analysis& analysis, std::size_t verb) {
  if (verb + 1 >= analysis.size() || analysis.sentence_of(verb) != analysis.sentence_of(verb + 1)) return false;
  const auto next = analysis.form(verb + 1);
  return folds_to(next, "with") || folds_to(next, "of") || folds_to(next, "over") || folds_to(next, "for");
}

bool is_accused(const Analysis& analysis, const AttributionMention& mention) {
  if (mention.stance != Stance::accuses || mention.source.empty() || mention.cue_range.empty()) return false;
  const auto cue = mention.cue_range;
  if (mention.source.begin >= cue.begin) return false;
  for (std::size_t t = cue.begin; t < cue.end; ++t)
    if (is_verb(analysis, t)) return analysis.form(t).ends_with("ed") && follows_preposition(analysis, t);
  return false;
}

}  // namespace

void drop_accused(const Analysis& analysis, std::vector<AttributionMention>& attributions) {
  std::erase_if(attributions, [&](const AttributionMention& mention) { return is_accused(analysis, mention); });
}

}  // namespace corroborate::extraction
