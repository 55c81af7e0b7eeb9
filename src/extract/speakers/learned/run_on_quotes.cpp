// Finds and judges quotations that follow.
#include "extract/speakers/learned/run_on_quotes.h"

#include <algorithm>

namespace corroborate::extraction {

void widen_to_quotations(const Analysis& analysis, const CuePhrase& phrase, std::vector<TokenRange>& ranges) {
  const auto taken = [&](std::size_t t) { return phrase.cue.holds(t) || phrase.source.holds(t); };
  for (auto& range : ranges) {
    while (range.end < analysis.size() && analysis.quoted(range.end - 1) && !taken(range.end) &&
           analysis.quotation(range.end) == analysis.quotation(range.end - 1)) {
      ++range.end;
    }
    while (range.begin > 0 && analysis.quoted(range.begin) && !taken(range.begin - 1) &&
           analysis.quotation(range.begin - 1) == analysis.quotation(range.begin)) {
      --range.begin;
    }
  }
}

std::size_t run_on_start(const Analysis& analysis, std::size_t cue, const std::vector<TokenRange>& ranges) {
  std::size_t end = analysis.sentence(analysis.sentence_of(cue)).end;
  for (const auto& range : ranges) end = std::max<std::size_t>(end, range.end);
  return end;
}

RunOn next_quotation(const TokenAtoms& atoms, std::size_t end, std::size_t so_far) {
  const auto& analysis = atoms.analysis;
  RunOn next;
  next.so_far = so_far;
  while (end < analysis.size() && (atoms.mark[end] == 4 || atoms.mark[end] == 3)) ++end;
  if (end >= analysis.size() || atoms.mark[end] != 2 || end != analysis.sentence(analysis.sentence_of(end)).begin)
    return next;
  next.after_open = end > 0 && analysis.quoted(end - 1) && atoms.mark[end - 1] != 3;
  std::size_t last = end;
  while (last + 1 < analysis.size() && analysis.quotation(last + 1) == analysis.quotation(end)) ++last;
  next.quotation = {static_cast<TokenIndex>(end), static_cast<TokenIndex>(last + 1)};
  return next;
}

void add_run_on_features(const TokenAtoms& atoms, std::size_t cue, const ContentChoice& content, const RunOn& next,
                         FeatureKeys& keys) {
  const auto& analysis = atoms.analysis;
  const auto [begin, end] = next.quotation;
  const auto& sentence = analysis.sentence(analysis.sentence_of(end - 1));
  const bool whole = end + 1 >= sentence.end;
  const std::uint64_t paragraph = analysis.sentence(analysis.sentence_of(begin)).starts_paragraph;
  std::uint64_t outside = 0, named = 0;
  for (std::size_t t = end; t < sentence.end && t < end + 10u; ++t) {
    outside = std::max<std::uint64_t>(outside, atoms.cue_class[t]);
    named = std::max<std::uint64_t>(named, atoms.source_class[t]);
  }
  bool quoted = true;
  for (const auto& range : content.ranges) quoted &= analysis.quoted(range.begin) && analysis.quoted(range.end - 1);
  const bool last_quoted = !content.ranges.empty() && analysis.quoted(content.ranges.back().end - 1);
  const auto mode = static_cast<std::uint64_t>(content.mode);
  const auto so_far = std::min<std::uint64_t>(next.so_far, 3);
  // A sentence behind the quotation may name its own speaker.
  std::uint64_t follower = 9;
  if (whole && sentence.end < analysis.size()) follower = atoms.mark[sentence.end];
  keys.add(0, whole, paragraph);
  keys.add(1, whole, paragraph, mode);
  keys.add(2, whole, paragraph, quoted * 2u + last_quoted);
  keys.add(3, whole, paragraph, next.after_open);
  keys.add(4, whole, outside);
  keys.add(5, whole, named);
  keys.add(6, so_far, paragraph, whole);
  keys.add(7, size_class(end - begin), whole);
  keys.add(8, atoms.lemma[cue], paragraph);
  keys.add(9, mode, quoted * 2u + last_quoted, so_far);
  keys.add(10, follower, whole, paragraph);
  keys.add(11, outside, paragraph, quoted * 2u + last_quoted);
  keys.add(12, atoms.cue_class[cue], quoted * 2u + last_quoted);
  keys.add(13, next.after_open, quoted * 2u + last_quoted, paragraph);
  keys.add(14, atoms.lemma[begin + 1 < end ? begin + 1 : begin], paragraph);
}

}  // namespace corroborate::extraction
