// Quarters, fiscal years, and the periods that finance news names without a number: "the latest quarter",
// "the year-ago period", "the weekend", "the full year".
#include <fmt/format.h>

#include "extract/dates/date_rules.h"
#include "time/civil.h"

namespace corroborate::extraction {

namespace {

bool is_year(int number) { return number >= 1900 && number <= 2100; }

struct Prefix {
  std::size_t end = 0;  // first token behind
  int years = 0;        // "year-ago": -1
  int stated = -1;      // "the 1997 third quarter"
};

// "year-ago", "year-earlier" as three tokens; the first token behind, or `at`.
std::size_t past_year_ago(const Analysis& analysis, std::size_t at) {
  if (!word_is(analysis, at, "year") || !same_sentence(analysis, at, at + 2) || analysis.form(at + 1) != "-") return at;
  return word_is(analysis, at + 2, "ago") || word_is(analysis, at + 2, "earlier") ? at + 3 : at;
}

// "this year's", "last year 's", "next year's": shift in years, and the first token behind; 0 = none.
std::size_t past_possessive_year(const Analysis& analysis, std::size_t at, int& years) {
  const bool last = word_is(analysis, at, "last"), next = word_is(analysis, at, "next"),
             now = word_is(analysis, at, "this");
  if (!(last || next || now) || !word_is(analysis, at + 1, "year") || !same_sentence(analysis, at, at + 2)) return at;
  if (analysis.form(at + 2) != "'s" && analysis.form(at + 2) != "\u2019s") return at;
  years = last ? -1 : next ? 1 : 0;
  return at + 3;
}

Prefix read_prefix(const Analysis& analysis, std::size_t token) {
  Prefix prefix{token};
  if (word_is(analysis, prefix.end, "the")) ++prefix.end;
  int years = 0;
  const std::size_t possessive = past_possessive_year(analysis, prefix.end, years);
  if (possessive != prefix.end) return {possessive, years, -1};
  const std::size_t ago = past_year_ago(analysis, prefix.end);
  if (ago != prefix.end) prefix.years = -1;
  prefix.end = ago;
  if (const int year = whole_number(analysis, prefix.end); is_year(year)) {
    prefix.stated = year;
    ++prefix.end;
  }
  if (word_is(analysis, prefix.end, "fiscal") || word_is(analysis, prefix.end, "comparable")) ++prefix.end;
  if (prefix.end > token && analysis.form(prefix.end - 1) != "-" && prefix.end < analysis.size() &&
      analysis.form(prefix.end) == "-")
    ++prefix.end;
  return prefix;
}

DateMention stated_quarter(int year, int number, std::size_t end) {
  const Days days{time::month_days(year, number * 3 - 2).first, time::month_days(year, number * 3).last};
  return resolved(fmt::format("{:04}-Q{}", year, number), Grain::quarter, days, end, "quarter-year");
}

DateMention shifted_quarter(int shift, std::size_t end, std::string rule) {
  return referring("XXXX-QX", Grain::quarter, {.shift_grain = Grain::quarter, .shift = shift}, end, std::move(rule));
}

DateMention lasting(std::string value, std::size_t end, std::string rule) {
  DateMention mention;
  mention.date.type = TimexType::duration;
  mention.date.value = std::move(value);
  mention.date.grain = Grain::vague;
  mention.date.rule = std::move(rule);
  mention.end = static_cast<TokenIndex>(end);
  return mention;
}

}  // namespace

// "the third quarter", "third-quarter", "first quarter of 2009", "the 1997 third quarter", "last year's fourth quarter"
std::optional<DateMention> quarter(const Analysis& analysis, std::size_t token) {
  const Prefix prefix = read_prefix(analysis, token);
  std::size_t at = prefix.end;
  if (!same_sentence(analysis, token, at + 1)) return std::nullopt;
  const Hit* ordinal = calendar_hit(analysis, at, "ordinal");
  if (ordinal == nullptr || calendar_number(*ordinal) > 4) return std::nullopt;
  const bool hyphen = analysis.form(at + 1) == "-";
  const bool fiscal = !hyphen && (word_is(analysis, at + 1, "fiscal") ||
                                  word_is(analysis, at + 1, "financial"));  // "its first fiscal quarter"
  const std::size_t noun = at + (hyphen || fiscal ? 2 : 1);
  if (!word_is(analysis, noun, "quarter") || !same_sentence(analysis, token, noun)) return std::nullopt;
  if (hyphen && word_is(analysis, token, "the")) return std::nullopt;  // the article belongs to what follows
  const int number = calendar_number(*ordinal);
  if (prefix.stated > 0) return stated_quarter(prefix.stated, number, noun + 1);
  const std::size_t year_at = word_is(analysis, noun + 1, "of") ? noun + 2 : noun + 1;
  const int stated = same_sentence(analysis, token, year_at) ? whole_number(analysis, year_at) : -1;
  if (is_year(stated)) return stated_quarter(stated, number, year_at + 1);
  // Results are told of quarters gone by, plans of those ahead in the same year.
  const bool possessive = word_is(analysis, prefix.end - (prefix.end > token ? 1u : 0u), "'s");
  const bool ahead = possessive || direction_at(analysis, noun) == Direction::future;
  return referring(
      fmt::format("XXXX-Q{}", number), Grain::quarter,
      {.direction = ahead ? Direction::none : Direction::past, .shift = prefix.years, .month = number * 3 - 2},
      noun + 1, prefix.years < 0 ? "quarter-before" : "quarter");
}

// "the quarter", "the latest period", "the year-ago quarter", "the 1988 quarter", "the full year", "the weekend"
std::optional<DateMention> unnamed_period(const Analysis& analysis, std::size_t token) {
  if (!word_is(analysis, token, "the")) {
    const std::size_t ago = past_year_ago(analysis, token);
    if (ago == token) return std::nullopt;
    return referring("XXXX", Grain::year, {.shift_grain = Grain::year, .shift = -1}, ago, "year-ago");
  }
  const Prefix prefix = read_prefix(analysis, token);
  std::size_t at = prefix.end;
  const bool latest = word_is(analysis, at, "latest");
  if (latest) ++at;
  const bool whole = word_is(analysis, at, "full") || word_is(analysis, at, "current");
  if (whole) ++at;
  if (word_is(analysis, at, "fiscal")) ++at;
  if (!same_sentence(analysis, token, at)) return std::nullopt;
  const bool part = word_is(analysis, at, "quarter") && same_sentence(analysis, token, at + 1) &&
                    (analysis.form(at + 1) == "-" || analysis.longest(Table::units, at + 1) != nullptr);
  if (part) return std::nullopt;  // "the quarter-century", "the quarter mile"
  const bool period =
      word_is(analysis, at, "quarter") || (word_is(analysis, at, "period") && (latest || prefix.years != 0));
  if (period && prefix.stated < 0) {
    return shifted_quarter(-1 + 4 * prefix.years, at + 1, prefix.years < 0 ? "the-quarter-before" : "the-quarter");
  }
  if (word_is(analysis, at, "weekend")) {
    return referring("XXXX-WXX-WE", Grain::week, {.shift_grain = Grain::week, .shift = -1}, at + 1, "the-weekend");
  }
  if (word_is(analysis, at, "year") && prefix.stated < 0 && past_year_ago(analysis, at) == at &&
      !word_is(analysis, at + 1, "before")) {
    if (whole)
      return referring("XXXX", Grain::year, {.shift_grain = Grain::year}, at + 1, "this-unit");  // "for the full year"
    return lasting("P1Y", at + 1, "the-year");
  }
  return std::nullopt;
}

// "fiscal 1989"
std::optional<DateMention> fiscal_year(const Analysis& analysis, std::size_t token) {
  if (!word_is(analysis, token, "fiscal") || !same_sentence(analysis, token, token + 1)) return std::nullopt;
  const std::size_t at = word_is(analysis, token + 1, "year") ? token + 2 : token + 1;
  const int year = same_sentence(analysis, token, at) ? whole_number(analysis, at) : -1;
  if (!is_year(year)) return std::nullopt;
  return resolved(fmt::format("{:04}", year), Grain::year, time::year_days(year), at + 1, "fiscal-year");
}

}  // namespace corroborate::extraction
