#include "check/difference.h"

#include <fmt/format.h>

#include <algorithm>

namespace corroborate::checking {

const PairRelation* first_pair(const Finding& finding) {
  const auto pair = std::find_if(finding.relations.begin(), finding.relations.end(),
                                 [&](const PairRelation& known) { return known.verdict == finding.verdict; });
  if (pair == finding.relations.end() || finding.positions[pair->a].claims.empty()) return nullptr;
  return &*pair;
}

Problem at_position(const Report& report, const Position& position, std::string message) {
  const ReportClaim& claim = report.claims[position.claims.front()];
  return {report.articles[claim.article].path, claim.line, std::move(message)};
}

std::optional<Problem> new_difference(const Report& report, const Finding& finding) {
  const PairRelation* pair = first_pair(finding);
  if (pair == nullptr) return {};
  const Position &a = finding.positions[pair->a], &b = finding.positions[pair->b];
  const std::string words = finding.verdict == Verdict::conflict
                                ? fmt::format("new conflict, {} against {}", a.value, b.value)
                                : fmt::format("new difference, {} and {}", a.value, b.value);
  return at_position(report, a, fmt::format("{}: {}", words, finding.id));
}

bool is_called(const Finding& finding) {
  if (finding.verdict == Verdict::conflict) return finding.severity > Level::off;
  return finding.verdict == Verdict::compatible && finding.severity >= Level::warning;
}

}  // namespace corroborate::checking
