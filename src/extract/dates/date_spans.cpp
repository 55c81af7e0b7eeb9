// Clock times, durations, "ago", and recurring times.
#include <fmt/format.h>

#include <cmath>

#include "extract/dates/date_rules.h"
#include "extract/numbers/numbers.h"
#include "extract/reading/contexts.h"

namespace corroborate::extraction {

using syntax::Upos;

namespace {

struct TimeUnit {
  std::string_view designator;  // as in P6D, PT2H
  Grain grain = Grain::day;
  bool is_clock = false;
};

std::optional<TimeUnit> unit_at(const Analysis& analysis, std::size_t token) {
  if (token >= analysis.size()) return std::nullopt;
  const Hit* hit = calendar_hit(analysis, token, "unit");
  if (hit == nullptr) return std::nullopt;
  const auto unit = calendar_value(*hit);
  if (unit == "second") return TimeUnit{"S", Grain::minute, true};
  if (unit == "minute") return TimeUnit{"M", Grain::minute, true};
  if (unit == "hour") return TimeUnit{"H", Grain::hour, true};
  if (unit == "day") return TimeUnit{"D", Grain::day, false};
  if (unit == "week") return TimeUnit{"W", Grain::week, false};
  if (unit == "weekend") return TimeUnit{"WE", Grain::week, false};
  if (unit == "month") return TimeUnit{"M", Grain::month, false};
  if (unit == "quarter") return TimeUnit{"Q", Grain::quarter, false};
  if (unit == "year") return TimeUnit{"Y", Grain::year, false};
  if (unit == "decade") return TimeUnit{"E", Grain::decade, false};
  if (unit == "century") return TimeUnit{"C", Grain::century, false};
  return std::nullopt;
}

bool is_couple(const Number& number) { return number.kind == NumberKind::vague && number.low == 2 && number.high == 3; }

std::string amount_text(const Number& number) {
  if (is_couple(number)) return "2";
  if (number.kind == NumberKind::vague) return "X";
  return number.low == std::floor(number.low) ? fmt::format("{:.0f}", number.low) : fmt::format("{}", number.low);
}

struct Amount {
  std::string text;  // "6", "X"
  double value = 0;  // 0 = vague
  TimeUnit unit;
  std::size_t end = 0;
  std::string mod;
};

// "six days", "a seven-day", "a couple of weeks", "some days", "a year", "nearly three hours"
std::optional<Amount> read_amount(const Analysis& analysis, std::size_t token) {
  Amount amount;
  std::size_t at = token;
  const auto number = read_number(analysis, at);
  if (number && number->kind == NumberKind::fraction && word_is(analysis, number->end - 1u, "quarters")) {
    amount.value = number->low * 4;  // "two quarters" of a year
    amount.text = fmt::format("{:.0f}", amount.value);
    at = number->end - 1u;
  } else if (number && number->suffix.empty() && number->kind != NumberKind::fraction &&
             number->kind != NumberKind::zero) {
    amount.text = amount_text(*number);
    amount.value = is_couple(*number) ? 2 : number->kind == NumberKind::vague ? 0 : number->low;
    at = number->end;
    if (same_sentence(analysis, token, at) && analysis.form(at) == "-" && analysis.glued_to_next(at)) ++at;
  } else if (word_is(analysis, at, "a") || word_is(analysis, at, "an")) {
    amount.text = "1";
    amount.value = 1;
    ++at;
  } else if (word_is(analysis, at, "some")) {
    amount.text = "X";
    ++at;
  } else {
    return std::nullopt;
  }
  if (!same_sentence(analysis, token, at)) return std::nullopt;
  if (is_context(analysis, at, "span")) ++at;  // "three full days", "eight trading days"
  const auto unit = unit_at(analysis, at);
  if (!unit) return std::nullopt;
  if (unit->designator == "S" && amount.text == "1" && word_is(analysis, at - 1, "a"))
    return std::nullopt;                                                          // "a second" try
  const bool share = unit->designator == "Q" && word_is(analysis, at + 1, "of");  // "a quarter of its food"
  if (share) return std::nullopt;
  amount.unit = *unit;
  amount.end = at + 1;
  if (word_is(analysis, amount.end, "and") && word_is(analysis, amount.end + 1, "a") &&
      word_is(analysis, amount.end + 2, "half") && amount.value == 1) {
    amount.value += 0.5;
    amount.end += 3;
  }
  return amount;
}

// "2 1/2 years" is P2Y6M, "five and a half hours" PT5H30M.
std::string_view half_of(const TimeUnit& unit) {
  if (unit.designator == "Y") return "6M";
  if (unit.designator == "H") return "30M";
  if (unit.designator == "M" && unit.is_clock) return "30S";
  return {};
}

std::string duration_value(const Amount& amount) {
  const std::string_view half = half_of(amount.unit);
  if (!half.empty() && amount.value == std::floor(amount.value) + 0.5 && amount.value > 1) {
    return fmt::format("P{}{:.0f}{}{}", amount.unit.is_clock ? "T" : "", std::floor(amount.value),
                       amount.unit.designator, half);
  }
  return fmt::format("P{}{}{}", amount.unit.is_clock ? "T" : "", amount.text, amount.unit.designator);
}

bool is_age(const Analysis& analysis, std::size_t end) {
  return word_is(analysis, end, "old") || (word_is(analysis, end, "of") && word_is(analysis, end + 1, "age")) ||
         (end + 1 < analysis.size() && analysis.form(end) == "-" && word_is(analysis, end + 1, "old"));
}

DateMention of_type(TimexType type, std::string value, std::size_t end, std::string rule) {
  DateMention mention;
  mention.date.type = type;
  mention.date.value = std::move(value);
  mention.date.grain = Grain::vague;
  mention.date.rule = std::move(rule);
  mention.end = static_cast<TokenIndex>(end);
  return mention;
}

// "a.m.", "pm": 0 or 12 hours to add; -1 for neither.
int half_of_day(const Analysis& analysis, std::size_t token) {
  if (token >= analysis.size()) return -1;
  const auto word = fold(analysis.form(token));
  if (word == "a.m." || word == "am" || word == "a.m") return 0;
  if (word == "p.m." || word == "pm" || word == "p.m") return 12;
  return -1;
}

struct Clock {
  int hour = -1, minute = 0;
  std::size_t end = 0;
  bool bare = false;  // neither half of the day nor zone: "6:41" may be of the evening
};

// "GMT" of "06:31GMT".
bool is_zone_word(std::string_view word) {
  const auto id = lexicon::word_id(fold(word));
  const auto node = id == 0 ? 0 : lexicon::step(lexicon::root, id);
  for (const Row& row : node == 0 ? std::span<const Row>{} : lexicon::rows_at(node))
    if (row.table == Table::calendar && row[1] == "zone") return true;
  return false;
}

// "at 1412 (1142 GMT)": four digits behind "at" are a time of the day where a time in another zone stands in brackets.
bool is_told_twice(const Analysis& analysis, std::size_t token) {
  if (token == 0 || !word_is(analysis, token - 1, "at") || !same_sentence(analysis, token - 1, token + 3)) return false;
  return analysis.form(token + 1) == "(" && analysis.form(token + 2).size() >= 4 &&
         read_digits(analysis.form(token + 2)).length > 0 && calendar_hit(analysis, token + 3, "zone") != nullptr;
}

// "1840 local time", "at 1840 hours".
bool is_told_as_clock(const Analysis& analysis, std::size_t token) {
  if (!same_sentence(analysis, token, token + 1)) return false;
  if (word_is(analysis, token + 1, "local") && word_is(analysis, token + 2, "time")) return true;
  return token > 0 && word_is(analysis, token - 1, "at") && word_is(analysis, token + 1, "hours");
}

// "1:59 PM", "8.40pm", "7 p.m.", "0737 GMT", "14:05"
std::optional<Clock> read_clock(const Analysis& analysis, std::size_t token) {
  const auto form = analysis.form(token);
  const Digits hour = read_digits(form);
  if (hour.length == 0 || hour.value > 2400) return std::nullopt;
  Clock clock{static_cast<int>(hour.value), 0, token + 1};
  std::string_view rest = form.substr(hour.length);
  const bool colon = rest.size() >= 3 && rest[0] == ':' && read_digits(rest.substr(1)).length >= 2;
  if (colon) {
    clock.minute = static_cast<int>(read_digits(rest.substr(1, 2)).value);
    rest = rest.substr(3);
  } else if (hour.value != std::floor(hour.value)) {
    if (hour.length != form.find('.') + 3) return std::nullopt;  // "2.1 pm" is no time of day
    clock.minute = static_cast<int>(std::lround((hour.value - std::floor(hour.value)) * 100));
  }
  const auto glued = fold(rest);
  int half = glued == "am" || glued == "a.m." || glued == "a.m"   ? 0
             : glued == "pm" || glued == "p.m." || glued == "p.m" ? 12
                                                                  : -1;
  const bool zoned = half < 0 && is_zone_word(rest);
  if (half < 0 && !rest.empty() && !zoned) return std::nullopt;
  if (half < 0 && same_sentence(analysis, token, clock.end) && half_of_day(analysis, clock.end) >= 0)
    half = half_of_day(analysis, clock.end++);
  const Hit* zone = same_sentence(analysis, token, clock.end) ? calendar_hit(analysis, clock.end, "zone") : nullptr;
  const bool four = hour.length == 4 && hour.value == std::floor(hour.value);
  const bool told = zone != nullptr || zoned || is_told_twice(analysis, token) || is_told_as_clock(analysis, token);
  if (half < 0 && four && !colon && told) {
    clock.minute = static_cast<int>(hour.value) % 100;
    clock.hour = static_cast<int>(hour.value) / 100;
  } else if (half < 0 && !colon) {
    return std::nullopt;
  }
  if (clock.hour > 24 || clock.minute > 59) return std::nullopt;
  if (half >= 0) clock.hour = clock.hour % 12 + half;
  clock.bare = half < 0 && !told && form[0] != '0' && clock.hour >= 1 && clock.hour < 12;
  if (zone != nullptr) clock.end += zone->length;
  return clock;
}

}  // namespace

namespace {

// The clock's day may follow: "noon Thursday", "9 a.m. Tuesday", "4 p.m. EST Nov. 3".
DateMention with_day(const Analysis& analysis, std::size_t token, std::string time_value, std::size_t end) {
  const std::size_t at = word_is(analysis, end, ",") || word_is(analysis, end, "on") ? end + 1 : end;
  auto day = same_sentence(analysis, token, at) ? day_at(analysis, at) : std::nullopt;
  const bool until = token > 0 && (word_is(analysis, token - 1, "until") || word_is(analysis, token - 1, "till"));
  if (day && until && day->date.reference.weekday != 0) day->date.reference.direction = Direction::future;
  if (!day) day = referring("XXXX-XX-XX", Grain::day, {}, end, "clock-time");
  day->date.value += time_value;
  day->date.rule = "clock-time";
  day->date.type = TimexType::time;
  return std::move(*day);
}

// "half past", "quarter to", "ten past": minutes to the hour that follows.
struct Past {
  std::size_t end = 0;
  int minutes = 0;
};

Past read_past(const Analysis& analysis, std::size_t token) {
  const bool past = word_is(analysis, token + 1, "past"), to = word_is(analysis, token + 1, "to");
  if ((!past && !to) || !same_sentence(analysis, token, token + 2)) return {token, 0};
  const bool half = word_is(analysis, token, "half"), quarter = word_is(analysis, token, "quarter");
  const auto number = half || quarter ? std::nullopt : read_number(analysis, token);
  const bool whole = number && number->end == token + 1 && number->low >= 1 && number->low < 30 &&
                     number->low == std::floor(number->low);
  const int minutes = half ? 30 : quarter ? 15 : whole ? static_cast<int>(number->low) : 0;
  if (minutes == 0 || (half && to)) return {token, 0};
  return {token + 2, past ? minutes : -minutes};
}

// "4 in the morning", "half past ten at night": the hour in digits or words with its half of the day; 0 hours = none.
std::optional<Clock> read_hour_of(const Analysis& analysis, std::size_t token) {
  const Past past = read_past(analysis, token);
  const auto number = read_number(analysis, past.end);
  if (!number || number->low < 1 || number->low > 12 || number->low != std::floor(number->low) ||
      !number->suffix.empty())
    return std::nullopt;
  std::size_t at = number->end;
  if (word_is(analysis, at, "o'clock")) ++at;
  const bool in_the = word_is(analysis, at, "in") && word_is(analysis, at + 1, "the");
  const std::size_t part = in_the ? at + 2 : at + 1;
  const bool morning = in_the && word_is(analysis, part, "morning");
  const bool later = (in_the && (word_is(analysis, part, "afternoon") || word_is(analysis, part, "evening"))) ||
                     (word_is(analysis, at, "at") && word_is(analysis, part, "night"));
  if ((!morning && !later) || !same_sentence(analysis, token, part)) return std::nullopt;
  const int minutes = (static_cast<int>(number->low) % 12 + (later ? 12 : 0)) * 60 + past.minutes;
  return Clock{(minutes + 24 * 60) / 60 % 24, (minutes + 24 * 60) % 60, part + 1};
}

}  // namespace

std::optional<DateMention> clock_time(const Analysis& analysis, std::size_t token) {
  if (word_is(analysis, token, "noon") || word_is(analysis, token, "midday"))
    return with_day(analysis, token, "T12:00", token + 1);
  if (word_is(analysis, token, "midnight")) return with_day(analysis, token, "T24:00", token + 1);
  auto clock = read_clock(analysis, token);
  if (!clock) clock = read_hour_of(analysis, token);
  if (!clock) return std::nullopt;
  auto mention = with_day(analysis, token, fmt::format("T{:02}:{:02}", clock->hour, clock->minute), clock->end);
  if (clock->bare) mention.date.half_unknown = true;
  return mention;
}

namespace {

// Words of measure that TimeML counts to the expression ("nearly two years"), with their mod.
struct Measure {
  std::size_t end = 0;
  std::string_view mod;
};

Measure read_hedge(const Analysis& analysis, std::size_t token) {
  if (word_is(analysis, token, "nearly") || word_is(analysis, token, "almost")) return {token + 1, "LESS_THAN"};
  if (word_is(analysis, token, "more") && word_is(analysis, token + 1, "than")) return {token + 2, "MORE_THAN"};
  if (word_is(analysis, token, "less") && word_is(analysis, token + 1, "than")) return {token + 2, "LESS_THAN"};
  if (word_is(analysis, token, "at") && word_is(analysis, token + 1, "least")) return {token + 2, "EQUAL_OR_MORE"};
  if (word_is(analysis, token, "up") && word_is(analysis, token + 1, "to")) return {token + 2, "EQUAL_OR_LESS"};
  return {token, {}};
}

// "the", "the past", "the first", "past": what may stand before the amount; `reaches` back or forward from today.
struct Opening {
  std::size_t end = 0;
  bool reaches = false;
};

Opening read_opening(const Analysis& analysis, std::size_t token) {
  const bool article = word_is(analysis, token, "the");
  const std::size_t at = article ? token + 1 : token;
  if (word_is(analysis, at, "past") || word_is(analysis, at, "last") || word_is(analysis, at, "next") ||
      (article && (word_is(analysis, at, "coming") || word_is(analysis, at, "previous")))) {
    return {at + 1, article};
  }
  if (article && (word_is(analysis, at, "first") || word_is(analysis, at, "latest") || word_is(analysis, at, "final") ||
                  word_is(analysis, at, "full") || word_is(analysis, at, "following"))) {
    return {at + 1, false};
  }
  return {at, false};
}

// The "a day" of "24 hours a day", "$90 a week".
bool is_rate(const Analysis& analysis, std::size_t token) {
  if (token == 0 || !(word_is(analysis, token, "a") || word_is(analysis, token, "an")) ||
      !same_sentence(analysis, token, token - 1))
    return false;
  return unit_at(analysis, token - 1).has_value() || analysis.token(token - 1).upos == Upos::num;
}

}  // namespace

std::optional<DateMention> duration(const Analysis& analysis, std::size_t token) {
  const Measure hedge = read_hedge(analysis, token);
  const Opening opening = read_opening(analysis, hedge.end);
  if (!same_sentence(analysis, token, opening.end)) return std::nullopt;
  const auto unit = opening.reaches ? unit_at(analysis, opening.end) : std::nullopt;
  std::optional<DateMention> mention;
  if (unit) {
    const bool many = analysis.token(opening.end).xpos == syntax::Xpos::nns;  // "the coming years"
    mention = of_type(TimexType::duration,
                      fmt::format("P{}{}{}", unit->is_clock ? "T" : "", many ? "X" : "1", unit->designator),
                      opening.end + 1, "past-duration");
  } else {
    const bool article =
        opening.end > hedge.end && (word_is(analysis, opening.end, "a") || word_is(analysis, opening.end, "an"));
    const auto amount = article ? std::nullopt : read_amount(analysis, opening.end);
    if (!amount || is_age(analysis, amount->end) || is_rate(analysis, token)) return std::nullopt;
    const bool bare = opening.end > hedge.end && !word_is(analysis, hedge.end, "the");
    const bool hyphenated =
        same_sentence(analysis, token, amount->end + 1) && analysis.form(amount->end) == "-" &&
        (word_is(analysis, amount->end + 1, "ago") || word_is(analysis, amount->end + 1, "earlier"));
    if (hyphenated) return std::nullopt;  // "a year-earlier loss"
    if (opening.end > hedge.end && word_is(analysis, opening.end - 1, "the") && analysis.form(amount->end - 2) == "-")
      return std::nullopt;  // "the 14-day rule"
    mention = of_type(TimexType::duration, duration_value(*amount), amount->end,
                      opening.reaches || bare ? "past-duration" : "duration");
  }
  mention->date.mod = hedge.mod;
  return mention;
}

// "two days ago", "a year earlier", "nearly three weeks ago"
std::optional<DateMention> ago(const Analysis& analysis, std::size_t token) {
  const Measure hedge = read_hedge(analysis, token);
  const auto amount = read_amount(analysis, hedge.end);
  if (!amount || !same_sentence(analysis, token, amount->end)) return std::nullopt;
  const auto word = fold(analysis.form(amount->end));
  if (word != "ago" && word != "earlier") return std::nullopt;
  const Grain unit = amount->unit.grain;
  if (word == "earlier" && (unit == Grain::day || unit == Grain::week)) return std::nullopt;  // see later_or_earlier
  if (amount->value == 0 || amount->value > farthest_shift)
    return of_type(TimexType::date, "PAST_REF", amount->end + 1, "ago");
  const int back = -static_cast<int>(std::lround(amount->value));
  if (amount->unit.grain == Grain::week && word_is(analysis, amount->end + 1, "today") && back >= -50)  // to the day
    return referring("XXXX-XX-XX", Grain::day, {.shift = 7 * back}, amount->end + 2, "ago");
  auto mention =
      referring("XXXX", amount->unit.grain, {.shift_grain = amount->unit.grain, .shift = back}, amount->end + 1, "ago");
  mention.date.mod = hedge.mod;
  return mention;
}

// "two days later", "a year later", "two days earlier": so long from what was told before; hours and minutes stay
// within its day. "A year earlier" is mostly a year before the article, "four days earlier" four days before what it
// tells of.
std::optional<DateMention> later_or_earlier(const Analysis& analysis, std::size_t token) {
  const bool starts =
      analysis.token(token).upos == Upos::num || word_is(analysis, token, "a") || word_is(analysis, token, "an");
  if (!starts) return std::nullopt;  // looked at for every token
  const auto amount = read_amount(analysis, token);
  if (!amount || amount->unit.is_clock || amount->value < 1 || amount->value > 1000 ||
      amount->value != std::floor(amount->value))
    return std::nullopt;
  const Grain grain = amount->unit.grain;
  const bool earlier = word_is(analysis, amount->end, "earlier") && (grain == Grain::day || grain == Grain::week);
  if (!same_sentence(analysis, token, amount->end) || (!earlier && !word_is(analysis, amount->end, "later")))
    return std::nullopt;
  if (grain != Grain::day && grain != Grain::week && grain != Grain::month && grain != Grain::year) return std::nullopt;
  const bool weeks = grain == Grain::week;  // "two weeks later" is a day as much as "14 days later"
  const int shift = static_cast<int>(amount->value) * (weeks ? 7 : 1) * (earlier ? -1 : 1);
  const std::string_view value = grain == Grain::year ? "XXXX" : grain == Grain::month ? "XXXX-XX" : "XXXX-XX-XX";
  const Grain counted = weeks ? Grain::day : grain;
  auto mention = referring(std::string(value), counted, {.shift_grain = counted, .shift = shift}, amount->end + 1,
                           std::string(anchored_rule));
  mention.date.reference.needs_publication = false;
  return mention;
}

// "in the early hours of Monday", "the early hours of the morning".
std::optional<DateMention> early_hours(const Analysis& analysis, std::size_t token) {
  if (!word_is(analysis, token, "early") || !word_is(analysis, token + 1, "hours") ||
      !same_sentence(analysis, token, token + 1))
    return std::nullopt;
  std::size_t end = token + 2;
  if (word_is(analysis, end, "of") && word_is(analysis, end + 1, "the") && word_is(analysis, end + 2, "morning"))
    end += 3;
  const std::size_t day_at_token = word_is(analysis, end, "of") || word_is(analysis, end, "on") ? end + 1 : end;
  const bool more = same_sentence(analysis, token, day_at_token);
  auto day = more ? day_at(analysis, day_at_token) : std::nullopt;
  if (!day && more && calendar_hit(analysis, day_at_token, "weekday") != nullptr)
    return std::nullopt;  // "of Thursday morning"
  if (!day) day = referring("XXXX-XX-XX", Grain::day, {}, end, "early-hours");
  day->date.value += "TMO";
  day->date.rule = "early-hours";
  day->date.type = TimexType::time;
  return day;
}

// "daily", "every day", "weeklong"
std::optional<DateMention> set_or_adjective(const Analysis& analysis, std::size_t token) {
  if (const Hit* hit = calendar_hit(analysis, token, "adjective"); hit != nullptr) {
    const bool lasts = fold(analysis.form(token)).ends_with("long");
    return of_type(lasts ? TimexType::duration : TimexType::set, std::string(calendar_value(*hit)), token + 1,
                   "adjective");
  }
  if (!word_is(analysis, token, "every") && !word_is(analysis, token, "each")) return std::nullopt;
  if (!same_sentence(analysis, token, token + 1)) return std::nullopt;
  if (const auto unit = unit_at(analysis, token + 1)) {
    return of_type(TimexType::set, fmt::format("P{}1{}", unit->is_clock ? "T" : "", unit->designator), token + 2,
                   "every");
  }
  if (const Hit* day = calendar_hit(analysis, token + 1, "weekday"); day != nullptr) {
    return of_type(TimexType::set, fmt::format("XXXX-WXX-{}", calendar_number(*day)), token + 2, "every");
  }
  if (const Hit* month = calendar_hit(analysis, token + 1, "month"); month != nullptr) {
    return of_type(TimexType::set, fmt::format("XXXX-{:02}", calendar_number(*month)), token + 2, "every");
  }
  if (const Hit* season = calendar_hit(analysis, token + 1, "season"); season != nullptr) {
    return of_type(TimexType::set, fmt::format("XXXX-{}", calendar_value(*season)), token + 2, "every");
  }
  return std::nullopt;
}

}  // namespace corroborate::extraction
