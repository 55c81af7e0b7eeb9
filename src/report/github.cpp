// Workflow commands of GitHub Actions: one annotation a conflict, and for any other difference that is a warning or an
// error. It stands at the first of the lines that differ and names the others.
#include <fmt/format.h>

#include "report/ci.h"
#include "report/formats.h"
#include "report/order.h"
#include "report/places.h"
#include "report/text_layout.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

// In a property also what ends one.
std::string escape(std::string_view text, bool property) {
  std::string out;
  for (const char c : clean(text)) {
    if (c == '%')
      out += "%25";
    else if (c == '\r')
      out += "%0D";
    else if (c == '\n')
      out += "%0A";
    else if (property && c == ':')
      out += "%3A";
    else if (property && c == ',')
      out += "%2C";
    else
      out += c;
  }
  return out;
}

// Empty where nobody is to be called.
std::string_view command_of(const Finding& finding) {
  if (finding.severity == Level::error) return "error";
  if (finding.severity == Level::warning) return "warning";
  return finding.severity == Level::note && finding.verdict == Verdict::conflict ? "notice" : "";
}

std::string stated(const Report& report, const Finding& finding, std::uint32_t number) {
  const Position& position = finding.positions[number];
  const ReportClaim& claim = report.claims[position.claims.front()];
  return fmt::format("{} ({}, {})", value_in_words(finding, position), voice_of(report, claim),
                     place_of(report, claim));
}

std::string annotation(const Report& report, const Finding& finding, std::string_view command) {
  const auto positions = deciding_positions(finding);
  const ReportClaim& claim = report.claims[finding.positions[positions.front()].claims.front()];
  std::string values;
  for (const std::uint32_t position : positions)
    values += (values.empty() ? "" : " | ") + stated(report, finding, position);
  return fmt::format(
      "::{} file={},line={}{},title={}::{}\n", command, escape(report.articles[claim.article].path, true), claim.line,
      claim.column == 0 ? std::string() : fmt::format(",col={}", claim.column),
      escape((finding.verdict == Verdict::conflict ? "Sources conflict on " : "Sources differ on ") + topic_of(finding),
             true),
      escape(values + "; " + clean(finding.id), false));
}

std::string row_annotation(const Problem& row, std::string_view command) {
  return fmt::format("::{} file={},line={},title={}::{}\n", command, escape(row.path, true), row.line, "Expectation",
                     escape(row.message, false));
}

}  // namespace

std::string github(const Report& report, const CheckResult* check) {
  std::string out;
  if (check != nullptr) {
    for (const Problem& row : check->broken) out += row_annotation(row, "error");
    for (const Problem& row : check->stale) out += row_annotation(row, "notice");
  }
  for (const Finding& finding : report.findings) {
    const std::string_view command = command_of(finding);
    if (!command.empty() && !is_accepted(check, finding)) out += annotation(report, finding, command);
  }
  return out;
}

std::string write_github(const Report& report, const WriteOptions&) { return github(report, nullptr); }

}  // namespace corroborate::reporting
