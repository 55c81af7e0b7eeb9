// RECONCILE.md 3: "disjoint but from the same origin with a later version: compatible, reason update, the latest stands".
#include "reconcile/revisions.h"

#include <algorithm>
#include <limits>
#include <set>

namespace corroborate::reconciliation {

namespace {

// One position as its articles give it.
struct Standing {
  std::set<std::string> origins;
  Day first = std::numeric_limits<Day>::max(), last = std::numeric_limits<Day>::min();
  bool dated = true;      // all days of publication are stated or read
  bool withdrawn = true;  // all articles were
};

Standing standing_of(const std::vector<Extraction>& extractions, const std::map<ClaimRef, ClaimOrigin>& origins, const DraftPosition& position) {
  Standing standing;
  for (const auto& ref : position.claims) {
    const Article& article = extractions[ref.article].article;
    standing.origins.insert(origins.at(ref).id);
    standing.withdrawn &= article.status == ArticleStatus::withdrawn;
    if (!article.published || article.published->basis == DayBasis::inferred) {
      standing.dated = false;
      continue;
    }
    standing.first = std::min(standing.first, article.published->day);
    standing.last = std::max(standing.last, article.published->day);
  }
  return standing;
}

bool replaces(const Standing& later, const Standing& earlier) {
  const bool one_voice = later.origins.size() == 1 && later.origins == earlier.origins;
  return one_voice && later.dated && earlier.dated && earlier.last < later.first;
}

}  // namespace

std::vector<bool> apply_revisions(const std::vector<Extraction>& extractions, const std::map<ClaimRef, ClaimOrigin>& origins,
                                  DraftFinding& finding) {
  std::vector<Standing> standings;
  std::vector<bool> superseded;
  for (const auto& position : finding.positions) {
    standings.push_back(standing_of(extractions, origins, position));
    superseded.push_back(standings.back().withdrawn);
  }
  bool conflict = false, compatible = false;
  for (auto& relation : finding.relations) {
    const Standing &a = standings[relation.a], &b = standings[relation.b];
    const bool differ = relation.reason == Reason::disjoint || relation.reason == Reason::apart;
    const bool counted = finding.kind == ClaimKind::quantity || finding.kind == ClaimKind::date;
    if (relation.verdict == Verdict::conflict && a.withdrawn != b.withdrawn) {
      relation.verdict = Verdict::compatible;
      relation.reason = Reason::withdrawn;
    } else if (differ && counted && (replaces(a, b) || replaces(b, a))) {
      relation.verdict = Verdict::compatible;
      relation.reason = Reason::update;
      superseded[replaces(a, b) ? relation.b : relation.a] = true;
    }
    conflict |= relation.verdict == Verdict::conflict;
    compatible |= relation.verdict == Verdict::compatible;
  }
  if (!finding.relations.empty()) finding.verdict = conflict ? Verdict::conflict : compatible ? Verdict::compatible : Verdict::agree;
  return superseded;
}

}  // namespace corroborate::reconciliation
