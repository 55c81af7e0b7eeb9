// Tidy data: one row a claim of a finding, one column a fact, nothing twice in one cell.
#include "report/csv.h"

#include <fmt/format.h>

#include <array>
#include <charconv>
#include <cmath>

#include "corroborate/names.h"
#include "report/csv_profiles.h"
#include "report/formats.h"
#include "report/writers.h"

namespace corroborate::reporting {
namespace {

bool is_number(std::string_view cell) {
  double value = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), value);
  return error == std::errc{} && end == cell.data() + cell.size();
}

bool is_formula(std::string_view cell) {
  return !cell.empty() && std::string_view("=+-@\t\r").find(cell[0]) != std::string_view::npos && !is_number(cell);
}

void append_cell(std::string& out, std::string_view cell) {
  const std::string guarded = is_formula(cell) ? "'" + std::string(cell) : std::string(cell);
  if (guarded.find_first_of(",\"\r\n") == std::string::npos) {
    out += guarded;
    return;
  }
  out += '"';
  for (const char c : guarded) {
    if (c == '"') out += '"';
    out += c;
  }
  out += '"';
}

std::string via_of(const ReportClaim& claim) {
  std::string via;
  for (std::size_t i = 0; i + 1 < claim.chain.size(); ++i) via += (i == 0 ? "" : " > ") + claim.chain[i];
  return via;
}

std::vector<std::string> row_of(const Report& report, const Finding& finding, const Position& position,
                                const ReportClaim& claim) {
  const ReportArticle& article = report.articles[claim.article];
  const ReportEvent& event = report.events[finding.event];
  return {report.stories[finding.story].id,
          event.id,
          event.event_class,
          event.place,
          event.first,
          event.last,
          finding.id,
          std::string(name_of(finding.verdict)),
          std::string(name_of(finding.kind)),
          finding.property,
          finding.population,
          position.value,
          claim.value,
          number_cell(claim.interval.low),
          number_cell(claim.interval.high),
          std::string(name_of(claim.polarity)),
          std::string(name_of(claim.modality)),
          claim.as_of,
          claim.origin,
          claim.chain.empty() ? std::string{} : claim.chain.back(),
          via_of(claim),
          article.id,
          article.outlet,
          article.publisher,
          article.published,
          article.url,
          article.path,
          std::to_string(claim.line),
          std::to_string(claim.column),
          std::to_string(claim.span.begin),
          std::to_string(claim.span.end),
          claim.quote,
          claim.id};
}

}  // namespace

void append_row(std::string& out, const std::vector<std::string>& cells) {
  for (std::size_t i = 0; i < cells.size(); ++i) {
    if (i > 0) out += ',';
    append_cell(out, cells[i]);
  }
  out += "\r\n";
}

std::string number_cell(double value) { return std::isfinite(value) ? fmt::format("{}", value) : std::string{}; }

std::string csv_head() {
  std::string out;
  append_row(out, {"story",     "event",   "event_class", "place",    "event_first_day", "event_last_day",
                   "finding",   "verdict", "kind",        "property", "population",      "position",
                   "value",     "low",     "high",        "polarity", "modality",        "as_of",
                   "origin",    "source",  "via",         "article",  "outlet",          "publisher",
                   "published", "url",     "path",        "line",     "column",          "start",
                   "end",       "quote",   "claim"});
  return out;
}

void append_csv(std::string& out, const Report& story) {
  for (const Finding& finding : story.findings)
    for (const Position& position : finding.positions)
      for (const auto claim : position.claims) append_row(out, row_of(story, finding, position, story.claims[claim]));
}

std::string write_csv(const Report& report, const WriteOptions& options) {
  if (!options.profile.empty()) return write_csv_profile(report, options.profile);
  std::string out = csv_head();
  append_csv(out, report);
  return out;
}

}  // namespace corroborate::reporting
