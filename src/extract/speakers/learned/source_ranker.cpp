// Ranks sources, and boundaries of the spans of sources and cues.
#include "extract/speakers/learned/source_ranker.h"

#include <algorithm>
#include <limits>

#include "extract/speakers/learned/cue_classifier.h"

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;

constexpr std::size_t farthest_source = 50;  // tokens from the cue

bool may_name(const TokenAtoms& atoms, std::size_t t) {
  const auto tag = atoms.analysis.token(t).upos;
  if (tag == Upos::noun || tag == Upos::propn || tag == Upos::pron) return true;
  const auto label = atoms.analysis.token(t).deprel;
  return (tag == Upos::adj || tag == Upos::num || tag == Upos::det) &&
         (label == Deprel::nsubj || label == Deprel::nsubj_pass || label == Deprel::nmod_poss);
}

}  // namespace

std::vector<std::size_t> source_candidates(const CueView& view, const TokenAtoms& atoms) {
  std::vector<std::size_t> candidates = {TokenAtoms::no_token};
  const auto first = view.from > view.begin + farthest_source ? view.from - farthest_source : view.begin;
  const auto last = std::min<std::size_t>(view.end, view.from + farthest_source);
  for (auto t = first; t < last; ++t) {
    if (t == view.from || !may_name(atoms, t)) continue;
    const auto label = atoms.analysis.token(t).deprel;
    if (label == Deprel::flat || label == Deprel::fixed) continue;
    candidates.push_back(t);
  }
  return candidates;
}

void add_source_features(const CueView& view, const TokenAtoms& atoms, std::size_t candidate, FeatureKeys& keys) {
  const auto cue = view.from;
  const auto lemma = atoms.lemma[cue];
  const std::uint64_t rate = atoms.cue_class[cue];
  const bool passive = is_passive(atoms, cue);
  const auto subject = subject_of(atoms, cue);
  if (candidate == TokenAtoms::no_token) {
    keys.add(0);
    keys.add(1, lemma);
    keys.add(2, rate, atoms.upos(cue));
    keys.add(3, atoms.xpos(cue), passive, subject != TokenAtoms::no_token);
    keys.add(4, atoms.label(cue), atoms.upos(cue));
    keys.add(5, subject != TokenAtoms::no_token, atoms.upos(cue));
    return;
  }
  const auto path = view.path(candidate);
  const bool before = candidate < cue;
  const auto distance = size_class(before ? cue - candidate : candidate - cue);
  std::uint64_t commas = 0, names = 0;
  for (auto t = std::min(cue, candidate) + 1; t < std::max(cue, candidate); ++t) {
    commas += atoms.mark[t] == 1 && commas < 2;
    names += names < 3 && may_name(atoms, t) && view.path(t) != path;
  }
  const auto marker = atoms.marker(candidate);
  const bool quoted = atoms.analysis.quoted(candidate), cue_quoted = atoms.analysis.quoted(cue);
  keys.add(20, path);
  keys.add(21, path, lemma);
  keys.add(22, path, atoms.xpos(cue));
  keys.add(23, path, passive, atoms.upos(cue));
  keys.add(24, path, marker);
  keys.add(25, path, before, atoms.source_class[candidate]);
  keys.add(26, atoms.xpos(candidate), before, distance);
  keys.add(27, atoms.kind[candidate], atoms.label(candidate));
  keys.add(28, marker, before, atoms.upos(cue));
  keys.add(29, distance, before, commas);
  keys.add(30, names, before, commas);
  keys.add(31, quoted, cue_quoted, before);
  keys.add(32, atoms.source_class[candidate], before);
  keys.add(33, atoms.source_class[candidate], atoms.label(candidate), before);
  keys.add(34, atoms.lemma[candidate]);
  keys.add(35, subject == candidate, passive, atoms.upos(cue));
  keys.add(36, atoms.label(candidate), before, distance);
  keys.add(37, view.branch(candidate), before, passive);
  keys.add(38, marker, lemma);
  keys.add(39, view.branch(candidate), distance, names);
  const auto prior = atoms.near(std::min(cue, candidate), -1);
  keys.add(40, prior == TokenAtoms::no_token ? 9 : atoms.mark[prior], before, distance);
  keys.add(41, atoms.xpos_at(atoms.near(candidate, 1)), before, distance == 1);
}

std::vector<std::size_t> span_begins(const CueView& view, std::size_t reach) {
  std::vector<std::size_t> result;
  const auto first = view.from > view.begin + reach ? view.from - reach : view.begin;
  for (auto t = first; t <= view.from; ++t) result.push_back(t);
  return result;
}

std::vector<std::size_t> span_lasts(const CueView& view, std::size_t reach) {
  std::vector<std::size_t> result;
  const auto last = std::min<std::size_t>(view.end, view.from + reach + 1);
  for (auto t = view.from; t < last; ++t) result.push_back(t);
  return result;
}

namespace {

// `inner` is the outermost token of the span on this side, `outer` its neighbour outside.
void add_edge_features(const CueView& view, const TokenAtoms& atoms, std::size_t inner, std::size_t outer, bool whole,
                       FeatureKeys& keys) {
  const auto distance = size_class(inner < view.from ? view.from - inner : inner - view.from);
  const auto head_tag = atoms.upos(view.from);
  const auto path_in = view.path(inner);
  const auto path_out = outer == TokenAtoms::no_token ? 1 : view.path(outer);
  const auto branch_in = view.branch(inner);
  const auto branch_out = outer == TokenAtoms::no_token ? 1 : view.branch(outer);
  keys.add(0, distance, head_tag);
  keys.add(1, path_in, head_tag);
  keys.add(2, path_out, head_tag);
  keys.add(3, branch_in, branch_out);
  keys.add(4, branch_in, atoms.xpos(inner), head_tag);
  keys.add(5, branch_out, atoms.xpos_at(outer), head_tag);
  keys.add(6, atoms.xpos(inner), atoms.xpos_at(outer));
  keys.add(7, atoms.lemma[inner], head_tag);
  keys.add(8, atoms.lemma_at(outer), head_tag);
  keys.add(9, whole, head_tag, distance);
  keys.add(10, whole, branch_in);
  keys.add(11, branch_out, whole);
  keys.add(12, atoms.lemma[view.from], branch_in);
  keys.add(13, atoms.lemma[view.from], branch_out, atoms.lemma_at(outer));
  keys.add(14, atoms.lemma[view.from], atoms.lemma[inner]);
  keys.add(15, atoms.mark[inner], outer == TokenAtoms::no_token ? 9 : atoms.mark[outer], atoms.analysis.quoted(inner));
  keys.add(16, atoms.kind[inner], outer == TokenAtoms::no_token ? 9 : atoms.kind[outer], whole);
  keys.add(17, outer == TokenAtoms::no_token ? 9 : atoms.cue_class[outer], branch_out);
}

}  // namespace

void add_begin_features(const CueView& view, const TokenAtoms& atoms, std::size_t first, FeatureKeys& keys) {
  add_edge_features(view, atoms, first, atoms.near(first, -1), atoms.analysis.subtree(view.from).first == first, keys);
}

void add_last_features(const CueView& view, const TokenAtoms& atoms, std::size_t last, FeatureKeys& keys) {
  add_edge_features(view, atoms, last, atoms.near(last, 1), atoms.analysis.subtree(view.from).last == last, keys);
}

std::size_t choose_source(const CueView& view, const TokenAtoms& atoms, const AttributionModel& model) {
  FeatureKeys keys;
  std::size_t best = TokenAtoms::no_token;
  float best_score = -std::numeric_limits<float>::infinity();
  for (const auto candidate : source_candidates(view, atoms)) {
    keys.clear();
    add_source_features(view, atoms, candidate, keys);
    const float score = model[Task::source].score(keys);
    if (score <= best_score) continue;
    best_score = score;
    best = candidate;
  }
  return best;
}

TokenRange choose_span(const CueView& view, const TokenAtoms& atoms, const AttributionModel& model, Task begin_task) {
  const std::size_t reach = begin_task == Task::source_begin ? source_reach : cue_reach;
  const Task last_task = begin_task == Task::source_begin ? Task::source_end : Task::cue_end;
  FeatureKeys keys;
  const auto choose = [&](const std::vector<std::size_t>& candidates, Task task, auto add) {
    std::size_t best = view.from;
    float best_score = -std::numeric_limits<float>::infinity();
    for (const auto candidate : candidates) {
      keys.clear();
      add(view, atoms, candidate, keys);
      const float score = model[task].score(keys);
      if (score <= best_score) continue;
      best_score = score;
      best = candidate;
    }
    return best;
  };
  const auto first = choose(span_begins(view, reach), begin_task, add_begin_features);
  const auto last = choose(span_lasts(view, reach), last_task, add_last_features);
  return {static_cast<TokenIndex>(first), static_cast<TokenIndex>(last + 1)};
}

}  // namespace corroborate::extraction
