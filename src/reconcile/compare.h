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

// A day as far as the words give it: "Friday", "March 12", "February". 0 = not said.
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
  PartialDay day;             // dates: as written where the year or week is left open; "Saturday", "June 24"
  bool deictic = false;       // dates: "today", "yesterday": placed by the day of publication alone
  bool half_unknown = false;  // times of the day: "6:41", of the morning or the evening
  double stated = 0;          // the figure itself, in the base unit
  double factor = 1;          // of the unit as written, to the base unit
  std::string term;
  Pole pole = Pole::none;  // propositions
  bool so_far = false;     // propositions
  Polarity polarity = Polarity::asserted;
  Modality modality = Modality::actual;
  bool operator==(const Value&) const = default;
};

Judgement compare(const Value& a, const Value& b);

// Of two verdicts the one that says more has more: conflict, compatible, agree, single.
int weight_of(Verdict verdict);

// What is known of the day of a value: stated in part, or read off its interval where that is one day or one month.
PartialDay known_day(const Value& value);

// What is stated, in whatever words: "Saturday" of an article of that week is the day of its date.
Value without_wording(Value value);

// The value of claims that state one value: of its two wordings the one that leaves less open.
Value joint_value(const Value& a, const Value& b);

}  // namespace corroborate::reconciliation
