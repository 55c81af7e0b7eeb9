// Absolute, partial and calendar-relative dates; years and decades are in date_years.cpp.
#include "extract/dates/date_rules.h"

#include <fmt/format.h>

#include <array>
#include <charconv>

#include "extract/numbers/numbers.h"
#include "time/civil.h"

namespace corroborate::extraction {

using syntax::Upos;
using syntax::Xpos;

std::string_view calendar_value(const Hit& hit) { return (*hit.row)[2]; }

int calendar_number(const Hit& hit) {
  int number = 0;
  const auto value = calendar_value(hit);
  std::from_chars(value.data(), value.data() + value.size(), number);
  return number;
}

int whole_number(const Analysis& analysis, std::size_t token) {
  if (token >= analysis.size()) return -1;
  std::string_view form = analysis.form(token);
  int value = -1;
  const auto end = std::from_chars(form.data(), form.data() + form.size(), value).ptr;
  return end == form.data() + form.size() && form.size() <= 4 ? value : -1;
}

DateMention resolved(std::string value, Grain grain, Days days, std::size_t end, std::string rule) {
  DateMention mention;
  mention.date.value = std::move(value);
  mention.date.grain = grain;
  mention.date.days = days;
  mention.date.resolved = true;
  mention.date.rule = std::move(rule);
  mention.end = static_cast<TokenIndex>(end);
  return mention;
}

DateMention referring(std::string value, Grain grain, DayReference reference, std::size_t end, std::string rule) {
  DateMention mention;
  reference.needs_publication = true;
  mention.date.value = std::move(value);
  mention.date.grain = grain;
  mention.date.reference = reference;
  mention.date.rule = std::move(rule);
  mention.end = static_cast<TokenIndex>(end);
  return mention;
}

std::size_t skip(const Analysis& analysis, std::size_t token, std::string_view word) {
  return word_is(analysis, token, word) ? token + 1 : token;
}

DateMention day_of_month(const Analysis& analysis, int month, int day, std::size_t at, std::size_t end) {
  std::size_t year_at = skip(analysis, end, ",");
  if (year_at == end && is_hyphen_within(analysis, end)) ++year_at;  // "November 27-2005"
  if (same_sentence(analysis, at, year_at) && is_written_year(whole_number(analysis, year_at))) {
    const time::Civil civil{whole_number(analysis, year_at), month, day};
    if (time::is_valid(civil)) {
      const Day exact = time::day_of(civil);
      return resolved(time::iso_day(exact), Grain::day, {exact, exact}, year_at + 1, "day-month-year");
    }
  }
  const std::size_t this_year = skip(analysis, end, "this");
  DayReference reference{.direction = direction_at(analysis, at), .month = month, .day = day};
  const bool says_year = this_year == end + 1 && word_is(analysis, this_year, "year");
  if (says_year) reference.direction = Direction::nearest;
  return referring(fmt::format("XXXX-{:02}-{:02}", month, day), Grain::day, reference, says_year ? end + 2 : end,
                   "day-month");
}

namespace {

// "mid-November" in one word.
std::optional<DateMention> mid_month(const Analysis& analysis, std::size_t token) {
  const auto form = analysis.form(token);
  if (form.size() < 6 || form[3] != '-') return std::nullopt;  // looked at for every token
  const auto word = fold(form);
  if (!word.starts_with("mid-")) return std::nullopt;
  const auto node = lexicon::step(lexicon::root, lexicon::word_id(std::string_view(word).substr(4)));
  for (const Row& row : node == 0 ? std::span<const Row>{} : lexicon::rows_at(node)) {
    if (row.table != Table::calendar || row[1] != "month") continue;
    const int month = calendar_number(Hit{static_cast<TokenIndex>(token), 1, lexicon::RowRef(row)});
    auto mention = referring(fmt::format("XXXX-{:02}", month), Grain::month,
                             {.direction = direction_at(analysis, token), .month = month}, token + 1, "month");
    mention.date.mod = "MID";
    return mention;
  }
  return std::nullopt;
}

// "September 19", "Sept. 19, 2016", "March 5th", "July 2016", "in July"
std::optional<DateMention> month_first(const Analysis& analysis, std::size_t token) {
  const Hit* month = calendar_hit(analysis, token, "month");
  if (month == nullptr || analysis.token(token).upos == Upos::verb || analysis.token(token).upos == Upos::aux)
    return std::nullopt;
  const int number = calendar_number(*month);
  const std::size_t next = token + month->length;
  if (same_sentence(analysis, token, next)) {
    int day = whole_number(analysis, next);
    if (day < 0 && !analysis.form(next).empty()) {
      const auto form = analysis.form(next);
      if (form.ends_with("th") || form.ends_with("st") || form.ends_with("nd") || form.ends_with("rd")) {
        std::from_chars(form.data(), form.data() + form.size() - 2, day);
      }
    }
    if (day >= 1 && day <= time::days_in_month(2000, number))
      return day_of_month(analysis, number, day, token, next + 1);
    if (const Hit* ordinal = calendar_hit(analysis, next, "ordinal"); day < 0 && ordinal != nullptr)  // "March eighth"
      return day_of_month(analysis, number, calendar_number(*ordinal), token, next + 1);
    std::size_t year_at = skip(analysis, skip(analysis, next, ","), "of");
    if (const auto spoken = year_in_words(analysis, next);
        spoken && spoken->date.days.first != 0) {  // "June nineteen ninety-six"
      const int year = time::civil_of(spoken->date.days.first).year;
      return resolved(fmt::format("{:04}-{:02}", year, number), Grain::month, time::month_days(year, number),
                      spoken->end, "month-year");
    }
    const int year = same_sentence(analysis, token, year_at) ? whole_number(analysis, year_at) : -1;
    if (is_written_year(year)) {
      return resolved(fmt::format("{:04}-{:02}", year, number), Grain::month, time::month_days(year, number),
                      year_at + 1, "month-year");
    }
  }
  // Bare "May" and "March" are more often words; they need a preposition or an article of time.
  if (analysis.form(token).size() <= 3 || word_is(analysis, token, "may") || word_is(analysis, token, "march")) {
    const bool first = token == 0 || !same_sentence(analysis, token, token - 1);
    const bool name = !first && analysis.token(token - 1).upos == Upos::propn;  // "Theresa May"
    const bool capital =
        analysis.form(token).front() <= 'Z' && (analysis.form(token).size() > 3 || word_is(analysis, token, "may"));
    const bool title =
        same_sentence(analysis, token, next) && analysis.token(next).upos == Upos::propn;  // "March Hare"
    const bool introduced =
        (!first && capital && !name && !title) ||
        (token > 0 && (word_is(analysis, token - 1, "in") || word_is(analysis, token - 1, "since") ||
                       word_is(analysis, token - 1, "last") || word_is(analysis, token - 1, "by")));
    if (!introduced) return std::nullopt;
  }
  DayReference reference{.direction = direction_at(analysis, token), .month = number};
  std::size_t end = next;
  if (same_sentence(analysis, token, next + 1) && word_is(analysis, next + 1, "year")) {
    const bool last = word_is(analysis, next, "last"), now = word_is(analysis, next, "this"),
               coming = word_is(analysis, next, "next");
    if (last || now || coming) {
      reference.direction = Direction::none;
      reference.shift = last ? -1 : coming ? 1 : 0;
      end = next + 2;
    }
  }
  return referring(fmt::format("XXXX-{:02}", number), Grain::month, reference, end, "month");
}

// "the third of May"; not "the third of May's raids".
std::optional<DateMention> ordinal_of_month(const Analysis& analysis, std::size_t token) {
  const Hit* ordinal = calendar_hit(analysis, token, "ordinal");
  if (ordinal == nullptr || !same_sentence(analysis, token, token + 2)) return std::nullopt;
  if (!word_is(analysis, token + 1, "of")) return std::nullopt;
  const Hit* month = calendar_hit(analysis, token + 2, "month");
  if (month == nullptr) return std::nullopt;
  const std::size_t end = token + 2 + month->length;
  const bool inside = same_sentence(analysis, token, end);
  if (inside && (analysis.token(end).xpos == Xpos::pos || analysis.token(end).upos == Upos::noun)) return std::nullopt;
  return day_of_month(analysis, calendar_number(*month), calendar_number(*ordinal), token, end);
}

// "19 September", "the 19th of September 2016"
std::optional<DateMention> day_first(const Analysis& analysis, std::size_t token) {
  if (auto spoken = ordinal_of_month(analysis, token)) return spoken;
  const auto form = analysis.form(token);
  int day = whole_number(analysis, token);
  if (day < 0 && form.size() > 2 &&
      (form.ends_with("th") || form.ends_with("st") || form.ends_with("nd") || form.ends_with("rd"))) {
    if (std::from_chars(form.data(), form.data() + form.size() - 2, day).ptr != form.data() + form.size() - 2) day = -1;
  }
  if (day < 1 || day > 31 || !same_sentence(analysis, token, token + 1)) return std::nullopt;
  const std::size_t at = skip(analysis, token + 1, "of");
  if (!same_sentence(analysis, token, at)) return std::nullopt;
  const Hit* month = calendar_hit(analysis, at, "month");
  if (month == nullptr || day > time::days_in_month(2000, calendar_number(*month))) return std::nullopt;
  return day_of_month(analysis, calendar_number(*month), day, token, at + month->length);
}

// "Sun" is more often a company or a star than a day: an abbreviation without a full stop needs a date behind it.
bool is_lone_abbreviation(const Analysis& analysis, std::size_t token) {
  if (analysis.form(token).size() > 4 || analysis.form(token).back() == '.') return false;
  if (token > 0 && word_is(analysis, token - 1, "on")) return false;
  return !same_sentence(analysis, token, token + 1) ||
         (whole_number(analysis, token + 1) < 0 && calendar_hit(analysis, token + 1, "month") == nullptr &&
          !(analysis.form(token + 1) == "," && calendar_hit(analysis, token + 2, "month") != nullptr));
}

// "until Friday", "as soon as Friday" lie ahead, "Friday's vote" behind; else the verb says.
bool looks_ahead_to_day(const Analysis& analysis, std::size_t token, std::size_t end) {
  if (same_sentence(analysis, token, end) && (analysis.form(end) == "'s" || analysis.form(end) == "\u2019s"))
    return false;
  if (token > 0 && (word_is(analysis, token - 1, "until") || word_is(analysis, token - 1, "till"))) return true;
  if (token > 1 && word_is(analysis, token - 1, "as") &&
      (word_is(analysis, token - 2, "soon") || word_is(analysis, token - 2, "early")))
    return true;
  return direction_at(analysis, token) == Direction::future;
}

// "Saturday", "Monday night", "Tuesday, September 13", "last Friday"
std::optional<DateMention> weekday(const Analysis& analysis, std::size_t token) {
  std::size_t at = token;
  int shift = 0;
  Direction direction = Direction::none;
  const bool last = word_is(analysis, at, "last");
  if (last)
    direction = Direction::past, ++at;
  else if (word_is(analysis, at, "next"))
    direction = Direction::future, ++at;
  else if (word_is(analysis, at, "this"))
    ++at;
  if (!same_sentence(analysis, token, at)) return std::nullopt;
  const Hit* day = calendar_hit(analysis, at, "weekday");
  if (day == nullptr || is_lone_abbreviation(analysis, at)) return std::nullopt;
  std::size_t end = at + day->length;
  const int number = calendar_number(*day);
  const std::size_t month_at = skip(analysis, end, ",");
  if (same_sentence(analysis, token, month_at)) {
    auto dated = month_first(analysis, month_at);
    if (!dated || dated->date.grain != Grain::day) dated = day_first(analysis, month_at);
    if (!dated || dated->date.grain != Grain::day) dated = hyphenated_date(analysis, month_at);
    if (dated && dated->date.grain == Grain::day) return dated;
  }
  if (direction == Direction::none)
    direction = looks_ahead_to_day(analysis, at, end) ? Direction::future : Direction::past;
  else if (last)
    direction = Direction::none;  // "last Monday", said on a Monday, is a week back
  DateMention mention = referring(fmt::format("XXXX-WXX-{}", number), Grain::day,
                                  {.direction = direction, .weekday = number, .shift = shift}, end, "weekday");
  if (const Hit* part = same_sentence(analysis, token, end) ? calendar_hit(analysis, end, "part") : nullptr;
      part != nullptr) {
    mention.date.type = TimexType::time;
    mention.date.value += fmt::format("T{}", calendar_value(*part));
    mention.end = static_cast<TokenIndex>(end + part->length);
  }
  return mention;
}

// "today", "yesterday", "tonight"
std::optional<DateMention> today(const Analysis& analysis, std::size_t token) {
  const Hit* hit = calendar_hit(analysis, token, "today");
  if (hit == nullptr) return std::nullopt;
  const bool night = word_is(analysis, token, "tonight") || word_is(analysis, token, "overnight");
  auto mention = referring(night ? "XXXX-XX-XXTNI" : "XXXX-XX-XX", Grain::day, {.shift = calendar_number(*hit)},
                           token + hit->length, "today");
  if (night) mention.date.type = TimexType::time;
  if (const Hit* part = same_sentence(analysis, token, token + 1) ? calendar_hit(analysis, token + 1, "part") : nullptr;
      part != nullptr) {
    mention.date.type = TimexType::time;
    mention.date.value = fmt::format("XXXX-XX-XXT{}", calendar_value(*part));
    mention.end = static_cast<TokenIndex>(token + 1 + part->length);
  }
  return mention;
}

}  // namespace

Grain grain_of_unit(std::string_view unit) {
  if (unit == "week" || unit == "weekend") return Grain::week;
  if (unit == "month") return Grain::month;
  if (unit == "quarter") return Grain::quarter;
  if (unit == "season") return Grain::season;
  if (unit == "year") return Grain::year;
  if (unit == "decade") return Grain::decade;
  if (unit == "century") return Grain::century;
  return Grain::day;
}

namespace {

// "this month", "last week", "next year", "earlier this month", "late last year", "last July", "this afternoon"
std::optional<DateMention> this_last_next(const Analysis& analysis, std::size_t token) {
  std::size_t at = token;
  std::string mod;
  if (word_is(analysis, at, "earlier") || word_is(analysis, at, "early"))
    mod = "START", ++at;
  else if (word_is(analysis, at, "later") || word_is(analysis, at, "late"))
    mod = "END", ++at;
  if (!same_sentence(analysis, token, at)) return std::nullopt;
  int shift = 0;
  if (word_is(analysis, at, "last") || word_is(analysis, at, "previous"))
    shift = -1;
  else if (word_is(analysis, at, "next"))
    shift = 1;
  else if (!word_is(analysis, at, "this"))
    return std::nullopt;
  if (!same_sentence(analysis, token, ++at)) return std::nullopt;
  if (const Hit* part = calendar_hit(analysis, at, "part"); part != nullptr) {
    auto mention = referring(fmt::format("XXXX-XX-XXT{}", calendar_value(*part)), Grain::day, {.shift = shift},
                             at + part->length, "this-part");
    mention.date.type = TimexType::time;
    return mention;
  }
  if (const Hit* month = calendar_hit(analysis, at, "month"); month != nullptr) {
    const auto direction = shift < 0   ? Direction::past
                           : shift > 0 ? Direction::future
                                       : Direction::none;  // "this May": the year's
    if (auto day = month_first(analysis, at);
        day && day->date.grain == Grain::day && !day->date.resolved) {  // "last Oct. 23"
      day->date.reference.direction = direction;
      return day;
    }
    return referring(fmt::format("XXXX-{:02}", calendar_number(*month)), Grain::month,
                     {.direction = direction, .month = calendar_number(*month)}, at + month->length, "this-month-name");
  }
  if (const Hit* season = calendar_hit(analysis, at, "season"); season != nullptr) {
    return referring(fmt::format("XXXX-{}", calendar_value(*season)), Grain::season,
                     {.shift_grain = Grain::year, .shift = shift}, at + season->length, "this-season");
  }
  const Hit* unit = calendar_hit(analysis, at, "unit");
  if (unit == nullptr) return std::nullopt;
  const Grain grain = grain_of_unit(calendar_value(*unit));
  auto mention = referring("XXXX", grain, {.shift_grain = grain, .shift = shift}, at + unit->length, "this-unit");
  mention.date.mod = mod;
  return mention;
}

// "now", "recently"
std::optional<DateMention> reference_word(const Analysis& analysis, std::size_t token) {
  const Hit* hit = calendar_hit(analysis, token, "ref");
  if (hit == nullptr ||
      (analysis.token(token).upos != Upos::adv && hit->length == 1 && analysis.token(token).upos != Upos::adj))
    return std::nullopt;
  DateMention mention;
  mention.date.value = calendar_value(*hit);
  mention.date.grain = Grain::vague;
  mention.date.rule = "reference-word";
  mention.end = static_cast<TokenIndex>(token + hit->length);
  return mention;
}

// "recent years", "coming weeks"
std::optional<DateMention> vague_stretch(const Analysis& analysis, std::size_t token) {
  const bool past = word_is(analysis, token, "recent"), future = word_is(analysis, token, "coming");
  if ((!past && !future) || !same_sentence(analysis, token, token + 1)) return std::nullopt;
  if (calendar_hit(analysis, token + 1, "unit") == nullptr || analysis.token(token + 1).xpos != Xpos::nns)
    return std::nullopt;
  DateMention mention;
  mention.date.value = past ? "PAST_REF" : "FUTURE_REF";
  mention.date.grain = Grain::vague;
  mention.date.rule = "vague-stretch";
  mention.end = static_cast<TokenIndex>(token + 2);
  return mention;
}

constexpr std::array<DateRule, 8> plain_rules = {
    month_first, day_first, weekday, year, today, this_last_next, quarter, unnamed_period,
};

constexpr std::array<DateRule, 30> all_rules = {
    anchored,         later_or_earlier, early_hours,     decade_in_words, mid_month,     season_of_year, month_first,
    day_first,        numeric_date,     hyphenated_date, weekday,         year,          today,          this_last_next,
    reference_word,   holiday,          quarter,         year_end,        clock_time,    duration,       ago,
    set_or_adjective, modified,         unnamed_period,  fiscal_year,     year_in_words, vague_stretch,  stretch,
    numbered_century, bare_season,
};

}  // namespace

std::span<const DateRule> date_rules() { return all_rules; }
std::span<const DateRule> plain_date_rules() { return plain_rules; }

std::optional<DateMention> day_at(const Analysis& analysis, std::size_t token) {
  for (const DateRule rule : {weekday, month_first, day_first, today}) {
    auto match = rule(analysis, token);
    if (match && match->date.grain == Grain::day && match->date.type == TimexType::date) return match;
  }
  return std::nullopt;
}

}  // namespace corroborate::extraction
