// A later version by the same origin is an update, and the latest stands; a count with a stated, later as-of has
// evolved.
#include "reconcile/revisions.h"

#include <algorithm>
#include <limits>
#include <set>

namespace corroborate::reconciliation {

namespace {

// One position as its articles give it.
struct Standing {
  std::set<std::string> origins;
  Day first = std::numeric_limits<Day>::max(), last = std::numeric_limits<Day>::min();  // of publication
  bool dated = true;      // all days of publication are stated or read
  bool withdrawn = true;  // all articles were
  Days holds{std::numeric_limits<Day>::max(), std::numeric_limits<Day>::min()};  // as of: stated, else published
  bool timed = true;                                                             // `holds` rests on no inferred day
  bool states_as_of = false;
};

bool is_told(const Article& article) { return article.published && is_stated(article.published->basis); }

// Up to which day a claim holds, as its text states it; else up to the day of publication, where that is told.
void add_moment(const Extraction& extraction, const Claim& claim, Standing& standing) {
  const auto* as_of = claim.as_of == no_index ? nullptr : &extraction.dates[static_cast<std::size_t>(claim.as_of)];
  const bool stated =
      as_of != nullptr && as_of->resolved && (is_told(extraction.article) || !as_of->reference.needs_publication);
  if (!stated && !is_told(extraction.article)) {
    standing.timed = false;
    return;
  }
  const Day day = stated ? as_of->days.last : extraction.article.published->day;
  standing.holds.first = std::min(standing.holds.first, day);
  standing.holds.last = std::max(standing.holds.last, day);
  standing.states_as_of |= stated;
}

Standing standing_of(const std::vector<Extraction>& extractions, const std::map<ClaimRef, ClaimOrigin>& origins,
                     const DraftPosition& position) {
  Standing standing;
  for (const auto& ref : position.claims) {
    const Article& article = extractions[ref.article].article;
    standing.origins.insert(origins.at(ref).id);
    standing.withdrawn &= article.status == ArticleStatus::withdrawn;
    add_moment(extractions[ref.article], extractions[ref.article].claims[ref.claim], standing);
    if (!is_told(article)) {
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

// A figure with a stated, later as-of. The dead only grow in number; the missing are found.
bool has_evolved(const DraftFinding& finding, const DraftPosition& earlier, const Standing& then,
                 const DraftPosition& later, const Standing& now) {
  const bool in_order = then.timed && now.timed && now.states_as_of && then.holds.last < now.holds.first;
  const bool may_fall = finding.property == "missing.count" || finding.property == "displaced.count" ||
                        finding.property == "hospitalized.count";
  return in_order && finding.property.ends_with(".count") && (may_fall || earlier.value.stated < later.value.stated);
}

// Somebody took it back, and nobody else says it: each origin that asserts `position` withdrew it that day or later.
bool is_taken_back(const DraftFinding& finding, const std::vector<Standing>& standings, std::size_t number) {
  const Standing& standing = standings[number];
  std::set<std::string> left = standing.origins;
  for (std::size_t other = 0; other < standings.size(); ++other) {
    const Value& value = finding.positions[other].value;
    const bool same = value.interval == finding.positions[number].value.interval &&
                      value.term == finding.positions[number].value.term;
    if (value.polarity != Polarity::retracted || !same) continue;
    const bool before =
        standing.dated && standings[other].dated && standings[other].last < standing.first;  // said again since
    if (!before)
      for (const auto& origin : standings[other].origins) left.erase(origin);
  }
  return left.empty();
}

}  // namespace

std::vector<bool> apply_revisions(const std::vector<Extraction>& extractions,
                                  const std::map<ClaimRef, ClaimOrigin>& origins, DraftFinding& finding) {
  std::vector<Standing> standings;
  for (const auto& position : finding.positions) standings.push_back(standing_of(extractions, origins, position));
  std::vector<bool> superseded;
  for (std::size_t p = 0; p < standings.size(); ++p) {
    standings[p].withdrawn |=
        finding.positions[p].value.polarity == Polarity::retracted || is_taken_back(finding, standings, p);
    superseded.push_back(standings[p].withdrawn);
  }
  const auto evolved = [&](std::size_t then, std::size_t now) {
    return has_evolved(finding, finding.positions[then], standings[then], finding.positions[now], standings[now]);
  };
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
    } else if ((differ || relation.reason == Reason::bounds_apart) &&
               (evolved(relation.a, relation.b) || evolved(relation.b, relation.a))) {
      relation.verdict = Verdict::compatible;
      relation.reason = Reason::evolving;
    }
    conflict |= relation.verdict == Verdict::conflict;
    compatible |= relation.verdict == Verdict::compatible;
  }
  if (!finding.relations.empty())
    finding.verdict = conflict ? Verdict::conflict : compatible ? Verdict::compatible : Verdict::agree;
  return superseded;
}

}  // namespace corroborate::reconciliation
