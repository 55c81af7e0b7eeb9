#include "report/text_answer.h"

#include <fmt/format.h>

#include <algorithm>
#include <vector>

#include "report/order.h"
#include "report/text_layout.h"
#include "report/words.h"

namespace corroborate::reporting {
namespace {

constexpr std::size_t most_values = 4;       // of one conflict; the details have them all
constexpr std::size_t most_speakers = 2;     // of one value
constexpr std::size_t longest_speaker = 50;  // columns; the details have all of it

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
    words += (i == 0 ? "" : ", ") + cut_end(speaker_of(report, *voices[i]), longest_speaker) +
             standing_of(report.articles[voices[i]->article]);
  return voices.size() > most_speakers ? fmt::format("{} +{}", words, voices.size() - most_speakers) : words;
}

}  // namespace

std::string stated_in_words(const Report& report, const Finding& finding, std::uint32_t number, bool colour) {
  const Position& position = finding.positions[number];
  return fmt::format("{}{} ({})", Style(colour).heading(value_in_words(finding, position)),
                     position.superseded ? " [superseded]" : "", speakers_of(report, position.claims));
}

namespace {

// Empty where the event is what the one story is about: that needs no words.
std::string event_of(const Report& report, const Finding& finding) {
  const Story& story = report.stories[finding.story];
  const ReportEvent& event = report.events[finding.event];
  const bool plain = report.stories.size() == 1 && (event.label == story.label || event.id == story.id);
  return plain ? std::string() : event_in_words(event);
}

}  // namespace

std::string question_in_words(const Report& report, const Finding& finding, std::string_view usual_event) {
  const std::string event = event_of(report, finding);
  return topic_of(finding) + (event.empty() || event == usual_event ? "" : fmt::format(" [{}]", event));
}

std::string conflict_line(const Report& report, const Finding& finding, const WriteOptions& options,
                          std::string_view usual_event) {
  const auto positions = deciding_positions(finding);
  std::string values;
  for (std::size_t i = 0; i < std::min(most_values, positions.size()); ++i)
    values += (i == 0 ? "" : " | ") + stated_in_words(report, finding, positions[i], options.colour);
  if (positions.size() > most_values) values += fmt::format(" | {} more", positions.size() - most_values);
  return wrap(fmt::format("{}: {}; {}", question_in_words(report, finding, usual_event), values,
                          count_of(differing_origins(finding), "origin")),
              {options.width, 2, 6});
}

// The value that most origins state speaks for the finding.
std::string agreement_line(const Report& report, const Finding& finding, const WriteOptions& options,
                           std::string_view usual_event) {
  const auto most =
      std::ranges::max_element(finding.positions, {}, [](const Position& position) { return position.origins.size(); });
  std::vector<std::uint32_t> claims;
  for (const Position& position : finding.positions)
    claims.insert(claims.end(), position.claims.begin(), position.claims.end());
  return wrap(fmt::format("{}: {} ({}); {}", question_in_words(report, finding, usual_event),
                          Style(options.colour).heading(value_in_words(finding, *most)), speakers_of(report, claims),
                          count_of(finding.origins, "origin")),
              {options.width, 2, 6});
}

namespace {

using Line = std::string (*)(const Report&, const Finding&, const WriteOptions&, std::string_view);

// The event that most of the lines would name, and more than one does; of equals the first.
std::string usual_event(const Report& report, const std::vector<const Finding*>& listed) {
  std::vector<std::pair<std::string, std::size_t>> counts;
  for (const Finding* finding : listed) {
    const std::string event = event_of(report, *finding);
    if (event.empty()) continue;
    const auto known = std::ranges::find(counts, event, &std::pair<std::string, std::size_t>::first);
    if (known == counts.end())
      counts.emplace_back(event, 1);
    else
      ++known->second;
  }
  const auto most = std::ranges::max_element(counts, {}, &std::pair<std::string, std::size_t>::second);
  return most == counts.end() || most->second < 2 ? std::string() : most->first;
}

std::string section(const Report& report, std::span<const std::uint32_t> order, Verdict verdict,
                    std::size_t min_origins, Line line, const std::string& title, const WriteOptions& options) {
  std::vector<const Finding*> listed;
  for (const std::uint32_t number : order) {
    const Finding& finding = report.findings[number];
    if (finding.verdict == verdict && finding.origins >= min_origins && !finding.positions.empty())
      listed.push_back(&finding);
  }
  const std::string usual = usual_event(report, listed);
  std::string lines;
  for (const Finding* finding : listed) lines += line(report, *finding, options, usual);
  if (lines.empty()) return lines;
  const std::string of = usual.empty() ? "" : fmt::format(": {}", usual);
  return "\n" + wrap(title + of, {options.width, 0, 2}) + lines;
}

}  // namespace

std::string answer_in_text(const Report& report, std::span<const std::uint32_t> order, const WriteOptions& options) {
  const Style style(options.colour);
  return section(report, order, Verdict::conflict, 0, conflict_line, style.conflict("CONFLICTS"), options) +
         section(report, order, Verdict::agree, 2, agreement_line, style.agree("AGREEMENTS") + " of several origins",
                 options);
}

}  // namespace corroborate::reporting
