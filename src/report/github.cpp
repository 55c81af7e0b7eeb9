// Workflow commands of GitHub Actions: an annotation at one claim of every position of a conflict.
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

}  // namespace

std::string write_github(const Report& report, const WriteOptions&) {
  std::string out;
  for (const Finding& finding : report.findings) {
    if (finding.verdict != Verdict::conflict) continue;
    for (const Position& position : finding.positions) {
      const ReportClaim& claim = report.claims[position.claims.front()];
      out += fmt::format("::warning file={},line={},col={},title={}::{}\n", escape(report.articles[claim.article].path, true), claim.line, claim.column,
                         escape("Sources conflict on " + topic_of(finding), true),
                         escape(voice_of(report, claim) + " has " + position.value + "; " + headline_of(finding), false));
    }
  }
  return out;
}

}  // namespace corroborate::reporting
