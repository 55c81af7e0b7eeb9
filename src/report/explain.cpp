// How one verdict came about: from the rule that read each sentence to the pair that decided.
#include <fmt/format.h>

#include <algorithm>
#include <cmath>

#include "corroborate/corroborate.h"
#include "corroborate/ids.h"
#include "corroborate/names.h"
#include "report/text_layout.h"
#include "report/words.h"

namespace corroborate {
namespace reporting {
namespace {

constexpr std::size_t columns = 80;

std::string line(const std::string& text, std::size_t indent) { return wrap(text, {columns, indent, indent + 2}); }

std::string bound(double value) { return std::isfinite(value) ? fmt::format("{}", value) : "open"; }

// What the value allows; dates and terms say it themselves.
std::string allowed(const Position& position, ClaimKind kind) {
  if (kind != ClaimKind::quantity) return {};
  return fmt::format(" (from {} to {})", bound(position.interval.low), bound(position.interval.high));
}

std::string manner(const ReportClaim& claim) {
  std::string words;
  if (claim.polarity != Polarity::asserted) words += fmt::format(", {}", name_of(claim.polarity));
  if (!claim.as_of.empty()) words += fmt::format(", as of {}", claim.as_of);
  if (claim.modality != Modality::actual) words += fmt::format(", {}", name_of(claim.modality));
  return words;
}

std::string origin_label(const Report& report, const std::string& id) {
  const auto origin =
      std::find_if(report.origins.begin(), report.origins.end(), [&](const Origin& known) { return known.id == id; });
  return clean(origin == report.origins.end() || origin->label.empty() ? id : origin->label);
}

std::string claim_text(const Report& report, const ReportClaim& claim) {
  const Excerpt shown = excerpt(clean(claim.context), clean(claim.quote), columns * 4);
  const std::string column = claim.column == 0 ? std::string() : fmt::format(":{}", claim.column);
  return line(fmt::format("{}{}  {}", place_of(report, claim), column, voice_of(report, claim)), 4) +
         line(shown.before + Style(false).quote(shown.quote) + shown.after, 6) +
         line(fmt::format("read by rule \"{}\" as {}{}; goes back to {}", clean(claim.rule), value_in_words(claim),
                          manner(claim), origin_label(report, claim.origin)),
              6);
}

// Why the values stand side by side, and how sure that is.
std::string alignment_text(const Finding& finding) {
  if (finding.kind != ClaimKind::quantity && finding.kind != ClaimKind::date) return {};
  std::size_t claims = 0;
  for (const Position& position : finding.positions) claims += position.claims.size();
  if (claims < 2) return {};
  const std::string_view sure = finding.certainty >= 0.9   ? "nearly sure"
                                : finding.certainty >= 0.7 ? "likely"
                                                           : "a fair chance";
  return line(
      fmt::format(
          "put side by side by what is counted or measured, what governs it, who and where its clause names, and "
          "the words around it: {} that these answer one question ({:.2f} on average over the pairs)",
          sure, finding.certainty),
      2);
}

std::string positions_text(const Report& report, const Finding& finding) {
  std::string out;
  for (std::size_t i = 0; i < finding.positions.size(); ++i) {
    const Position& position = finding.positions[i];
    out += "\n" + line(fmt::format("{}. {}{}, {}", i + 1, value_in_words(finding, position),
                                   allowed(position, finding.kind), count_of(position.origins.size(), "origin")),
                       2);
    for (const std::uint32_t claim : position.claims) out += claim_text(report, report.claims[claim]);
  }
  return out;
}

std::string relations_text(const Finding& finding) {
  std::string out = "\n";
  for (const PairRelation& relation : finding.relations) {
    out += line(fmt::format("{}. and {}. {}: {}", relation.a + 1, relation.b + 1, name_of(relation.verdict),
                            relation_in_words(finding, relation)),
                2);
  }
  if (finding.relations.empty()) out += line("nothing to compare: one position", 2);
  return out;
}

// Why there are fewer origins than voices: who was relayed, and what was copied among these articles.
std::string origins_text(const Report& report, const Finding& finding) {
  std::vector<std::uint32_t> origins, articles;
  for (const Position& position : finding.positions) {
    origins.insert(origins.end(), position.origins.begin(), position.origins.end());
    for (const std::uint32_t claim : position.claims) articles.push_back(report.claims[claim].article);
  }
  std::sort(origins.begin(), origins.end());
  origins.erase(std::unique(origins.begin(), origins.end()), origins.end());
  std::string out;
  for (const std::uint32_t index : origins) {
    const Origin& origin = report.origins[index];
    std::string text = "origin " + clean(origin.label.empty() ? origin.id : origin.label);
    for (std::size_t i = 0; i < origin.relays.size(); ++i)
      text += (i == 0 ? ", passed on by " : ", ") + clean(origin.relays[i]);
    out += line(text, 2);
  }
  const auto holds = [&](std::uint32_t article) {
    return std::find(articles.begin(), articles.end(), article) != articles.end();
  };
  for (const Copy& copy : report.copies) {
    if (!holds(copy.a) || !holds(copy.b)) continue;
    out += line(fmt::format("copied: {} words are the same in {} and {}", copy.tokens,
                            clean(report.articles[copy.a].path), clean(report.articles[copy.b].path)),
                2);
  }
  return out;
}

std::string timeline_text(const Report& report, const Finding& finding) {
  std::string out;
  for (const TimedValue& value : finding.timeline) {
    out += line(fmt::format("{}  {}, {}", value.day, clean(finding.positions[value.position].value),
                            voice_of(report, report.claims[value.claim])),
                4);
  }
  return out.empty() ? out : line("by day:", 2) + out;
}

std::string standing_text(const Finding& finding) {
  std::string out;
  for (std::size_t i = 0; i < finding.positions.size(); ++i) {
    const Position& position = finding.positions[i];
    if (position.superseded)
      out += line(fmt::format("{}. stands no more: a later value of the same origin, or a withdrawal", i + 1), 2);
    if (!position.admiralty.empty()) out += line(fmt::format("{}. Admiralty {}", i + 1, position.admiralty), 2);
  }
  return out;
}

// Findings of the same measure that this one was not held against, and what keeps them apart.
std::string apart_text(const Report& report, const Finding& finding) {
  std::string out;
  for (const Finding& other : report.findings) {
    if (&other == &finding || other.story != finding.story || other.property != finding.property) continue;
    const ReportEvent &own = report.events[finding.event], &its = report.events[other.event];
    const std::string why = own.scope != its.scope         ? fmt::format("of another scope ({})", its.scope)
                            : finding.event != other.event ? fmt::format("of another event ({})", event_in_words(its))
                            : finding.population != other.population ? "of other people or things"
                                                                     : "measured in another unit";
    std::string values;
    for (const Position& position : other.positions)
      values += (values.empty() ? "" : ", ") + value_in_words(other, position);
    out += line(fmt::format("{} {}: {}", topic_of(other), values, why), 4);
  }
  return out.empty() ? out : line("not held against:", 2) + out;
}

std::string explain_finding(const Report& report, const Finding& finding) {
  return line(clean(finding.id), 0) +
         line(fmt::format("{}: {}, {}", name_of(finding.verdict), topic_of(finding),
                          event_in_words(report.events[finding.event])),
              0) +
         alignment_text(finding) + positions_text(report, finding) + relations_text(finding) + standing_text(finding) +
         timeline_text(report, finding) + origins_text(report, finding) + apart_text(report, finding) +
         line(counts_in_words(report, finding) + "; " + grade_in_words(finding), 2);
}

}  // namespace
}  // namespace reporting

std::string explain(const Report& report, std::string_view finding_id) {
  const Finding* finding = find_finding(report, finding_id);
  return finding == nullptr ? std::string{} : reporting::explain_finding(report, *finding);
}

}  // namespace corroborate
