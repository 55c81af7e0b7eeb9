// The features of a pair, in the order that the model knows.
#include "reconcile/align/pair_features.h"

#include <algorithm>
#include <bit>
#include <cmath>

#include "reconcile/compare.h"

namespace corroborate::reconciliation {

namespace {

// Writes one feature after the other; the order is the model's.
class Row {
 public:
  explicit Row(PairFeatures& features) : features_(features) {}
  void add(float value) { features_[next_++] = value; }
  void add(bool value) { add(value ? 1.0F : 0.0F); }
  void add(int value) { add(static_cast<float>(value)); }

 private:
  PairFeatures& features_;
  std::size_t next_ = 0;
};

// 1 = the same, -1 = both known and different, 0 = one is not known.
float agreement(WordId a, WordId b) {
  if (a == no_word || b == no_word) return 0;
  return a == b ? 1 : -1;
}

struct Overlap {
  float share = 0;   // of the lighter bag, by rarity in English
  float weight = 0;  // rarity within the story, summed over what both hold
  float count = 0;
  float rarest = 0;  // within the story
};

Overlap overlap(const StoryValues& story, const std::vector<WordId>& a, const std::vector<WordId>& b) {
  Overlap result;
  float weight_a = 0, weight_b = 0, common = 0;
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    const bool step_a = i < a.size() && (j == b.size() || a[i] <= b[j]);
    const bool step_b = j < b.size() && (i == a.size() || b[j] <= a[i]);
    const StoryWord& word = story.word(step_a ? a[i] : b[j]);
    if (step_a) weight_a += word.known.rarity;
    if (step_b) weight_b += word.known.rarity;
    if (step_a && step_b) {
      common += word.known.rarity;
      result.weight += word.story_rarity;
      result.rarest = std::max(result.rarest, word.story_rarity);
      result.count += 1;
    }
    i += step_a;
    j += step_b;
  }
  const float lighter = std::min(weight_a, weight_b);
  if (lighter > 0) result.share = common / lighter;
  return result;
}

float clash_of_names(const std::vector<WordId>& a, const std::vector<WordId>& b, float shared) {
  return !a.empty() && !b.empty() && shared == 0 ? 1 : 0;
}

// Of two bags of names, by rarity within the story: how much of both they share, and how much at least either has of
// its own. That all speak of one player says little where each speaks of a club of its own.
struct Distinction {
  float shared = 0, apart = 0;
};

Distinction distinguish(const StoryValues& story, const std::vector<WordId>& a, const std::vector<WordId>& b) {
  float both = 0, only_a = 0, only_b = 0;
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    const bool step_a = i < a.size() && (j == b.size() || a[i] <= b[j]);
    const bool step_b = j < b.size() && (i == a.size() || b[j] <= a[i]);
    const float rarity = std::max(0.F, story.word(step_a ? a[i] : b[j]).story_rarity);
    (step_a && step_b ? both : step_a ? only_a : only_b) += rarity;
    i += step_a;
    j += step_b;
  }
  const float all = both + only_a + only_b;
  return {all > 0 ? both / all : -1, std::min(only_a, only_b)};
}

float day_distance(const Value& a, const Value& b) {
  if (std::isinf(a.interval.low) || std::isinf(b.interval.low)) return -1;
  return std::log1p(static_cast<float>(std::abs(a.interval.low - b.interval.low)));
}

float clock_distance(const Value& a, const Value& b) {
  return std::log1p(static_cast<float>(std::abs(a.stated - b.stated)));  // minutes
}

void add_value(Row& row, const StoryValue& a, const StoryValue& b) {
  const bool one_unit = a.unit == b.unit;
  const Judgement judgement = one_unit ? compare(a.value, b.value) : Judgement{Verdict::compatible, Reason::apart};
  const bool equal = judgement.reason == Reason::equal;
  const bool number = a.claim->kind == ClaimKind::quantity;
  row.add(equal);
  const bool same_figure = one_unit && a.figure.key != 0 && a.figure.key == b.figure.key;
  row.add(same_figure ? std::min(a.figure.digits, b.figure.digits) : 0);
  row.add(same_figure ? a.figure_rarity : 0);
  row.add(same_figure ? std::max(a.repeats, b.repeats) : 0);
  row.add(number                      ? std::abs(a.magnitude - b.magnitude)
          : a.family == Family::clock ? clock_distance(a.value, b.value)
                                      : day_distance(a.value, b.value));
  row.add(judgement.verdict == Verdict::conflict);
  row.add(number ? std::min(a.magnitude, b.magnitude) : -1);
  row.add(a.weekday != 0 && b.weekday != 0 ? (a.weekday == b.weekday ? 1 : -1) : 0);
  row.add(std::abs(a.width - b.width));
  row.add(std::min(a.width, b.width));
  row.add(a.value.relation == b.value.relation);
  row.add(one_unit);
}

void add_heads(Row& row, const StoryValues& story, Closeness& closeness, const StoryValue& a, const StoryValue& b) {
  row.add(agreement(a.thing, b.thing));
  row.add(likeness(story, a.thing, b.thing));
  row.add(agreement(a.thing_group, b.thing_group));
  row.add(agreement(a.governor, b.governor));
  row.add(likeness(story, a.governor, b.governor));
  row.add(agreement(a.governor_group, b.governor_group));
  row.add(std::max(likeness(story, a.thing, b.governor), likeness(story, a.governor, b.thing)));
  row.add(a.thing_group != no_word && (a.thing_group == b.governor_group || a.thing_group == b.thing_group));
  // Do words around one stand close to the other's head? "negotiated" in "hours of negotiation".
  const Nearest governor_a = closeness.nearest(story, a.governor, b), thing_a = closeness.nearest(story, a.thing, b);
  const Nearest governor_b = closeness.nearest(story, b.governor, a), thing_b = closeness.nearest(story, b.thing, a);
  row.add(std::max(governor_a.in_clause, governor_b.in_clause));
  row.add(std::max(thing_a.in_clause, thing_b.in_clause));
  row.add(std::min(governor_a.in_window, governor_b.in_window));
  row.add(std::min(thing_a.in_window, thing_b.in_window));
  const Tie tie_a = a.facets->tie, tie_b = b.facets->tie;
  row.add(tie_a == tie_b);
  const auto suffers = [](Tie tie) { return tie == Tie::object || tie == Tie::passive_subject; };
  row.add(suffers(tie_a) && suffers(tie_b));
  row.add(static_cast<int>(std::min(tie_a, tie_b)));
  row.add(static_cast<int>(std::max(tie_a, tie_b)));
  row.add(agreement(a.marker, b.marker));
  row.add(agreement(a.before, b.before));
  row.add(agreement(a.after, b.after));
}

void add_bags(Row& row, const StoryValues& story, const StoryValue& a, const StoryValue& b) {
  const Overlap clause = overlap(story, a.clause, b.clause), window = overlap(story, a.window, b.window),
                sentence = overlap(story, a.sentence, b.sentence);
  for (const auto* bag : {&clause, &window, &sentence}) {
    row.add(bag->share);
    row.add(bag->weight);
  }
  row.add(window.rarest);
  row.add(window.count);
  row.add(sentence.count);
  row.add(cosine(a.clause_direction, b.clause_direction));
  row.add(cosine(a.window_direction, b.window_direction));
  row.add(cosine(a.sentence_direction, b.sentence_direction));
  const Overlap names = overlap(story, a.names, b.names), near = overlap(story, a.clause_names, b.clause_names);
  row.add(names.weight);
  row.add(near.weight);
  row.add(near.share);
  row.add(clash_of_names(a.names, b.names, names.count));
  row.add(clash_of_names(a.clause_names, b.clause_names, near.count));
  for (const auto& [shared, apart] :
       {distinguish(story, a.names, b.names), distinguish(story, a.clause_names, b.clause_names)}) {
    row.add(shared);
    row.add(apart);
  }
  const Overlap arguments = overlap(story, a.arguments, b.arguments),
                modifiers = overlap(story, a.modifiers, b.modifiers);
  row.add(arguments.share);
  row.add(arguments.weight);
  row.add(modifiers.share);
  row.add(modifiers.count);
  row.add(clash_of_names(a.modifiers, b.modifiers, modifiers.count));
}

// Equal elements of two sorted lists.
int common(const std::vector<std::uint64_t>& a, const std::vector<std::uint64_t>& b) {
  int count = 0;
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    count += a[i] == b[j];
    const bool step_a = a[i] <= b[j], step_b = b[j] <= a[i];
    i += step_a;
    j += step_b;
  }
  return count;
}

bool knows_day(const Value& day) {
  return day.day.is_known() || !std::isinf(day.interval.low) || !std::isinf(day.interval.high);
}

// 1 = the clauses are of one day, -1 = of two, 0 = not said.
float same_day(const Value& a, const Value& b) {
  if (a.kind != ClaimKind::date || b.kind != ClaimKind::date || !knows_day(a) || !knows_day(b)) return 0;
  const Judgement judgement = compare(a, b);
  return judgement.verdict == Verdict::conflict ? -1 : judgement.reason == Reason::apart ? 0 : 1;
}

void add_neighbours(Row& row, const StoryValue& a, const StoryValue& b) {
  row.add(agreement(a.name_before, b.name_before));
  row.add(agreement(a.name_after, b.name_after));
  row.add(a.name_before != no_word && a.name_before == b.name_after   ? 1
          : b.name_before != no_word && b.name_before == a.name_after ? 1
                                                                      : 0);
  row.add(same_day(a.clause_day, b.clause_day));
  row.add(common(a.companions, b.companions));
  row.add(static_cast<int>(std::min(a.companions.size(), b.companions.size())));
  row.add(std::min(a.row_length, b.row_length));
  row.add(std::max(a.row_length, b.row_length));
  row.add(std::abs(a.place_in_row - b.place_in_row));
  const auto inside = [](const StoryValue& v) { return v.facets->tie == Tie::modifier; };
  row.add(static_cast<int>(inside(a)) + static_cast<int>(inside(b)));
  row.add(a.claim->chain.empty() == b.claim->chain.empty());
  row.add(static_cast<int>(a.facets->negated) + static_cast<int>(b.facets->negated));
}

void add_setting(Row& row, const StoryValue& a, const StoryValue& b) {
  row.add(agreement(a.owner, b.owner));
  row.add(agreement(a.person, b.person));
  row.add(agreement(a.whole_name, b.whole_name));
  row.add(agreement(a.place, b.place));
  row.add(agreement(a.source, b.source));
  const bool placed = a.event != StoryValues::no_event && b.event != StoryValues::no_event;
  row.add(placed ? (a.event == b.event ? 1 : -1) : 0);
  const float property = agreement(a.property, b.property), population = agreement(a.population, b.population);
  row.add(property);
  row.add(population);
  row.add(property == 1 && placed ? (a.event == b.event ? 2 : 0) + static_cast<int>(population) : -2);
  constexpr auto learned = static_cast<std::uint16_t>(static_cast<unsigned>(ScopeWord::besides) - 1);  // the older ones
  const std::uint16_t scopes = (a.facets->scope ^ b.facets->scope) & learned;
  row.add(std::popcount(scopes));
  const auto differs = [&](std::uint16_t bits) { return (scopes & bits) != 0; };
  const auto bit = [](ScopeWord word) { return static_cast<std::uint16_t>(word); };
  row.add(differs(static_cast<std::uint16_t>(bit(ScopeWord::another) | bit(ScopeWord::part))));
  row.add(differs(static_cast<std::uint16_t>(bit(ScopeWord::since) | bit(ScopeWord::so_far) | bit(ScopeWord::total))));
  row.add(differs(static_cast<std::uint16_t>(bit(ScopeWord::by) | bit(ScopeWord::to) | bit(ScopeWord::from))));
  row.add(differs(static_cast<std::uint16_t>(bit(ScopeWord::each) | bit(ScopeWord::per))));
  row.add(a.facets->negated != b.facets->negated);
  row.add(a.claim->modality == b.claim->modality);
}

void add_place_in_article(Row& row, const StoryValue& a, const StoryValue& b) {
  const auto sentence = [](const StoryValue& v) { return static_cast<float>(v.passage->sentence); };
  row.add(std::min(sentence(a), sentence(b)));
  row.add(std::abs(sentence(a) - sentence(b)));
  row.add(a.passage->headline || b.passage->headline);
  row.add(a.ref.article == b.ref.article);
  row.add(a.passage == b.passage);
}

}  // namespace

PairFeatures pair_features(const StoryValues& story, Closeness& closeness, const StoryValue& a, const StoryValue& b) {
  PairFeatures features{};
  Row row(features);
  row.add(static_cast<int>(a.family));
  add_value(row, a, b);
  add_heads(row, story, closeness, a, b);
  add_bags(row, story, a, b);
  add_neighbours(row, a, b);
  add_setting(row, a, b);
  add_place_in_article(row, a, b);
  row.add(std::log1p(static_cast<float>(story.articles())));
  return features;
}

}  // namespace corroborate::reconciliation
