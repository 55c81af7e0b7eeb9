// Counts pairs within groups.
#include "train/alignment_count.h"

#include <array>
#include <map>

namespace corroborate::training {

using reconciliation::Thresholds;

namespace {

// Calls visit(group, a, b) for each pair of two articles in one group.
template <typename Visit>
void each_pair_in(const Work& work, const std::vector<std::vector<std::uint32_t>>& groups, Visit visit) {
  const auto& values = work.story->values->all();
  for (const auto& group : groups)
    for (std::size_t i = 0; i < group.size(); ++i)
      for (std::size_t j = i + 1; j < group.size(); ++j)
        if (values[group[i]].ref.article != values[group[j]].ref.article) visit(group, group[i], group[j]);
}

}  // namespace

Score score_groups(const std::vector<Work>& works, const Choice& choice, Thresholds thresholds) {
  Score score;
  for (const auto w : choice) {
    const Work& work = works[w];
    if (!work.story->is_scored()) continue;
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

ConflictScore score_conflicts(const std::vector<Work>& works, const Choice& choice, const std::vector<Difference>& all,
                              const Gold& gold, Thresholds thresholds, float oppose) {
  ConflictScore score;
  std::map<std::size_t, std::vector<const Difference*>> by_work;
  for (const auto& difference : all) by_work[difference.work].push_back(&difference);
  for (const auto w : choice) {
    const Work& work = works[w];
    if (!work.story->is_scored()) continue;
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

}  // namespace corroborate::training
