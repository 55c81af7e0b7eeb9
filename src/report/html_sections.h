// The parts of the HTML report, one file each. All take the index of the report and give HTML.
#pragma once

#include <cstdint>
#include <string>

#include "report/html_index.h"

namespace corroborate::reporting {

// In full: values on a scale, positions with who states them in which words, why the verdict, how well supported.
std::string html_finding(const HtmlIndex& index, std::uint32_t finding);

// What only one source says, in a line: topic, value, who, where.
std::string html_single(const HtmlIndex& index, std::uint32_t finding);

// Findings down, articles across: who states what. Empty where no two articles speak of the same thing.
std::string html_matrix(const HtmlIndex& index, std::uint32_t story);

// Claims of dates in the order of their days. Empty where the story has none.
std::string html_timeline(const HtmlIndex& index, std::uint32_t story);

// Who a claim goes back to, who passed it on, in which article it stands: a tree for each origin; and copied passages.
std::string html_provenance(const HtmlIndex& index, std::uint32_t story);

// One article: what is known of it, and its text with what was read as a claim marked; where the report has no texts,
// every sentence that was read as one. Both link to the findings.
std::string html_article(const HtmlIndex& index, std::uint32_t article);

// The text of an article that the report carries, a list item a line, numbered as in the file.
std::string html_body(const HtmlIndex& index, std::uint32_t article);

// The finding's event, small; empty where it is the one that the story is called after.
std::string html_event(const Report& report, const Finding& finding);

// Who a claim comes from, the origin's colour first: "Observatory → Wire".
std::string html_voice(const HtmlIndex& index, const ReportClaim& claim);

}  // namespace corroborate::reporting
