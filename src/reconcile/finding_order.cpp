// The order of findings within a story.
#include <algorithm>

#include "reconcile/story_part.h"

namespace corroborate::reconciliation {
namespace {

std::size_t size_of(const Finding& finding) {
  std::size_t claims = 0;
  for (const auto& position : finding.positions) claims += position.claims.size();
  return claims;
}

int rank_of(Verdict verdict) {
  switch (verdict) {
    case Verdict::conflict:
      return 0;
    case Verdict::compatible:
      return 1;
    case Verdict::agree:
      return 2;
    case Verdict::single:
      return 3;
  }
  return 4;
}

}  // namespace

void sort_findings(std::vector<Finding>& findings) {
  std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) {
    if (a.verdict != b.verdict) return rank_of(a.verdict) < rank_of(b.verdict);
    if (size_of(a) != size_of(b)) return size_of(a) > size_of(b);
    return a.id < b.id;
  });
}

}  // namespace corroborate::reconciliation
