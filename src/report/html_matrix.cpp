// The matrix of the HTML report: findings down, articles across.
#include <fmt/format.h>

#include <algorithm>
#include <iterator>
#include <map>
#include <set>

#include "corroborate/names.h"
#include "report/html_sections.h"
#include "report/html_text.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

// Articles that speak of one of these findings, in the report's order.
std::vector<std::uint32_t> columns_of(const Report& report, const std::vector<std::uint32_t>& rows) {
  std::set<std::uint32_t> speaking;
  for (const std::uint32_t row : rows) {
    for (const Position& position : report.findings[row].positions) {
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

// What each article states, as links to the positions: the inside of a row's cells.
std::map<std::uint32_t, std::string> cells_of(const HtmlIndex& index, std::uint32_t number) {
  const Report& report = index.report();
  const Finding& finding = report.findings[number];
  std::map<std::uint32_t, std::string> cells;
  for (std::uint32_t p = 0; p < finding.positions.size(); ++p) {
    std::map<std::uint32_t, std::set<std::uint32_t>> origins;  // by article
    for (const std::uint32_t claim : finding.positions[p].claims) {
      origins[report.claims[claim].article].insert(index.origin_of(report.claims[claim]));
    }
    const std::string_view contested = is_contested(finding, p) ? R"( class="contested")" : "";
    for (const auto& [article, voices] : origins) {
      std::string keys;
      for (const std::uint32_t origin : voices) keys += index.key_of(origin);
      cells[article] += fmt::format(R"(<a{} href="#f{}p{}">{}{}</a>)", contested, number, p, keys,
                                    escape(value_in_words(finding, finding.positions[p])));
    }
  }
  return cells;
}

std::string row(const HtmlIndex& index, std::uint32_t number, const std::vector<std::uint32_t>& columns) {
  const Finding& finding = index.report().findings[number];
  std::string out =
      fmt::format(R"(<tr class="{}"><th scope="row"><a href="#f{}">{}</a> <b class="{}">{}</b>{}</th>)",
                  index.filter_classes(finding), number, escape(topic_of(finding)), name_of(finding.verdict),
                  name_of(finding.verdict), html_event(index.report(), finding));
  auto cells = cells_of(index, number);
  // The name of the column, for a window too narrow for columns.
  for (const std::uint32_t article : columns) {
    const std::string& cell = cells[article];
    out += cell.empty() ? "<td></td>"
                        : fmt::format(R"(<td data-source="{}">{}</td>)", escape(index.name_of_article(article)), cell);
  }
  return out + "</tr>\n";
}

std::string table(const HtmlIndex& index, const std::vector<std::uint32_t>& rows, std::string_view label) {
  const auto columns = columns_of(index.report(), rows);
  std::string out =
      fmt::format(R"(<div class="scroll" role="region" tabindex="0" aria-label="{}"><table class="matrix"><thead><tr>)"
                  R"(<th scope="col">Claim</th>)",
                  label);
  for (const std::uint32_t article : columns) {
    out +=
        fmt::format(R"(<th scope="col"><a href="#a{}">{}</a></th>)", article, escape(index.name_of_article(article)));
  }
  out += "</tr></thead><tbody>\n";
  for (const std::uint32_t number : rows) out += row(index, number, columns);
  return out + "</tbody></table></div>\n";
}

}  // namespace

std::string html_matrix(const HtmlIndex& index, std::uint32_t story) {
  const auto& conflicts = index.findings_of(story, Verdict::conflict);
  const auto& agreements = index.findings_of(story, Verdict::agree);
  // Two that say the same stand side by side as it is.
  constexpr std::uint32_t many = 3;
  std::vector<std::uint32_t> others = index.findings_of(story, Verdict::compatible);
  std::ranges::copy_if(agreements, std::back_inserter(others),
                       [&](std::uint32_t f) { return index.report().findings[f].articles >= many; });
  const auto& stories = index.report().stories;  // of several, each table is of one: their names differ
  const std::string of =
      stories.size() < 2 ? "" : fmt::format(": story {}, {}", story + 1, escape(stories[story].label));
  std::string out;
  if (!conflicts.empty()) out += table(index, conflicts, "Who states what, in conflict" + of);
  if (!others.empty()) {
    out += fmt::format("<details><summary>{} where the sources can all be right</summary>\n",
                       count_of(others.size(), "claim")) +
           table(index, others, "Who states what, without conflict" + of) + "</details>\n";
  }
  return out.empty() ? out : "<h3>Who states what</h3>\n" + out;
}

}  // namespace corroborate::reporting
