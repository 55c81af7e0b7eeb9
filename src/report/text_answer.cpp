#include "report/text_answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "report/order.h"
#include "report/text_layout.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

constexpr std::size_t most_values = 4;    // of one conflict; the details have them all
constexpr std::size_t most_speakers = 2;  // of one value

// "port authority, dockers' union +2": of each origin one, and rather who is quoted than the outlet that took it over.
std::string speakers_of(const Report& report, const std::vector<std::uint32_t>& claims) {
  std::vector<const ReportClaim*> voices;
  for (const std::uint32_t number : claims) {
    const ReportClaim& claim = report.claims[number];
    const auto known = std::ranges::find(voices, claim.origin, &ReportClaim::origin);
    if (known == voices.end())
      voices.push_back(&claim);
    else if ((*known)->chain.empty() && !claim.chain.empty())
      *known = &claim;
  }
  std::string words;
  for (std::size_t i = 0; i < std::min(most_speakers, voices.size()); ++i)
    words += (i == 0 ? "" : ", ") + speaker_of(report, *voices[i]) + standing_of(report.articles[voices[i]->article]);
  return voices.size() > most_speakers ? fmt::format("{} +{}", words, voices.size() - most_speakers) : words;
}

}  // namespace

std::string stated_in_words(const Report& report, const Finding& finding, std::uint32_t number, bool colour) {
  const Position& position = finding.positions[number];
  return fmt::format("{}{} ({})", Style(colour).heading(value_in_words(finding, position)),
                     position.superseded ? " [superseded]" : "", speakers_of(report, position.claims));
}

std::string question_in_words(const Report& report, const Finding& finding) {
  const Story& story = report.stories[finding.story];
  const ReportEvent& event = report.events[finding.event];
  const bool plain = report.stories.size() == 1 && (event.label == story.label || event.id == story.id);
  return topic_of(finding) + (plain ? "" : fmt::format(" [{}]", event_in_words(event)));
}

std::string conflict_line(const Report& report, const Finding& finding, const WriteOptions& options) {
  const auto positions = deciding_positions(finding);
  std::string values;
  for (std::size_t i = 0; i < std::min(most_values, positions.size()); ++i)
    values += (i == 0 ? "" : " | ") + stated_in_words(report, finding, positions[i], options.colour);
  if (positions.size() > most_values) values += fmt::format(" | {} more", positions.size() - most_values);
  return wrap(fmt::format("{}: {}; {}", question_in_words(report, finding), values,
                          count_of(differing_origins(finding), "origin")),
              {options.width, 2, 6});
}

// The value that most origins state speaks for the finding.
std::string agreement_line(const Report& report, const Finding& finding, const WriteOptions& options) {
  const auto most =
      std::ranges::max_element(finding.positions, {}, [](const Position& position) { return position.origins.size(); });
  std::vector<std::uint32_t> claims;
  for (const Position& position : finding.positions)
    claims.insert(claims.end(), position.claims.begin(), position.claims.end());
  return wrap(fmt::format("{}: {} ({}); {}", question_in_words(report, finding),
                          Style(options.colour).heading(value_in_words(finding, *most)), speakers_of(report, claims),
                          count_of(finding.origins, "origin")),
              {options.width, 2, 6});
}

namespace {

using Line = std::string (*)(const Report&, const Finding&, const WriteOptions&);

std::string section(const Report& report, std::span<const std::uint32_t> order, Verdict verdict,
                    std::size_t min_origins, Line line, const std::string& title, const WriteOptions& options) {
  std::string lines;
  for (const std::uint32_t number : order) {
    const Finding& finding = report.findings[number];
    if (finding.verdict == verdict && finding.origins >= min_origins && !finding.positions.empty())
      lines += line(report, finding, options);
  }
  return lines.empty() ? lines : "\n" + title + "\n" + lines;
}

}  // namespace

std::string answer_in_text(const Report& report, std::span<const std::uint32_t> order, const WriteOptions& options) {
  const Style style(options.colour);
  return section(report, order, Verdict::conflict, 0, conflict_line, style.conflict("CONFLICTS"), options) +
         section(report, order, Verdict::agree, 2, agreement_line, style.agree("AGREEMENTS") + " of several origins",
                 options);
}

}  // namespace corroborate::reporting
