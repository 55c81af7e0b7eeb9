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

// Of `explain`: the finding's id, its verdict with its topic, and then only what is indented.
bool is_explanation(std::string_view head) {
  constexpr std::array<std::string_view, 4> verdicts = {"agree: ", "compatible: ", "conflict: ", "single: "};
  const auto first = head.find('\n');
  if (first == std::string_view::npos) return false;
  const std::string_view id = head.substr(0, first), rest = head.substr(first + 1);
  const bool is_id = id.find(' ') == std::string_view::npos && id.find('/') != std::string_view::npos;
  return is_id && rest.find("\n  ") != std::string_view::npos &&
         std::ranges::any_of(verdicts, [&](std::string_view verdict) { return rest.starts_with(verdict); });
}

// How the formats begin (src/report, src/codec), and what else stands in their first bytes.
struct Mark {
  std::string_view begin, part;
};
constexpr std::array<Mark, 15> marks = {{{"{\n  \"schema_version\": ", "\n  \"articles\": ["},
                                         {"{\"schema_version\":", "\"id\":"},
                                         {"{\"id\":\"", "\"verdict\":\""},
                                         {"<!DOCTYPE html>", "<meta name=\"generator\" content=\"corroborate\">"},
                                         {"# Where ", " agree and conflict\n"},
                                         {"{\n  \"$schema\": ", "\"name\": \"corroborate\""},
                                         {"<?xml", "<testsuites name=\"corroborate\""},
                                         {"{\n  \"@context\": ", "urn:corroborate:"},
                                         {"story,event,event_class,", "finding,verdict"},
                                         {"id,year,date_start,", ",source_original,articles"},
                                         {"event_id_cnty,", ",notes,fatalities"},
                                         {"IBC code,", ",Reported Maximum,Sources"},
                                         {"::error file=", "::"},
                                         {"::warning file=", "::"},
                                         {"# newdoc id = ", "\n# text = "}}};
constexpr std::size_t within = 4096;  // bytes in which `part` stands

}  // namespace

bool is_own_report(std::string_view head) {
  const std::string_view line = head.substr(0, head.find('\n'));
  if (is_text_report(line) || is_explanation(head)) return true;
  return std::ranges::any_of(marks, [&](const Mark& mark) {
    return head.starts_with(mark.begin) && head.substr(0, within).find(mark.part) != std::string_view::npos;
  });
}

bool is_table_of_check(std::string_view head) {
  std::string_view line = head.substr(0, head.find('\n'));
  const auto has_column = [&](std::string_view name) {
    for (std::size_t begin = 0; begin <= line.size();) {
      const auto end = std::min(line.find('\t', begin), line.size());
      if (line.substr(begin, end - begin) == name) return true;
      begin = end + 1;
    }
    return false;
  };
  if (line.ends_with('\r')) line.remove_suffix(1);
  return has_column("verdict") && (has_column("finding") || (has_column("phrase_a") && has_column("phrase_b")));
}

}  // namespace corroborate::loading
