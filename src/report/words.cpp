#include "report/words.h"

#include <fmt/format.h>

#include <array>

#include "corroborate/names.h"
#include "report/text_layout.h"

namespace corroborate::reporting {
namespace {

// In the order of Reason's enumerators, less the last.
constexpr std::array<std::string_view, 15> reasons = {
    "the same",                                 // equal
    "the same, one of them rounded",            // rounding
    "the same within what the hedge allows",    // hedge
    "one number can satisfy both",              // bound
    "both can hold, but the bounds are apart",  // bounds_apart
    "the same, one of them less exact",         // coarser
    "one adds detail to the other",             // refines
    "neither is said to be the whole list",     // list
    "a later figure of the same origin",        // update
    "a later count of a number that grows",     // evolving
    "one was withdrawn by who had said it",     // withdrawn
    "one denies what the other asserts",        // denial
    "one declines to say",                      // declined
    "one is only possible, not asserted",       // hypothetical
    "perhaps not of the same thing",            // apart
};

std::string_view why_disjoint(const Finding& finding) {
  switch (finding.kind) {
    case ClaimKind::quantity:
      return "no number satisfies both";
    case ClaimKind::date:
      return finding.property.starts_with("time") ? "no time of day satisfies both" : "no day satisfies both";
    case ClaimKind::term:
    case ClaimKind::proposition:
      return "they exclude each other";
  }
  return {};
}

std::string_view why(Reason reason, const Finding& finding) {
  return reason == Reason::disjoint ? why_disjoint(finding) : reasons[static_cast<std::size_t>(reason)];
}

void add(std::string& list, std::string_view separator, const std::string& item) {
  if (item.empty()) return;
  if (!list.empty()) list += separator;
  list += item;
}

}  // namespace

std::string count_of(std::size_t number, std::string_view singular) {
  return fmt::format("{} {}{}", number, singular, number == 1 ? "" : "s");
}

std::string topic_of(const Finding& finding) {
  std::string property = finding.property;
  if (property == "figure") property = "number";
  if (property.ends_with(".count")) property.resize(property.size() - 6);
  for (char& letter : property) letter = letter == '.' || letter == '_' || letter == '-' ? ' ' : letter;
  std::string population = finding.population;  // "soldier@syria" are soldiers of Syria
  if (const auto side = population.find('@'); side != std::string::npos) population = population.substr(0, side) + " (" + population.substr(side + 1) + ")";
  std::string topic = clean(property);
  add(topic, " · ", clean(population));
  return topic;
}

std::string event_in_words(const ReportEvent& event) {
  std::string words = clean(event.label.empty() ? event.event_class : event.label);
  if (event.label.empty()) add(words, ", ", clean(event.place));
  const std::string days =
      event.last.empty() || event.last == event.first ? event.first : event.first + " to " + event.last;
  if (words.find(event.first) == std::string::npos || words.empty()) add(words, ", ", clean(days));
  return words;
}

std::string voice_of(const Report& report, const ReportClaim& claim) {
  const ReportArticle& article = report.articles[claim.article];
  const bool own = claim.chain.empty();
  std::string voice = own ? clean(article.outlet.empty() ? article.id : article.outlet) + ", in its own voice" : clean(claim.chain.back());
  for (std::size_t i = claim.chain.size(); i > 1; --i) voice += ", via " + clean(claim.chain[i - 2]);
  if (!claim.as_of.empty()) voice += ", as of " + claim.as_of;
  return voice;
}

std::string relation_in_words(const Finding& finding, const PairRelation& relation) {
  const std::string a = clean(finding.positions[relation.a].value), b = clean(finding.positions[relation.b].value);
  return fmt::format("{} {} {}: {}", a, relation.verdict == Verdict::conflict ? "against" : "and", b,
                     why(relation.reason, finding));
}

std::string counts_in_words(const Finding& finding) {
  return fmt::format("{}, {}, {}", count_of(finding.articles, "article"), count_of(finding.outlets, "outlet"),
                     count_of(finding.origins, "origin"));
}

std::string grade_in_words(const Finding& finding) {
  std::string words;
  if (!finding.low.empty()) add(words, ", ", "low " + clean(finding.low));
  if (!finding.high.empty()) add(words, ", ", "high " + clean(finding.high));
  if (!finding.best.empty() && finding.best != "none") add(words, ", ", fmt::format("best {} ({})", clean(finding.best), clean(finding.best_rule)));
  add(words, ", ", clean(finding.grade));
  if (!finding.grade_reason.empty()) add(words, finding.grade.empty() ? ", " : ": ", clean(finding.grade_reason));
  if (finding.provisional) add(words, ", ", "provisional");
  return words;
}

std::string short_place_of(const Report& report, const ReportClaim& claim) {
  constexpr std::size_t columns = 32;  // leaves room for a quote beside it
  return fmt::format("{}:{}", shorten_path(clean(report.articles[claim.article].path), columns), claim.line);
}

std::string place_of(const Report& report, const ReportClaim& claim) {
  return fmt::format("{}:{}", clean(report.articles[claim.article].path), claim.line);
}

}  // namespace corroborate::reporting
