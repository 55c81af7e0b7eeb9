// A date with a word of position before it: "early 1990", "mid-November", "the end of October", "late yesterday".
#include "extract/dates/date_rules.h"

namespace corroborate::extraction {

namespace {

struct Position {
  std::size_t end = 0;  // first token behind; 0 = none
  std::string_view mod;
};

Position read_position(const Analysis& analysis, std::size_t token) {
  std::size_t at = token;
  const bool article = word_is(analysis, at, "the");
  if (article) ++at;
  if (at >= analysis.size()) return {};
  const auto word = fold(analysis.form(at));
  const std::string_view mod = word == "early" || word == "earlier" || word == "beginning" || word == "start" ? "START"
                               : word == "late" || word == "later" || word == "end"                           ? "END"
                               : word == "mid" || word == "middle"                                            ? "MID"
                                                                                                              : "";
  if (mod.empty() || !same_sentence(analysis, token, ++at)) return {};
  const bool noun = word == "beginning" || word == "start" || word == "end" || word == "middle";
  if (noun) return article && word_is(analysis, at, "of") ? Position{at + 1, mod} : Position{};
  if (analysis.form(at) == "-" && article) return {};  // "the late-November trip": the article is the trip's
  if (analysis.form(at) == "-") ++at;
  return {at, mod};
}

}  // namespace

std::optional<DateMention> modified(const Analysis& analysis, std::size_t token) {
  const Position position = read_position(analysis, token);
  if (position.end == 0 || !same_sentence(analysis, token, position.end)) return std::nullopt;
  std::optional<DateMention> best;
  for (const DateRule rule : plain_date_rules()) {
    auto match = rule(analysis, position.end);
    if (match && (!best || match->end > best->end)) best = std::move(match);
  }
  const bool comparative = analysis.form(position.end - 1).ends_with("er");  // "earlier today" is some time of the day
  if (best && !(comparative && best->date.grain == Grain::day)) best->date.mod = position.mod;
  return best;
}

}  // namespace corroborate::extraction
