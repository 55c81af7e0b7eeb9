// The JSON report as text: numbers, strings, what is left out, and a line for each element.
#include <cmath>
#include <limits>
#include <nlohmann/json.hpp>

#include "corroborate/corroborate.h"
#include "report/json_text.h"
#include "support/report.h"
#include "test.h"

using namespace corroborate;
using nlohmann::json;

namespace {

template <typename Value>
std::string written(const Value& value) {
  std::string out;
  reporting::append_value(out, value);
  return out;
}

json report_of(const Report& report) { return json::parse(write_report(report, "json", {})); }

}  // namespace

TEST_CASE("numbers_are_written_so_that_they_read_back_the_same") {
  for (const double number : {0.0, 83.0, -12.0, 0.1, 2.5, 1.0 / 3, 1e-5, 1e-7, 123456789.125, 1e14, 1e15, 6.02e23,
                              1e300, std::numeric_limits<double>::denorm_min(), std::numeric_limits<double>::max()}) {
    INFO(number);
    CHECK(json::parse(written(number)).is_number_float());
    CHECK(json::parse(written(number)).get<double>() == number);
  }
  CHECK(written(83.0) == "83.0");
  CHECK(written(std::uint32_t{4294967295U}) == "4294967295");
  CHECK(written(std::numeric_limits<double>::infinity()) == "null");
  CHECK(written(std::nan("")) == "null");
}

TEST_CASE("a_report_is_json_whatever_its_strings_hold") {
  Report report = testing::sample_report();
  report.claims[0].quote = "\"nine\"\\\n\x01 \xff";
  report.claims[0].context = report.claims[0].quote;
  CHECK(report_of(report)["claims"][0]["quote"] == "\"nine\"\\\n\x01 \uFFFD");
}

TEST_CASE("a_sentence_is_what_stands_around_its_quote") {
  Report report = testing::sample_report();
  report.claims[0].quote = "killed nine";
  const auto claim = [&](const char* context) {
    report.claims[0].context = context;
    return report_of(report)["claims"][0];
  };
  CHECK(claim("It killed nine dockers.")["before"] == "It ");
  CHECK(claim("It killed nine dockers.")["after"] == " dockers.");
  CHECK_FALSE(claim("killed nine.").contains("before"));
  CHECK_FALSE(claim("It killed nine").contains("after"));
  CHECK_FALSE(claim("It killed nine.").contains("context"));
  CHECK(claim("It killed  nine.")["context"] == "It killed  nine.");  // not letter by letter
}

TEST_CASE("what_says_nothing_is_left_out_and_what_says_something_is_not") {
  Report report = testing::sample_report();
  report.claims[0].unit = report.claims[0].dimension = report.claims[0].as_of = "";
  report.findings[0].positions[0].superseded = false;
  json written = report_of(report);
  for (const char* key : {"unit", "dimension", "as_of"}) CHECK_FALSE(written["claims"][0].contains(key));
  for (const char* key : {"superseded", "admiralty", "claims_left"})
    CHECK_FALSE(written["findings"][0]["positions"][0].contains(key));
  report.claims[0].unit = "dollar";
  report.claims[0].as_of = "2016-09-08";
  report.findings[0].positions[0].superseded = true;
  report.findings[0].positions[0].claims_left = 3;
  report.findings[0].best = "9";
  written = report_of(report);
  CHECK(written["claims"][0]["unit"] == "dollar");
  CHECK(written["claims"][0]["as_of"] == "2016-09-08");
  CHECK(written["findings"][0]["positions"][0]["superseded"] == true);
  CHECK(written["findings"][0]["positions"][0]["claims_left"] == 3);
  CHECK(written["findings"][0]["best"] == "9");
}

TEST_CASE("each_element_of_the_json_report_stands_in_a_line_of_its_own") {
  const Report report = testing::sample_report();
  const std::string text = write_report(report, "json", {});
  std::size_t elements = 0, lines = 0;
  const json parsed = report_of(report);
  for (const auto& list : parsed) elements += list.is_array() ? list.size() : 0;
  for (std::size_t at = 0; (at = text.find("\n{", at)) != std::string::npos; ++at) ++lines;
  CHECK(lines == elements);
}
