// The order of findings within a story.
#include <algorithm>

#include "reconcile/compare.h"
#include "reconcile/story_part.h"

namespace corroborate::reconciliation {
namespace {

std::size_t size_of(const Finding& finding) {
  std::size_t claims = 0;
  for (const auto& position : finding.positions) claims += position.claims.size();
  return claims;
}

}  // namespace

void sort_findings(std::vector<Finding>& findings) {
  std::ranges::stable_sort(findings, [](const Finding& a, const Finding& b) {
    if (a.verdict != b.verdict) return weight_of(a.verdict) > weight_of(b.verdict);
    if (size_of(a) != size_of(b)) return size_of(a) > size_of(b);
    return a.id < b.id;
  });
}

}  // namespace corroborate::reconciliation
