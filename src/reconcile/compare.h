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

// What is known of a day that no day of publication places: "Friday", "March 12", "February". 0 = not known.
struct PartialDay {
  int weekday = 0;  // ISO: Monday = 1
  int month = 0, day = 0;
  bool operator==(const PartialDay&) const = default;
  bool is_known() const { return weekday != 0 || month != 0; }
};

// What one position states, in canonical terms.
struct Value {
  ClaimKind kind = ClaimKind::proposition;
  Interval interval;  // quantities in the base unit; dates as days
  Relation relation = Relation::equal;
  PartialDay day;     // dates whose interval is open on both sides
  double stated = 0;  // the figure itself, in the base unit
  double factor = 1;  // of the unit as written, to the base unit
  std::string term;
  Pole pole = Pole::none;  // propositions
  bool so_far = false;     // propositions
  Polarity polarity = Polarity::asserted;
  Modality modality = Modality::actual;
  bool operator==(const Value&) const = default;
};

Judgement compare(const Value& a, const Value& b);

}  // namespace corroborate::reconciliation
