// The report as Markdown (CommonMark with tables): for an issue, a wiki, a note to the desk.
#include <fmt/format.h>

#include <array>

#include "report/formats.h"
#include "report/order.h"
#include "report/text_layout.h"
#include "report/value_words.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

// Everything that Markdown or HTML would take for markup is escaped; cells stay in one line.
std::string escape(std::string_view text) {
  std::string out;
  for (const char c : clean(text)) {
    if (std::string_view("\\`*_{}[]<>#|~").find(c) != std::string_view::npos) out += '\\';
    out += c == '\n' ? ' ' : c;
  }
  return out;
}

std::string row_of(const Report& report, const Finding& finding, const Position& position, std::uint32_t number) {
  const ReportClaim& claim = report.claims[number];
  return fmt::format("| {} | {} | \u201c{}\u201d | {} |\n", escape(value_in_words(finding, position)),
                     escape(voice_of(report, claim)), escape(claim.quote), escape(short_place_of(report, claim)));
}

std::string finding_in_markdown(const Report& report, const Finding& finding) {
  std::string out =
      fmt::format("#### {}: {}\n\n", escape(topic_of(finding)), escape(event_in_words(report.events[finding.event])));
  out += "| value | source | quote | place |\n| --- | --- | --- | --- |\n";
  for (const Position& position : finding.positions)
    for (const auto claim : position.claims) out += row_of(report, finding, position, claim);
  out += "\n";
  for (const PairRelation& relation : finding.relations)
    if (relation.verdict == finding.verdict) out += fmt::format("- {}\n", escape(relation_in_words(finding, relation)));
  out += fmt::format("- {}; {}\n- `{}`\n\n", escape(counts_in_words(report, finding)), escape(grade_in_words(finding)),
                     finding.id);
  return out;
}

struct Section {
  Verdict verdict;
  std::string_view title;
};

constexpr std::array<Section, 4> sections = {{{Verdict::conflict, "Conflicts"},
                                              {Verdict::compatible, "Compatible"},
                                              {Verdict::agree, "Agreements"},
                                              {Verdict::single, "Said by one source"}}};

std::string single_in_markdown(const Report& report, const Finding& finding) {
  const Position& position = finding.positions.front();
  const ReportClaim& claim = report.claims[position.claims.front()];
  return fmt::format("- {}: {} ({}, {})\n", escape(topic_of(finding)), escape(value_in_words(finding, position)),
                     escape(voice_of(report, claim)), escape(place_of(report, claim)));
}

}  // namespace

std::string write_markdown(const Report& report, const WriteOptions& options) {
  const auto order = in_order(report, options.order);
  std::string out = fmt::format("# Where {} agree and conflict\n\nAt most {}.\n",
                                count_of(report.articles.size(), "article"), count_of(report.origins.size(), "origin"));
  for (std::uint32_t story = 0; story < report.stories.size(); ++story) {
    const Story& each = report.stories[story];
    out += fmt::format("\n## {}\n\n", escape(spoken_label(clean(each.label.empty() ? each.id : each.label))));
    for (const auto article : each.articles) {
      const ReportArticle& row = report.articles[article];
      out += fmt::format("- {}: {}{}{}\n", escape(name_of_article(row)), escape(row.path), escape(standing_of(row)),
                         row.published.empty() ? "" : fmt::format(", {} ({})", row.published, escape(row.basis)));
    }
    for (const Section& section : sections) {
      bool first = true;
      for (const std::uint32_t number : order) {
        const Finding& finding = report.findings[number];
        if (finding.story != story || finding.verdict != section.verdict) continue;
        if (first) out += fmt::format("\n### {}\n\n", section.title);
        first = false;
        out += finding.verdict == Verdict::single ? single_in_markdown(report, finding)
                                                  : finding_in_markdown(report, finding);
      }
    }
  }
  return out;
}

}  // namespace corroborate::reporting
