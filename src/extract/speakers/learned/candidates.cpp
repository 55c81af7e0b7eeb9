// Features of a whole attribution among the others of its article.
#include "extract/speakers/learned/candidates.h"

#include <algorithm>

#include "extract/speakers/learned/cue_classifier.h"

namespace corroborate::extraction {

namespace {

// Log odds in steps of a half, from 0.
std::uint64_t step_of(float certainty) {
  return static_cast<std::uint64_t>(std::clamp(certainty * 2 + 8, 0.0f, 24.0f));
}

std::size_t words_in(const std::vector<TokenRange>& ranges) {
  std::size_t words = 0;
  for (const auto& range : ranges) words += range.end - range.begin;
  return words;
}

}  // namespace

Candidates::Candidates(const TokenAtoms& atoms, const std::vector<LearnedAttribution>& found)
    : atoms_(atoms), found_(found) {
  if (found.empty()) return;
  holder_.assign(atoms.analysis.size(), none);
  cue_of_.assign(atoms.analysis.size(), none);
  for (std::uint32_t number = 0; number < found.size(); ++number) {
    const auto& each = found[number];
    cue_of_[each.cue] = number;
    for (const auto& range : each.content.ranges)
      for (auto t = range.begin; t < range.end; ++t)
        if (holder_[t] == none) holder_[t] = number;
    if (each.source != TokenAtoms::no_token && each.certainty > 0) ++sources_[atoms.lemma[each.source]];
  }
}

void Candidates::add_features(std::size_t number, FeatureKeys& keys) const {
  const auto& each = found_[number];
  const auto step = step_of(each.certainty);
  const std::uint64_t rate = atoms_.cue_class[each.cue], row = atoms_.row[each.cue];
  keys.add(0);
  keys.add(1, step);
  keys.add(2, step, rate);
  keys.add(3, step, row);
  keys.add(4, atoms_.lemma[each.cue]);
  keys.add(5, atoms_.lemma[each.cue], step / 3);
  keys.add(6, atoms_.xpos(each.cue), atoms_.label(each.cue), step / 3);
  add_place(number, keys);
  add_content(number, keys);
  add_source(number, keys);
}

// Inside the content of a more certain one, or around it.
void Candidates::add_place(std::size_t number, FeatureKeys& keys) const {
  const auto& each = found_[number];
  const auto step = step_of(each.certainty);
  const auto holder = holder_[each.cue];
  if (holder < number) {
    const auto& outer = found_[holder];
    const auto gap = step_of(outer.certainty) - step;
    const bool same_sentence = atoms_.analysis.sentence_of(outer.cue) == atoms_.analysis.sentence_of(each.cue);
    keys.add(20, gap, step);
    keys.add(21, atoms_.label(each.cue), step / 2);
    keys.add(22, same_sentence, atoms_.analysis.quoted(each.cue), step / 2);
    keys.add(23, atoms_.lemma[each.cue]);
    keys.add(24, static_cast<std::uint64_t>(outer.content.mode), outer.cue < each.cue, step / 2);
    const bool joined = atoms_.analysis.dominates(outer.cue, each.cue);
    keys.add(25, joined, same_sentence, atoms_.label(each.cue));
    keys.add(26, outer.source != TokenAtoms::no_token && outer.source == each.source, step / 2);
  } else {
    keys.add(27, step);
  }
  std::uint64_t stronger = 0, weaker = 0;
  for (const auto& range : each.content.ranges) {
    for (auto t = range.begin; t < range.end; ++t) {
      if (cue_of_[t] == none) continue;
      if (cue_of_[t] < number)
        ++stronger;
      else
        ++weaker;
    }
  }
  keys.add(28, std::min<std::uint64_t>(stronger, 3), step / 2);
  keys.add(29, std::min<std::uint64_t>(weaker, 3), step / 2);
}

void Candidates::add_content(std::size_t number, FeatureKeys& keys) const {
  const auto& each = found_[number];
  const auto step = step_of(each.certainty) / 2;
  const auto mode = static_cast<std::uint64_t>(each.content.mode);
  const auto& first = each.content.ranges.front();
  const auto length = size_class(words_in(each.content.ranges));
  const std::uint64_t rate = atoms_.cue_class[each.cue];
  keys.add(40, mode, step);
  keys.add(41, mode, length, rate);
  keys.add(42, length, step);
  keys.add(43, mode, atoms_.row[each.cue]);
  std::size_t root = first.begin;
  for (auto t = first.begin; t < first.end; ++t)
    if (atoms_.is_word(t) && (!atoms_.is_word(root) || atoms_.depth[t] < atoms_.depth[root])) root = t;
  keys.add(44, atoms_.label(root), atoms_.xpos(root), rate);
  keys.add(45, atoms_.xpos(root), step);
  keys.add(46, atoms_.lemma[first.begin], mode);
  const bool quoted = atoms_.analysis.quoted(root);
  keys.add(47, quoted, mode, step);
  keys.add(48, atoms_.analysis.dominates(each.cue, root), mode, rate);
  keys.add(49, each.content.ranges.size() > 1, mode, step);
  const bool has_subject = subject_of(atoms_, root) != TokenAtoms::no_token;
  keys.add(50, has_subject, mode, rate);
}

void Candidates::add_source(std::size_t number, FeatureKeys& keys) const {
  const auto& each = found_[number];
  const auto step = step_of(each.certainty) / 2;
  const std::uint64_t rate = atoms_.cue_class[each.cue];
  if (each.source == TokenAtoms::no_token) {
    keys.add(60, step);
    keys.add(61, atoms_.lemma[each.cue]);
    return;
  }
  const auto source = each.source;
  const auto known = sources_.find(atoms_.lemma[source]);
  const std::uint64_t times = known == sources_.end() ? 0 : std::min(known->second, 4u);
  keys.add(62, atoms_.kind[source], atoms_.upos(source), step);
  keys.add(63, atoms_.source_class[source], step);
  keys.add(64, atoms_.lemma[source]);
  keys.add(65, times, atoms_.source_class[source], step);
  keys.add(66, size_class(source < each.cue ? each.cue - source : source - each.cue), source < each.cue, rate);
  keys.add(67, size_class(words_in({each.phrase.source})), step);
}

}  // namespace corroborate::extraction
