// Tells scores from ranges by their order and by the words of a contest around them.
#include "extract/numbers/scores.h"

#include <algorithm>
#include <cmath>

#include "extract/numbers/measures.h"
#include "extract/numbers/number_rows.h"
#include "extract/reading/contexts.h"

namespace corroborate::extraction {

namespace {

constexpr double highest_score = 199;  // "a 747-400" and "911-203" are codes

// A word of kind in the five tokens before the number, or in the two behind the pair.
bool is_among(const Analysis& analysis, std::size_t begin, std::size_t end, std::string_view kind) {
  for (std::size_t at = begin; at-- > 0 && begin - at <= 5 && same_sentence(analysis, begin, at);) {
    if (is_context(analysis, at, kind)) return true;
  }
  for (std::size_t at = end; at < end + 2 && same_sentence(analysis, begin, at); ++at) {
    if (is_context(analysis, at, kind)) return true;
  }
  return false;
}

bool is_plain(const Number& number) {
  return number.in_digits && number.suffix.empty() && number.prefix.empty() && number.end == number.begin + 1u &&
         number.low == std::floor(number.low) && number.low >= 0;
}

Score score_of(const Number& a, const Number& b, bool is_value) {
  return {std::min(a.low, b.low), std::max(a.low, b.low), b.end, is_value};
}

// "3-1": a dash written on to both.
bool is_tight_dash(const Analysis& analysis, std::size_t at) {
  return (analysis.form(at) == "-" || analysis.form(at) == "\u2013") && analysis.glued_to_next(at - 1) &&
         analysis.glued_to_next(at);
}

// "the 4-4-2 formation", "90-60-90": more than two.
bool goes_on(const Analysis& analysis, std::size_t end) {
  return same_sentence(analysis, end - 1, end + 1) && is_tight_dash(analysis, end) &&
         read_digits(analysis.form(end + 1)).length > 0;
}

bool is_capital(const Analysis& analysis, std::size_t at) {
  const char first = analysis.form(at)[0];
  return first >= 'A' && first <= 'Z' && analysis.longest(Table::calendar, at) == nullptr;
}

// "the 24-7 Bakery", where no word of a contest stands by.
bool opens_name(const Analysis& analysis, std::size_t at) {
  return same_sentence(analysis, at - 1, at) && is_capital(analysis, at) && analysis.form(at).size() > 1;
}

// Capitals from `at` on, `step` 1 or -1 at a time: the first token that is none; `at` itself where there are too many.
std::size_t past_capitals(const Analysis& analysis, std::size_t at, int step) {
  constexpr int longest_side = 3;  // words of "West Bromwich Albion"
  std::size_t next = at;
  for (int words = 0; words <= longest_side; ++words) {
    if (!same_sentence(analysis, at, next) || !is_capital(analysis, next)) return next;
    next += static_cast<std::size_t>(step);
  }
  return at;
}

// Nothing or a mark: where a result by itself begins and ends.
bool is_bound(const Analysis& analysis, std::size_t inside, std::size_t at) {
  return !same_sentence(analysis, inside, at) || analysis.token(at).upos == syntax::Upos::punct;
}

std::optional<Score> read_dashed(const Analysis& analysis, const Number& number, bool in_contest) {
  const auto other = read_number(analysis, number.end + 1u);
  if (!other || !is_plain(*other)) return std::nullopt;
  const bool season = number.low >= 1900 && number.low <= 2100 && other->low < 100;
  if (season) return score_of(number, *other, false);
  const bool falls = number.low >= other->low;
  const bool contest = in_contest || is_among(analysis, number.begin, other->end, "contest");
  const bool counts =
      same_sentence(analysis, number.begin, other->end) && analysis.token(other->end).xpos == syntax::Xpos::nns;
  if (!falls && (!contest || counts)) return std::nullopt;  // "won 10-15 seats"
  if (measure_after(analysis, *other).unit.size() + measure_before(analysis, number).unit.size() > 0)
    return std::nullopt;
  const bool halves = number.low == 50 && other->low == 50;  // "a 50-50 chance"
  const bool named = !contest && opens_name(analysis, other->end);
  const bool value = !halves && !named && (contest || number.low <= highest_score) && !goes_on(analysis, other->end);
  return score_of(number, *other, value);
}

// "The score was 3 to 2", "voted 212 to 198"; "odds of 20 to 1" are a chance, "from 212 to 198" a way down.
std::optional<Score> read_spoken(const Analysis& analysis, const Number& number) {
  const auto other = read_number(analysis, number.end + 1u);
  if (!other || other->kind != NumberKind::cardinal || number.kind != NumberKind::cardinal) return std::nullopt;
  const bool rivalry = is_among(analysis, number.begin, number.begin, "rivalry");
  const bool from = number.begin > 0 && word_is(analysis, number.begin - 1u, "from");
  const bool contest = is_among(analysis, number.begin, number.begin, "contest") && number.low > other->low && !from &&
                       is_plain(number) && is_plain(*other);
  if (!rivalry && !contest) return std::nullopt;
  return score_of(number, *other, contest);
}

}  // namespace

std::optional<Score> read_result(const Analysis& analysis, const Number& number) {
  if (!is_plain(number) || number.begin == 0 || number.low > highest_score) return std::nullopt;
  const std::size_t before = number.begin - 1u;
  const std::size_t left = past_capitals(analysis, before, -1);
  if (left == before || !is_bound(analysis, number.begin, left)) return std::nullopt;
  const std::size_t right = past_capitals(analysis, number.end, 1);
  if (right == number.end || !same_sentence(analysis, number.begin, right)) return std::nullopt;
  const auto other = read_number(analysis, right);
  if (!other || !is_plain(*other) || other->low > highest_score) return std::nullopt;
  return is_bound(analysis, right, other->end) ? std::optional(score_of(number, *other, true)) : std::nullopt;
}

std::optional<Score> read_score_behind_name(const Analysis& analysis, const Number& number) {
  if (!is_plain(number) || number.low > highest_score || !same_sentence(analysis, number.begin, number.end + 1u) ||
      !is_tight_dash(analysis, number.end))
    return std::nullopt;
  const auto score = read_dashed(analysis, number, false);
  const bool value = score && score->is_value && is_among(analysis, number.begin, score->end, "contest");
  return value ? score : std::nullopt;
}

std::optional<Score> read_score(const Analysis& analysis, const Number& number, bool in_contest) {
  const std::size_t link = number.end;
  if (!same_sentence(analysis, number.begin, link + 1)) return std::nullopt;
  if (word_is(analysis, link, "to")) return read_spoken(analysis, number);
  if (!is_plain(number) || !is_tight_dash(analysis, link)) return std::nullopt;
  return read_dashed(analysis, number, in_contest);
}

}  // namespace corroborate::extraction
