// Scores and prints.
#include "train/alignment_unseen.h"

#include <fmt/format.h>

#include <functional>

namespace corroborate::training {

void Unseen::add(const Trained& trained, const std::vector<bool>& seen) {
  for (std::size_t w = 0; w < works_.size(); ++w) {
    if (seen[w] || !works_[w].story->is_scored()) continue;
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

void Unseen::print() const {
  Choice all;
  for (std::size_t w = 0; w < works_.size(); ++w) all.push_back(w);
  fmt::print(
      "unseen topics: pairs P {:.1f} R {:.1f} F1 {:.1f} of the pairs that are read, {:.0f} findings right {:.1f}\n",
      100 * pairs_.precision(), 100 * pairs_.recall(), 100 * pairs_.f1(), pairs_.groups, 100 * pairs_.purity());
  for (float join = 0.3F; join < 0.61F; join += 0.05F)
    for (float keep = 0.7F; keep < 0.96F; keep += 0.05F) {
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

// Of candidate pairs whose values exclude each other: how well the second look tells those of one question.
void Unseen::print_differing() const {
  std::vector<std::pair<float, bool>> all;
  std::set<int> questions;
  for (const auto& work : works_) {
    if (!work.story->is_scored()) continue;
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

}  // namespace corroborate::training
