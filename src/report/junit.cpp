// JUnit XML, as continuous integration reads it: a suite a story, a case a finding; a warning or an error is a failure,
// and a conflict that was turned off is skipped.
#include <fmt/format.h>

#include <algorithm>

#include "corroborate/names.h"
#include "report/ci.h"
#include "report/formats.h"
#include "report/html_text.h"
#include "report/places.h"
#include "report/text_layout.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

// In an attribute a line end would be read as a blank.
std::string attribute(std::string_view text) {
  std::string out;
  for (const char c : escape(text)) {
    if (c == '\n')
      out += "&#10;";
    else
      out += c;
  }
  return out;
}

bool fails(const Finding& finding, const CheckResult* check) {
  return finding.severity >= Level::warning && !is_accepted(check, finding);
}

bool is_skipped(const Finding& finding) {
  return finding.verdict == Verdict::conflict && finding.severity == Level::off;
}

std::string case_of(const Report& report, const Finding& finding, const CheckResult* check) {
  std::string out = fmt::format("    <testcase classname=\"{}\" name=\"{}\"",
                                attribute(report.stories[finding.story].id), attribute(finding.id));
  if (is_skipped(finding)) return out + ">\n      <skipped message=\"severity off\"/>\n    </testcase>\n";
  if (!fails(finding, check)) return out + "/>\n";
  out += fmt::format(">\n      <failure type=\"{}\" message=\"{}\">", name_of(finding.verdict),
                     attribute(headline_of(finding)));
  for (const auto number : claims_of(finding)) {
    const ReportClaim& claim = report.claims[number];
    out += attribute(fmt::format("{}  {}: {}  \"{}\"", place_of(report, claim), voice_of(report, claim),
                                 value_in_words(claim), claim.quote)) +
           "\n";
  }
  return out + "</failure>\n    </testcase>\n";
}

struct Counts {
  std::size_t tests = 0, failures = 0, skipped = 0;
};

std::string suite_of(std::string_view name, const Counts& counts, const std::string& cases) {
  if (counts.tests == 0) return {};
  return fmt::format("  <testsuite name=\"{}\" tests=\"{}\" failures=\"{}\" skipped=\"{}\">\n{}  </testsuite>\n",
                     attribute(name), counts.tests, counts.failures, counts.skipped, cases);
}

std::string story_suite(const Report& report, std::uint32_t story, const CheckResult* check, Counts& all) {
  Counts here;
  std::string cases;
  for (const Finding& finding : report.findings) {
    if (finding.story != story || finding.verdict == Verdict::single) continue;
    cases += case_of(report, finding, check);
    ++here.tests;
    here.failures += fails(finding, check);
    here.skipped += is_skipped(finding);
  }
  all = {all.tests + here.tests, all.failures + here.failures, all.skipped + here.skipped};
  return suite_of(report.stories[story].id, here, cases);
}

// Every row that does not hold.
std::string rows_suite(const CheckResult& check, Counts& all) {
  std::string cases;
  for (const Problem& row : check.broken) {
    const std::string place = fmt::format("{}:{}", row.path, row.line);
    cases += fmt::format(
        "    <testcase classname=\"expectations\" name=\"{}\">\n      <failure type=\"broken\" message=\"{}\"/>\n    "
        "</testcase>\n",
        attribute(place), attribute(row.message));
  }
  const std::size_t rows = check.broken.size();
  all.tests += rows;
  all.failures += rows;
  return suite_of("expectations", {rows, rows, 0}, cases);
}

}  // namespace

std::string junit(const Report& report, const CheckResult* check) {
  Counts all;
  std::string suites = check == nullptr ? std::string() : rows_suite(*check, all);
  for (std::uint32_t story = 0; story < report.stories.size(); ++story)
    suites += story_suite(report, story, check, all);
  return fmt::format(
      "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<testsuites name=\"corroborate\" tests=\"{}\" failures=\"{}\" "
      "skipped=\"{}\">\n{}</testsuites>\n",
      all.tests, all.failures, all.skipped, suites);
}

std::string write_junit(const Report& report, const WriteOptions&) { return junit(report, nullptr); }

}  // namespace corroborate::reporting
