// From where to where does the content of an attribution reach within the cue's sentence and the one before?
#pragma once

#include <algorithm>
#include <limits>
#include <vector>

#include "extract/speakers/learned/cue_view.h"

namespace corroborate::extraction {

enum class ContentMode : std::uint8_t { after, before, around, previous };

struct ContentChoice {
  ContentMode mode = ContentMode::after;
  std::vector<TokenRange> ranges;  // one, or two for `around`; none = no content
  float score = 0;
};

// What stands between the parts of the content: cue and source.
struct CuePhrase {
  TokenRange cue;
  TokenRange source;  // empty = none
};

// How many places a content may begin and end at: every pair of them is scored.
struct Edges {
  std::size_t begins = 40, lasts = 90;
};
// Of a sentence that is nothing but words of saying.
inline constexpr Edges few_edges{10, 24};

// Scores the contents that a cue may have. `cost` is added to a candidate's score while training.
class ContentRanker {
 public:
  static constexpr float most_of_pair = 48;  // none in the articles of PolNeAR and ECB+ added more than 42

  ContentRanker(const CueView& view, const TokenAtoms& atoms, const WeightTable& weights, CuePhrase phrase,
                Edges edges = {});

  // `most`: what the features of a pair, as apart from those of its two places, and its cost are taken to add at most;
  // with less to hope for than what is found a pair is passed over, as most are.
  template <typename Cost>
  ContentChoice best(Cost cost, float most = std::numeric_limits<float>::infinity()) {
    ContentChoice best;
    best.score = -1e30f;
    float floor = best.score;  // that some pair reaches
    for (const auto mode : {ContentMode::after, ContentMode::before, ContentMode::around, ContentMode::previous}) {
      prepare(mode);
      floor = std::max(floor, likely_score());
      for (const auto& begin : begins_) {
        for (const auto& last : lasts_) {
          const float apart = mode_score_ + begin.score + last.score;
          if (apart + most < floor || !fits(begin.token, last.token)) continue;
          const auto base = apart + pair_score(begin.token, last.token);
          const auto ranges = ranges_of(begin.token, last.token);
          const float score = base + cost(ranges);
          if (score <= best.score) continue;
          best.score = score;
          floor = std::max(floor, score);
          best.mode = mode;
          best.ranges.assign(ranges.begin(), ranges.end());
        }
      }
    }
    return best;
  }
  ContentChoice best() {
    return best([](const auto&) { return 0.0f; }, most_of_pair);
  }

  // All features of one candidate, for learning.
  void add_features(ContentMode mode, const std::vector<TokenRange>& ranges, FeatureKeys& keys);

 private:
  struct Edge {
    std::size_t token;
    float score;
  };
  struct Ranges {
    TokenRange parts[2];
    std::size_t count;
    const TokenRange* begin() const { return parts; }
    const TokenRange* end() const { return parts + count; }
    std::size_t size() const { return count; }
  };

  void prepare(ContentMode mode);
  void collect_begins(std::size_t from, std::size_t to);
  void collect_lasts(std::size_t from, std::size_t to);
  bool fits(std::size_t begin, std::size_t last) const;
  Ranges ranges_of(std::size_t begin, std::size_t last) const;
  void add_mode(FeatureKeys& keys) const;
  void add_begin(std::size_t t, FeatureKeys& keys) const;
  void add_last(std::size_t t, FeatureKeys& keys) const;
  void add_pair(std::size_t begin, std::size_t last, FeatureKeys& keys);
  float pair_score(std::size_t begin, std::size_t last);
  float likely_score();
  std::uint64_t path(std::size_t t) const { return t >= view_.begin && t < view_.end ? view_.path(t) : 2; }
  std::uint64_t branch(std::size_t t) const { return t >= view_.begin && t < view_.end ? view_.branch(t) : 2; }

  const CueView& view_;
  const TokenAtoms& atoms_;
  WeightTable weights_;
  Edges edges_;
  std::size_t left_, right_;  // of cue and source: first token, and the one behind the last
  std::size_t left_end_;      // first token that no part before the phrase holds
  std::size_t right_begin_;
  std::size_t previous_begin_;  // sentence before, in the same paragraph; begin of the cue's when there is none
  ContentMode mode_ = ContentMode::after;
  std::vector<Edge> begins_, lasts_;
  float mode_score_ = 0;
  FeatureKeys keys_;
  std::size_t root_begin_ = SIZE_MAX, root_last_ = 0, root_ = 0;  // of the pair scored last
};

}  // namespace corroborate::extraction
