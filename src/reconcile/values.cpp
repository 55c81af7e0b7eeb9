// The value a claim states, for comparing and for reading.
#include "reconcile/values.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "time/civil.h"
#include "time/resolve.h"

namespace corroborate::reconciliation {

namespace {

std::string figure(double number) {
  if (number == std::floor(number) && std::abs(number) < 1e15) {
    std::string digits = fmt::format("{:.0f}", number);
    for (auto at = static_cast<std::ptrdiff_t>(digits.size()) - 3; at > (digits[0] == '-' ? 1 : 0); at -= 3)
      digits.insert(static_cast<std::size_t>(at), ",");
    return digits;
  }
  return fmt::format("{:g}", number);
}

std::string_view hedge_words(const Quantity& quantity) {
  switch (quantity.relation) {
    case Relation::equal:
      return "";
    case Relation::about:
      return quantity.rule.ends_with("near") ? "nearly " : "about ";
    case Relation::more:
      return "more than ";
    case Relation::at_least:
      return "at least ";
    case Relation::less:
      return quantity.rule.ends_with("near") ? "just under " : "less than ";
    case Relation::at_most:
      return "up to ";
    case Relation::range:
      return "";
    case Relation::vague:
      return "";
  }
  return "";
}

std::string plural(const std::string& noun) {
  struct Ending {
    std::string_view one, many;
  };
  constexpr std::array<Ending, 17> endings = {{{"celsius", "degrees Celsius"},
                                               {"fahrenheit", "degrees Fahrenheit"},
                                               {"foot", "feet"},
                                               {"count", "times"},
                                               {"century", "centuries"},
                                               {"millennium", "millennia"},
                                               {"penny", "pence"},
                                               {"pound sterling", "pounds sterling"},
                                               {"pound-mass", "pounds"},
                                               {"hertz", "hertz"},
                                               {"horsepower", "horsepower"},
                                               {"stone", "stone"},
                                               {"yen", "yen"},
                                               {"yuan", "yuan"},
                                               {"won", "won"},
                                               {"baht", "baht"},
                                               {"rand", "rand"}}};
  for (const auto& [one, many] : endings) {
    if (noun.ends_with(one)) return noun.substr(0, noun.size() - one.size()).append(many);
  }
  const bool hisses =
      noun.ends_with("ch") || noun.ends_with("sh") || noun.ends_with("x") || noun.ends_with("z") || noun.ends_with("s");
  return noun + (hisses ? "es" : "s");
}

// "12 dollars per gallon", "1 metre"
std::string plural_unit(const Quantity& quantity) {
  if (quantity.from == 1) {
    if (quantity.unit == "celsius") return "degree Celsius";
    if (quantity.unit == "fahrenheit") return "degree Fahrenheit";
    return quantity.unit == "count" ? "time" : quantity.unit;
  }
  const auto tail = std::min(quantity.unit.find(" per "), quantity.unit.find(" of "));  // "months of age"
  return plural(quantity.unit.substr(0, tail)) + (tail == std::string::npos ? "" : quantity.unit.substr(tail));
}

// "3rd"
std::string place_words(double place) {
  const auto whole = static_cast<long long>(place);
  const auto last = whole % 10, tens = whole / 10 % 10;
  const std::string_view ending = tens == 1 ? "th" : last == 1 ? "st" : last == 2 ? "nd" : last == 3 ? "rd" : "th";
  return fmt::format("{}{}", figure(place), ending);
}

// "half the dockers", "two thirds of them"
bool is_share(const Quantity& quantity) {
  return quantity.unit.empty() && quantity.from > 0 && quantity.to < 1 && !quantity.words.empty();
}

// "rose from 12 to 14" is a range that allows one of its ends alone: where the change ended. "More than 12 but fewer
// than 14" allows neither.
std::optional<double> end_of_change(const Quantity& quantity) {
  const auto allows = [&](double end) { return quantity.interval.low <= end && end <= quantity.interval.high; };
  if (quantity.relation != Relation::range || allows(quantity.from) == allows(quantity.to)) return std::nullopt;
  return allows(quantity.to) ? quantity.to : quantity.from;
}

std::string range_words(const Quantity& quantity) {
  const auto end = end_of_change(quantity);
  if (!end) return figure(quantity.from) + " to " + figure(quantity.to);
  const bool up = *end == quantity.to;
  return fmt::format("{}, {} from {}", figure(*end), up ? "up" : "down", figure(up ? quantity.from : quantity.to));
}

// The article's own word is the value, where it is one: "dozens", "third"; the interval is how it is read.
std::string number_words(const Quantity& quantity) {
  const bool vague = quantity.relation == Relation::vague;
  if (!quantity.words.empty() && (vague || quantity.kind == FigureKind::word || is_share(quantity)))
    return quantity.words;
  std::string words(hedge_words(quantity));
  if (quantity.relation == Relation::range) return words + range_words(quantity);
  if (!vague) return words + figure(quantity.from);
  if (std::isinf(quantity.interval.high)) return words + "at least " + figure(quantity.interval.low);
  return words + figure(quantity.interval.low) + " to " + figure(quantity.interval.high);
}

std::string quantity_words(const Quantity& quantity) {
  const std::string words = number_words(quantity);
  if (quantity.kind == FigureKind::word && quantity.relation != Relation::vague && !quantity.words.empty())
    return words;
  if (quantity.rule == "bare-unit" || quantity.unit.empty() || quantity.unit == "year of age")
    return words;  // "hours"; "age: 27"
  if (quantity.unit == "magnitude") return "magnitude " + words;
  if (quantity.unit == "ordinal" && quantity.from == quantity.to && quantity.from == std::floor(quantity.from))
    return std::string(hedge_words(quantity)) + place_words(quantity.from);
  return words + (quantity.unit == "percentage" ? " %" : " " + plural_unit(quantity));
}

// " night" of the TIMEX3 value "XXXX-WXX-1TNI"; nothing of a time by the clock, which is told by a claim of its own.
std::string_view part_of_day(std::string_view value) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 4> parts = {
      {{"TMO", " morning"}, {"TAF", " afternoon"}, {"TEV", " evening"}, {"TNI", " night"}}};
  const auto part =
      std::find_if(parts.begin(), parts.end(), [&](const auto& one) { return value.ends_with(one.first); });
  return part == parts.end() ? std::string_view() : part->second;
}

// "spring" of the TIMEX3 value "XXXX-SP", "weekend" of "XXXX-WXX-WE".
std::string_view named_stretch(std::string_view value) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 5> names = {{{"XXXX-SP", "spring"},
                                                                                   {"XXXX-SU", "summer"},
                                                                                   {"XXXX-FA", "autumn"},
                                                                                   {"XXXX-WI", "winter"},
                                                                                   {"XXXX-WXX-WE", "weekend"}}};
  const auto name = std::ranges::find(names, value, [](const auto& one) { return one.first; });
  return name == names.end() ? std::string_view() : name->second;
}

// "today", "yesterday morning", "last night".
std::string day_words(int shift, std::string_view part) {
  if (part == " night" && shift == 0) return "tonight";
  if (shift == 0) return part.empty() ? "today" : fmt::format("this{}", part);
  if (shift == -1) return part == " night" ? "last night" : fmt::format("yesterday{}", part);
  if (shift == 1) return fmt::format("tomorrow{}", part);
  return shift < 0 ? fmt::format("{} days ago{}", -shift, part) : fmt::format("in {} days{}", shift, part);
}

std::string_view name_of(Grain grain) {
  constexpr std::array<std::string_view, 12> names = {"minute", "hour",   "part of the day", "day",
                                                      "week",   "month",  "quarter",         "season",
                                                      "year",   "decade", "century",         "time"};
  return names[static_cast<std::size_t>(grain)];
}

// "last week", "this year", "2 months ago", "a century ago".
std::string shift_words(int shift, Grain grain) {
  const std::string unit(name_of(grain));
  if (shift == -1 && (grain == Grain::decade || grain == Grain::century)) return fmt::format("a {} ago", unit);
  if (-1 <= shift && shift <= 1) return (shift < 0 ? "last " : shift == 0 ? "this " : "next ") + unit;
  return shift < 0 ? fmt::format("{} {} ago", -shift, plural(unit)) : fmt::format("in {} {}", shift, plural(unit));
}

// Thanksgiving is "4th Thursday of November".
std::string holiday_words(const DayReference& reference) {
  constexpr std::array<std::string_view, 6> places = {"last", "1st", "2nd", "3rd", "4th", "5th"};
  return fmt::format("{} {} of {}", places[static_cast<std::size_t>(std::max(reference.nth, 0))],
                     time::weekday_name(reference.weekday), time::month_name(reference.month));
}

// The digit that ends a TIMEX3 value of this beginning, where it is no more than `most`; else 0.
int digit_behind(std::string_view beginning, std::string_view value, int most) {
  if (!value.starts_with(beginning) || value.size() != beginning.size() + 1) return 0;
  const int digit = value.back() - '0';
  return digit < 1 || digit > most ? 0 : digit;
}

// "every Monday", "every summer", "every year", of the TIMEX3 values "XXXX-WXX-1", "XXXX-SU", "P1Y"; of others the
// value.
std::string set_words(std::string_view value) {
  constexpr std::array<std::pair<std::string_view, std::string_view>, 6> units = {
      {{"PT1H", "hour"}, {"P1D", "day"}, {"P1W", "week"}, {"P1M", "month"}, {"P1Q", "quarter"}, {"P1Y", "year"}}};
  if (const int weekday = digit_behind("XXXX-WXX-", value, 7); weekday != 0)
    return fmt::format("every {}", time::weekday_name(weekday));
  if (const auto named = named_stretch(value); !named.empty()) return fmt::format("every {}", named);
  const auto unit = std::ranges::find(units, value, [](const auto& one) { return one.first; });
  return unit == units.end() ? std::string(value) : fmt::format("every {}", unit->second);
}

// "Monday", "Monday night", "November 19", "last week": what is known while the day of publication is not.
std::string unresolved_words(const DateExpression& date) {
  const DayReference& reference = date.reference;
  if (date.type == TimexType::set) return set_words(date.value);
  if (date.type != TimexType::time && date.type != TimexType::date) return date.value;
  if (const int quarter = digit_behind("XXXX-Q", date.value, 4); quarter != 0) return place_words(quarter) + " quarter";
  const auto part = part_of_day(date.value);
  if (const int weekday = time::weekday_of(reference); weekday != 0)
    return fmt::format("{}{}", time::weekday_name(weekday), part);
  if (reference.month != 0 && reference.day != 0)
    return fmt::format("{} {}{}", time::month_name(reference.month), reference.day, part);
  if (reference.month != 0 && date.grain == Grain::month) return std::string(time::month_name(reference.month));
  if (const auto named = named_stretch(date.value); !named.empty()) return std::string(named);
  const bool has_hour = date.value.find(':') != std::string::npos;
  if (has_hour && reference.shift == 0) return date.value.substr(date.value.find('T') + 1);
  const bool is_open = date.value.find_first_not_of("X-WQ") == std::string::npos || !part.empty() || has_hour;
  if (!is_open) return date.value;
  if (reference.nth != 0 && reference.plus_days == 0) return holiday_words(reference);
  if (!reference.needs_publication || reference.nth != 0 || reference.easter)
    return fmt::format("a {} that is not told", name_of(date.grain));
  return reference.shift_grain == Grain::day ? day_words(reference.shift + reference.plus_days, part)
                                             : shift_words(reference.shift, reference.shift_grain);
}

// "19th century" of the TIMEX3 value "18", which counts the hundreds.
std::string century_words(std::string_view hundreds) {
  const int number = (hundreds[0] - '0') * 10 + (hundreds[1] - '0') + 1;
  const bool teen = number / 10 == 1;
  constexpr std::array<std::string_view, 4> endings = {"th", "st", "nd", "rd"};
  const auto last = static_cast<std::size_t>(number % 10);
  const auto ending = teen || last >= endings.size() ? endings[0] : endings[last];
  return fmt::format("{}{} century", number, ending);
}

std::string date_words(const DateExpression& date) {
  if (date.grain == Grain::decade && date.value.size() == 3) return date.value + "0s";
  if (date.grain == Grain::century && date.value.size() == 2) return century_words(date.value);
  if (!date.resolved) return unresolved_words(date);
  if (date.days.first == date.days.last) {
    return fmt::format("{} ({})", time::iso_day(date.days.first),
                       time::weekday_name(time::weekday_of(date.days.first)));
  }
  return date.value;
}

// ---- times of the day

constexpr double minutes_an_hour = 60;

// Minutes since midnight of "2016-02-05T08:15"; nothing when no clock time is stated.
std::optional<double> minutes_of(const DateExpression& date) {
  const auto at = date.value.find('T');
  if (at == std::string::npos || date.value.size() < at + 6 || date.value[at + 3] != ':') return std::nullopt;
  const auto digit = [&](std::size_t offset) { return static_cast<double>(date.value[at + offset] - '0'); };
  return (digit(1) * 10 + digit(2)) * minutes_an_hour + digit(4) * 10 + digit(5);
}

// Minutes that the zone of "time (UTC-04:00)" is ahead of GMT; nothing for local time and zones that only have a name.
std::optional<double> minutes_ahead(std::string_view property) {
  constexpr std::string_view prefix = "time (UTC";
  constexpr std::size_t length = prefix.size() + std::string_view("-04:00)").size();
  if (!property.starts_with(prefix) || property.size() != length) return std::nullopt;
  const auto digit = [&](std::size_t offset) { return static_cast<double>(property[prefix.size() + offset] - '0'); };
  const double minutes = (digit(1) * 10 + digit(2)) * minutes_an_hour + digit(4) * 10 + digit(5);
  return property[prefix.size()] == '-' ? -minutes : minutes;
}

// In GMT where the zone is known, else as written.
double clock_of(const Extraction& extraction, const Claim& claim) {
  constexpr double minutes_a_day = 24 * minutes_an_hour;
  const double written = minutes_of(extraction.dates[static_cast<std::size_t>(claim.date)]).value_or(0);
  const auto ahead = minutes_ahead(claim.property);
  return ahead ? std::fmod(written - *ahead + minutes_a_day, minutes_a_day) : written;
}

// How far "about 8:40" may lie from it: full and half hours are rounded the most.
double clock_slack(double minutes) {
  if (std::fmod(minutes, 30) == 0) return 10;
  return std::fmod(minutes, 5) == 0 ? 5 : 2;
}

// What a clock time allows, in minutes since midnight; `hedge` as the claim's term has it.
Interval clock_interval(double minutes, std::string_view hedge) {
  const double slack = clock_slack(minutes);
  if (hedge == "after") return {minutes, minutes + 30};
  if (hedge == "before") return {minutes - 30, minutes};
  if (hedge == "alarm") return {minutes - 45, minutes + slack};  // help is called after it began
  if (hedge == "about") return {minutes - slack, minutes + slack};
  return std::fmod(minutes, 30) == 0 ? Interval{minutes - 5, minutes + 5} : Interval{minutes, minutes};
}

std::string clock_words(double minutes, const Claim& claim) {
  const std::string& hedge = claim.term;
  std::string clock =
      fmt::format("{:02.0f}:{:02.0f}", std::floor(minutes / minutes_an_hour), std::fmod(minutes, minutes_an_hour));
  if (minutes_ahead(claim.property)) clock += " GMT";
  if (hedge == "alarm") return "called at " + clock;
  return hedge.empty() ? clock : hedge + " " + clock;
}

}  // namespace

std::string comparable_property(const Claim& claim) {
  return minutes_ahead(claim.property) ? "time (GMT)" : claim.property;
}

bool is_clock(const Claim& claim) { return claim.kind == ClaimKind::date && claim.property.starts_with("time"); }

namespace {

// The words of a day that leave its year or week open.
PartialDay partial_day(const DateExpression& date) {
  PartialDay day;
  day.weekday = time::weekday_of(date.reference);
  if (date.reference.month != 0 && date.reference.nth == 0) {
    day.month = date.reference.month;
    day.day = date.reference.day;
  }
  return day;
}

Interval days_interval(const DateExpression& date) {
  constexpr Days open{};
  return {date.days.first == open.first ? -unbounded : static_cast<double>(date.days.first),
          date.days.last == open.last ? unbounded : static_cast<double>(date.days.last)};
}

bool is_deictic(const DateExpression& date) {
  const DayReference& reference = date.reference;
  return reference.needs_publication && date.grain == Grain::day && reference.shift_grain == Grain::day &&
         std::abs(reference.shift) <= 1 && reference.weekday == 0 && reference.month == 0 && reference.plus_days == 0 &&
         !reference.easter;
}

void set_days(Value& value, const DateExpression& date) {
  value.interval = days_interval(date);
  value.deictic = is_deictic(date);
  if (date.grain == Grain::day || !date.resolved) value.day = partial_day(date);
}

}  // namespace

Value day_value(const DateExpression& date) {
  Value value;
  value.kind = ClaimKind::date;
  set_days(value, date);
  return value;
}

namespace {

// "Nobody was killed", "none of the boats sank": the verb is denied, and what is stated is a number like any other.
Polarity polarity_of(const Extraction& extraction, const Claim& claim) {
  if (claim.kind != ClaimKind::quantity || claim.polarity != Polarity::denied) return claim.polarity;
  const auto& quantity = extraction.quantities[static_cast<std::size_t>(claim.quantity)];
  const bool none = quantity.rule == "none-of-them" && quantity.interval.high == 0;
  return none ? Polarity::asserted : claim.polarity;
}

}  // namespace

Value value_of(const Extraction& extraction, const Claim& claim) {
  Value value;
  value.kind = claim.kind;
  value.polarity = polarity_of(extraction, claim);
  value.modality = claim.modality;
  switch (claim.kind) {
    case ClaimKind::quantity: {
      const auto& quantity = extraction.quantities[static_cast<std::size_t>(claim.quantity)];
      value.interval = {quantity.interval.low * quantity.factor + quantity.offset,
                        quantity.interval.high * quantity.factor + quantity.offset};
      // Somebody of 51 has not turned 52.
      if (quantity.dimension == "age" && quantity.relation == Relation::equal)
        value.interval.high += 0.99 * quantity.factor;
      value.relation = quantity.relation;
      value.factor = quantity.factor;
      value.stated = end_of_change(quantity).value_or(quantity.from) * quantity.factor + quantity.offset;
      if (end_of_change(quantity)) value.relation = Relation::equal;
      break;
    }
    case ClaimKind::date: {
      const auto& date = extraction.dates[static_cast<std::size_t>(claim.date)];
      if (is_clock(claim)) {
        value.stated = clock_of(extraction, claim);
        value.interval = clock_interval(value.stated, claim.term);
        value.half_unknown = date.half_unknown;
        break;
      }
      set_days(value, date);
      break;
    }
    case ClaimKind::term:
      value.term = claim.term;
      break;
    case ClaimKind::proposition:
      value.term = claim.term;
      value.pole = claim.pole;
      value.so_far = claim.so_far;
      break;
  }
  return value;
}

namespace {

// "yes", "no"; on a scale "deliberate", "not deliberate"
std::string proposition_words(const Claim& claim) {
  const bool denied = claim.polarity == Polarity::denied;
  if (claim.pole == Pole::none) return denied ? claim.so_far ? "not so far" : "no" : "yes";
  return (denied ? "not " : "") + claim.term;
}

}  // namespace

std::string words_of(const Extraction& extraction, const Claim& claim) {
  std::string words;
  switch (claim.kind) {
    case ClaimKind::quantity:
      words = quantity_words(extraction.quantities[static_cast<std::size_t>(claim.quantity)]);
      break;
    case ClaimKind::date:
      words = is_clock(claim) ? clock_words(clock_of(extraction, claim), claim)
                              : date_words(extraction.dates[static_cast<std::size_t>(claim.date)]);
      break;
    case ClaimKind::term:
      words = claim.term;
      break;
    case ClaimKind::proposition:
      words = proposition_words(claim);
      break;
  }
  if (polarity_of(extraction, claim) == Polarity::denied && claim.kind != ClaimKind::proposition)
    words = words.empty() ? "denied" : "denied: " + words;
  if (claim.polarity == Polarity::retracted) words = words.empty() ? "withdrawn" : "withdrawn: " + words;
  if (claim.polarity == Polarity::declined) words = "declined to say";
  if (claim.modality == Modality::hedged) words += " (hedged)";
  if (claim.modality == Modality::planned) words += " (planned)";
  if (claim.modality == Modality::hypothetical) words += " (hypothetical)";
  return words;
}

}  // namespace corroborate::reconciliation
