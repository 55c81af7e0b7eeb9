// Years and decades, in digits and in words.
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>

#include "extract/dates/date_rules.h"
#include "extract/numbers/numbers.h"
#include "time/civil.h"

namespace corroborate::extraction {

using syntax::Upos;
using syntax::Xpos;

bool is_written_year(int number) { return number >= 1000 && number <= 2100; }

namespace {

// "in 1898", "since 1789": a number below 1900 is a year only there.
bool follows_time_preposition(const Analysis& analysis, std::size_t token) {
  if (token == 0 || !same_sentence(analysis, token, token - 1)) return false;
  constexpr std::array<std::string_view, 4> words = {"in", "since", "until", "circa"};
  for (const auto word : words)
    if (word_is(analysis, token - 1, word))
      return !same_sentence(analysis, token, token + 1) || analysis.token(token + 1).upos != Upos::noun;
  return false;
}

// "the 1967 killings", "his 2007 convictions": the year of what is known, where "2,000 killings" are counted.
bool is_determined(const Analysis& analysis, std::size_t token) {
  return token > 0 && same_sentence(analysis, token, token - 1) &&
         (word_is(analysis, token - 1, "the") || analysis.token(token - 1).xpos == Xpos::prp_poss);
}

// "the 50s", "the late 1960s", "the Sixties", "nineteen sixties": ten years of the last century, where no other is
// named.
DateMention decade_of(int decade, std::size_t end) {
  return resolved(fmt::format("{}", decade / 10), Grain::decade,
                  {time::year_days(decade).first, time::year_days(decade + 9).last}, end, "decade");
}

bool follows_decade_word(const Analysis& analysis, std::size_t token) {
  if (token == 0 || !same_sentence(analysis, token, token - 1)) return false;
  for (const std::string_view word : {"the", "early", "late", "mid"})
    if (word_is(analysis, token - 1, word)) return true;
  return token > 1 && word_is(analysis, token - 1, "and") &&
         analysis.form(token - 2).ends_with("0s");  // "the 40s and 50s"
}

// "the '90s", "the late ’60s": two digits behind an apostrophe, of the decades up to the one we are in.
std::optional<DateMention> short_decade(const Analysis& analysis, std::size_t token) {
  std::string_view form = analysis.form(token);
  for (const std::string_view mark : {"'", "\u2019", "\u2018"})
    if (form.starts_with(mark)) form.remove_prefix(mark.size());
  if (form.size() != 3 || form.size() == analysis.form(token).size() || !form.ends_with("0s")) return std::nullopt;
  if (form[0] < '0' || form[0] > '9' || !follows_decade_word(analysis, token)) return std::nullopt;
  const int tens = (form[0] - '0') * 10;
  return decade_of(tens < 20 ? 2000 + tens : 1900 + tens, token + 1);
}

}  // namespace

std::optional<DateMention> decade_in_words(const Analysis& analysis, std::size_t token) {
  const bool century = word_is(analysis, token, "nineteen");
  if (!century && !analysis.form(token).ends_with('s')) return std::nullopt;  // looked at for every token
  const std::size_t at = century ? token + 1 : token;
  const Hit* hit = same_sentence(analysis, token, at) ? calendar_hit(analysis, at, "decade") : nullptr;
  if (hit == nullptr || (!century && !follows_decade_word(analysis, token))) return std::nullopt;
  return decade_of(1900 + calendar_number(*hit), at + 1);
}

// "2014", "the 1990s", "mid-2011"
std::optional<DateMention> year(const Analysis& analysis, std::size_t token) {
  if (auto decade = short_decade(analysis, token)) return decade;
  const auto form = analysis.form(token);
  const int number = whole_number(analysis, token);
  if (form.size() == 4 && (number >= 1900 || (number >= 1500 && follows_time_preposition(analysis, token))) &&
      number <= 2100) {
    const bool counts = same_sentence(analysis, token, token + 1) && analysis.token(token + 1).xpos == Xpos::nns &&
                        !is_determined(analysis, token);
    const bool money = token > 0 && (analysis.form(token - 1) == "$" || analysis.form(token - 1) == "\u00a3");
    const bool mid = token > 1 && word_is(analysis, token - 2, "mid");
    const bool grid = same_sentence(analysis, token, token + 1) && analysis.glued_to_next(token) &&
                      analysis.form(token + 1).starts_with('x');  // "1920x1200"
    const bool model = token > 0 && analysis.form(token - 1) == "-" && analysis.glued_to_next(token - 1) && !mid;
    if (counts || money || grid || model) return std::nullopt;
    return resolved(std::string(form), Grain::year, time::year_days(number), token + 1, "year");
  }
  if (form.size() >= 5 && form.size() <= 8 && form.back() == 's') {
    int decade = 0;
    const auto end = std::from_chars(form.data(), form.data() + form.size(), decade).ptr;
    if (end == form.data() + 4 && decade % 10 == 0 && is_written_year(decade)) return decade_of(decade, token + 1);
  }
  return std::nullopt;
}

// "nineteen ninety-six", "the year two thousand"
std::optional<DateMention> year_in_words(const Analysis& analysis, std::size_t token) {
  const bool introduced = word_is(analysis, token, "the") && word_is(analysis, token + 1, "year") &&
                          same_sentence(analysis, token, token + 2);
  const std::size_t start = introduced ? token + 2 : token;
  const auto first = read_number(analysis, start);
  if (!first || first->in_digits || first->kind != NumberKind::cardinal) return std::nullopt;
  int value = 0;
  std::size_t end = first->end;
  if (first->low == 2000 && start > 0 && word_is(analysis, start - 1, "year")) {
    value = 2000;
  } else {
    if (first->low < 17 || first->low > 20 || !same_sentence(analysis, token, end)) return std::nullopt;
    const auto second = read_number(analysis, end);
    if (!second || second->in_digits || second->kind != NumberKind::cardinal || second->low < 10 || second->low > 99)
      return std::nullopt;
    value = static_cast<int>(first->low) * 100 + static_cast<int>(second->low);
    end = second->end;
  }
  return resolved(fmt::format("{:04}", value), Grain::year, time::year_days(value), end, "year-in-words");
}

// "the winter of 1994", "spring of nineteen ninety-four"
std::optional<DateMention> season_of_year(const Analysis& analysis, std::size_t token) {
  const std::size_t at = skip(analysis, token, "the");
  if (!word_is(analysis, at + 1, "of") || !same_sentence(analysis, token, at + 2)) return std::nullopt;
  const Hit* season = calendar_hit(analysis, at, "season");
  if (season == nullptr) return std::nullopt;
  auto named = year(analysis, at + 2);
  if (!named) named = year_in_words(analysis, at + 2);
  if (!named || named->date.grain != Grain::year) return std::nullopt;
  named->date.value += fmt::format("-{}", calendar_value(*season));
  named->date.grain = Grain::season;
  named->date.rule = "season-year";
  return named;
}

// "in the summer", "by the autumn"; "in the fall" where the verb looks ahead, as a fall may be one from a ladder.
std::optional<DateMention> bare_season(const Analysis& analysis, std::size_t token) {
  if (!word_is(analysis, token, "the") || token == 0 || !same_sentence(analysis, token - 1, token + 1))
    return std::nullopt;
  constexpr std::array<std::string_view, 6> words = {"in", "by", "until", "till", "during", "since"};
  if (std::ranges::none_of(words, [&](std::string_view word) { return word_is(analysis, token - 1, word); }))
    return std::nullopt;
  const Hit* season = calendar_hit(analysis, token + 1, "season");
  if (season == nullptr || word_is(analysis, token + 2, "of")) return std::nullopt;
  const bool behind = same_sentence(analysis, token, token + 2) && analysis.token(token + 2).upos == Upos::noun;
  const auto direction = direction_at(analysis, token + 1);
  if (behind || (season->row->phrase() == "fall" && direction != Direction::future)) return std::nullopt;
  const auto value = calendar_value(*season);
  const int middle = value == "SP" ? 4 : value == "SU" ? 7 : value == "FA" ? 10 : 1;  // its month
  return referring(fmt::format("XXXX-{}", value), Grain::season, {.direction = direction, .month = middle},
                   token + 1 + season->length, "season");
}

}  // namespace corroborate::extraction
