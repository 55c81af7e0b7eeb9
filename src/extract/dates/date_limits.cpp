// Recognises limits by the word in front.
#include "extract/dates/date_limits.h"

namespace corroborate::extraction {

bool is_limit(const Analysis& analysis, const DateMention& mention) {
  if (mention.begin == 0 || (mention.end < analysis.size() && analysis.token(mention.end).upos == syntax::Upos::part))
    return false;
  const auto word = fold(analysis.form(mention.begin - 1));
  return word == "by" || (word == "of" && mention.begin > 1 && folds_to(analysis.form(mention.begin - 2), "as"));
}

}  // namespace corroborate::extraction
