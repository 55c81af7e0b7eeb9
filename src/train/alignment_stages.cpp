// Learns the stages one after the other.
#include "train/alignment_stages.h"

#include <fmt/format.h>

#include <cmath>
#include <iterator>
#include <map>

#include "train/alignment_count.h"

namespace corroborate::training {

using reconciliation::AlignmentModel;
using reconciliation::PairContext;
using reconciliation::Thresholds;
using reconciliation::with_own;

namespace {

struct Options {
  BoostOptions pair{.trees = 200, .depth = 6, .rate = 0.09F};
  BoostOptions context{.trees = 150, .depth = 5, .rate = 0.1F};
  TreeOptions opposition{};
  // What is printed is one finding for a question, however many pairs it has: with 1 the pairs of each weigh as much
  // together as those of any other, with 0 each pair as much as any other.
  float evened = 0;
  // Stories of a few sentences say plainest what is meant, and would be lost among those of many folders.
  bool shares = false;
};

// Of exponents 0, .5, .7 and 1 that in between finds most conflicts at one precision.
const Options from_all{.evened = 0.7F, .shares = true};

double pairs_wanted(const Work& work) {
  const auto& values = work.story->values->all();
  double wanted = 0;
  for (std::size_t a = 0; a < values.size(); ++a)
    for (std::size_t b = a + 1; b < values.size(); ++b)
      wanted +=
          values[a].ref.article != values[b].ref.article && share(work.story->questions[a], work.story->questions[b]);
  return wanted;
}

}  // namespace

bool share(const std::set<int>& a, const std::set<int>& b) {
  return std::ranges::any_of(a, [&](int question) { return b.contains(question); });
}

std::vector<Work> prepare(const Gold& gold) {
  std::vector<Work> all;
  for (std::size_t t = 0; t < gold.topics.size(); ++t) {
    for (const auto& story : gold.topics[t].stories) {
      Work work{t, &story, reconciliation::score_pairs(*story.values, AlignmentModel{}), {}, 0};
      for (const auto& [a, b] : work.scored.pairs) work.same.push_back(share(story.questions[a], story.questions[b]));
      work.wanted = pairs_wanted(work);
      all.push_back(std::move(work));
    }
  }
  return all;
}

void score_first(Work& work, const GrownForest& forest) {
  for (std::size_t p = 0; p < work.same.size(); ++p)
    work.scored.first[p] = forest.view().probability(work.scored.features[p]);
}

void score_second(Work& work, const GrownForest& forest) {
  const PairContext context(*work.story->values, work.scored.pairs, work.scored.first);
  const auto& values = work.story->values->all();
  for (std::size_t p = 0; p < work.same.size(); ++p) {
    const auto [a, b] = work.scored.pairs[p];
    const float probability = !work.scored.has_hope(p)
                                  ? work.scored.first[p]
                                  : forest.view().probability(with_own(context.beside(p), work.scored.features[p]));
    work.scored.second[p] =
        reconciliation::with_labels(*work.story->values, values[a], values[b], probability, learned_labels);
  }
}

Groups groups_of(const Work& work, Thresholds thresholds) {
  return reconciliation::group_values(*work.story->values, work.scored, thresholds);
}

int conflicting_question(const Work& work, const Gold& gold, std::uint32_t a, std::uint32_t b) {
  for (const int one : work.story->questions[a])
    if (work.story->questions[b].contains(one) && gold.conflicts[static_cast<std::size_t>(one)]) return one;
  return -1;
}

std::vector<Difference> differences(const std::vector<Work>& works, const Gold& gold, std::size_t w,
                                    Thresholds thresholds) {
  constexpr std::uint32_t no_group = 0xFFFFFFFF;
  std::vector<Difference> found;
  const Opposed opposed(works[w], thresholds);
  const auto& groups = opposed.oppositions;
  std::vector<std::pair<std::uint32_t, std::uint32_t>> cells;  // the question, or the two groups
  std::map<std::pair<std::uint32_t, std::uint32_t>, float> sizes;
  constexpr float least_score = 0.06F;  // by the second look: below it hardly any pair is of one question
  for (const auto pair : groups.pairs(least_score)) {
    const auto [a, b] = works[w].scored.pairs[pair];
    const int question = conflicting_question(works[w], gold, a, b);
    found.push_back({w, pair, question >= 0, groups.features(pair)});
    cells.push_back(question >= 0 ? std::pair(static_cast<std::uint32_t>(question), no_group)
                                  : std::minmax({groups.group_of(a), groups.group_of(b)}));
    ++sizes[cells.back()];
  }
  for (std::size_t i = 0; i < found.size(); ++i) found[i].cell = sizes[cells[i]];
  return found;
}

namespace {

// How much stories of a length weigh, by what is learned.
struct Share {
  float pairs, differences;
};

Share share_of(Length length, const Options& options) {
  if (!options.shares || length == Length::folder) return {1, 1};
  return length == Length::brief ? Share{4, 3} : Share{2, 1.5F};
}

// Values of one article may answer one question too, but the gold reads that less carefully.
float weight_of(const Work& work, std::size_t pair, const Options& options) {
  const auto [a, b] = work.scored.pairs[pair];
  const float share = share_of(work.story->length, options).pairs;
  const bool altered = work.story->altered != Altered::no;
  const float weight = (altered ? 0.5F : work.story->part ? 1.5F : 1) * share;  // parts hold a few pairs of the many
  return work.story->values->all()[a].ref.article == work.story->values->all()[b].ref.article ? 0.3F * weight : weight;
}

GrownForest train_pair(const std::vector<Work>& works, const Choice& choice, const Options& options) {
  Samples samples;
  for (const auto w : choice)
    for (std::size_t p = 0; p < works[w].same.size(); ++p)
      samples.add(works[w].scored.features[p], works[w].same[p], weight_of(works[w], p, options));
  return boost(samples, options.pair);
}

GrownForest train_context(const std::vector<Work>& works, const Choice& choice, const Options& options) {
  Samples samples;
  for (const auto w : choice) {
    const Work& work = works[w];
    const PairContext context(*work.story->values, work.scored.pairs, work.scored.first);
    for (std::size_t p = 0; p < work.same.size(); ++p)
      if (work.scored.has_hope(p))
        samples.add(with_own(context.beside(p), work.scored.features[p]), work.same[p], weight_of(work, p, options));
  }
  return boost(samples, options.context);
}

RandomTrees train_opposition(const std::vector<Difference>& all, const std::vector<bool>& chosen,
                             const std::vector<Work>& works, const Options& options) {
  Samples samples;
  float sum = 0;
  for (const auto& difference : all) {
    if (!chosen[difference.work]) continue;
    constexpr float altered = 0.3F;  // of four rounds
    const GoldStory& story = *works[difference.work].story;
    const float share = share_of(story.length, options).differences;
    const float weight = std::pow(difference.cell, -options.evened) * (story.altered == Altered::no ? 1 : altered);
    samples.add(difference.features, difference.real, weight * share);
    sum += weight;
  }
  for (float& weight : samples.weights) weight *= static_cast<float>(samples.size()) / sum;  // shares on average
  return RandomTrees(samples, options.opposition);
}

// The works that are trained on, their topics dealt out to the inner folds.
class InnerFolds {
 public:
  InnerFolds(const std::vector<Work>& works, const std::vector<bool>& seen) : works_(works) {
    for (std::size_t w = 0; w < works.size(); ++w) {
      if (!seen[w]) continue;
      all_.push_back(w);
      if (works[w].story->altered != Altered::otherwise) for_looks_.push_back(w);
      if (works[w].story->altered != Altered::alike) for_third_.push_back(w);
      fold_.try_emplace(works[w].topic, fold_.size() % inner_folds);
    }
  }

  const Choice& all() const { return all_; }
  // What the first two stages learn from, and the third.
  const Choice& for_looks() const { return for_looks_; }
  const Choice& for_third() const { return for_third_; }
  bool holds(std::size_t fold, std::size_t work) const { return fold_.at(works_[work].topic) == fold; }
  Choice for_looks_without(std::size_t fold) const {
    Choice choice;
    std::ranges::copy_if(for_looks_, std::back_inserter(choice), [&](std::size_t w) { return !holds(fold, w); });
    return choice;
  }

 private:
  const std::vector<Work>& works_;
  Choice all_, for_looks_, for_third_;
  std::map<std::size_t, std::size_t> fold_;  // by topic
};

// The first two stages; leaves in the works what forests say that have not seen them.
void train_looks(std::vector<Work>& works, const InnerFolds& inner, const Options& options, Trained& result) {
  for (std::size_t k = 0; k < inner_folds; ++k) {
    const GrownForest forest = train_pair(works, inner.for_looks_without(k), options);
    for (const auto w : inner.all())
      if (inner.holds(k, w)) score_first(works[w], forest);
  }
  for (std::size_t k = 0; k < inner_folds; ++k) {
    const GrownForest forest = train_context(works, inner.for_looks_without(k), options);
    for (const auto w : inner.all())
      if (inner.holds(k, w)) score_second(works[w], forest);
  }
  result.pair = train_pair(works, inner.for_looks(), options);
  result.context = train_context(works, inner.for_looks(), options);
}

// The third stage; leaves in `found` how sure trees are that have not seen a difference.
GrownForest train_third(const std::vector<Work>& works, const InnerFolds& inner, const Options& options,
                        std::vector<Difference>& found) {
  for (std::size_t k = 0; k < inner_folds; ++k) {
    std::vector<bool> chosen(works.size());
    for (const auto w : inner.for_third()) chosen[w] = !inner.holds(k, w);
    const RandomTrees trees = train_opposition(found, chosen, works, options);
    for (auto& difference : found)
      if (inner.holds(k, difference.work)) difference.certainty = trees.mean(difference.features);
  }
  std::vector<float> means;
  std::vector<bool> labels;
  for (const auto& difference : found)
    if (works[difference.work].story->altered == Altered::no)  // in the news as it is, conflicts are rarer
      means.push_back(difference.certainty), labels.push_back(difference.real);
  const Curve curve = fit_curve(means, labels);
  for (auto& difference : found) difference.certainty = curve.probability(difference.certainty);
  return train_opposition(found, std::vector<bool>(works.size(), true), works, options).with(curve);
}

Trained train_once(std::vector<Work> works, const Gold& gold, const std::vector<bool>& seen, const Options& options) {
  const InnerFolds inner(works, seen);
  Trained result;
  train_looks(works, inner, options, result);
  std::vector<Difference> found;
  for (const auto w : inner.for_third()) {
    auto more = differences(works, gold, w, learned_from);
    found.insert(found.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  result.opposition = train_third(works, inner, options, found);
  const Score pairs = score_groups(works, inner.all(), shipped);
  const ConflictScore conflicts = score_conflicts(works, inner.all(), found, gold, shipped, shipped_oppose);
  fmt::print(stderr,
             "inner folds: pairs P {:.1f} R {:.1f} F1 {:.1f} of those read; conflicts P {:.1f} in {:.0f} findings, {} "
             "questions\n",
             100 * pairs.precision(), 100 * pairs.recall(), 100 * pairs.f1(), 100 * conflicts.precision(),
             conflicts.findings, conflicts.questions.size());
  return result;
}

// Where each tree begins.
std::vector<std::size_t> starts_of(const GrownForest& forest) {
  std::vector<std::size_t> starts = {0};
  for (const auto size : forest.sizes) starts.push_back(starts.back() + size);
  return starts;
}

// Half of what the one says and half of what the other says, tree by tree in turn. Of `step` trees that say the same
// but for chance one is taken, for all.
GrownForest mean_of(const GrownForest& one, const GrownForest& other, std::size_t step) {
  GrownForest mean;
  mean.base = (one.base + other.base) / 2;
  const auto starts_of_one = starts_of(one), starts_of_other = starts_of(other);
  const auto add = [&](const GrownForest& forest, const std::vector<std::size_t>& starts, std::size_t tree) {
    mean.sizes.push_back(forest.sizes[tree]);
    for (auto node = starts[tree]; node < starts[tree + 1]; ++node) {
      mean.nodes.push_back(forest.nodes[node]);
      if (forest.nodes[node].left == 0) mean.nodes.back().value *= 0.5F * static_cast<float>(step);
    }
  };
  for (std::size_t tree = 0; tree < one.sizes.size(); tree += step) {
    add(one, starts_of_one, tree);
    add(other, starts_of_other, tree);
  }
  return mean;
}

}  // namespace

Trained train(const std::vector<Work>& works, const Gold& gold, const std::vector<bool>& seen) {
  std::vector<bool> first(seen);
  for (std::size_t w = 0; w < works.size(); ++w) first[w] = seen[w] && works[w].story->first;
  const Trained one = train_once(works, gold, first, {});
  const Trained other = train_once(works, gold, seen, from_all);
  return {mean_of(one.pair, other.pair, 1), mean_of(one.context, other.context, 1),
          mean_of(one.opposition, other.opposition, 2)};
}

}  // namespace corroborate::training
