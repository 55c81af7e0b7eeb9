// The named facts about an article, whichever format states them: one table of keys for front matter, side table and
// JSON.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "corroborate/article.h"

namespace corroborate::loading {

// The day of an ISO 8601 date or date-time, as written there (its own clock, no conversion): 2016-09-17,
// 20160917, 2016-09-17T23:30:00-05:00. Nothing for anything else, and for days that no calendar has.
std::optional<Day> read_iso_day(std::string_view text);

// Sets the field that `key` names (any letter case); keys that name none are ignored. An empty value sets nothing.
// Returns what is wrong with the value, or empty.
std::string set_field(Article& article, std::string_view key, std::string_view value);

// Fills the fields that `article` leaves empty from `other`.
void fill_gaps(Article& article, const Article& other);

// Without blanks (space, tab, carriage return) at either end.
std::string_view trim(std::string_view text);

}  // namespace corroborate::loading
