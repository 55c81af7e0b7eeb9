// JUnit XML, as continuous integration reads it: a suite a story, a case a finding; a conflict is a failure.
#include <fmt/format.h>

#include <algorithm>

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

std::string case_of(const Report& report, const Finding& finding) {
  std::string out = fmt::format("    <testcase classname=\"{}\" name=\"{}\"", escape(report.stories[finding.story].id), escape(finding.id));
  if (finding.verdict != Verdict::conflict) return out + "/>\n";
  out += fmt::format(">\n      <failure type=\"conflict\" message=\"{}\">", escape(headline_of(finding)));
  for (const auto number : claims_of(finding)) {
    const ReportClaim& claim = report.claims[number];
    out += escape(fmt::format("{}  {}: {}  \"{}\"", place_of(report, claim), voice_of(report, claim), claim.value, claim.quote)) + "\n";
  }
  return out + "</failure>\n    </testcase>\n";
}

}  // namespace

std::string write_junit(const Report& report, const WriteOptions&) {
  std::string suites;
  std::size_t tests = 0, failures = 0;
  for (std::uint32_t story = 0; story < report.stories.size(); ++story) {
    std::string cases;
    std::size_t here = 0, failed = 0;
    for (const Finding& finding : report.findings) {
      if (finding.story != story || finding.verdict == Verdict::single) continue;
      cases += case_of(report, finding);
      ++here;
      failed += finding.verdict == Verdict::conflict;
    }
    if (here == 0) continue;
    suites += fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\">\n{}  </testsuite>\n", escape(report.stories[story].id), here, failed, cases);
    tests += here;
    failures += failed;
  }
  return fmt::format("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"corroborate\" tests=\"{}\" failures=\"{}\">\n{}</testsuites>\n", tests,
                     failures, suites);
}

}  // namespace corroborate::reporting
