// The kinds of date expression: one function each, tried at every token.
#pragma once

#include <optional>
#include <span>

#include "extract/dates/dates.h"
#include "extract/reading/contexts.h"

namespace corroborate::extraction {

// Reads the expression that starts at the token, or nothing. `begin` and the span are set by the caller.
using DateRule = std::optional<DateMention> (*)(const Analysis& analysis, std::size_t token);

std::span<const DateRule> date_rules();
// Those that a word of position may stand before ("early 1990").
std::span<const DateRule> plain_date_rules();
// A day by its name, number or "today", or nothing.
std::optional<DateMention> day_at(const Analysis& analysis, std::size_t token);

// ---- shared by the rule files

int calendar_number(const Hit& hit);
std::string_view calendar_value(const Hit& hit);

// An integer in digits that fills the whole token ("19", "2016"), or -1.
int whole_number(const Analysis& analysis, std::size_t token);
// Where the words look: the tense of the nearest verb of the clause.
Direction direction_at(const Analysis& analysis, std::size_t token);

DateMention resolved(std::string value, Grain grain, Days days, std::size_t end, std::string rule);
DateMention referring(std::string value, Grain grain, DayReference reference, std::size_t end, std::string rule);

// A number that may stand for a year where the words around it say so.
bool is_written_year(int number);
// Behind `word`, where it stands here; else here.
std::size_t skip(const Analysis& analysis, std::size_t token, std::string_view word);

Grain grain_of_unit(std::string_view unit);

// A day of a month: takes in the year that may stand behind `end`.
DateMention day_of_month(const Analysis& analysis, int month, int day, std::size_t at, std::size_t end);

// `rule` of a date that hangs on one told before; its reference says how far from it.
inline constexpr std::string_view anchored_rule = "anchored";

// A hyphen that is written on to the words on both sides.
bool is_hyphen_within(const Analysis& analysis, std::size_t token);

// Rules of the other files.
std::optional<DateMention> numeric_date(const Analysis& analysis, std::size_t token);
std::optional<DateMention> hyphenated_date(const Analysis& analysis, std::size_t token);
std::optional<DateMention> year(const Analysis& analysis, std::size_t token);
std::optional<DateMention> decade_in_words(const Analysis& analysis, std::size_t token);
std::optional<DateMention> year_in_words(const Analysis& analysis, std::size_t token);
std::optional<DateMention> season_of_year(const Analysis& analysis, std::size_t token);
std::optional<DateMention> bare_season(const Analysis& analysis, std::size_t token);
std::optional<DateMention> anchored(const Analysis& analysis, std::size_t token);
std::optional<DateMention> later_or_earlier(const Analysis& analysis, std::size_t token);
std::optional<DateMention> early_hours(const Analysis& analysis, std::size_t token);
std::optional<DateMention> holiday(const Analysis& analysis, std::size_t token);
std::optional<DateMention> year_end(const Analysis& analysis, std::size_t token);
std::optional<DateMention> numbered_century(const Analysis& analysis, std::size_t token);
std::optional<DateMention> stretch(const Analysis& analysis, std::size_t token);
std::optional<DateMention> quarter(const Analysis& analysis, std::size_t token);
std::optional<DateMention> unnamed_period(const Analysis& analysis, std::size_t token);
std::optional<DateMention> fiscal_year(const Analysis& analysis, std::size_t token);
std::optional<DateMention> modified(const Analysis& analysis, std::size_t token);
std::optional<DateMention> clock_time(const Analysis& analysis, std::size_t token);
std::optional<DateMention> duration(const Analysis& analysis, std::size_t token);
std::optional<DateMention> ago(const Analysis& analysis, std::size_t token);
std::optional<DateMention> set_or_adjective(const Analysis& analysis, std::size_t token);

}  // namespace corroborate::extraction
