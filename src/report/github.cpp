// Workflow commands of GitHub Actions: an annotation at one claim of every position of a conflict, and of any other
// difference that is a warning or an error.
#include <fmt/format.h>

#include "report/formats.h"
#include "report/places.h"
#include "report/text_layout.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

// In a property also what ends one.
std::string escape(std::string_view text, bool property) {
  std::string out;
  for (const char c : clean(text)) {
    if (c == '%') out += "%25";
    else if (c == '\r') out += "%0D";
    else if (c == '\n') out += "%0A";
    else if (property && c == ':') out += "%3A";
    else if (property && c == ',') out += "%2C";
    else out += c;
  }
  return out;
}

// Empty where nobody is to be called.
std::string_view command_of(const Finding& finding) {
  if (finding.severity == Level::error) return "error";
  if (finding.severity == Level::warning) return "warning";
  return finding.severity == Level::note && finding.verdict == Verdict::conflict ? "notice" : "";
}

}  // namespace

std::string write_github(const Report& report, const WriteOptions&) {
  std::string out;
  for (const Finding& finding : report.findings) {
    const std::string_view command = command_of(finding);
    if (command.empty()) continue;
    for (const Position& position : finding.positions) {
      const ReportClaim& claim = report.claims[position.claims.front()];
      out += fmt::format("::{} file={},line={},col={},title={}::{}\n", command,
                         escape(report.articles[claim.article].path, true), claim.line, claim.column,
                         escape((finding.verdict == Verdict::conflict ? "Sources conflict on " : "Sources differ on ") + topic_of(finding), true),
                         escape(voice_of(report, claim) + " has " + value_in_words(finding, position) + "; " + headline_of(finding), false));
    }
  }
  return out;
}

}  // namespace corroborate::reporting
