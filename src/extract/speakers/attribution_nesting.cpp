// Which attribution lies within which, and which words belong to neither.
#include "extract/speakers/attribution_nesting.h"

#include <algorithm>

namespace corroborate::extraction {

namespace {

using syntax::Deprel;

TokenIndex reach_of(const AttributionMention& mention) {
  TokenIndex reach = 0;
  const auto take = [&](const TokenRange& range) {
    const TokenIndex before = mention.cue > range.begin ? mention.cue - range.begin : TokenIndex{0};
    const TokenIndex behind = range.end > mention.cue ? range.end - mention.cue : TokenIndex{0};
    reach = std::max({reach, before, behind});
  };
  std::ranges::for_each(mention.content, take);
  take(mention.cue_range);
  return reach;
}

class Nesting {
 public:
  Nesting(const Analysis& analysis, std::vector<AttributionMention>& found) : analysis_(analysis), found_(found) {}

  void nest() {
    cut_before_trailing();
    for (std::size_t inner = 0; inner < found_.size(); ++inner) {
      std::size_t smallest = SIZE_MAX;
      const auto [first, last] = near_token(found_, found_[inner].cue);
      for (std::size_t outer = first; outer < last; ++outer) {
        if (inner == outer || !found_[outer].holds(found_[inner].cue) || found_[inner].holds(found_[outer].cue))
          continue;
        if (is_adjunct_cue(found_[inner].cue, found_[outer])) {
          cut(found_[outer], found_[inner]);
          continue;
        }
        const std::size_t size = content_size(found_[outer]);
        if (size >= smallest) continue;
        smallest = size;
        found_[inner].within = static_cast<int>(outer);
      }
    }
  }

 private:
  // A cue in an adjunct clause of the outer content: the outlet's own linking, not the outer speaker's words.
  bool is_adjunct_cue(std::size_t inner_cue, const AttributionMention& outer) const {
    for (auto at = static_cast<std::int32_t>(inner_cue); at >= 0;
         at = analysis_.token(static_cast<std::size_t>(at)).head) {
      const auto t = static_cast<std::size_t>(at);
      if (!outer.holds(t)) return false;
      if (analysis_.token(t).deprel != Deprel::advcl || analysis_.quoted(t)) continue;
      if (analysis_.token(t).xpos == syntax::Xpos::vbg && t > 0 && analysis_.lemma(t - 1) == "as")
        continue;  // "quoted them as saying"
      for (const auto child : analysis_.children(t)) {
        const auto lemma = analysis_.lemma(child);
        if (analysis_.token(child).deprel != Deprel::mark && lemma != "when") continue;
        if (lemma == "after" || lemma == "as" || lemma == "while" || lemma == "when" || lemma == "before" ||
            lemma == "although" || lemma == "because" || lemma == "though") {
          return true;
        }
      }
    }
    return false;
  }

  // "The ministry said that …, the agency reported.": each holds the other's cue; the one that trails holds the whole
  // sentence, so the other's content ends in front of it.
  void cut_before_trailing() {
    for (auto& outer : found_) {
      const auto& last = outer.content.back();
      if (outer.source.empty() || last.end > outer.source.begin || last.end > outer.cue) continue;
      const auto [first, end] = near_token(found_, outer.cue);
      for (std::size_t other = first; other < end; ++other) {
        auto& inner = found_[other];
        if (&inner == &outer || !inner.holds(outer.cue) || !outer.holds(inner.cue)) continue;
        for (auto& content : inner.content) {
          if (content.begin < last.end) content.end = std::min(content.end, last.end);
        }
      }
    }
  }

  static std::size_t content_size(const AttributionMention& mention) {
    std::size_t size = 0;
    for (const auto& content : mention.content) size += content.end - content.begin;
    return size;
  }

  // Takes the clause of `inner` out of the content of `outer`.
  void cut(AttributionMention& outer, const AttributionMention& inner) const {
    TokenIndex from = inner.cue;
    for (auto at = static_cast<std::int32_t>(inner.cue); at >= 0;
         at = analysis_.token(static_cast<std::size_t>(at)).head) {
      if (analysis_.token(static_cast<std::size_t>(at)).deprel != Deprel::advcl) continue;
      from = analysis_.subtree(static_cast<std::size_t>(at)).first;
      break;
    }
    for (auto& content : outer.content) {
      if (content.holds(from) && from > content.begin) content.end = from;
    }
  }

  const Analysis& analysis_;
  std::vector<AttributionMention>& found_;
};

}  // namespace

void order_attributions(std::vector<AttributionMention>& found) {
  sort_by_cue(found);
  TokenIndex reach = 0;
  for (const auto& mention : found) reach = std::max(reach, reach_of(mention));
  for (auto& mention : found) mention.reach = reach;
}

std::pair<std::size_t, std::size_t> near_token(std::span<const AttributionMention> ordered, std::size_t token) {
  if (ordered.empty()) return {0, 0};
  const std::size_t reach = ordered.front().reach;
  const auto first = std::ranges::lower_bound(ordered, token > reach ? token - reach : 0, {}, &AttributionMention::cue);
  const auto last = std::ranges::upper_bound(ordered, token + reach, {}, &AttributionMention::cue);
  return {static_cast<std::size_t>(first - ordered.begin()), static_cast<std::size_t>(last - ordered.begin())};
}

void nest_attributions(const Analysis& analysis, std::vector<AttributionMention>& found) {
  Nesting(analysis, found).nest();
}

std::string name_of_rule(const AttributionMention& mention) {
  std::string_view name = "cue ";
  switch (mention.rule) {
    case AttributionRule::cue:
      break;
    case AttributionRule::learned:
      name = "learned ";
      break;
    case AttributionRule::reckoning:
      name = "reckoning ";
      break;
    case AttributionRule::citation:
      name = "cited by ";
      break;
    case AttributionRule::headline_colon:
      return "headline colon";
    case AttributionRule::own_correction:
      return "own correction";
  }
  return std::string(name).append(mention.told_by);
}

bool AttributionMention::holds(std::size_t token) const {
  return std::any_of(content.begin(), content.end(), [&](const TokenRange& range) { return range.holds(token); });
}

std::vector<int> chain_at(const std::vector<AttributionMention>& attributions, std::size_t token) {
  // The innermost is the smallest that holds the token; its `within` links lead outwards.
  int inner = no_index;
  std::size_t smallest = SIZE_MAX;
  const auto [first, last] = near_token(attributions, token);
  for (std::size_t i = first; i < last; ++i) {
    if (attributions[i].is_act || !attributions[i].holds(token)) continue;
    std::size_t size = 0;
    for (const auto& content : attributions[i].content) size += content.end - content.begin;
    if (size > smallest) continue;
    smallest = size;
    inner = static_cast<int>(i);
  }
  constexpr std::size_t longest_chain = 16;  // who passes on whom; a longer one leads in a circle
  std::vector<int> chain;
  for (int at = inner; at != no_index && chain.size() < longest_chain;
       at = attributions[static_cast<std::size_t>(at)].within) {
    chain.push_back(at);
  }
  std::ranges::reverse(chain);
  return chain;
}

}  // namespace corroborate::extraction
