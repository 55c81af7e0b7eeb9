// Grades after Airwars' categories, the part that texts alone can give.
#include "reconcile/grade.h"

#include <fmt/format.h>

#include <algorithm>
#include <cmath>

namespace corroborate::reconciliation {

namespace {

// By the largest figure that is stated: 120 is higher than "more than 100", "at least 83" higher than 83.
bool is_higher(const Interval& a, const Interval& b) {
  const auto top = [](const Interval& interval) { return std::isfinite(interval.high) ? interval.high : interval.low; };
  return top(a) != top(b) ? top(a) > top(b) : a.high > b.high;
}

// The smallest and the largest figure that a position states; an open top stays open ("83+").
void set_range(Finding& finding) {
  const Position* low = nullptr;
  const Position* high = nullptr;
  for (const auto& position : finding.positions) {
    if (position.superseded || position.polarity == Polarity::declined)
      continue;  // the latest value of an origin stands
    if (position.polarity == Polarity::denied && position.interval.high != 0) continue;  // "none" is a figure
    if (low == nullptr || position.interval.low < low->interval.low) low = &position;
    if (high == nullptr || is_higher(position.interval, high->interval)) high = &position;
  }
  if (low == nullptr) return;
  finding.low = low->value;
  finding.high = high->value;
}

bool has_reason(const Finding& finding, Reason reason) {
  return std::any_of(finding.relations.begin(), finding.relations.end(),
                     [&](const auto& relation) { return relation.reason == reason; });
}

}  // namespace

void grade(Finding& finding, const Standing& standing) {
  if (finding.kind == ClaimKind::quantity && finding.positions.size() > 1) set_range(finding);
  finding.provisional = finding.origins < 2;
  if (standing.withdrawn) {
    finding.grade = "discounted";
    finding.grade_reason = "all who said it withdrew it";
  } else if (standing.admitted) {
    finding.grade = "confirmed";
    finding.grade_reason = "the side that is said to have done it admits it";
  } else if (finding.verdict == Verdict::conflict) {
    finding.grade = "contested";
    finding.grade_reason = has_reason(finding, Reason::denial) ? "asserted by one origin and denied by another"
                                                               : "the values exclude each other";
  } else if (finding.origins >= 2) {
    finding.grade = "fair";
    finding.grade_reason = fmt::format("{} origins whose values meet", finding.origins);
  } else {
    finding.grade = "weak";
    finding.grade_reason = "one origin stands behind it";
  }
}

}  // namespace corroborate::reconciliation
