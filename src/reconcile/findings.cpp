// Aligns claims by event, property, population and dimension, and compares the positions of each group.
#include "reconcile/findings.h"

#include <fmt/format.h>

#include "reconcile/figures.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <set>
#include <tuple>

namespace corroborate::reconciliation {

namespace {

struct Key {
  std::uint32_t event;
  std::string property, population, dimension;
  ClaimKind kind;
  auto operator<=>(const Key&) const = default;
};

std::string_view class_of(std::string_view population) { return population.substr(0, population.find('@')); }
// "victim@kor-yang" and "victim" are one age to be compared; the name splits them as a side does.
std::string key_population(const Claim& claim) {
  if (claim.property == "age" && !claim.population.empty()) return "person";
  return std::string(class_of(claim.population));
}

std::string_view side_of(std::string_view population) {
  const auto at = population.find('@');
  return at == std::string_view::npos ? std::string_view{} : population.substr(at + 1);
}

// Amounts of money compare only within one currency.
std::string dimension_of(const Extraction& extraction, const Claim& claim) {
  if (claim.kind == ClaimKind::date && is_yearless(extraction, claim)) return "day of the year";
  if (claim.kind != ClaimKind::quantity) return {};
  const auto& quantity = extraction.quantities[static_cast<std::size_t>(claim.quantity)];
  // A number that no known event governs is only itself: the same number elsewhere agrees, another one need not be of the
  // same thing.
  if (claim.rule == "counted-by-verb") return fmt::format("count of {}", quantity.from);
  if (quantity.dimension == "money") return "money:" + quantity.unit;
  return quantity.dimension == "age" ? "time" : quantity.dimension;
}

bool is_comparable(const Extraction& extraction, const Claim& claim) {
  if (claim.event == no_index) return false;
  if (is_clock(claim)) return true;
  if (is_yearless(extraction, claim)) return true;
  if (claim.kind == ClaimKind::date) return extraction.dates[static_cast<std::size_t>(claim.date)].resolved;
  return true;
}

using Group = std::vector<ClaimRef>;

// Claims with a side ("Syrian soldiers") and claims without one share a group; two sides split it. Those without go
// to the side that most claims name.
std::vector<std::pair<std::string, Group>> split_by_side(const std::vector<Extraction>& extractions, const Group& group) {
  std::map<std::string, Group> sides;
  for (const auto& ref : group) {
    sides[std::string(side_of(extractions[ref.article].claims[ref.claim].population))].push_back(ref);
  }
  const auto plain = sides.find("");
  if (plain == sides.end() || sides.size() == 1) return {sides.begin(), sides.end()};
  auto most = sides.end();
  for (auto side = sides.begin(); side != sides.end(); ++side) {
    if (side->first.empty()) continue;
    if (most == sides.end() || side->second.size() > most->second.size()) most = side;
  }
  most->second.insert(most->second.end(), plain->second.begin(), plain->second.end());
  std::sort(most->second.begin(), most->second.end());
  sides.erase(plain);
  return {sides.begin(), sides.end()};
}

// Ages: one group a name. Those without a name join the one named person who plays their role, else they stand by
// role; where an article gives one role two ages, it speaks of two people, and its nameless ones are compared with nobody.
std::vector<std::pair<std::string, Group>> split_by_person(const std::vector<Extraction>& extractions, const Group& group) {
  const auto claim_at = [&](const ClaimRef& ref) -> const Claim& { return extractions[ref.article].claims[ref.claim]; };
  std::map<std::string, Group> persons;
  std::map<std::string, std::set<std::string>> names_of_role;
  std::map<std::pair<std::size_t, std::string>, std::set<double>> ages_of_role;
  for (const auto& ref : group) {
    const Claim& claim = claim_at(ref);
    const std::string role(class_of(claim.population)), name(side_of(claim.population));
    ages_of_role[{ref.article, role}].insert(value_of(extractions[ref.article], claim).stated);
    if (name.empty()) continue;
    persons["@" + name].push_back(ref);
    names_of_role[role].insert(name);
  }
  for (const auto& ref : group) {
    const Claim& claim = claim_at(ref);
    if (!side_of(claim.population).empty() || ages_of_role[{ref.article, claim.population}].size() > 1) continue;
    const auto& names = names_of_role[claim.population];
    if (names.size() > 1) continue;
    persons[names.empty() ? claim.population : "@" + *names.begin()].push_back(ref);
  }
  for (auto& [person, claims] : persons) std::sort(claims.begin(), claims.end());
  return {persons.begin(), persons.end()};
}

auto order_of(const Value& value) {
  return std::tuple(value.polarity, value.interval.low, value.interval.high, value.relation, value.stated, value.term, value.modality);
}

std::vector<DraftPosition> positions_of(const std::vector<Extraction>& extractions, const Group& group) {
  std::vector<DraftPosition> positions;
  for (const auto& ref : group) {
    const Extraction& extraction = extractions[ref.article];
    const Claim& claim = extraction.claims[ref.claim];
    const Value value = value_of(extraction, claim);
    const auto known = std::find_if(positions.begin(), positions.end(), [&](const auto& position) { return position.value == value; });
    if (known != positions.end()) known->claims.push_back(ref);
    else positions.push_back({value, words_of(extraction, claim), {ref}});
  }
  std::sort(positions.begin(), positions.end(), [](const auto& a, const auto& b) { return order_of(a.value) < order_of(b.value); });
  return positions;
}

int severity(Verdict verdict) {
  switch (verdict) {
    case Verdict::single: return 0;
    case Verdict::agree: return 1;
    case Verdict::compatible: return 2;
    case Verdict::conflict: return 3;
  }
  return 0;
}

// Who speaks: the outermost source that is no relay, since a source does not contradict those whom it quotes; else the
// article itself.
int voice_of(const Extraction& extraction, const Claim& claim) {
  for (const int link : claim.chain) {
    const int source = extraction.attributions[static_cast<std::size_t>(link)].source_entity;
    if (source != no_index && !extraction.entities[static_cast<std::size_t>(source)].relay) return source;
  }
  return no_index;
}

// Which claims of a finding can be held against another one. A voice that states two values that exclude each other
// speaks of two things, or tells how the one became the other: only what it says first is held against others.
class Comparable {
 public:
  Comparable(const std::vector<Extraction>& extractions, const DraftFinding& finding) : extractions_(extractions), finding_(finding) {
    for (std::uint32_t p = 0; p < finding.positions.size(); ++p) {
      for (const auto& ref : finding.positions[p].claims) {
        note(voice(ref), p, ref);
        // The outlet's own words are measured against all that its article says.
        if (voice(ref).second != no_index) note({ref.article, no_index}, p, ref);
      }
    }
    for (const auto& position : finding.positions) {
      auto& voices = voices_.emplace_back();
      for (const auto& ref : position.claims) collect(ref, voices);
    }
  }

  bool may_conflict(std::uint32_t a, std::uint32_t b) const {
    if (finding_.property == "figure") return false;
    if (finding_.property == "age" && (!ages_of_one_time() || are_other_times(a, b))) return false;
    if (finding_.kind == ClaimKind::date && are_guesses(a, b)) return false;
    return std::any_of(voices_[a].begin(), voices_[a].end(), [&](const Voice& one) {
      return std::any_of(voices_[b].begin(), voices_[b].end(), [&](const Voice& other) { return are_opposed(one, other); });
    });
  }

 private:
  using Voice = std::pair<std::size_t, int>;  // article, source
  struct Spoken {
    std::set<std::uint32_t> positions;
    std::size_t first = std::numeric_limits<std::size_t>::max();  // its first claim in the text
  };

  // Two sources in one article may differ; the article itself does not differ from them.
  bool are_opposed(const Voice& one, const Voice& other) const {
    if (one.first != other.first) return true;
    const bool none = std::any_of(finding_.positions.begin(), finding_.positions.end(), [](const auto& p) { return p.value.polarity == Polarity::denied; });
    if (none && finding_.kind == ClaimKind::quantity) return false;  // "no one was hurt" there, while four were here
    return one.second != other.second && one.second != no_index && other.second != no_index;
  }

  void note(const Voice& speaker, std::uint32_t position, const ClaimRef& ref) {
    auto& spoken = spoken_[speaker];
    spoken.positions.insert(position);
    spoken.first = std::min(spoken.first, ref.claim);
  }

  Voice voice(const ClaimRef& ref) const { return {ref.article, voice_of(extractions_[ref.article], claim_at(ref))}; }
  const Claim& claim_at(const ClaimRef& ref) const { return extractions_[ref.article].claims[ref.claim]; }

  void collect(const ClaimRef& ref, std::set<Voice>& voices) const {
    const Spoken& spoken = spoken_.at(voice(ref));
    if (ref.claim != spoken.first && speaks_of_several(spoken.positions)) return;
    voices.insert(voice(ref));
  }

  // The dead do not age; the living do between one article and the next, unless both are known to be of one time.
  bool ages_of_one_time() const {
    constexpr Day one_time = 180;  // days
    Day first = std::numeric_limits<Day>::max(), last = std::numeric_limits<Day>::min();
    bool dated = true, dead = false;
    for (const auto& position : finding_.positions) {
      for (const auto& ref : position.claims) {
        dead |= class_of(claim_at(ref).population) == "victim";
        const auto& published = extractions_[ref.article].article.published;
        dated &= published && published->basis != DayBasis::inferred;
        if (!published) continue;
        first = std::min(first, published->day);
        last = std::max(last, published->day);
      }
    }
    return dead || (dated && last - first <= one_time);
  }

  // "Saturday" and the same weekday a week before: a bare weekday does not fix the week. And "this morning" says nothing
  // where the day of publication is itself inferred.
  bool are_guesses(std::uint32_t a, std::uint32_t b) const {
    if (finding_.property.starts_with("time")) return false;
    const auto& one = finding_.positions[a];
    const auto& other = finding_.positions[b];
    const bool days = one.value.interval.low == one.value.interval.high && other.value.interval.low == other.value.interval.high;
    const bool weeks = days && std::fmod(one.value.interval.low - other.value.interval.low, 7) == 0;
    return rests_on_today(one) || rests_on_today(other) || (weeks && (is_weekday(one) || is_weekday(other)));
  }

  const DayReference& reference(const ClaimRef& ref) const {
    return extractions_[ref.article].dates[static_cast<std::size_t>(claim_at(ref).date)].reference;
  }

  bool is_weekday(const DraftPosition& position) const {
    return std::any_of(position.claims.begin(), position.claims.end(), [&](const ClaimRef& ref) { return reference(ref).weekday != 0; });
  }

  bool rests_on_today(const DraftPosition& position) const {
    return std::all_of(position.claims.begin(), position.claims.end(), [&](const ClaimRef& ref) {
      const auto& published = extractions_[ref.article].article.published;
      const bool inferred = !published || published->basis == DayBasis::inferred;
      return inferred && reference(ref).needs_publication && reference(ref).weekday == 0 && reference(ref).month == 0;
    });
  }

  // Ages that differ by more are of other times ("the 29-year-old", in 1957).
  bool are_other_times(std::uint32_t a, std::uint32_t b) const {
    constexpr double years = 5 * 31557600.0;
    return std::abs(finding_.positions[a].value.stated - finding_.positions[b].value.stated) > years;
  }

  bool speaks_of_several(const std::set<std::uint32_t>& positions) const {
    for (auto a = positions.begin(); a != positions.end(); ++a) {
      for (auto b = std::next(a); b != positions.end(); ++b) {
        const Judgement judgement = compare(finding_.positions[*a].value, finding_.positions[*b].value);
        if (judgement.reason == Reason::disjoint && finding_.kind != ClaimKind::proposition) return true;
      }
    }
    return false;
  }

  const std::vector<Extraction>& extractions_;
  const DraftFinding& finding_;
  std::map<Voice, Spoken> spoken_;
  std::vector<std::set<Voice>> voices_;  // by position: who may be held against others
};

void judge(const std::vector<Extraction>& extractions, DraftFinding& finding) {
  const auto& positions = finding.positions;
  std::size_t claims = 0;
  for (const auto& position : positions) claims += position.claims.size();
  finding.verdict = claims > 1 ? Verdict::agree : Verdict::single;
  const Comparable comparable(extractions, finding);
  for (std::uint32_t a = 0; a < positions.size(); ++a) {
    for (std::uint32_t b = a + 1; b < positions.size(); ++b) {
      Judgement judgement = compare(positions[a].value, positions[b].value);
      const bool none = judgement.reason == Reason::denial && finding.kind == ClaimKind::quantity;  // "no one was hurt" elsewhere
      if ((judgement.reason == Reason::disjoint || none) && !comparable.may_conflict(a, b)) judgement = {Verdict::compatible, Reason::apart};
      finding.relations.push_back({a, b, judgement.verdict, judgement.reason});
      if (severity(judgement.verdict) > severity(finding.verdict)) finding.verdict = judgement.verdict;
    }
  }
}

// "killing 21" says nothing of who they were: where the others of that event count one population alone, it is theirs.
void adopt_bare_numbers(const std::vector<Extraction>& extractions, std::map<Key, Group>& groups) {
  const auto is_bare = [&](const ClaimRef& ref) {
    const Extraction& extraction = extractions[ref.article];
    const Claim& claim = extraction.claims[ref.claim];
    return claim.quantity != no_index && extraction.quantities[static_cast<std::size_t>(claim.quantity)].counted.empty();
  };
  std::map<std::pair<std::uint32_t, std::string>, std::vector<const Key*>> alike;  // by event and property
  for (const auto& [key, group] : groups) {
    if (key.kind == ClaimKind::quantity && key.property.ends_with(".count")) alike[{key.event, key.property}].push_back(&key);
  }
  for (const auto& [of, keys] : alike) {
    if (keys.size() != 2) continue;
    const bool first = keys[0]->population == "people";
    const Key& people = *keys[first ? 0 : 1];
    const Key& others = *keys[first ? 1 : 0];
    if (people.population != "people" || people.dimension != others.dimension) continue;
    auto& bare = groups.at(people);
    if (!std::all_of(bare.begin(), bare.end(), is_bare)) continue;
    auto& known = groups.at(others);
    known.insert(known.end(), bare.begin(), bare.end());
    std::sort(known.begin(), known.end());
    groups.erase(people);
  }
}

// The number or day that a claim rests on, within its article: quantities and dates are numbered apart.
std::pair<std::size_t, int> basis_of(const std::vector<Extraction>& extractions, const ClaimRef& ref) {
  const Claim& claim = extractions[ref.article].claims[ref.claim];
  return {ref.article, claim.quantity != no_index ? claim.quantity : -2 - claim.date};
}

// Adds what only its figures and words tie together; what an event ties already is not said again.
void add_figures(const std::vector<Extraction>& extractions, const std::vector<Figure>& figures, std::vector<DraftFinding>& findings) {
  std::set<std::pair<std::size_t, int>> told;
  for (const auto& finding : findings) {
    if (finding.verdict == Verdict::single || (finding.kind != ClaimKind::quantity && finding.kind != ClaimKind::date)) continue;
    for (const auto& position : finding.positions) {
      for (const auto& ref : position.claims) told.insert(basis_of(extractions, ref));
    }
  }
  for (const auto& set : pair_figures(figures)) {
    Group group;
    std::set<std::size_t> articles;
    for (const auto& figure : set) {
      const ClaimRef ref{figure.article, figure.claim};
      if (told.contains(basis_of(extractions, ref))) continue;
      group.push_back(ref);
      articles.insert(figure.article);
    }
    if (articles.size() < 2) continue;
    DraftFinding finding;
    const Claim& first = extractions[group.front().article].claims[group.front().claim];
    finding.kind = first.kind;
    finding.property = first.property;
    finding.population = first.population;
    finding.positions = positions_of(extractions, group);
    judge(extractions, finding);
    findings.push_back(std::move(finding));
  }
}

}  // namespace

std::vector<DraftFinding> find_all(const std::vector<Extraction>& extractions, const std::vector<std::size_t>& group, const StoryEvents& events) {
  std::map<Key, Group> groups;
  std::vector<Figure> figures;
  for (std::size_t g = 0; g < group.size(); ++g) {
    const Extraction& extraction = extractions[group[g]];
    for (std::size_t c = 0; c < extraction.claims.size(); ++c) {
      const Claim& claim = extraction.claims[c];
      if (claim.rule == "figure") figures.push_back(figure_of(extractions, group[g], c));
      if (claim.rule == "figure" || !is_comparable(extraction, claim)) continue;
      const auto event = events.joined[g][static_cast<std::size_t>(claim.event)];
      groups[{event, comparable_property(claim), key_population(claim), dimension_of(extraction, claim), claim.kind}].push_back({group[g], c});
    }
  }
  adopt_bare_numbers(extractions, groups);
  std::vector<DraftFinding> findings;
  for (const auto& [key, all] : groups) {
    const bool of_person = key.property == "age" && key.population == "person";
    for (const auto& [side, claims] : of_person ? split_by_person(extractions, all) : split_by_side(extractions, all)) {
      DraftFinding finding;
      finding.event = key.event;
      finding.kind = key.kind;
      finding.property = key.property;
      finding.population = of_person ? side.substr(side.starts_with("@")) : side.empty() ? key.population : key.population + "@" + side;
      finding.positions = positions_of(extractions, claims);
      judge(extractions, finding);
      findings.push_back(std::move(finding));
    }
  }
  add_figures(extractions, figures, findings);
  return findings;
}

}  // namespace corroborate::reconciliation
