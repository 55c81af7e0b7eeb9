// JUnit XML, as continuous integration reads it: a suite a story, a case a finding; a warning or an error is a failure,
// and a conflict that was turned off is skipped.
#include <fmt/format.h>

#include <algorithm>

#include "corroborate/names.h"
#include "report/formats.h"
#include "report/places.h"
#include "report/text_layout.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

std::string escape(std::string_view text) {
  std::string out;
  for (const char c : clean(text)) {
    switch (c) {
      case '&': out += "&amp;"; break;
      case '<': out += "&lt;"; break;
      case '>': out += "&gt;"; break;
      case '"': out += "&quot;"; break;
      case '\n': out += "&#10;"; break;
      default: out += c;
    }
  }
  return out;
}

bool fails(const Finding& finding) { return finding.severity >= Level::warning; }

bool is_skipped(const Finding& finding) { return finding.verdict == Verdict::conflict && finding.severity == Level::off; }

std::string case_of(const Report& report, const Finding& finding) {
  std::string out = fmt::format("    <testcase classname=\"{}\" name=\"{}\"", escape(report.stories[finding.story].id), escape(finding.id));
  if (is_skipped(finding)) return out + ">\n      <skipped message=\"severity off\"/>\n    </testcase>\n";
  if (!fails(finding)) return out + "/>\n";
  out += fmt::format(">\n      <failure type=\"{}\" message=\"{}\">", name_of(finding.verdict), escape(headline_of(finding)));
  for (const auto number : claims_of(finding)) {
    const ReportClaim& claim = report.claims[number];
    out += escape(fmt::format("{}  {}: {}  \"{}\"", place_of(report, claim), voice_of(report, claim), value_in_words(claim), claim.quote)) + "\n";
  }
  return out + "</failure>\n    </testcase>\n";
}

}  // namespace

std::string write_junit(const Report& report, const WriteOptions&) {
  std::string suites;
  std::size_t tests = 0, failures = 0, skips = 0;
  for (std::uint32_t story = 0; story < report.stories.size(); ++story) {
    std::string cases;
    std::size_t here = 0, failed = 0, skipped = 0;
    for (const Finding& finding : report.findings) {
      if (finding.story != story || finding.verdict == Verdict::single) continue;
      cases += case_of(report, finding);
      ++here;
      failed += fails(finding);
      skipped += is_skipped(finding);
    }
    if (here == 0) continue;
    suites += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" skipped=\"{}\">\n{}  </testsuite>\n",
                          escape(report.stories[story].id), here, failed, skipped, cases);
    tests += here;
    failures += failed;
    skips += skipped;
  }
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"corroborate\" tests=\"{}\" failures=\"{}\" "
      "skipped=\"{}\">\n{}</testsuites>\n",
      tests, failures, skips, suites);
}

}  // namespace corroborate::reporting
