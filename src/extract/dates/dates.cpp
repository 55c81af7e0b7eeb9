// Finds dates: at every token the rules of date_rules.h are tried, the longest match wins.
#include "extract/dates/dates.h"

#include "extract/dates/date_anaphora.h"
#include "extract/dates/date_rules.h"

namespace corroborate::extraction {

namespace {

constexpr std::size_t longest_opening = 8;  // tokens before the first telling one: "less than the first two and a half"

// A row of the calendar or a number starts here; every expression holds one.
bool tells_time(const Analysis& analysis, std::size_t token) {
  const char first = analysis.form(token).front();
  if ((first >= '0' && first <= '9') || analysis.form(token).starts_with("mid-") ||
      analysis.form(token).ends_with("0s"))  // "'90s"
    return true;
  for (const Hit& hit : analysis.hits_at(token))
    if (hit.row->table == Table::calendar || hit.row->table == Table::numbers) return true;
  return false;
}

// For every token, how far it is to the next that tells a time.
std::vector<std::uint8_t> distances_to_time(const Analysis& analysis) {
  std::vector<std::uint8_t> distances(analysis.size());
  std::uint8_t distance = longest_opening + 1;
  for (std::size_t at = analysis.size(); at-- > 0;) {
    if (tells_time(analysis, at)) distance = 0;
    distances[at] = distance;
    if (distance <= longest_opening) ++distance;
  }
  return distances;
}

}  // namespace

std::vector<DateMention> find_dates(const Analysis& analysis, std::size_t most) {
  std::vector<DateMention> found;
  const auto distances = distances_to_time(analysis);
  for (std::size_t at = 0; at < analysis.size() && found.size() < most;) {
    std::optional<DateMention> best;
    if (distances[at] > longest_opening) {
      ++at;
      continue;
    }
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
