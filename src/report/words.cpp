#include "report/words.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <set>

#include "corroborate/names.h"
#include "report/text_layout.h"
#include "report/value_words.h"

namespace corroborate::reporting {
namespace {

// In the order of Reason's enumerators, less the last.
constexpr std::array<std::string_view, 16> reasons = {
    "the same",                                 // equal
    "the same, one of them rounded",            // rounding
    "the same within what the hedge allows",    // hedge
    "one number can satisfy both",              // bound
    "both can hold, but the bounds are apart",  // bounds_apart
    "the same, one of them less exact",         // coarser
    "said alike, by articles of other days",    // placed
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
      return finding.property.starts_with("time") || finding.property.ends_with("hour")
                 ? "no time of day satisfies both"
                 : "no day satisfies both";
    case ClaimKind::term:
    case ClaimKind::proposition:
      return "they exclude each other";
  }
  return {};
}

std::string_view why(Reason reason, const Finding& finding) {
  return reason == Reason::disjoint ? why_disjoint(finding) : reasons[static_cast<std::size_t>(reason)];
}

// Whether it is one of the words, which blanks divide.
bool has_word(std::string_view words, std::string_view word) {
  return !word.empty() && fmt::format(" {} ", words).find(fmt::format(" {} ", word)) != std::string::npos;
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
  if (property == "hour" || property.ends_with(".hour")) property.replace(property.size() - 4, 4, "time");
  if (property.ends_with(".count")) property.resize(property.size() - 6);
  for (char& letter : property) letter = letter == '.' || letter == '_' || letter == '-' ? ' ' : letter;
  std::string population = finding.population;  // "soldier@chile" are soldiers of Chile
  if (const auto side = population.find('@'); side != std::string::npos)
    population = population.substr(0, side) + " (" + spoken_key(population.substr(side + 1)) + ")";
  else if (population.find('-') != std::string::npos)
    population = spoken_key(population);
  property = clean(property);
  population = clean(population);
  if (property == "comprises" && !population.empty()) return population;  // how many there are
  std::string topic = property;
  if (property.ends_with(" by") && !population.empty()) return topic + " " + population;  // "march by people"
  if (!has_word(property, population)) add(topic, " · ", population);  // "offer money", not "offer money · offer"
  return topic;
}

std::string event_in_words(const ReportEvent& event) {
  std::string words = event.label.empty() ? clean(event.event_class) : spoken_label(clean(event.label));
  if (event.label.empty()) add(words, ", ", spoken_key(clean(event.place)));
  const std::string days =
      event.last.empty() || event.last == event.first ? event.first : event.first + " to " + event.last;
  if (words.find(event.first) == std::string::npos || words.empty()) add(words, ", ", clean(days));
  return words;
}

std::string name_of_article(const ReportArticle& article) {
  for (const std::string* name : {&article.name, &article.outlet, &article.id})
    if (!name->empty()) return clean(*name);
  return {};
}

std::string standing_of(const ReportArticle& article) {
  switch (article.status) {
    case ArticleStatus::usable:
      return {};
    case ArticleStatus::corrected:
      return " [corrected]";
    case ArticleStatus::withdrawn:
      return " [withdrawn]";
  }
  return {};
}

std::string voice_of(const Report& report, const ReportClaim& claim) {
  std::string voice = speaker_of(report, claim);
  if (claim.chain.empty()) voice += ", in its own voice";
  for (std::size_t i = claim.chain.size(); i > 1; --i) voice += ", via " + clean(claim.chain[i - 2]);
  if (!claim.as_of.empty()) voice += ", as of " + claim.as_of;
  return voice;
}

std::string speaker_of(const Report& report, const ReportClaim& claim) {
  return claim.chain.empty() ? name_of_article(report.articles[claim.article]) : clean(claim.chain.back());
}

std::string value_in_words(const Finding& finding, const Position& position) {
  const std::string words = spoken_value(position.value, finding.kind);
  const bool says_topic = words.starts_with(finding.property + " ");  // "magnitude: magnitude 6.1"
  return says_topic ? words.substr(finding.property.size() + 1) : words;
}

std::string value_in_words(const ReportClaim& claim) { return spoken_value(claim.value, claim.kind); }

std::string relation_in_words(const Finding& finding, const PairRelation& relation) {
  const Position &a = finding.positions[relation.a], &b = finding.positions[relation.b];
  // "yes against denies it" says it all.
  const bool plain_denial = relation.reason == Reason::denial && a.polarity != b.polarity;
  return fmt::format("{} {} {}: {}", value_in_words(finding, a),
                     relation.verdict == Verdict::conflict ? "against" : "and", value_in_words(finding, b),
                     plain_denial ? "asserted by one, denied by another" : why(relation.reason, finding));
}

std::string_view reason_in_words(const Finding& finding, Reason reason) { return why(reason, finding); }

namespace {

// What a bound kept out of the report.
std::string left_in_words(const Finding& finding) {
  std::size_t claims = finding.claims_left;
  for (const Position& position : finding.positions) claims += position.claims_left;
  if (claims == 0) return {};
  const std::string values =
      finding.positions_left == 0 ? "" : count_of(finding.positions_left, "further value") + " and ";
  return fmt::format("; {}{} left out", values, count_of(claims, "further claim"));
}

}  // namespace

std::string counts_in_words(const Report& report, const Finding& finding) {
  std::set<std::uint32_t> unknown;
  for (const Position& position : finding.positions) {
    for (const std::uint32_t number : position.claims) {
      const ReportArticle& article = report.articles[report.claims[number].article];
      if (article.outlet.empty() && article.publisher.empty()) unknown.insert(report.claims[number].article);
    }
  }
  std::string outlets = finding.outlets == 0 && !unknown.empty()
                            ? (unknown.size() == 1 ? "outlet unknown" : "outlets unknown")
                            : count_of(finding.outlets, "outlet");
  if (finding.outlets > 0 && !unknown.empty()) outlets += " and unknown ones";
  return fmt::format("{}, {}, {}{}", count_of(finding.articles, "article"), outlets,
                     count_of(finding.origins, "origin"), left_in_words(finding));
}

std::string grade_in_words(const Finding& finding) {
  std::string words;
  const std::string low = spoken_value(finding.low, finding.kind), high = spoken_value(finding.high, finding.kind);
  if (!low.empty() && low != high) add(words, ", ", "low " + low);
  if (!high.empty() && low != high) add(words, ", ", "high " + high);
  if (!finding.best.empty() && finding.best != "none")
    add(words, ", ", fmt::format("best {} ({})", clean(finding.best), clean(finding.best_rule)));
  add(words, ", ", clean(finding.grade));
  if (!finding.grade_reason.empty()) add(words, finding.grade.empty() ? ", " : ": ", clean(finding.grade_reason));
  if (finding.provisional) add(words, ", ", "provisional");
  return words;
}

std::string short_place_of(const Report& report, const ReportClaim& claim) {
  const ReportArticle& article = report.articles[claim.article];
  return fmt::format("{}:{}", clean(article.file.empty() ? article.path : article.file), claim.line);
}

std::string place_of(const Report& report, const ReportClaim& claim) {
  return fmt::format("{}:{}", clean(report.articles[claim.article].path), claim.line);
}

}  // namespace corroborate::reporting
