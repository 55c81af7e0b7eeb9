#include "reconcile/best.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <vector>

namespace corroborate::reconciliation {

namespace {

constexpr char unknown_letter = 'F';

// The best letter of those who stand behind a position: who is quoted, else the outlet that speaks.
char letter_of(const Report& report, const ReconcileOptions& options, const Position& position) {
  char best = unknown_letter;
  const auto look_up = [&](const std::string& name) {
    const auto found = options.sources.find(name);
    if (found != options.sources.end()) best = std::min(best, found->second);
  };
  for (const auto origin : position.origins) {
    look_up(report.origins[origin].id);
    look_up(report.origins[origin].label);
  }
  for (const auto number : position.claims) {
    const ReportClaim& claim = report.claims[number];
    if (!claim.chain.empty()) continue;
    look_up(report.articles[claim.article].outlet);
    look_up(report.articles[claim.article].publisher);
  }
  return best;
}

// How many origins stand against a position.
std::size_t opponents_of(const Finding& finding, std::uint32_t position) {
  std::set<std::uint32_t> origins;
  for (const PairRelation& relation : finding.relations) {
    if (relation.verdict != Verdict::conflict || (relation.a != position && relation.b != position)) continue;
    const Position& other = finding.positions[relation.a == position ? relation.b : relation.a];
    origins.insert(other.origins.begin(), other.origins.end());
  }
  for (const auto own : finding.positions[position].origins) origins.erase(own);
  return origins.size();
}

bool is_asserted(const Report& report, const Position& position) {
  return std::ranges::any_of(position.claims, [&](std::uint32_t claim) {
    return report.claims[claim].polarity != Polarity::declined && report.claims[claim].modality == Modality::actual;
  });
}

char credibility_of(const Report& report, const Finding& finding, std::uint32_t number) {
  const Position& position = finding.positions[number];
  if (!is_asserted(report, position)) return '6';
  const std::size_t against = opponents_of(finding, number);
  if (against >= 2) return '5';
  if (against == 1) return '4';
  return position.origins.size() >= 2 ? '1' : '2';
}

std::string last_day_of(const Report& report, const Position& position) {
  std::string last;
  for (const auto claim : position.claims)
    last = std::max(last, report.articles[report.claims[claim].article].published);
  return last;
}

}  // namespace

void choose_best(const Report& report, const ReconcileOptions& options, Finding& finding) {
  if (options.best == "none" || finding.kind != ClaimKind::quantity) return;
  std::vector<const Position*> open;
  for (const Position& position : finding.positions)
    if (!position.superseded && is_asserted(report, position) && std::isfinite(position.interval.low))
      open.push_back(&position);
  if (open.empty()) return;
  const auto lower = [](const Position* a, const Position* b) { return a->interval.low < b->interval.low; };
  const Position* best = open.front();
  if (options.best == "acled") {
    best = *std::ranges::min_element(open, lower);
    finding.best_rule = "acled: the most conservative figure";
  } else if (options.best == "ucdp-like") {
    best = *std::ranges::min_element(open, [&](const Position* a, const Position* b) {
      const char x = letter_of(report, options, *a), y = letter_of(report, options, *b);
      return x != y ? x < y : lower(a, b);
    });
    finding.best_rule = "ucdp-like: the most reliable source, else the lower figure";
  } else if (options.best == "gtd-like") {
    best = *std::ranges::min_element(open, [&](const Position* a, const Position* b) {
      const auto x = last_day_of(report, *a), y = last_day_of(report, *b);
      if (x != y) return x > y;
      return a->origins.size() != b->origins.size() ? a->origins.size() > b->origins.size() : lower(a, b);
    });
    finding.best_rule = "gtd-like: the most recent figure, else that of most origins, else the lowest";
  }
  finding.best = best->value;
}

void mark_positions(const Report& report, const ReconcileOptions& options, Finding& finding) {
  if (options.sources.empty()) return;
  for (std::uint32_t number = 0; number < finding.positions.size(); ++number) {
    Position& position = finding.positions[number];
    position.admiralty = {letter_of(report, options, position), credibility_of(report, finding, number)};
  }
}

}  // namespace corroborate::reconciliation
