// The matrix of the HTML report: findings down, articles across.
#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "corroborate/names.h"
#include "report/html_sections.h"
#include "report/html_text.h"
#include "report/text_layout.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

bool is_compared(const Finding& finding) { return finding.verdict != Verdict::single; }

// Articles of the story that speak of something others speak of too, in the story's order.
std::vector<std::uint32_t> columns_of(const Report& report, std::uint32_t story) {
  std::set<std::uint32_t> speaking;
  for (const Finding& finding : report.findings) {
    if (finding.story != story || !is_compared(finding)) continue;
    for (const Position& position : finding.positions) {
      for (const std::uint32_t claim : position.claims) speaking.insert(report.claims[claim].article);
    }
  }
  return {speaking.begin(), speaking.end()};
}

bool is_contested(const Finding& finding, std::uint32_t position) {
  return std::any_of(finding.relations.begin(), finding.relations.end(), [&](const PairRelation& relation) {
    return relation.verdict == Verdict::conflict && (relation.a == position || relation.b == position);
  });
}

std::string cell(const HtmlIndex& index, std::uint32_t number, std::uint32_t article) {
  const Report& report = index.report();
  const Finding& finding = report.findings[number];
  std::string out = "<td>";
  for (std::uint32_t p = 0; p < finding.positions.size(); ++p) {
    std::set<std::uint32_t> origins;
    for (const std::uint32_t claim : finding.positions[p].claims) {
      if (report.claims[claim].article == article) origins.insert(index.origin_of(report.claims[claim]));
    }
    if (origins.empty()) continue;
    out += fmt::format(R"(<a{} href="#f{}p{}">)", is_contested(finding, p) ? R"( class="contested")" : "", number, p);
    for (const std::uint32_t origin : origins) out += index.key_of(origin);
    out += escape(finding.positions[p].value) + "</a>";
  }
  return out + "</td>";
}

// The event is named where it is not the one the story is called after.
std::string event_of(const Report& report, const Finding& finding) {
  const std::string event = event_in_words(report.events[finding.event]);
  const Story& story = report.stories[finding.story];
  return event == clean(story.label) ? std::string() : "<small>" + escape(event) + "</small>";
}

std::string row(const HtmlIndex& index, std::uint32_t number, const std::vector<std::uint32_t>& columns) {
  const Finding& finding = index.report().findings[number];
  std::string out = fmt::format(
      R"(<tr class="{}"><th scope="row"><a href="#f{}">{}</a> <b class="{}">{}</b>{}</th>)",
      index.filter_classes(finding), number, escape(topic_of(finding)), name_of(finding.verdict),
      name_of(finding.verdict), event_of(index.report(), finding));
  for (const std::uint32_t article : columns) out += cell(index, number, article);
  return out + "</tr>\n";
}

std::string table(const HtmlIndex& index, const std::vector<std::uint32_t>& rows,
                  const std::vector<std::uint32_t>& columns, std::string_view label) {
  std::string out = fmt::format(
      R"(<div class="scroll" role="region" tabindex="0" aria-label="{}"><table class="matrix"><thead><tr>)"
      R"(<th scope="col">Claim</th>)",
      label);
  for (const std::uint32_t article : columns) {
    out += fmt::format(R"(<th scope="col"><a href="#a{}">{}</a></th>)", article,
                       escape(index.name_of_article(article)));
  }
  out += "</tr></thead><tbody>\n";
  for (const std::uint32_t number : rows) out += row(index, number, columns);
  return out + "</tbody></table></div>\n";
}

std::vector<std::uint32_t> rows_of(const Report& report, std::uint32_t story, std::initializer_list<Verdict> verdicts) {
  std::vector<std::uint32_t> rows;
  for (const Verdict verdict : verdicts) {
    for (std::uint32_t f = 0; f < report.findings.size(); ++f) {
      if (report.findings[f].story == story && report.findings[f].verdict == verdict) rows.push_back(f);
    }
  }
  return rows;
}

}  // namespace

std::string html_matrix(const HtmlIndex& index, std::uint32_t story) {
  const Report& report = index.report();
  const auto columns = columns_of(report, story);
  if (columns.empty()) return {};
  const auto conflicts = rows_of(report, story, {Verdict::conflict});
  const auto others = rows_of(report, story, {Verdict::compatible, Verdict::agree});
  std::string out = "<h3>Who states what</h3>\n";
  if (!conflicts.empty()) out += table(index, conflicts, columns, "Who states what, in conflict");
  if (others.empty()) return out;
  return out + fmt::format("<details{}><summary>{} where the sources can all be right</summary>\n",
                           conflicts.empty() ? " open" : "", count_of(others.size(), "claim")) +
         table(index, others, columns, "Who states what, without conflict") + "</details>\n";
}

}  // namespace corroborate::reporting
