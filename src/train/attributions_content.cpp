// Contents are learned with a margin that grows with the share of words that a candidate gets wrong.
#include "train/attributions_content.h"

#include <fmt/format.h>

#include <algorithm>

#include "train/attributions_learners.h"

namespace corroborate::extraction {

namespace {

// Overlap of a candidate with the gold content in the same sentences, in words.
class Overlap {
 public:
  Overlap(const TokenAtoms& atoms, const GoldAttribution& gold, TokenIndex begin, TokenIndex end)
      : begin_(begin), gold_(end - begin + 1), words_(end - begin + 1) {
    for (auto t = begin; t < end; ++t) {
      const bool word = atoms.mark[t] == 0;
      const bool in = word && std::any_of(gold.content.begin(), gold.content.end(),
                                          [&](const TokenRange& range) { return range.holds(t); });
      words_[t - begin + 1] = words_[t - begin] + word;
      gold_[t - begin + 1] = gold_[t - begin] + in;
    }
  }
  int all() const { return gold_.back(); }
  template <typename Ranges>
  float of(const Ranges& ranges) const {
    int words = 0, gold = 0;
    for (const auto& range : ranges) {
      words += words_[range.end - begin_] - words_[range.begin - begin_];
      gold += gold_[range.end - begin_] - gold_[range.begin - begin_];
    }
    const int most = std::max(words, all());
    return most == 0 ? 0 : static_cast<float>(gold) / static_cast<float>(most);
  }

 private:
  TokenIndex begin_;
  std::vector<int> gold_, words_;
};

bool same(const std::vector<TokenRange>& a, const std::vector<TokenRange>& b) {
  return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                    [](const TokenRange& x, const TokenRange& y) { return x.begin == y.begin && x.end == y.end; });
}

// Exact boundaries weigh beyond the words they share.
float edge_bonus(const ContentCase& each, TokenRange first, TokenRange last) {
  float bonus = 0;
  for (const auto& range : each.gold->content)
    bonus += (range.begin == first.begin ? 0.02f : 0.0f) + (range.end == last.end ? 0.02f : 0.0f);
  return bonus;
}

}  // namespace

namespace {

std::vector<float> learn_content_once(const std::vector<ContentCase>& cases, int epochs, int run) {
  Perceptron learner(Task::content);
  const auto table = learner.table();
  struct Target {
    ContentMode mode;
    std::vector<TokenRange> ranges;
  };
  std::vector<Target> targets(cases.size());
  FeatureKeys keys;
  std::vector<float> zero(1);
  for (int epoch = -1; epoch < epochs; ++epoch) {
    std::size_t wrong = 0, used = 0;
    double overlap_sum = 0;
    for (std::size_t step = 0; step < cases.size(); ++step) {
      const std::size_t i = run == 0 ? step : place_in_order(step, cases.size(), run + epoch);
      const auto& each = cases[i];
      const CueView view(*each.atoms, each.gold->cue);
      const auto number = each.article->analysis->sentence_of(each.gold->cue);
      const Overlap overlap(*each.atoms, *each.gold,
                            number > 0 ? each.article->analysis->sentence(number - 1).begin : view.begin, view.end);
      if (overlap.all() == 0) continue;
      ContentRanker ranker(view, *each.atoms, epoch < 0 ? WeightTable{nullptr, zero.data(), 0, 1} : table,
                           {each.gold->cue_range, each.gold->source_range});
      if (epoch < 0) {
        const auto best = ranker.best([&](const auto& ranges) {
          const float share = overlap.of(ranges);
          return share + edge_bonus(each, *ranges.begin(), *(ranges.end() - 1)) -
                 0.001f * static_cast<float>(ranges.size());
        });
        if (!best.ranges.empty() && overlap.of(best.ranges) >= 0.5f) targets[i] = {best.mode, best.ranges};
        continue;
      }
      const auto& target = targets[i];
      if (target.ranges.empty()) continue;
      ++used;
      const auto best = ranker.best([&](const auto& ranges) {
        const bool right = ranges.size() == target.ranges.size() &&
                           ranges.begin()->begin == target.ranges.front().begin &&
                           (ranges.end() - 1)->end == target.ranges.back().end;
        return right ? 0.0f : 0.5f + 2 * (1 - overlap.of(ranges));
      });
      overlap_sum += overlap.of(best.ranges);
      if (best.mode != target.mode || !same(best.ranges, target.ranges)) {
        keys.clear();
        ranker.add_features(target.mode, target.ranges, keys);
        learner.add(keys.all(), 1);
        keys.clear();
        ranker.add_features(best.mode, best.ranges, keys);
        learner.add(keys.all(), -1);
        ++wrong;
      }
      learner.next();
    }
    if (epoch >= 0)
      fmt::print("  epoch {}: {} contents, {} wrong or narrow, overlap {:.3f}\n", epoch, used, wrong,
                 overlap_sum / static_cast<double>(used));
    std::fflush(stdout);
  }
  return learner.averaged();
}

}  // namespace

std::vector<float> learn_content(const std::vector<ContentCase>& cases, int epochs) {
  std::vector<std::vector<float>> runs;
  for (int run = 0; run < run_count; ++run) runs.push_back(learn_content_once(cases, epochs, run));
  return add_up(runs);
}

}  // namespace corroborate::extraction
