// Learns which values answer the same question, from stories whose values are marked.
//
//   train_alignment OUT QUESTIONS.tsv FOLDER OWN.stories...
// writes data/model/alignment.model.
//   train_alignment --folds PREFIX QUESTIONS.tsv FOLDER OWN.stories...
// leaves a fifth of the topics out, five times, and with each topic those of our own stories that are most like it, and
// writes PREFIX0.model to PREFIX4.model: the topic of number i (from 0, in the order of the table) is unseen by model i
// mod 5.
//   train_alignment --score OWN.stories [F1 RIGHT P R]
// prints what the model that is linked in makes of stories of our own; ends with 1 where a figure is below its floor.
#include <fmt/format.h>

#include <algorithm>
#include <fstream>
#include <set>
#include <string>
#include <vector>

#include "reconcile/align/shallow_forest.h"
#include "train/alignment_alike.h"
#include "train/alignment_score.h"
#include "train/alignment_unseen.h"

namespace {

using namespace corroborate;
using namespace corroborate::training;

template <typename Number>
void put(std::ostream& out, Number value) {
  out.write(reinterpret_cast<const char*>(&value), sizeof value);
}

template <typename Value>
void put_all(std::ostream& out, const std::vector<Value>& values) {
  for (const auto& value : values) put(out, value);
}

void put(std::ostream& out, const GrownForest& forest) {
  put(out, forest.base);
  put(out, static_cast<std::uint32_t>(forest.sizes.size()));
  put(out, static_cast<std::uint32_t>(forest.nodes.size()));
  put_all(out, forest.sizes);
  put_all(out, forest.nodes);
}

void put_laid_out(std::ostream& out, const GrownForest& forest) {
  const auto laid = reconciliation::LaidForest::from(forest.base, forest.sizes, forest.nodes);
  if (!laid) return out.setstate(std::ios::failbit);  // more levels or thresholds than can be told
  put(out, laid->base);
  for (const auto size : {laid->counts.size(), laid->thresholds.size(), laid->trees.size()})
    put(out, static_cast<std::uint32_t>(size));
  put_all(out, laid->counts);
  put_all(out, laid->thresholds);
  put_all(out, laid->trees);
}

bool write(const std::string& path, const Trained& trained) {
  std::ofstream out(path, std::ios::binary);
  out << reconciliation::alignment_magic;
  put(out, shipped.join);
  put(out, shipped.keep);
  put(out, shipped_oppose);
  put_laid_out(out, trained.pair);
  put_laid_out(out, trained.context);
  put(out, trained.opposition);
  if (!out) fmt::print(stderr, "{}: cannot be written\n", path);
  return static_cast<bool>(out);
}

// All works but those of every fifth topic, and of our own stories that are like them.
std::vector<bool> seen_without(const std::vector<std::set<std::size_t>>& alike, const std::vector<Work>& works,
                               std::size_t fold) {
  std::set<std::size_t> left_out;
  for (std::size_t t = fold; t < alike.size(); t += folds) left_out.insert(alike[t].begin(), alike[t].end());
  std::vector<bool> seen;
  for (const auto& work : works)
    seen.push_back(work.story->own == GoldStory::no_own ? work.topic % folds != fold
                                                        : !left_out.contains(work.story->own));
  return seen;
}

// `floors`: of the pairs' F1, the groups, and the conflicts' P and R, in percent; empty = none.
int score(const std::string& stories, const std::vector<double>& floors) {
  Gold gold;
  add_own_stories(gold, stories, 1, Parts::none);
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
  const bool leave_out = count >= 6 && std::string_view(arguments[1]) == "--folds";
  if (count < 5) {
    fmt::print(stderr,
               "usage: train_alignment OUT QUESTIONS.tsv FOLDER OWN.stories...\n       train_alignment --folds PREFIX "
               "QUESTIONS.tsv FOLDER OWN.stories...\n       train_alignment --score OWN.stories [F1 RIGHT P R]\n");
    return 2;
  }
  const int given = leave_out ? 3 : 2;
  Gold gold = read_gold(arguments[given], arguments[given + 1]);
  const std::size_t annotated = gold.topics.size();
  for (int own = given + 2; own < count; ++own)
    add_own_stories(gold, arguments[own], inner_folds, Parts::of_large_stories);
  const auto works = prepare(gold);
  std::size_t pairs = 0, same = 0;
  for (const auto& work : works) {
    if (!work.story->is_scored()) continue;
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
  if (!leave_out) return write(arguments[1], train(works, gold, std::vector<bool>(works.size(), true))) ? 0 : 2;
  Unseen unseen(works, gold);
  constexpr std::size_t nearest = 12;  // to a topic
  const auto alike = own_stories_alike(gold, nearest);
  for (std::size_t k = 0; k < folds; ++k) {
    const auto seen = seen_without(alike, works, k);
    const Trained trained = train(works, gold, seen);
    if (!write(fmt::format("{}{}.model", arguments[2], k), trained)) return 2;
    unseen.add(trained, seen);
  }
  unseen.print();
}
