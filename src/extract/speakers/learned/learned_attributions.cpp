// Runs the decisions of the model one after the other.
#include "extract/speakers/learned/learned_attributions.h"

#include <algorithm>

#include "extract/speakers/learned/candidates.h"
#include "extract/speakers/learned/cue_classifier.h"
#include "extract/speakers/learned/run_on_quotes.h"
#include "extract/speakers/learned/source_ranker.h"

namespace corroborate::extraction {

namespace {

constexpr float least_certainty = -1.5f;  // log odds of a cue: below, next to none is one
constexpr float least_worth = -0.3f;      // log odds of an attribution that is kept
constexpr float least_run_on = 0;
constexpr std::size_t most_cues = 24;  // of one sentence that are looked at closely; long ones of news have some five

}  // namespace

void add_run_ons(const TokenAtoms& atoms, const AttributionModel& model, LearnedAttribution& found) {
  auto& ranges = found.content.ranges;
  FeatureKeys keys;
  std::size_t end = run_on_start(atoms.analysis, found.cue, ranges);
  for (std::size_t count = 0; count < most_run_ons; ++count) {
    const auto next = next_quotation(atoms, end, count);
    if (next.quotation.begin == next.quotation.end) return;
    keys.clear();
    add_run_on_features(atoms, found.cue, found.content, next, keys);
    if (model[Task::run_on].score(keys) < least_run_on) return;
    ranges.push_back(next.quotation);
    end = next.quotation.end;
  }
}

LearnedAttribution read_attribution(const TokenAtoms& atoms, const AttributionModel& model, std::size_t cue,
                                    bool crowded) {
  LearnedAttribution found;
  found.cue = cue;
  const CueView view(atoms, cue);
  found.phrase.cue = choose_span(view, atoms, model, Task::cue_begin);
  const auto source = choose_source(view, atoms, model);
  found.source = source;
  if (source != TokenAtoms::no_token) {
    auto& range = found.phrase.source;
    range = choose_span(CueView(atoms, source), atoms, model, Task::source_begin);
    if (range.holds(cue)) {
      if (source < cue)
        range.end = found.phrase.cue.begin;
      else
        range.begin = found.phrase.cue.end;
      if (range.begin >= range.end || !range.holds(source))
        range = {static_cast<TokenIndex>(source), static_cast<TokenIndex>(source + 1)};
    }
    auto& words = found.phrase.cue;
    if (words.begin < range.end && range.begin < words.begin)
      words.begin = std::min<TokenIndex>(range.end, static_cast<TokenIndex>(cue));
    if (range.begin < words.end && range.begin > cue) words.end = range.begin;
  }
  ContentRanker ranker(view, atoms, model[Task::content], found.phrase, crowded ? few_edges : Edges{});
  found.content = ranker.best();
  widen_to_quotations(atoms.analysis, found.phrase, found.content.ranges);
  return found;
}

float certainty_of_cue(const TokenAtoms& atoms, const AttributionModel& model, std::size_t token) {
  FeatureKeys keys;
  add_cue_features(atoms, token, keys);
  return model[Task::cue].score(keys);
}

namespace {

struct Cue {
  std::size_t token = 0;
  float certainty = 0;
};

std::vector<Cue> find_cues(const TokenAtoms& atoms, const AttributionModel& model) {
  std::vector<Cue> cues;
  for (std::size_t t = 0; t < atoms.analysis.size(); ++t) {
    if (!may_be_cue(atoms, t)) continue;
    const float certainty = certainty_of_cue(atoms, model, t);
    if (certainty >= least_certainty) cues.push_back({t, certainty});
  }
  return cues;
}

}  // namespace

std::vector<LearnedAttribution> read_candidates(const TokenAtoms& atoms, const AttributionModel& model) {
  std::vector<LearnedAttribution> found;
  const auto cues = find_cues(atoms, model);
  found.reserve(cues.size());
  for (std::size_t first = 0, end = 0; first < cues.size(); first = end) {
    const auto sentence = atoms.analysis.sentence_of(cues[first].token);
    while (end < cues.size() && atoms.analysis.sentence_of(cues[end].token) == sentence) ++end;
    for (std::size_t i = first; i < end; ++i) {
      auto attribution = read_attribution(atoms, model, cues[i].token, end - first > most_cues);
      if (attribution.content.ranges.empty()) continue;
      attribution.certainty = cues[i].certainty;
      add_run_ons(atoms, model, attribution);
      found.push_back(std::move(attribution));
    }
  }
  std::stable_sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.certainty > b.certainty; });
  return found;
}

namespace {

// Those worth keeping, by number, the best first.
std::vector<std::pair<float, std::uint32_t>> rank_by_worth(const TokenAtoms& atoms, const AttributionModel& model,
                                                           const std::vector<LearnedAttribution>& candidates) {
  const Candidates all(atoms, candidates);
  std::vector<std::pair<float, std::uint32_t>> order;
  FeatureKeys keys;
  for (std::uint32_t i = 0; i < candidates.size(); ++i) {
    keys.clear();
    all.add_features(i, keys);
    const float worth = model[Task::keep].score(keys);
    if (worth >= least_worth) order.push_back({worth, i});
  }
  std::stable_sort(order.begin(), order.end(), [](const auto& a, const auto& b) { return a.first > b.first; });
  return order;
}

}  // namespace

std::vector<LearnedAttribution> find_learned(const TokenAtoms& atoms, const AttributionModel& model) {
  auto candidates = read_candidates(atoms, model);
  const auto order = rank_by_worth(atoms, model, candidates);
  std::vector<LearnedAttribution> found;
  found.reserve(order.size());
  std::vector<bool> taken(atoms.analysis.size());  // words that a better one says or says them with
  const auto mark = [&taken](TokenRange range) {
    for (auto t = range.begin; t < range.end; ++t) taken[t] = true;
  };
  for (const auto& [worth, number] : order) {
    if (taken[candidates[number].cue]) continue;
    found.push_back(std::move(candidates[number]));
    mark(found.back().phrase.cue);
    for (const TokenRange& range : found.back().content.ranges) mark(range);
  }
  std::sort(found.begin(), found.end(), [](const auto& a, const auto& b) { return a.cue < b.cue; });
  return found;
}

}  // namespace corroborate::extraction
