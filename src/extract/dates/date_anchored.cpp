// Dates that hang on one told before: "the previous day", "the following Tuesday", "two days later", "that year",
// "later that month". date_anaphora.h finds what they hang on; until then they keep how far they lie from it in
// `reference`.
#include <fmt/format.h>

#include <array>

#include "extract/dates/date_rules.h"

namespace corroborate::extraction {

namespace {

struct Distance {
  std::string_view word;
  int shift;
};

constexpr std::array<Distance, 5> distances = {
    {{"previous", -1}, {"preceding", -1}, {"following", 1}, {"next", 1}, {"same", 0}}};

std::optional<int> distance_at(const Analysis& analysis, std::size_t token) {
  for (const Distance& distance : distances)
    if (word_is(analysis, token, distance.word)) return distance.shift;
  return std::nullopt;
}

struct Unit {
  std::string_view name, value;
  Grain grain;
};

constexpr std::array<Unit, 4> units = {{{"day", "XXXX-XX-XX", Grain::day},
                                        {"week", "XXXX-WXX", Grain::week},
                                        {"month", "XXXX-XX", Grain::month},
                                        {"year", "XXXX", Grain::year}}};

const Unit* unit_at(const Analysis& analysis, std::size_t token) {
  const Hit* hit = calendar_hit(analysis, token, "unit");
  if (hit == nullptr || analysis.token(token).xpos == syntax::Xpos::nns) return nullptr;
  for (const Unit& unit : units)
    if (unit.name == calendar_value(*hit)) return &unit;
  return nullptr;
}

DateMention hanging(std::string value, Grain grain, DayReference reference, std::size_t end) {
  auto mention = referring(std::move(value), grain, reference, end, std::string(anchored_rule));
  mention.date.reference.needs_publication = false;
  return mention;
}

// A unit, weekday or part of the day at `token`, so far from what was told before.
std::optional<DateMention> named_at(const Analysis& analysis, std::size_t token, int shift) {
  if (const Unit* unit = unit_at(analysis, token))
    return hanging(std::string(unit->value), unit->grain, {.shift_grain = unit->grain, .shift = shift}, token + 1);
  const Hit* day = calendar_hit(analysis, token, "weekday");
  if (day != nullptr && analysis.form(token).size() > 4)  // "that Sun's profits"
    return hanging(fmt::format("XXXX-WXX-{}", calendar_number(*day)), Grain::day,
                   {.weekday = calendar_number(*day), .shift = shift}, token + 1);
  const Hit* part = calendar_hit(analysis, token, "part");
  if (part == nullptr) return std::nullopt;
  auto mention =
      hanging(fmt::format("XXXX-XX-XXT{}", calendar_value(*part)), Grain::day, {.shift = shift}, token + part->length);
  mention.date.type = TimexType::time;
  return mention;
}

// "the previous day", "the same Tuesday", "that year", "that same night". "The next week" is as often a length.
std::optional<DateMention> pointed_at(const Analysis& analysis, std::size_t token) {
  const bool that = word_is(analysis, token, "that"), the = word_is(analysis, token, "the");
  if ((!that && !the) || !same_sentence(analysis, token, token + 1)) return std::nullopt;
  const auto distance = distance_at(analysis, token + 1);
  if (the && !distance) return std::nullopt;
  const std::size_t at = token + (distance ? 2 : 1);
  if (!same_sentence(analysis, token, at)) return std::nullopt;
  auto mention = named_at(analysis, at, distance.value_or(0));
  const bool length = mention && mention->date.grain != Grain::day && word_is(analysis, token + 1, "next");
  return length ? std::nullopt : mention;
}

// "the day before", "the week after". With an event behind it ("the day after the raid") it hangs on that and not on a
// date.
std::optional<DateMention> before_or_after(const Analysis& analysis, std::size_t token) {
  if (!word_is(analysis, token, "the") || !same_sentence(analysis, token, token + 2)) return std::nullopt;
  const bool before = word_is(analysis, token + 2, "before"), after = word_is(analysis, token + 2, "after");
  const Unit* unit = before || after ? unit_at(analysis, token + 1) : nullptr;
  if (unit == nullptr) return std::nullopt;
  const bool ends = !same_sentence(analysis, token, token + 3) || analysis.token(token + 3).upos == syntax::Upos::punct;
  if (!ends) return std::nullopt;
  return hanging(std::string(unit->value), unit->grain, {.shift_grain = unit->grain, .shift = before ? -1 : 1},
                 token + 3);
}

// "later that year", "earlier that day".
std::optional<DateMention> part_of_it(const Analysis& analysis, std::size_t token) {
  const bool later = word_is(analysis, token, "later"), earlier = word_is(analysis, token, "earlier");
  if ((!later && !earlier) || !same_sentence(analysis, token, token + 2) || !word_is(analysis, token + 1, "that"))
    return std::nullopt;
  auto mention = pointed_at(analysis, token + 1);
  if (!mention) return std::nullopt;
  if (mention->date.grain != Grain::day) mention->date.mod = later ? "END" : "START";
  return mention;
}

}  // namespace

std::optional<DateMention> anchored(const Analysis& analysis, std::size_t token) {
  const char first = analysis.form(token).front();
  if (std::string_view("tTlLeE").find(first) == std::string_view::npos)
    return std::nullopt;  // looked at for every token
  if (auto mention = pointed_at(analysis, token)) return mention;
  if (auto mention = before_or_after(analysis, token)) return mention;
  return part_of_it(analysis, token);
}

}  // namespace corroborate::extraction
