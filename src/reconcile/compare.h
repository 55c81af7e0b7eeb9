// One verdict and one reason for two values: RECONCILE.md 3 and 4. Pure interval arithmetic; origins and versions are
// judged by the caller.
#pragma once

#include "corroborate/extraction.h"
#include "corroborate/report.h"

namespace corroborate::reconciliation {

struct Judgement {
  Verdict verdict = Verdict::agree;
  Reason reason = Reason::equal;
  bool operator==(const Judgement&) const = default;
};

// What one position states, in canonical terms.
struct Value {
  ClaimKind kind = ClaimKind::proposition;
  Interval interval;                      // quantities in the base unit; dates as days
  Relation relation = Relation::equal;
  double stated = 0;                      // the figure itself, in the base unit
  std::string term;
  Polarity polarity = Polarity::asserted;
  Modality modality = Modality::actual;
  bool operator==(const Value&) const = default;
};

Judgement compare(const Value& a, const Value& b);

}  // namespace corroborate::reconciliation
