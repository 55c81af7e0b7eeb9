// Learns which values answer the same question, from stories whose values are marked.
//
//   train_alignment OUT QUESTIONS.tsv FOLDER OWN.stories
// writes data/model/alignment.model.
//   train_alignment --folds PREFIX QUESTIONS.tsv FOLDER OWN.stories
// leaves a fifth of the topics out, five times, and writes PREFIX0.model to PREFIX4.model: the topic of number i (from
// 0, in the order of the table) is unseen by model i mod 5.
//   train_alignment --score OWN.stories [F1 RIGHT P R]
// prints what the model that is linked in makes of stories of our own; ends with 1 where a figure is below its floor.
//
// Each stage is learned on what the one before says of topics that it has not seen, or it would trust it too much.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "reconcile/align/align.h"
#include "train/alignment_boost.h"
#include "train/alignment_gold.h"
#include "train/alignment_score.h"

namespace {

using namespace corroborate;
using namespace corroborate::training;
using reconciliation::AlignmentModel;
using reconciliation::PairContext;
using reconciliation::ScoredPairs;
using reconciliation::Thresholds;

constexpr std::size_t folds = 5, inner_folds = 4;

// Chosen once, on the pooled scores of unseen topics (data/model/README.md has the grid): lower values find more pairs
// and more wrong ones.
constexpr Thresholds shipped{.join = 0.44F, .keep = 0.84F};
constexpr float shipped_oppose = 0.6F;

struct Options {
  BoostOptions pair{.trees = 100, .depth = 5, .rate = 0.14F};
  BoostOptions context{.trees = 90, .depth = 4, .rate = 0.14F};
  BoostOptions opposition{.trees = 90, .depth = 3, .rows = 0.6F, .columns = 0.3F, .least_weight = 12, .penalty = 8};
};

// One story under training: its pairs with what the stages say of them so far.
struct Work {
  std::size_t topic = 0;
  const GoldStory* story = nullptr;
  ScoredPairs scored;
  std::vector<bool> same;  // by pair
  double wanted = 0;  // pairs of values of two articles that answer one question, also those that are no candidates
};

bool share(const std::set<int>& a, const std::set<int>& b) {
  return std::ranges::any_of(a, [&](int question) { return b.contains(question); });
}

double pairs_wanted(const Work& work) {
  const auto& values = work.story->values->all();
  double wanted = 0;
  for (std::size_t a = 0; a < values.size(); ++a)
    for (std::size_t b = a + 1; b < values.size(); ++b)
      wanted +=
          values[a].ref.article != values[b].ref.article && share(work.story->questions[a], work.story->questions[b]);
  return wanted;
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

// Values of one article may answer one question too, but the gold reads that less carefully.
float weight_of(const Work& work, std::size_t pair) {
  const auto [a, b] = work.scored.pairs[pair];
  const float weight = work.story->part ? 1.5F : 1;  // parts hold a few pairs of the many
  return work.story->values->all()[a].ref.article == work.story->values->all()[b].ref.article ? 0.3F * weight : weight;
}

using Choice = std::vector<std::size_t>;  // numbers in the list of works

GrownForest train_pair(const std::vector<Work>& works, const Choice& choice, const Options& options) {
  Samples samples;
  for (const auto w : choice)
    for (std::size_t p = 0; p < works[w].same.size(); ++p)
      samples.add(works[w].scored.features[p], works[w].same[p], weight_of(works[w], p));
  return boost(samples, options.pair);
}

void score_first(Work& work, const GrownForest& forest) {
  for (std::size_t p = 0; p < work.same.size(); ++p)
    work.scored.first[p] = forest.view().probability(work.scored.features[p], reconciliation::hopeless);
}

GrownForest train_context(const std::vector<Work>& works, const Choice& choice, const Options& options) {
  Samples samples;
  for (const auto w : choice) {
    const Work& work = works[w];
    const PairContext context(*work.story->values, work.scored.pairs, work.scored.first);
    for (std::size_t p = 0; p < work.same.size(); ++p)
      if (work.scored.first[p] >= reconciliation::hopeless)
        samples.add(context.features(p, work.scored.features[p]), work.same[p], weight_of(work, p));
  }
  return boost(samples, options.context);
}

void score_second(Work& work, const GrownForest& forest) {
  const PairContext context(*work.story->values, work.scored.pairs, work.scored.first);
  for (std::size_t p = 0; p < work.same.size(); ++p) {
    work.scored.second[p] = work.scored.first[p] < reconciliation::hopeless
                                ? work.scored.first[p]
                                : forest.view().probability(context.features(p, work.scored.features[p]));
  }
}

std::vector<std::vector<std::uint32_t>> groups_of(const Work& work, Thresholds thresholds) {
  const auto& values = work.story->values->all();
  return reconciliation::cluster(
      values.size(), work.scored.pairs, work.scored.second, thresholds,
      [&](std::uint32_t a, std::uint32_t b) { return reconciliation::cannot_meet(values[a], values[b]); });
}

// Calls visit(group, a, b) for each pair of two articles in one group.
template <typename Visit>
void each_pair_in(const Work& work, const std::vector<std::vector<std::uint32_t>>& groups, Visit visit) {
  const auto& values = work.story->values->all();
  for (const auto& group : groups)
    for (std::size_t i = 0; i < group.size(); ++i)
      for (std::size_t j = i + 1; j < group.size(); ++j)
        if (values[group[i]].ref.article != values[group[j]].ref.article) visit(group, group[i], group[j]);
}

struct Score {
  double found = 0, right = 0, wanted = 0;
  double groups = 0,
         shares = 0;  // of groups over two articles: their number and the sum of their shares of right pairs
  double precision() const { return found > 0 ? right / found : 0; }
  double recall() const { return wanted > 0 ? right / wanted : 0; }
  double f1() const { return found + wanted > 0 ? 2 * right / (found + wanted) : 0; }
  double purity() const { return groups > 0 ? shares / groups : 0; }
};

// Of pairs of values; the scorer counts mentions that are not read too.
Score score_groups(const std::vector<Work>& works, const Choice& choice, Thresholds thresholds) {
  Score score;
  for (const auto w : choice) {
    const Work& work = works[w];
    if (work.story->part) continue;
    std::map<const std::vector<std::uint32_t>*, std::pair<double, double>> groups;
    const auto made = groups_of(work, thresholds);
    each_pair_in(work, made, [&](const std::vector<std::uint32_t>& group, std::uint32_t a, std::uint32_t b) {
      auto& [total, right] = groups[&group];
      ++total;
      right += share(work.story->questions[a], work.story->questions[b]);
    });
    for (const auto& [group, counts] : groups) {
      score.found += counts.first, score.right += counts.second;
      score.groups += 1, score.shares += counts.second / counts.first;
    }
    score.wanted += work.wanted;
  }
  return score;
}

// A pair that differs is a conflict where both answer a question on which the articles are known to differ.
struct Difference {
  std::size_t work, pair;
  bool real;
  reconciliation::OppositionFeatures features;
  float certainty = 0;
};

int conflicting_question(const Work& work, const Gold& gold, std::uint32_t a, std::uint32_t b) {
  for (const int one : work.story->questions[a])
    if (work.story->questions[b].contains(one) && gold.conflicts[static_cast<std::size_t>(one)]) return one;
  return -1;
}

// What the third look sees of one story.
struct Opposed {
  Opposed(const Work& work, Thresholds thresholds)
      : context(*work.story->values, work.scored.pairs, work.scored.first),
        groups(groups_of(work, thresholds)),
        oppositions(*work.story->values, work.scored, context, groups) {}
  PairContext context;
  std::vector<std::vector<std::uint32_t>> groups;
  reconciliation::Oppositions oppositions;
};

std::vector<Difference> differences(const std::vector<Work>& works, const Gold& gold, std::size_t w,
                                    Thresholds thresholds) {
  std::vector<Difference> found;
  const Opposed opposed(works[w], thresholds);
  for (const auto pair : opposed.oppositions.pairs()) {
    const auto [a, b] = works[w].scored.pairs[pair];
    found.push_back({w, pair, conflicting_question(works[w], gold, a, b) >= 0, opposed.oppositions.features(pair)});
  }
  return found;
}

GrownForest train_opposition(const std::vector<Difference>& all, const std::vector<bool>& chosen,
                             const Options& options) {
  Samples samples;
  for (const auto& difference : all)
    if (chosen[difference.work]) samples.add(difference.features, difference.real, 1);
  return boost(samples, options.opposition);
}

struct ConflictScore {
  Score pairs;  // of all groups, when those that differ are joined
  double findings = 0, shares = 0;
  std::set<int> questions;
  double precision() const { return findings > 0 ? shares / findings : 0; }
};

// As the scorer has it: mean share of real pairs over groups with a conflict, and questions found.
ConflictScore score_conflicts(const std::vector<Work>& works, const Choice& choice, const std::vector<Difference>& all,
                              const Gold& gold, Thresholds thresholds, float oppose) {
  ConflictScore score;
  std::map<std::size_t, std::vector<const Difference*>> by_work;
  for (const auto& difference : all) by_work[difference.work].push_back(&difference);
  for (const auto w : choice) {
    const Work& work = works[w];
    if (work.story->part) continue;
    const Opposed opposed(work, thresholds);
    std::vector<std::size_t> pairs;
    std::vector<float> certainty;
    std::set<std::pair<std::uint32_t, std::uint32_t>> sure;
    for (const auto* difference : by_work[w]) {
      pairs.push_back(difference->pair);
      certainty.push_back(difference->certainty);
      if (difference->certainty >= oppose)
        sure.insert({work.scored.pairs[difference->pair].a, work.scored.pairs[difference->pair].b});
    }
    const auto groups =
        reconciliation::join_opposed(*work.story->values, opposed.oppositions, work.scored, pairs, certainty, oppose);
    std::map<const std::vector<std::uint32_t>*, std::array<double, 4>> counts;
    each_pair_in(work, groups, [&](const std::vector<std::uint32_t>& group, std::uint32_t a, std::uint32_t b) {
      auto& [total, right, opposed_pairs, real] = counts[&group];
      ++total;
      right += share(work.story->questions[a], work.story->questions[b]);
      if (!sure.contains({a, b})) return;
      ++opposed_pairs;
      if (const int question = conflicting_question(work, gold, a, b); question >= 0)
        ++real, score.questions.insert(question);
    });
    for (const auto& [group, count] : counts) {
      score.pairs.found += count[0], score.pairs.right += count[1], score.pairs.groups += 1,
          score.pairs.shares += count[1] / count[0];
      if (count[2] > 0) score.findings += 1, score.shares += count[3] / count[2];
    }
    score.pairs.wanted += work.wanted;
  }
  return score;
}

struct Trained {
  GrownForest pair, context, opposition;
};

Trained train(std::vector<Work> works, const Gold& gold, const std::vector<bool>& seen, const Options& options) {
  Choice all;
  for (std::size_t w = 0; w < works.size(); ++w)
    if (seen[works[w].topic]) all.push_back(w);
  // Topics that are trained on, dealt out to the inner folds.
  std::vector<std::size_t> fold(seen.size());
  std::size_t next = 0;
  for (std::size_t t = 0; t < seen.size(); ++t)
    if (seen[t]) fold[t] = next++ % inner_folds;
  const auto without = [&](std::size_t k) {
    Choice choice;
    std::ranges::copy_if(all, std::back_inserter(choice), [&](std::size_t w) { return fold[works[w].topic] != k; });
    return choice;
  };
  Trained result;
  for (std::size_t k = 0; k < inner_folds; ++k) {
    const GrownForest forest = train_pair(works, without(k), options);
    for (const auto w : all)
      if (fold[works[w].topic] == k) score_first(works[w], forest);
  }
  for (std::size_t k = 0; k < inner_folds; ++k) {
    const GrownForest forest = train_context(works, without(k), options);
    for (const auto w : all)
      if (fold[works[w].topic] == k) score_second(works[w], forest);
  }
  result.pair = train_pair(works, all, options);
  result.context = train_context(works, all, options);
  std::vector<Difference> found;
  for (const auto w : all) {
    auto more = differences(works, gold, w, shipped);
    found.insert(found.end(), std::make_move_iterator(more.begin()), std::make_move_iterator(more.end()));
  }
  for (std::size_t k = 0; k < inner_folds; ++k) {
    std::vector<bool> chosen(works.size());
    for (const auto w : without(k)) chosen[w] = true;
    const GrownForest forest = train_opposition(found, chosen, options);
    for (auto& difference : found)
      if (fold[works[difference.work].topic] == k)
        difference.certainty = forest.view().probability(difference.features);
  }
  result.opposition = train_opposition(found, std::vector<bool>(works.size(), true), options);
  const Score pairs = score_groups(works, all, shipped);
  const ConflictScore conflicts = score_conflicts(works, all, found, gold, shipped, shipped_oppose);
  fmt::print(stderr,
             "inner folds: pairs P {:.1f} R {:.1f} F1 {:.1f} of those read; conflicts P {:.1f} in {:.0f} findings, {} "
             "questions\n",
             100 * pairs.precision(), 100 * pairs.recall(), 100 * pairs.f1(), 100 * conflicts.precision(),
             conflicts.findings, conflicts.questions.size());
  return result;
}

// What the models make of topics that they have not seen, pooled over the folds.
class Unseen {
 public:
  Unseen(const std::vector<Work>& works, const Gold& gold) : works_(works), gold_(gold) {}

  void add(const Trained& trained, const std::vector<bool>& seen) {
    for (std::size_t w = 0; w < works_.size(); ++w) {
      if (seen[works_[w].topic] || works_[w].story->part) continue;
      score_first(works_[w], trained.pair);
      score_second(works_[w], trained.context);
      const Score one = score_groups(works_, {w}, shipped);
      pairs_.found += one.found, pairs_.right += one.right, pairs_.wanted += one.wanted, pairs_.groups += one.groups,
          pairs_.shares += one.shares;
      for (auto& difference : differences(works_, gold_, w, shipped)) {
        difference.certainty = trained.opposition.view().probability(difference.features);
        differences_.push_back(difference);
      }
    }
  }

  void print() const {
    Choice all;
    for (std::size_t w = 0; w < works_.size(); ++w) all.push_back(w);
    fmt::print(
        "unseen topics: pairs P {:.1f} R {:.1f} F1 {:.1f} of the pairs that are read, {:.0f} findings right {:.1f}\n",
        100 * pairs_.precision(), 100 * pairs_.recall(), 100 * pairs_.f1(), pairs_.groups, 100 * pairs_.purity());
    for (float join = 0.3F; join < 0.61F; join += 0.1F)
      for (float keep = join; keep < 0.81F; keep += 0.1F) {
        const Score score = score_groups(works_, all, {join, keep});
        fmt::print("  join {:.2f} keep {:.2f}: P {:.1f} R {:.1f} F1 {:.1f}, {:.0f} findings right {:.1f}\n", join, keep,
                   100 * score.precision(), 100 * score.recall(), 100 * score.f1(), score.groups, 100 * score.purity());
      }
    print_differing();
    for (float oppose = 0.2F; oppose < 0.81F; oppose += 0.1F) {
      const ConflictScore score = score_conflicts(works_, all, differences_, gold_, shipped, oppose);
      fmt::print(
          "  oppose {:.1f}: conflicts P {:.1f} in {:.0f} findings, {} questions of {}; pairs P {:.1f} R {:.1f} F1 "
          "{:.1f}, findings right {:.1f}\n",
          oppose, 100 * score.precision(), score.findings, score.questions.size(),
          std::ranges::count(gold_.conflicts, true), 100 * score.pairs.precision(), 100 * score.pairs.recall(),
          100 * score.pairs.f1(), 100 * score.pairs.purity());
    }
  }

 private:
  // Of candidate pairs whose values exclude each other: how well the second look tells those of one question.
  void print_differing() const {
    std::vector<std::pair<float, bool>> all;
    std::set<int> questions;
    for (const auto& work : works_) {
      if (work.story->part) continue;
      for (std::size_t p = 0; p < work.same.size(); ++p) {
        const auto [a, b] = work.scored.pairs[p];
        const auto& values = work.story->values->all();
        if (values[a].ref.article == values[b].ref.article ||
            reconciliation::compare(values[a].value, values[b].value).verdict != Verdict::conflict)
          continue;
        all.push_back({work.scored.second[p], work.same[p]});
        for (const int q : work.story->questions[a])
          if (work.story->questions[b].contains(q) && gold_.conflicts[static_cast<std::size_t>(q)]) questions.insert(q);
      }
    }
    std::ranges::sort(all, std::greater{});
    const auto same = std::ranges::count(all, true, &std::pair<float, bool>::second);
    fmt::print("{} candidates differ, {} of them of one question, {} questions that conflict among them\n", all.size(),
               same, questions.size());
    double right = 0;
    for (std::size_t i = 0; i < all.size(); ++i) {
      right += all[i].second;
      if ((i + 1) % 100 == 0 && i < 1000)
        fmt::print("  best {}: {:.0f} right, down to {:.2f}\n", i + 1, right, all[i].first);
    }
  }

  std::vector<Work> works_;
  const Gold& gold_;
  Score pairs_;
  std::vector<Difference> differences_;
};

template <typename Number>
void put(std::ostream& out, Number value) {
  out.write(reinterpret_cast<const char*>(&value), sizeof value);
}

void put(std::ostream& out, const GrownForest& forest) {
  put(out, forest.base);
  put(out, static_cast<std::uint32_t>(forest.sizes.size()));
  put(out, static_cast<std::uint32_t>(forest.nodes.size()));
  for (const auto size : forest.sizes) put(out, size);
  for (const auto& node : forest.nodes) put(out, node);
}

bool write(const std::string& path, const Trained& trained) {
  std::ofstream out(path, std::ios::binary);
  out << reconciliation::alignment_magic;
  put(out, shipped.join);
  put(out, shipped.keep);
  put(out, shipped_oppose);
  for (const auto* forest : {&trained.pair, &trained.context, &trained.opposition}) put(out, *forest);
  if (!out) fmt::print(stderr, "{}: cannot be written\n", path);
  return static_cast<bool>(out);
}

// `floors`: of the pairs' F1, the groups, and the conflicts' P and R, in percent; empty = none.
int score(const std::string& stories, const std::vector<double>& floors) {
  Gold gold;
  add_own_stories(gold, stories, 1);
  const AlignmentScore score = score_alignment(gold);
  fmt::print(
      "{} stories, {} questions, {} of them in conflict: pairs P {:.1f} R {:.1f} F1 {:.1f}, groups right {:.1f}, "
      "conflicts P {:.1f} R {:.1f}\n",
      score.stories, score.questions, score.conflicts, score.precision, score.recall, score.f1, score.groups_right,
      score.conflict_precision, score.conflict_recall);
  const std::vector<double> reached = {score.f1, score.groups_right, score.conflict_precision, score.conflict_recall};
  int status = 0;
  for (std::size_t i = 0; i < floors.size(); ++i) {
    if (reached[i] >= floors[i]) continue;
    fmt::print(stderr, "figure {} of 4 is {:.1f}, expected at least {:.1f}\n", i + 1, reached[i], floors[i]);
    status = 1;
  }
  return status;
}

}  // namespace

int main(int count, char** arguments) {
  if ((count == 3 || count == 7) && std::string_view(arguments[1]) == "--score") {
    std::vector<double> floors;
    for (int i = 3; i < count; ++i) floors.push_back(std::strtod(arguments[i], nullptr));
    return score(arguments[2], floors);
  }
  const bool leave_out = count == 6 && std::string_view(arguments[1]) == "--folds";
  if (count != 5 && !leave_out) {
    fmt::print(stderr,
               "usage: train_alignment OUT QUESTIONS.tsv FOLDER OWN.stories\n       train_alignment --folds PREFIX "
               "QUESTIONS.tsv FOLDER OWN.stories\n       train_alignment --score OWN.stories [F1 RIGHT P R]\n");
    return 2;
  }
  Gold gold = read_gold(arguments[count - 3], arguments[count - 2]);
  const std::size_t annotated = gold.topics.size();
  add_own_stories(gold, arguments[count - 1], inner_folds);
  const auto works = prepare(gold);
  std::size_t pairs = 0, same = 0;
  for (const auto& work : works) {
    if (work.story->part) continue;
    pairs += work.same.size();
    same += static_cast<std::size_t>(std::ranges::count(work.same, true));
  }
  fmt::print(stderr, "{} topics, {} stories with their parts, {} candidate pairs, {} of one question\n", annotated,
             works.size(), pairs, same);
  Choice everything;
  for (std::size_t w = 0; w < works.size(); ++w) everything.push_back(w);
  const double wanted = score_groups(works, everything, {2, 2}).wanted;
  fmt::print(stderr, "candidates hold {:.1f} % of {:.0f} pairs of two articles that are read\n",
             100.0 * static_cast<double>(same) / wanted, wanted);
  if (!leave_out)
    return write(arguments[1], train(works, gold, std::vector<bool>(gold.topics.size(), true), Options{})) ? 0 : 2;
  Unseen unseen(works, gold);
  for (std::size_t k = 0; k < folds; ++k) {
    std::vector<bool> seen(gold.topics.size());
    for (std::size_t t = 0; t < seen.size(); ++t) seen[t] = t >= annotated || t % folds != k;
    const Trained trained = train(works, gold, seen, Options{});
    if (!write(fmt::format("{}{}.model", arguments[2], k), trained)) return 2;
    unseen.add(trained, seen);
  }
  unseen.print();
}
