// Stretches of time without a number: "for weeks", "decades-long", "year-end", "the 20th century", "the nineties".
#include <fmt/format.h>

#include <array>
#include <charconv>

#include "extract/dates/date_rules.h"
#include "time/civil.h"

namespace corroborate::extraction {

using syntax::Upos;
using syntax::Xpos;

namespace {

struct Letter {
  std::string_view unit;
  std::string_view value;  // TIMEX3 duration of several, without P
};

constexpr std::array<Letter, 8> letters = {{{"second", "TXS"},
                                            {"minute", "TXM"},
                                            {"hour", "TXH"},
                                            {"day", "XD"},
                                            {"week", "XW"},
                                            {"month", "XM"},
                                            {"year", "XY"},
                                            {"decade", "XE"}}};

std::string_view value_of_several(std::string_view unit) {
  if (unit == "century") return "XC";
  for (const Letter& letter : letters)
    if (letter.unit == unit) return letter.value;
  return {};
}

DateMention lasting(std::string_view value, std::size_t end) {
  DateMention mention;
  mention.date.type = TimexType::duration;
  mention.date.value = fmt::format("P{}", value);
  mention.date.grain = Grain::vague;
  mention.date.rule = "stretch";
  mention.end = static_cast<TokenIndex>(end);
  return mention;
}

// "for weeks", "within days", "in years", "after months of talks": a preposition of time stands before the plural.
bool is_introduced(const Analysis& analysis, std::size_t token) {
  if (token == 0 || !same_sentence(analysis, token, token - 1)) return false;
  const bool lasts = word_is(analysis, token - 1, "for") || word_is(analysis, token - 1, "within") ||
                     word_is(analysis, token - 1, "in");
  const bool held = word_is(analysis, token + 1, "of") && same_sentence(analysis, token, token + 1) &&
                    (word_is(analysis, token - 1, "after") || word_is(analysis, token - 1, "following") ||
                     word_is(analysis, token - 1, "despite") || analysis.lemma(token - 1) == "follow");
  return lasts || held;
}

}  // namespace

std::optional<DateMention> stretch(const Analysis& analysis, std::size_t token) {
  const Hit* hit = calendar_hit(analysis, token, "unit");
  if (hit == nullptr) return std::nullopt;
  const auto value = value_of_several(calendar_value(*hit));
  if (value.empty()) return std::nullopt;
  const std::size_t next = token + 1;
  const bool plural = analysis.token(token).xpos == Xpos::nns;
  if (same_sentence(analysis, token, next + 1) && analysis.form(next) == "-" && word_is(analysis, next + 1, "long")) {
    if (plural) return lasting(value, next + 2);
    std::string one(value);
    one[one.find('X')] = '1';
    return lasting(one, next + 2);  // "a day-long meeting"
  }
  if (!plural || !is_introduced(analysis, token)) return std::nullopt;
  if (word_is(analysis, next, "ago") || word_is(analysis, next, "old")) return std::nullopt;
  return lasting(value, next);
}

namespace {

// "the end of the month", "the end of the week": the unit that runs now.
std::optional<DateMention> end_of_unit(const Analysis& analysis, std::size_t token) {
  const bool opens = word_is(analysis, token, "the") && word_is(analysis, token + 1, "end") &&
                     word_is(analysis, token + 2, "of") && word_is(analysis, token + 3, "the");
  const Hit* unit =
      opens && same_sentence(analysis, token, token + 4) ? calendar_hit(analysis, token + 4, "unit") : nullptr;
  if (unit == nullptr || analysis.token(token + 4).xpos == Xpos::nns) return std::nullopt;
  const Grain grain = grain_of_unit(calendar_value(*unit));
  if (grain != Grain::week && grain != Grain::month && grain != Grain::decade) return std::nullopt;
  auto mention = referring("XXXX", grain, {.shift_grain = grain}, token + 5, "end-of-unit");
  mention.date.mod = "END";
  return mention;
}

}  // namespace

// "year-end", "year end", "year's end", "the end of the year"
std::optional<DateMention> year_end(const Analysis& analysis, std::size_t token) {
  if (auto unit = end_of_unit(analysis, token)) return unit;
  std::size_t end = 0;
  if (word_is(analysis, token, "year")) {
    std::size_t at = token + 1;
    if (at < analysis.size() &&
        (analysis.form(at) == "-" || analysis.form(at) == "'s" || analysis.form(at) == "\u2019s"))
      ++at;
    if (word_is(analysis, at, "end")) end = at + 1;
  } else if (word_is(analysis, token, "the") && word_is(analysis, token + 1, "end") &&
             word_is(analysis, token + 2, "of") && word_is(analysis, token + 3, "the") &&
             word_is(analysis, token + 4, "year")) {
    end = token + 5;
  }
  if (end == 0 || !same_sentence(analysis, token, end - 1)) return std::nullopt;
  auto mention = referring("XXXX", Grain::year, {.shift_grain = Grain::year}, end, "year-end");
  mention.date.mod = "END";
  return mention;
}

// "the 20th century", "19th-century": TIMEX3 counts the hundreds.
std::optional<DateMention> numbered_century(const Analysis& analysis, std::size_t token) {
  const std::size_t at = word_is(analysis, token, "the") ? token + 1 : token;
  if (!same_sentence(analysis, token, at + 1)) return std::nullopt;
  const auto form = analysis.form(at);
  int number = 0;
  const auto end = std::from_chars(form.data(), form.data() + form.size(), number).ptr;
  const std::string_view ending(end, static_cast<std::size_t>(form.data() + form.size() - end));
  if (const Hit* ordinal = calendar_hit(analysis, at, "ordinal"); ordinal != nullptr)
    number = calendar_number(*ordinal);
  else if (ending != "th" && ending != "st" && ending != "nd" && ending != "rd")
    return std::nullopt;
  const std::size_t noun = analysis.form(at + 1) == "-" ? at + 2 : at + 1;
  if (number < 2 || number > 21 || !word_is(analysis, noun, "century") || !same_sentence(analysis, token, noun))
    return std::nullopt;
  if (noun == at + 2 && at > token) return std::nullopt;  // "the 20th-century temple": the article is the temple's
  const int first = (number - 1) * 100;
  return resolved(fmt::format("{:02}", number - 1), Grain::century,
                  {time::year_days(first).first, time::year_days(first + 99).last}, noun + 1, "century");
}

}  // namespace corroborate::extraction
