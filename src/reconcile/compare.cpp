// The pair verdicts.
#include "reconcile/compare.h"

#include <algorithm>
#include <cmath>

namespace corroborate::reconciliation {

namespace {

bool is_lower_bound(const Value& value) { return std::isinf(value.interval.high) && std::isfinite(value.interval.low); }

bool meet(const Interval& a, const Interval& b) { return a.low <= b.high && b.low <= a.high; }

// "more than 100" against 100: the bound stands right at a round figure, so the writers rounded.
bool touches_round_bound(const Value& bound, const Value& figure) {
  const bool near = bound.relation == Relation::about && bound.interval.high < bound.stated;  // "nearly 100"
  if (bound.relation != Relation::more && bound.relation != Relation::less && !near) return false;
  return bound.stated == figure.stated && figure.relation == Relation::equal && std::fmod(figure.stated, 10) == 0;
}

Judgement compare_quantities(const Value& a, const Value& b) {
  if (a.interval == b.interval && a.relation == b.relation) return {Verdict::agree, Reason::equal};
  if (meet(a.interval, b.interval)) {
    if (is_lower_bound(a) && is_lower_bound(b)) return {Verdict::compatible, Reason::bounds_apart};
    const bool bound = is_lower_bound(a) || is_lower_bound(b) || a.relation == Relation::at_most || b.relation == Relation::at_most ||
                       a.relation == Relation::less || b.relation == Relation::less;
    if (a.stated == b.stated && !bound) return {Verdict::agree, Reason::hedge};
    if (bound) return {Verdict::compatible, Reason::bound};
    const bool plain = a.relation == Relation::equal && b.relation == Relation::equal;
    return {Verdict::compatible, plain ? Reason::rounding : Reason::hedge};
  }
  if (touches_round_bound(a, b) || touches_round_bound(b, a)) return {Verdict::compatible, Reason::rounding};
  return {Verdict::conflict, Reason::disjoint};
}

Judgement compare_days(const Value& a, const Value& b) {
  if (a.interval == b.interval) return {Verdict::agree, Reason::equal};
  if (meet(a.interval, b.interval)) return {Verdict::compatible, Reason::coarser};
  return {Verdict::conflict, Reason::disjoint};
}

// "deir-al-zour/airport" lies within "deir-al-zour".
bool refines(const std::string& fine, const std::string& coarse) {
  return fine.size() > coarse.size() && fine.starts_with(coarse) && fine[coarse.size()] == '/';
}

// Lists of names do not exclude one another unless one is said to be complete.
Judgement compare_terms(const Value& a, const Value& b) {
  if (a.term == b.term) return {Verdict::agree, Reason::equal};
  if (refines(a.term, b.term) || refines(b.term, a.term)) return {Verdict::compatible, Reason::refines};
  return {Verdict::compatible, Reason::list};
}

Judgement compare_propositions(const Value& a, const Value& b) {
  if (a.term == b.term) return {Verdict::agree, Reason::equal};
  if (a.term == "reversed" || b.term == "reversed") return {Verdict::compatible, Reason::update};
  return {Verdict::conflict, Reason::disjoint};
}

}  // namespace

Judgement compare(const Value& a, const Value& b) {
  if (a.polarity == Polarity::retracted || b.polarity == Polarity::retracted) return {Verdict::compatible, Reason::withdrawn};
  if (a.polarity == Polarity::declined || b.polarity == Polarity::declined) return {Verdict::compatible, Reason::declined};
  const bool uncertain = a.modality == Modality::hedged || b.modality == Modality::hedged || a.modality == Modality::hypothetical ||
                         b.modality == Modality::hypothetical || a.modality == Modality::planned || b.modality == Modality::planned;
  if (a.polarity != b.polarity) {
    return uncertain ? Judgement{Verdict::compatible, Reason::hypothetical} : Judgement{Verdict::conflict, Reason::denial};
  }
  Judgement judgement;
  switch (a.kind) {
    case ClaimKind::quantity: judgement = compare_quantities(a, b); break;
    case ClaimKind::date: judgement = compare_days(a, b); break;
    case ClaimKind::term: judgement = compare_terms(a, b); break;
    case ClaimKind::proposition: judgement = compare_propositions(a, b); break;
  }
  if (uncertain && judgement.verdict == Verdict::conflict) return {Verdict::compatible, Reason::hypothetical};
  return judgement;
}

}  // namespace corroborate::reconciliation
