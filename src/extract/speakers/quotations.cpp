// What quotation marks say of a content's ends and of how it is given.
#include "extract/speakers/quotations.h"

#include <algorithm>

namespace corroborate::extraction {

namespace {

constexpr std::size_t most_following = 12;  // sentences of one quotation behind its cue

bool in_cue_phrase(const AttributionMention& mention, std::size_t t) {
  return mention.cue_range.holds(t) || (!mention.source.empty() && mention.source.holds(t));
}

// In a list that is in the order of the cues.
bool has_cue(const Analysis& analysis, const std::vector<AttributionMention>& found, const syntax::Sentence& sentence) {
  auto other = std::ranges::lower_bound(found, sentence.begin, {}, &AttributionMention::cue);
  while (other != found.end() && other->cue < sentence.end && analysis.quoted(other->cue)) ++other;
  return other != found.end() && other->cue < sentence.end;
}

}  // namespace

// A fragment that starts or ends inside a quotation takes all of it, within the paragraph.
void widen_to_quotation(const Analysis& analysis, AttributionMention& mention) {
  for (auto& content : mention.content) {
    while (content.end < analysis.size() && analysis.quoted(content.end - 1) &&
           analysis.quotation(content.end) == analysis.quotation(content.end - 1)) {
      ++content.end;
    }
    while (content.begin > 0 && analysis.quoted(content.begin) &&
           analysis.quotation(content.begin - 1) == analysis.quotation(content.begin) &&
           !in_cue_phrase(mention, content.begin - 1)) {
      --content.begin;
    }
  }
}

// Quoted sentences that follow in the same paragraph, without a cue of their own, go on with the speaker.
void attach_following_quotes(const Analysis& analysis, std::vector<AttributionMention>& found) {
  sort_by_cue(found);
  for (std::size_t i = 0; i < found.size(); ++i) {
    auto& mention = found[i];
    if (mention.directness == Directness::indirect) continue;
    std::size_t number = analysis.sentence_of(std::max<std::size_t>(mention.content.back().end - 1, mention.cue)) + 1;
    const std::size_t last = std::min(analysis.document().sentences.size(), number + most_following);
    for (; number < last; ++number) {
      const auto& sentence = analysis.sentence(number);
      if (sentence.starts_paragraph || sentence.end - sentence.begin < 2 || has_cue(analysis, found, sentence)) break;
      if (!analysis.quoted(sentence.begin) || !(analysis.quoted(sentence.end - 1) || analysis.quoted(sentence.end - 2)))
        break;
      mention.content.push_back({sentence.begin, sentence.end});
    }
  }
}

Directness directness_of(const Analysis& analysis, const AttributionMention& mention) {
  std::size_t quoted = 0, all = 0;
  for (const auto& content : mention.content) {
    for (auto t = content.begin; t < content.end; ++t) {
      ++all;
      quoted += analysis.quoted(t);
    }
  }
  if (quoted == 0) return Directness::indirect;
  return quoted * 10 >= all * 9 ? Directness::direct : Directness::mixed;
}

}  // namespace corroborate::extraction
