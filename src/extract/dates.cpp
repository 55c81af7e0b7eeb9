// Finds dates: at every token the rules of date_rules.h are tried, the longest match wins.
#include "extract/dates.h"

#include "extract/date_anaphora.h"
#include "extract/date_rules.h"

namespace corroborate::extraction {

std::vector<DateMention> find_dates(const Analysis& analysis) {
  std::vector<DateMention> found;
  for (std::size_t at = 0; at < analysis.size();) {
    std::optional<DateMention> best;
    for (const DateRule rule : date_rules()) {
      auto match = rule(analysis, at);
      if (match && (!best || match->end > best->end)) best = std::move(match);
    }
    if (!best) {
      ++at;
      continue;
    }
    best->begin = static_cast<TokenIndex>(at);
    best->date.span = {analysis.token(at).begin, analysis.token(best->end - 1).end};
    if (best->date.resolved && best->date.basis.empty()) best->date.basis = "stated in full";
    at = best->end;
    found.push_back(std::move(*best));
  }
  link_dates(analysis, found);
  return found;
}

}  // namespace corroborate::extraction
