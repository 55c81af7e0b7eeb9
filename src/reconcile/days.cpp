// The day of the story's main event comes from the articles that report it as news; an undated one was written on the
// first day from which its own "Saturday", "today" or "yesterday" points to it.
#include "reconcile/days.h"

#include <fmt/format.h>

#include <algorithm>
#include <limits>
#include <map>
#include <optional>

#include "time/civil.h"
#include "time/resolve.h"

namespace corroborate::reconciliation {

namespace {

constexpr int latest_report = 6;  // days after the event: a bare weekday never reaches further back
constexpr int news = 31;          // days after the event: later articles look back on it, and so may undated ones

int main_date_number(const Extraction& extraction) {
  for (const auto& event : extraction.events) {
    if (event.main && event.date != no_index) return event.date;
  }
  return no_index;
}

const DateExpression* main_date(const Extraction& extraction) {
  const int number = main_date_number(extraction);
  return number == no_index ? nullptr : &extraction.dates[static_cast<std::size_t>(number)];
}

// The claim that rests on the day of the main event, or null.
const Claim* main_claim(const Extraction& extraction) {
  const int number = main_date_number(extraction);
  for (const auto& claim : extraction.claims)
    if (claim.kind == ClaimKind::date && claim.date == number && number != no_index) return &claim;
  return nullptr;
}

// "a.txt, line 3: "killed nine on Saturday""; its id alone where no claim rests on the day.
std::string place_of(const Extraction& extraction) {
  const Claim* claim = main_claim(extraction);
  if (claim == nullptr) return extraction.article.id;
  std::string quote = claim->quote;
  std::ranges::replace_if(
      quote, [](char c) { return c == '\n' || c == '\r'; }, ' ');
  return fmt::format("{}, line {}: \"{}\"", extraction.article.id, claim->line, quote);
}

bool looks_back(const Extraction& extraction, const DateExpression& date) {
  return extraction.article.published && extraction.article.published->day - date.days.last > news;
}

struct MainDay {
  Day day = 0;
  std::string place;      // of the first article that says it
  bool is_dated = false;  // an article whose own day is known tells it
};

struct Votes {
  int dated = 0, undated = 0;  // articles whose own day is known or not
  std::string first;
};

// A full date in an undated article may be a birth, an anniversary, another year's event: alone it dates nothing.
bool is_borne_out(const Votes& votes) { return votes.dated > 0 || votes.undated > 1; }

// The day that most articles give their main event; ties go to the earlier day.
std::optional<MainDay> main_day(const std::vector<Extraction>& extractions, const std::vector<std::size_t>& group) {
  std::map<Day, Votes> votes;
  for (const auto a : group) {
    const DateExpression* date = main_date(extractions[a]);
    if (date == nullptr || !date->resolved || date->days.first != date->days.last || looks_back(extractions[a], *date))
      continue;
    auto& vote = votes[date->days.first];
    if (vote.first.empty()) vote.first = place_of(extractions[a]);
    ++(extractions[a].article.published ? vote.dated : vote.undated);
  }
  std::optional<MainDay> best;
  int most = 0;
  for (const auto& [day, vote] : votes) {
    if (!is_borne_out(vote) || vote.dated + vote.undated <= most) continue;
    most = vote.dated + vote.undated;
    best = MainDay{day, vote.first, vote.dated > 0};
  }
  return best;
}

// The words by which an article ties its own day to the main event's.
std::string note_for(const MainDay& main, const std::string& tie) {
  return fmt::format("the event of {} {}, dated by {}{}{}", time::weekday_name(time::weekday_of(main.day)),
                     time::iso_day(main.day), main.place, tie.empty() ? "; the first day that fits" : "; here it is ",
                     tie);
}

std::string words_of(const DateExpression& date) {
  if (const int weekday = time::weekday_of(date.reference); weekday != 0)
    return fmt::format("\"{}\"", time::weekday_name(weekday));
  if (date.reference.shift == 0) return "\"today\"";
  if (date.reference.shift == -1) return "\"yesterday\"";
  return fmt::format("{} days before", -date.reference.shift);
}

// "Saturday" (line 5)
std::string tie_of(const Extraction& extraction, const DateExpression& date) {
  const Claim* claim = main_claim(extraction);
  return claim == nullptr ? words_of(date) : fmt::format("{} (line {})", words_of(date), claim->line);
}

// "Friday", "yesterday" of the article that lie between the event and `published`: news of an event tells more of the
// days since than of the week before.
int days_since(const Extraction& extraction, Day event, Day published) {
  return static_cast<int>(std::ranges::count_if(extraction.dates, [&](const DateExpression& date) {
    if (!date.reference.needs_publication || date.reference.month != 0 || date.grain != Grain::day) return false;
    const Days days = time::days_of(date.reference, date.grain, published);
    return event <= days.first && days.last <= published;
  }));
}

// The first day from which `date` points to the event's (any day where it is null) and most days that the article names
// lie since; news is told soon: one such day is worth two days of waiting.
std::optional<Day> likeliest_day(const Extraction& extraction, const MainDay& main, const DateExpression* date) {
  std::optional<Day> best;
  int most = std::numeric_limits<int>::min();
  for (Day day = main.day; day <= main.day + latest_report; ++day) {
    if (date != nullptr && time::days_of(date->reference, date->grain, day).first != main.day) continue;
    const int worth = 2 * days_since(extraction, main.day, day) - (day - main.day);
    if (worth <= most) continue;
    most = worth;
    best = day;
  }
  return best;
}

// Where no dated article tells the day, an article that does not tie its own day to the event's would be dated by a
// guess upon a guess.
std::optional<PublishedDay> fit(const Extraction& extraction, const MainDay& main) {
  const DateExpression* date = main_date(extraction);
  if (date != nullptr && date->reference.needs_publication && date->grain == Grain::day) {
    if (const auto day = likeliest_day(extraction, main, date))
      return PublishedDay{*day, DayBasis::inferred, note_for(main, tie_of(extraction, *date))};
  }
  const bool is_of_other_day =
      date != nullptr && date->resolved && (main.day < date->days.first || main.day > date->days.last);
  if (!main.is_dated || is_of_other_day) return std::nullopt;
  return PublishedDay{*likeliest_day(extraction, main, nullptr), DayBasis::inferred, note_for(main, "")};
}

}  // namespace

void infer_days(std::vector<Extraction>& extractions, const std::vector<std::size_t>& group) {
  // The day of a file counts where nothing better is found.
  std::map<std::size_t, PublishedDay> of_files;
  for (const auto a : group) {
    auto& published = extractions[a].article.published;
    if (!published || published->basis != DayBasis::file) continue;
    of_files.emplace(a, std::move(*published));
    published.reset();
  }
  const auto main = main_day(extractions, group);
  for (const auto a : group) {
    Extraction& extraction = extractions[a];
    if (!extraction.article.published && main) extraction.article.published = fit(extraction, *main);
    if (const auto of_file = of_files.find(a); of_file != of_files.end() && !extraction.article.published)
      extraction.article.published = of_file->second;
    if (!extraction.article.published) continue;
    for (auto& date : extraction.dates) time::resolve(date, *extraction.article.published);
  }
}

}  // namespace corroborate::reconciliation
