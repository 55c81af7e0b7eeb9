#include "load/own_reports.h"

#include <algorithm>
#include <array>

namespace corroborate::loading {
namespace {

bool is_digit(char c) { return '0' <= c && c <= '9'; }

// "4 articles, 1 story, at most 6 origins".
bool is_text_report(std::string_view line) {
  if (line.empty() || !is_digit(line[0])) return false;
  const auto at_most = line.find(", at most ");
  const std::string_view counts = line.substr(0, at_most);
  return at_most != std::string_view::npos && (line.ends_with(" origins") || line.ends_with(" origin")) &&
         counts.find(" article") != std::string_view::npos && counts.find(", ") != std::string_view::npos;
}

// How the formats begin (src/report, src/codec), and what else stands in their first bytes.
struct Mark {
  std::string_view begin, part;
};
constexpr std::array<Mark, 12> marks = {{{"{\n  \"schema_version\": ", "\n  \"articles\": ["},
                                         {"{\"schema_version\":", "\"id\":"},
                                         {"{\"id\":\"", "\"verdict\":\""},
                                         {"<!DOCTYPE html>", "<meta name=\"generator\" content=\"corroborate\">"},
                                         {"# Where ", " agree and conflict\n"},
                                         {"{\n  \"$schema\": ", "\"name\": \"corroborate\""},
                                         {"<?xml", "<testsuites name=\"corroborate\""},
                                         {"{\n  \"@context\": ", "urn:corroborate:"},
                                         {"story,event,event_class,", "finding,verdict"},
                                         {"::error file=", "::"},
                                         {"::warning file=", "::"},
                                         {"# newdoc id = ", "\n# text = "}}};
constexpr std::size_t within = 4096;  // bytes in which `part` stands

}  // namespace

bool is_own_report(std::string_view head) {
  if (is_text_report(head.substr(0, head.find('\n')))) return true;
  return std::ranges::any_of(marks, [&](const Mark& mark) {
    return head.starts_with(mark.begin) && head.substr(0, within).find(mark.part) != std::string_view::npos;
  });
}

}  // namespace corroborate::loading
