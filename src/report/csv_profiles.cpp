// Column names after the code books of UCDP GED (version 23), ACLED (2021) and Iraq Body Count; only columns that the
// articles can fill. Nothing is guessed: a toll without a best value leaves that cell empty.
#include "report/csv_profiles.h"

#include <algorithm>
#include <cmath>
#include <set>

#include "report/csv.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

struct Toll {
  const Finding& finding;
  const ReportEvent& event;
  double low = INFINITY, high = -INFINITY;
  std::string best;
  std::string sources;   // outlets, by name
  std::string articles;  // their ids
  std::string origins;
};

std::string join(const std::set<std::string>& names) {
  std::string text;
  for (const auto& name : names) text += (text.empty() ? "" : "; ") + name;
  return text;
}

Toll toll_of(const Report& report, const Finding& finding) {
  Toll toll{
      finding, report.events[finding.event], INFINITY, -INFINITY, finding.best == "none" ? "" : finding.best, {}, {},
      {}};
  std::set<std::string> outlets, articles, origins;
  for (const Position& position : finding.positions) {
    if (std::isfinite(position.interval.low)) toll.low = std::min(toll.low, position.interval.low);
    const double high = std::isfinite(position.interval.high) ? position.interval.high : position.interval.low;
    if (std::isfinite(high)) toll.high = std::max(toll.high, high);
    for (const auto origin : position.origins) origins.insert(report.origins[origin].label);
    for (const auto claim : position.claims) {
      const ReportArticle& article = report.articles[report.claims[claim].article];
      outlets.insert(article.outlet.empty() ? article.id : article.outlet);
      articles.insert(article.id);
    }
  }
  toll.sources = join(outlets);
  toll.articles = join(articles);
  toll.origins = join(origins);
  return toll;
}

std::string year_of(const ReportEvent& event) { return event.first.substr(0, 4); }

std::vector<std::string> ucdp_row(const Toll& toll) {
  return {toll.finding.id,
          year_of(toll.event),
          toll.event.first,
          toll.event.last,
          toll.event.place,
          toll.event.event_class,
          toll.finding.population,
          toll.best,
          number_cell(toll.high),
          number_cell(toll.low),
          toll.sources,
          toll.origins,
          toll.articles};
}

std::vector<std::string> acled_row(const Toll& toll) {
  return {toll.finding.id,
          toll.event.first,
          year_of(toll.event),
          toll.event.event_class,
          toll.event.place,
          toll.sources,
          topic_of(toll.finding) + ": " + grade_in_words(toll.finding),
          toll.best};
}

std::vector<std::string> ibc_row(const Toll& toll) {
  return {toll.finding.id,       toll.event.first,        toll.event.last,
          toll.event.place,      toll.finding.population, toll.event.event_class,
          number_cell(toll.low), number_cell(toll.high),  toll.sources};
}

struct Profile {
  std::string_view name;
  std::vector<std::string> columns;
  std::vector<std::string> (*row)(const Toll& toll);
};

const std::vector<Profile>& profiles() {
  static const std::vector<Profile> table = {
      {"ucdp-like",
       {"id", "year", "date_start", "date_end", "where_description", "event_type", "side", "best", "high", "low",
        "source_article", "source_original", "articles"},
       ucdp_row},
      {"acled",
       {"event_id_cnty", "event_date", "year", "event_type", "location", "source", "notes", "fatalities"},
       acled_row},
      {"ibc",
       {"IBC code", "Start Date", "End Date", "Location", "Target", "Weapons", "Reported Minimum", "Reported Maximum",
        "Sources"},
       ibc_row},
  };
  return table;
}

}  // namespace

std::vector<std::string_view> csv_profiles() {
  std::vector<std::string_view> names;
  for (const auto& profile : profiles()) names.push_back(profile.name);
  return names;
}

std::string write_csv_profile(const Report& report, std::string_view name) {
  const auto profile = std::ranges::find(profiles(), name, &Profile::name);
  if (profile == profiles().end()) return {};
  std::string out;
  append_row(out, profile->columns);
  for (const Finding& finding : report.findings)
    if (finding.property == "killed.count") append_row(out, profile->row(toll_of(report, finding)));
  return out;
}

}  // namespace corroborate::reporting
