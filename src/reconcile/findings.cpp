// Aligns claims by event, property, population and dimension, and compares the positions of each group.
#include "reconcile/findings.h"

#include "reconcile/align/align.h"
#include "reconcile/align/anchor.h"
#include "reconcile/propositions.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <map>
#include <optional>
#include <set>
#include <tuple>

namespace corroborate::reconciliation {

namespace {

// Claims of kind term meet by what they are about.
struct Key {
  std::uint32_t event;
  std::string property, population;
  auto operator<=>(const Key&) const = default;
};

std::string_view class_of(std::string_view population) { return population.substr(0, population.find('@')); }

std::string_view side_of(std::string_view population) {
  const auto at = population.find('@');
  return at == std::string_view::npos ? std::string_view{} : population.substr(at + 1);
}

using Group = std::vector<ClaimRef>;

// Claims with a side ("Chilean soldiers") and claims without one share a group; two sides split it. Those without go
// to the side that most claims name.
std::vector<std::pair<std::string, Group>> split_by_side(const std::vector<Extraction>& extractions,
                                                         const Group& group) {
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
  Comparable(const std::vector<Extraction>& extractions, const DraftFinding& finding)
      : extractions_(extractions), finding_(finding) {
    for (std::uint32_t p = 0; p < finding.positions.size(); ++p) {
      for (const auto& ref : finding.positions[p].claims) {
        note(voice(ref), p, ref);
        // The outlet's own words are measured against all that its article says.
        if (voice(ref).second != no_index) note({ref.article, no_index}, p, ref);
      }
    }
    for (auto& [speaker, spoken] : spoken_) spoken.several = speaks_of_several(spoken.positions);
    ages_are_of_one_time_ = finding.property == "age" && ages_of_one_time();
    for (const auto& position : finding.positions) {
      auto& voices = voices_.emplace_back();
      for (const auto& ref : position.claims) collect(ref, voices);
    }
  }

  bool may_conflict(std::uint32_t a, std::uint32_t b) const {
    if (finding_.property == "age" && (!ages_are_of_one_time_ || are_other_times(a, b))) return false;
    if (finding_.kind == ClaimKind::date && are_guesses(a, b)) return false;
    return std::any_of(voices_[a].begin(), voices_[a].end(), [&](const Voice& one) {
      return std::any_of(voices_[b].begin(), voices_[b].end(),
                         [&](const Voice& other) { return are_opposed(one, other); });
    });
  }

 private:
  using Voice = std::pair<std::size_t, int>;  // article, source
  struct Spoken {
    std::set<std::uint32_t> positions;
    std::size_t first = std::numeric_limits<std::size_t>::max();  // its first claim in the text
    bool several = false;                                         // of its positions exclude each other
  };

  // Two sources in one article may differ; the article itself does not differ from them.
  bool are_opposed(const Voice& one, const Voice& other) const {
    if (one.first != other.first) return true;
    const bool none = std::any_of(finding_.positions.begin(), finding_.positions.end(),
                                  [](const auto& p) { return p.value.polarity == Polarity::denied; });
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
    if (ref.claim != spoken.first && spoken.several) return;
    voices.insert(voice(ref));
  }

  // The dead do not age; the living do between one article and the next. Articles without a day are taken for of the
  // time of the others: what is known of none is no ground to let "60" and "61" stand.
  bool ages_of_one_time() const {
    constexpr Day one_time = 180;  // days
    std::optional<Day> first, last;
    bool dead = false;
    for (const auto& position : finding_.positions) {
      for (const auto& ref : position.claims) {
        dead |= class_of(claim_at(ref).population) == "victim";
        const auto& published = extractions_[ref.article].article.published;
        if (!published) continue;
        first = std::min(first.value_or(published->day), published->day);
        last = std::max(last.value_or(published->day), published->day);
      }
    }
    return dead || !first || *last - *first <= one_time;
  }

  // "Saturday" and the same weekday a week before: a bare weekday does not fix the week. And "this morning" says
  // nothing where the day of publication is itself inferred.
  bool are_guesses(std::uint32_t a, std::uint32_t b) const {
    if (finding_.property.starts_with("time")) return false;
    const auto& one = finding_.positions[a];
    const auto& other = finding_.positions[b];
    const bool days =
        one.value.interval.low == one.value.interval.high && other.value.interval.low == other.value.interval.high;
    const bool weeks = days && std::fmod(one.value.interval.low - other.value.interval.low, 7) == 0;
    return rests_on_today(one) || rests_on_today(other) || (weeks && (is_weekday(one) || is_weekday(other)));
  }

  const DayReference& reference(const ClaimRef& ref) const {
    return extractions_[ref.article].dates[static_cast<std::size_t>(claim_at(ref).date)].reference;
  }

  bool is_weekday(const DraftPosition& position) const {
    return std::any_of(position.claims.begin(), position.claims.end(),
                       [&](const ClaimRef& ref) { return reference(ref).weekday != 0; });
  }

  bool rests_on_today(const DraftPosition& position) const {
    return std::all_of(position.claims.begin(), position.claims.end(), [&](const ClaimRef& ref) {
      const auto& published = extractions_[ref.article].article.published;
      const bool inferred = !published || !is_stated(published->basis);
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
  bool ages_are_of_one_time_ = false;
};

using PositionPair = std::pair<std::uint32_t, std::uint32_t>;  // the lower number first

// By claim: the number of the position that holds it.
std::map<ClaimRef, std::uint32_t> numbers_of(const std::vector<DraftPosition>& positions) {
  std::map<ClaimRef, std::uint32_t> numbers;
  for (std::uint32_t p = 0; p < positions.size(); ++p)
    for (const auto& ref : positions[p].claims) numbers.emplace(ref, p);
  return numbers;
}

// Judges every pair of positions. `is_sure(a, b)` says whether values that exclude each other are known to be of one
// thing.
template <typename Sure>
void judge(const std::vector<Extraction>& extractions, DraftFinding& finding, Sure is_sure) {
  const auto& positions = finding.positions;
  std::size_t claims = 0;
  for (const auto& position : positions) claims += position.claims.size();
  finding.verdict = claims > 1 ? Verdict::agree : Verdict::single;
  const Comparable comparable(extractions, finding);
  for (std::uint32_t a = 0; a < positions.size(); ++a) {
    for (std::uint32_t b = a + 1; b < positions.size(); ++b) {
      Judgement judgement = compare(positions[a].value, positions[b].value);
      // "no one was hurt" may be so elsewhere
      const bool denied = judgement.reason == Reason::denial &&
                          (finding.kind == ClaimKind::quantity || finding.kind == ClaimKind::proposition);
      const bool differ = judgement.reason == Reason::disjoint || denied;
      if (differ && !(comparable.may_conflict(a, b) && is_sure(PositionPair{a, b})))
        judgement = {Verdict::compatible, Reason::apart};
      finding.relations.push_back({a, b, judgement.verdict, judgement.reason});
      if (weight_of(judgement.verdict) > weight_of(finding.verdict)) finding.verdict = judgement.verdict;
    }
  }
}

// The most frequent of some names, of equals the first in order.
std::string most_named(const std::map<std::string, int>& votes) {
  std::string best;
  int most = 0;
  for (const auto& [name, count] : votes)
    if (count > most) most = count, best = name;
  return best;
}

// Findings of the values that the alignment puts together, and of those that stand alone.
class ValueFindings {
 public:
  ValueFindings(const std::vector<Extraction>& extractions, const std::vector<std::size_t>& group,
                const StoryEvents& events, const AlignmentModel& model)
      : extractions_(extractions), story_(extractions, group, events), alignment_(align(story_, model)) {}

  void add_to(std::vector<DraftFinding>& findings) const {
    std::vector<bool> met(story_.all().size());
    for (const auto& group : alignment_.groups) {
      for (const auto value : group) met[value] = true;
      findings.push_back(finding_of(group));
    }
    for (std::uint32_t value = 0; value < met.size(); ++value) {
      if (!met[value] && has_label(*story_.all()[value].claim)) findings.push_back(finding_of({value}));
    }
  }

 private:
  // What extract gives a value that no class of the lexicon and no deed names.
  static constexpr std::string_view nameless = "value";

  static bool has_label(const Claim& claim) { return claim.rule != nameless; }

  DraftFinding finding_of(const std::vector<std::uint32_t>& group) const {
    DraftFinding finding;
    finding.kind = story_.all()[group.front()].claim->kind;
    finding.event = event_of(group);
    finding.certainty = certainty_of(group);
    name(finding, group);
    Group refs;
    for (const auto value : group) refs.push_back(story_.all()[value].ref);
    finding.positions = positions_of(extractions_, refs);
    finding.left_out = take_surplus(finding.positions);
    const auto sure = sure_pairs(group, finding.positions);
    judge(extractions_, finding, [&](const PositionPair& pair) { return sure.contains(pair); });
    return finding;
  }

  // Pairs of positions with a conflict of the alignment between two of their values.
  std::set<PositionPair> sure_pairs(const std::vector<std::uint32_t>& group,
                                    const std::vector<DraftPosition>& positions) const {
    std::set<PositionPair> sure;
    const auto numbers = numbers_of(positions);
    for (const auto value : group) {
      const auto one = numbers.find(story_.all()[value].ref);
      auto pair = alignment_.conflicts.lower_bound({value, 0});
      for (; one != numbers.end() && pair != alignment_.conflicts.end() && pair->first.a == value; ++pair) {
        const auto other = numbers.find(story_.all()[pair->first.b].ref);
        if (other != numbers.end()) sure.insert(std::minmax(one->second, other->second));
      }
    }
    return sure;
  }

  double certainty_of(const std::vector<std::uint32_t>& group) const {
    if (group.size() < 2) return 1;
    double sum = 0;  // over the pairs that were looked at: the others score nothing
    const auto& scored = alignment_.scored;
    for (const auto value : group) {
      auto pair = std::ranges::lower_bound(scored.pairs, CandidatePair{value, 0});
      for (; pair != scored.pairs.end() && pair->a == value; ++pair)
        if (std::ranges::binary_search(group, pair->b))
          sum += static_cast<double>(scored.second[static_cast<std::size_t>(pair - scored.pairs.begin())]);
    }
    return 2 * sum / static_cast<double>(group.size() * (group.size() - 1));
  }

  std::size_t event_of(const std::vector<std::uint32_t>& group) const {
    std::map<std::uint32_t, int> votes;
    for (const auto value : group) ++votes[story_.all()[value].event];
    std::size_t best = 0;
    int most = 0;
    for (const auto& [event, count] : votes)
      if (event != StoryValues::no_event && count > most) most = count, best = event;
    return best;
  }

  // By a class of the lexicon where most have one, else by the words of the text.
  void name(DraftFinding& finding, const std::vector<std::uint32_t>& group) const {
    std::map<std::string, int> properties, populations, deeds, things, kinds, owners, anchors;
    for (const auto number : group) {
      const StoryValue& value = story_.all()[number];
      const Claim& claim = *value.claim;
      if (has_label(claim)) ++properties[comparable_property(claim)], ++populations[name_of_population(claim)];
      if (!has_label(claim) && is_clock(claim))
        count_word(deeds, value, claim.facets.governor);  // its property says that it is a clock
      else if (!has_label(claim) && claim.property != nameless)
        ++deeds[claim.property];
      count_word(things, value, claim.facets.thing);
      ++kinds[kind_of(value)];
      ++owners[claim.facets.owner];
      ++anchors[is_distance(value) ? anchor_name(value) : ""];
    }
    finding.property = most_named(properties);
    finding.population = most_named(populations);
    if (!finding.property.empty()) return;
    deeds.erase("time");
    const std::string deed = most_named(deeds), thing = most_named(things), kind = most_named(kinds);
    if (const std::string anchor = most_named(anchors); !anchor.empty()) {
      finding.property = "distance";
      finding.population = "from " + anchor;
    } else if (thing == "age") {
      finding.property = thing;
      finding.population = most_named(owners);
    } else if (finding.kind == ClaimKind::date) {
      finding.property = deed.empty() ? kind : deed + (kind == "hour" ? ".hour" : ".day");
    } else {
      finding.property = deed.empty() ? kind : deed;
      finding.population = thing == finding.property ? "" : thing;
    }
  }

  // What is asked for where no deed says it: "date", "hour", "duration", "money", else "figure". "day" and "time" are
  // those of the event: these are of something else.
  std::string kind_of(const StoryValue& value) const {
    const Extraction& extraction = extractions_[value.ref.article];
    if (value.claim->kind == ClaimKind::date) {
      const auto& date = extraction.dates[static_cast<std::size_t>(value.claim->date)];
      return date.type == TimexType::time ? "hour" : "date";
    }
    const auto& quantity = extraction.quantities[static_cast<std::size_t>(value.claim->quantity)];
    if (quantity.dimension == "time") return "duration";
    return quantity.dimension.empty() ? "figure" : quantity.dimension;
  }

  // In miles or kilometres: "12 inches in Oslo" lie nowhere.
  bool is_distance(const StoryValue& value) const {
    constexpr double far = 900;  // metres
    return kind_of(value) == "length" && value.value.factor >= far;
  }

  // "santa-rosa" of "20 miles north of Santa Rosa"
  static std::string anchor_name(const StoryValue& value) {
    std::string name;
    for (const auto& word : anchor_of(*value.passage, *value.facets)) name += (name.empty() ? "" : "-") + word.lemma;
    return name;
  }

  // Whose age: the person's name, where one is known, else the role.
  static std::string name_of_population(const Claim& claim) {
    const auto name = side_of(claim.population);
    return claim.property == "age" && !name.empty() ? std::string(name) : claim.population;
  }

  static void count_word(std::map<std::string, int>& votes, const StoryValue& value, int word) {
    if (word == no_index) return;
    const std::string& lemma = value.passage->words[static_cast<std::size_t>(word)].lemma;
    const bool is_word = std::ranges::any_of(lemma, [](char c) { return c >= 'a' && c <= 'z'; });  // "72" names nothing
    if (is_word) ++votes[lemma];
  }

  const std::vector<Extraction>& extractions_;
  StoryValues story_;
  Alignment alignment_;
};

void add_terms(const std::vector<Extraction>& extractions, const std::vector<std::size_t>& group,
               const StoryEvents& events, std::vector<DraftFinding>& findings) {
  std::map<Key, Group> groups;
  for (std::size_t g = 0; g < group.size(); ++g) {
    const Extraction& extraction = extractions[group[g]];
    for (std::size_t c = 0; c < extraction.claims.size(); ++c) {
      const Claim& claim = extraction.claims[c];
      if (claim.event == no_index || claim.kind != ClaimKind::term) continue;
      const auto event = events.joined[g][static_cast<std::size_t>(claim.event)];
      groups[{event, claim.property, std::string(class_of(claim.population))}].push_back({group[g], c});
    }
  }
  for (const auto& [key, all] : groups) {
    for (const auto& [side, claims] : split_by_side(extractions, all)) {
      DraftFinding finding;
      finding.event = key.event;
      finding.kind = ClaimKind::term;
      finding.property = key.property;
      finding.population = side.empty() ? key.population : key.population + "@" + side;
      finding.positions = positions_of(extractions, claims);
      finding.left_out = take_surplus(finding.positions);
      judge(extractions, finding, [](const PositionPair&) { return true; });
      findings.push_back(std::move(finding));
    }
  }
}

// The event that most of its claims are of, and what most of them are about.
DraftFinding finding_of(const std::vector<Extraction>& extractions, const std::vector<std::size_t>& group,
                        const StoryEvents& events, const PropositionGroup& met) {
  DraftFinding finding;
  std::map<std::string, int> populations;
  std::map<std::uint32_t, int> votes;
  for (const auto& ref : met.claims) {
    const Claim& claim = extractions[ref.article].claims[ref.claim];
    const auto g = static_cast<std::size_t>(std::ranges::lower_bound(group, ref.article) - group.begin());
    ++populations[claim.population];
    if (claim.event != no_index) ++votes[events.joined[g][static_cast<std::size_t>(claim.event)]];
    finding.property = claim.property;
  }
  int most = 0;
  for (const auto& [event, count] : votes)
    if (count > most) most = count, finding.event = event;
  finding.population = most_named(populations);
  finding.positions = positions_of(extractions, met.claims);
  finding.left_out = take_surplus(finding.positions);
  std::set<PositionPair> sure;
  const auto numbers = numbers_of(finding.positions);
  for (const auto& [a, b] : met.surely_same) {
    const auto one = numbers.find(a), other = numbers.find(b);
    if (one != numbers.end() && other != numbers.end()) sure.insert(std::minmax(one->second, other->second));
  }
  judge(extractions, finding, [&](const PositionPair& pair) { return sure.contains(pair); });
  return finding;
}

}  // namespace

std::vector<DraftFinding> find_all(const std::vector<Extraction>& extractions, const std::vector<std::size_t>& group,
                                   const StoryEvents& events, const AlignmentModel& model) {
  std::vector<DraftFinding> findings;
  add_terms(extractions, group, events, findings);
  for (const auto& met : group_propositions(extractions, group, events))
    findings.push_back(finding_of(extractions, group, events, met));
  ValueFindings(extractions, group, events, model).add_to(findings);
  return findings;
}

}  // namespace corroborate::reconciliation
