// Orders the three looks: scores, groups, and groups that differ.
#include "reconcile/align/align.h"

#include <algorithm>
#include <cmath>
#include <numeric>
#include <set>

namespace corroborate::reconciliation {

namespace {

// Classes of the lexicon know both for the same measure of one event: "killed soldiers of the strike". Then a fair
// chance by the words is enough to call a difference a conflict.
constexpr float likely = 0.3F;
// Unless the third look, which sees the groups, speaks against it: this part of what it asks of other pairs.
constexpr float half_sure = 0.57F;
// And so far at least the words are believed, where the values differ and where they do not.
constexpr float labelled_alike = 0.5F, labelled_the_same = 0.83F;
// A coincidence is no likelier than that.
constexpr float unlikely = 0.1F;
// No pair below it was ever called opposed.
constexpr float least_opposed = 0.09F;

// "Jose Luis Orozco" and "Orozco", not "Jose Orozco" and "Ana Orozco".
bool is_one_person(const StoryValue& a, const StoryValue& b) {
  return a.person != no_word && a.person == b.person &&
         (a.whole_name == b.whole_name || a.has_bare_name || b.has_bare_name);
}

bool share_label(const StoryValue& a, const StoryValue& b) {
  if (a.family == Family::age) return is_one_person(a, b);
  const bool population = a.population == b.population || a.population == no_word || b.population == no_word;
  return a.unit == b.unit && a.property != no_word && a.property == b.property && population && a.event == b.event &&
         a.event != StoryValues::no_event;
}

}  // namespace

namespace {

// Asks a forest about `pairs`, so many at a time that their rows stay in the cache. `row_of(pair)` gives the features
// of one, `take(pair, probability)` receives what it comes to, in order.
template <typename Row, typename Pairs, typename Answer, typename RowOf, typename Take>
void ask(const Pairs& pairs, Answer answer, RowOf row_of, Take take) {
  constexpr std::size_t at_once = 256;
  std::vector<float> rows, result;
  for (std::size_t first = 0; first < pairs.size(); first += at_once) {
    const std::size_t count = std::min(at_once, pairs.size() - first);
    rows.clear();
    for (std::size_t i = 0; i < count; ++i) {
      const Row& row = row_of(pairs[first + i]);
      rows.insert(rows.end(), row.begin(), row.end());
    }
    result.assign(count, 0);
    answer(rows, result);
    for (std::size_t i = 0; i < count; ++i) take(pairs[first + i], result[i]);
  }
}

}  // namespace

namespace {

// Each pair by itself.
ScoredPairs look_first(const StoryValues& story, const AlignmentModel& model) {
  constexpr std::size_t most_kept = 50'000;  // pairs whose features are kept for the next looks: 17 MB
  ScoredPairs scored;
  scored.set_pairs(story, find_candidates(story));
  std::vector<std::size_t> numbers(scored.pairs.size());
  std::iota(numbers.begin(), numbers.end(), std::size_t{0});
  if (model.pair.empty() || numbers.size() <= most_kept) {  // training asks for them again and again
    scored.features.reserve(numbers.size());
    for (const auto p : numbers) scored.features.push_back(scored.made_features(p));
  }
  scored.first.resize(numbers.size());
  ask<PairFeatures>(
      numbers, [&](const auto& rows, auto& answers) { model.pair.probabilities(rows, answers); },
      [&](std::size_t p) { return scored.features_of(p); },
      [&](std::size_t p, float probability) { scored.first[p] = probability; });
  return scored;
}

// Beside the others.
void look_again(const StoryValues& story, const AlignmentModel& model, const PairContext& context,
                ScoredPairs& scored) {
  scored.second = scored.first;
  if (!model.context.empty()) {
    if (!scored.features.empty()) scored.beside.resize(scored.pairs.size());
    std::vector<std::size_t> numbers;
    for (std::size_t p = 0; p < scored.pairs.size(); ++p)
      if (scored.has_hope(p)) numbers.push_back(p);
    ask<ContextFeatures>(
        numbers, [&](const auto& rows, auto& answers) { model.context.probabilities(rows, answers); },
        [&](std::size_t p) {
          const BesideFeatures beside = context.beside(p);
          if (!scored.beside.empty()) scored.beside[p] = beside;
          return with_own(beside, scored.features_of(p));
        },
        [&](std::size_t p, float probability) { scored.second[p] = probability; });
  }
  for (std::size_t p = 0; p < scored.pairs.size(); ++p) {
    const auto& [a, b] = scored.pairs[p];
    scored.second[p] = with_labels(story, story.all()[a], story.all()[b], scored.second[p]);
  }
}

}  // namespace

ScoredPairs score_pairs(const StoryValues& story, const AlignmentModel& model) {
  ScoredPairs scored = look_first(story, model);
  look_again(story, model, PairContext(story, scored.pairs, scored.first), scored);
  return scored;
}

namespace {

// Of the many pairs of a large story more look right by chance than of a small one. `keep` is for twenty articles,
// chosen on topics that the model had not seen, and may be more than any pair alone is worth; of stories of our own
// that it had not seen, of four to thirteen articles, 87 % of the groups are right so.
Thresholds of_size(Thresholds thresholds, std::size_t articles) {
  constexpr float large = 20;
  const float share = std::min(1.0F, static_cast<float>(std::max<std::size_t>(articles, 2)) / large);
  thresholds.keep = std::max(thresholds.join, thresholds.keep + thresholds.slope * std::log(share));
  return thresholds;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> group_values(const StoryValues& story, const ScoredPairs& scored,
                                                     Thresholds thresholds) {
  const auto forbidden = [&](std::uint32_t a, std::uint32_t b) { return cannot_meet(story.all()[a], story.all()[b]); };
  return without_loose_members(
      story, cluster(story.all().size(), scored.pairs, scored.second, of_size(thresholds, story.articles()), forbidden),
      scored);
}

namespace {

bool share_word(const std::vector<WordId>& a, const std::vector<WordId>& b) {  // both sorted
  for (std::size_t i = 0, j = 0; i < a.size() && j < b.size();) {
    if (a[i] == b[j]) return true;
    ++(a[i] < b[j] ? i : j);
  }
  return false;
}

// "The tower has 12 stories", "Holm sold 12 crates": unlike things with nothing but a figure of few digits in common.
bool is_coincidence(const StoryValues& story, const StoryValue& a, const StoryValue& b) {
  constexpr int few_digits = 3;
  constexpr float unlike = 0.25F;  // cosine
  if (a.claim->kind != ClaimKind::quantity || a.figure.digits > few_digits || a.value.stated != b.value.stated)
    return false;
  const StoryWord& one = story.word(a.thing);
  const StoryWord& other = story.word(b.thing);
  return one.known.vector != nullptr && other.known.vector != nullptr &&
         cosine(one.direction, other.direction) < unlike && !share_word(a.sentence, b.sentence);
}

}  // namespace

float with_labels(const StoryValues& story, const StoryValue& a, const StoryValue& b, float probability, float least) {
  if (probability > unlikely && is_coincidence(story, a, b)) return unlikely;
  if (probability < least || !share_label(a, b)) return probability;
  return std::max(probability, exclude_each_other(a, b) ? labelled_alike : labelled_the_same);
}

bool cannot_meet(const StoryValue& a, const StoryValue& b) {
  if (a.family != b.family || (a.unit != b.unit && a.family != Family::money)) return true;
  if (a.person != no_word && b.person != no_word && a.person != b.person) return true;
  if (a.anchor != no_word && b.anchor != no_word && a.anchor != b.anchor) return true;
  return a.passage == b.passage && a.claim->chain == b.claim->chain && exclude_each_other(a, b);
}

std::vector<std::vector<std::uint32_t>> without_loose_members(const StoryValues& story,
                                                              std::vector<std::vector<std::uint32_t>> groups,
                                                              const ScoredPairs& scored) {
  constexpr float least = 0.44F, least_unlabelled = 0.64F;  // mean probability of a member with the others
  constexpr std::size_t most = 64;                          // others looked at
  for (auto& group : groups) {
    if (group.size() < 3) continue;
    const auto whole = group;
    const auto labelled =
        std::ranges::count_if(whole, [&](auto value) { return story.all()[value].property != no_word; });
    const bool known = 2 * static_cast<std::size_t>(labelled) > whole.size();
    std::erase_if(group, [&](std::uint32_t member) {
      float sum = 0;
      std::size_t count = 0;
      for (const auto other : whole) {
        if (other == member) continue;
        sum += scored.score_of(member, other);
        if (++count == most) break;
      }
      const float needed = known && story.all()[member].property == no_word ? least_unlabelled : least;
      return sum < needed * static_cast<float>(count);
    });
  }
  std::erase_if(groups, [](const auto& group) { return group.size() < 2; });
  return groups;
}

namespace {

// The pairs of two groups that exclude each other are sure enough on average, and none is forbidden.
bool are_opposed(const StoryValues& story, const ScoredPairs& scored, const std::vector<float>& sure,
                 const std::vector<std::uint32_t>& one, const std::vector<std::uint32_t>& other, float oppose) {
  constexpr float agreed = 0.5F;    // of `oppose`, on average over the pairs that differ
  constexpr std::size_t most = 24;  // members of a group looked at
  float sum = 0, differing = 0;
  for (std::size_t i = 0; i < std::min(most, one.size()); ++i)
    for (std::size_t j = 0; j < std::min(most, other.size()); ++j) {
      const auto& a = story.all()[one[i]];
      const auto& b = story.all()[other[j]];
      if (cannot_meet(a, b)) return false;
      if (!exclude_each_other(a, b)) continue;
      // A voice that gives both speaks of two things, or tells how the one became the other.
      if (a.ref.article == b.ref.article && a.claim->chain == b.claim->chain) return false;
      const auto pair = scored.number_of(one[i], other[j]);
      sum += pair == sure.size() ? 0 : sure[pair];
      differing += 1;
    }
  return sum >= agreed * oppose * differing;
}

}  // namespace

std::vector<std::vector<std::uint32_t>> join_opposed(const StoryValues& story, const Oppositions& oppositions,
                                                     const ScoredPairs& scored, const std::vector<std::size_t>& pairs,
                                                     const std::vector<float>& certainty, float oppose) {
  std::vector<std::vector<std::uint32_t>> members;
  std::vector<std::uint32_t> at(story.all().size());
  for (std::uint32_t value = 0; value < at.size(); ++value) {
    at[value] = oppositions.group_of(value);
    members.resize(std::max<std::size_t>(members.size(), at[value] + 1));
    members[at[value]].push_back(value);
  }
  std::vector<float> sure(scored.pairs.size());  // by candidate pair
  for (std::size_t i = 0; i < pairs.size(); ++i) sure[pairs[i]] = certainty[i];
  std::vector<std::size_t> order(pairs.size());
  std::iota(order.begin(), order.end(), std::size_t{0});
  std::ranges::stable_sort(order, std::greater{}, [&](std::size_t i) { return certainty[i]; });
  std::set<std::pair<std::uint32_t, std::uint32_t>> refused;  // groups that have not grown since
  for (const auto i : order) {
    if (certainty[i] < oppose) break;
    const auto one = at[scored.pairs[pairs[i]].a], other = at[scored.pairs[pairs[i]].b];
    if (one == other || refused.contains({one, other})) continue;
    if (!are_opposed(story, scored, sure, members[one], members[other], oppose)) {
      refused.insert({one, other});
      refused.insert({other, one});
      continue;
    }
    for (const auto y : members[other]) at[y] = one;
    members[one].insert(members[one].end(), members[other].begin(), members[other].end());
    members[other].clear();
    for (auto pair = refused.lower_bound({one, 0}); pair != refused.end() && pair->first == one;) {
      refused.erase({pair->second, one});  // both ways stand in it
      pair = refused.erase(pair);
    }
  }
  std::erase_if(members, [](const auto& group) { return group.size() < 2; });
  for (auto& group : members) std::ranges::sort(group);
  std::ranges::sort(members);
  return members;
}

namespace {

// Where articles are known to differ on a question, its other answers differ too, if they are likely of it.
void follow_conflicts(const StoryValues& story, Alignment& alignment) {
  constexpr std::size_t most = 200;  // values of a group looked at
  for (const auto& group : alignment.groups) {
    std::vector<CandidatePair> differing;
    bool known = false;
    for (std::size_t i = 0; i < std::min(most, group.size()); ++i)
      for (std::size_t j = i + 1; j < std::min(most, group.size()); ++j) {
        const CandidatePair pair{group[i], group[j]};
        known |= alignment.conflicts.contains(pair);
        if (exclude_each_other(story.all()[pair.a], story.all()[pair.b]) &&
            alignment.scored.score_of(pair.a, pair.b) >= likely)
          differing.push_back(pair);
      }
    if (!known) continue;
    for (const auto& pair : differing) alignment.conflicts.try_emplace(pair, alignment.scored.score_of(pair.a, pair.b));
  }
}

}  // namespace

namespace {

// What a difference says, by what differs: ordinals and measures that differ are oftener of two things, sums of money
// of one. Chosen with the thresholds (data/model/README.md).
constexpr float heaviest = 1.25F;
float weight_of(Family family) {
  switch (family) {
    case Family::rank:
    case Family::measure:
    case Family::span:
    case Family::clock:
      return 0.86F;
    case Family::money:
      return heaviest;
    case Family::percent:
    case Family::count:
    case Family::day:
    case Family::age:
      return 1;
  }
  return 1;
}

// Of each of `pairs`, how sure it is that both values answer one question on which articles differ.
std::vector<float> ask_third(const StoryValues& story, const AlignmentModel& model, const Oppositions& oppositions,
                             const ScoredPairs& scored, const std::vector<std::size_t>& pairs) {
  std::vector<float> certainty(pairs.size());
  std::vector<std::size_t> labelled, others;  // numbers in `pairs`
  for (std::size_t i = 0; i < pairs.size(); ++i) {
    const auto [a, b] = scored.pairs[pairs[i]];
    const bool known = share_label(story.all()[a], story.all()[b]) && scored.second[pairs[i]] >= likely;
    (known ? labelled : others).push_back(i);
  }
  const auto ask_about = [&](const std::vector<std::size_t>& some, float least) {
    ask<OppositionFeatures>(
        some,
        // Lower than what is asked of most: what is told of those below goes into the mean of their groups.
        [&](const auto& rows, auto& answers) { model.opposition.probabilities(rows, answers, least / heaviest); },
        [&](std::size_t i) { return oppositions.features(pairs[i]); },
        [&](std::size_t i, float probability) {
          const Family family = story.all()[scored.pairs[pairs[i]].a].family;
          certainty[i] = std::min(1.0F, probability * weight_of(family));
        });
  };
  if (model.opposition.empty()) {
    for (std::size_t i = 0; i < pairs.size(); ++i) certainty[i] = scored.second[pairs[i]];
  } else {
    ask_about(others, model.oppose);
    ask_about(labelled, half_sure * model.oppose);
  }
  for (const auto i : labelled)
    if (certainty[i] >= half_sure * model.oppose) certainty[i] = std::max(certainty[i], model.oppose);
  return certainty;
}

}  // namespace

Alignment align(const StoryValues& story, const AlignmentModel& model) {
  Alignment result;
  result.scored = look_first(story, model);
  const PairContext context(story, result.scored.pairs, result.scored.first);
  look_again(story, model, context, result.scored);
  const auto groups = group_values(story, result.scored, model.thresholds);
  const Oppositions oppositions(story, result.scored, context, groups);
  const auto pairs = oppositions.pairs(least_opposed);
  const auto certainty = ask_third(story, model, oppositions, result.scored, pairs);
  result.groups = join_opposed(story, oppositions, result.scored, pairs, certainty, model.oppose);
  for (std::size_t i = 0; i < pairs.size(); ++i)
    if (certainty[i] >= model.oppose) result.conflicts[result.scored.pairs[pairs[i]]] = certainty[i];
  follow_conflicts(story, result);
  return result;
}

}  // namespace corroborate::reconciliation
