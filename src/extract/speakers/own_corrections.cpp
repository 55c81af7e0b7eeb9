// Recognises an outlet that corrects itself.
#include "extract/speakers/own_corrections.h"

#include <algorithm>

#include "extract/reading/contexts.h"

namespace corroborate::extraction {

namespace {

class OwnCorrections {
 public:
  explicit OwnCorrections(const Analysis& analysis) : analysis_(analysis) {}

  bool is_one(const AttributionMention& mention) const {
    if (mention.source.empty()) return false;
    const TokenRange source = mention.source;
    return names_earlier_version(source) || (names_itself(source) && was_mistaken(mention));
  }

 private:
  template <typename Test>
  bool any_of(TokenRange range, Test test) const {
    for (auto t = range.begin; t < range.end; ++t)
      if (test(t)) return true;
    return false;
  }

  // "an earlier version of this story"; not "an earlier version of the bill"
  bool names_earlier_version(TokenRange source) const {
    const auto is_version = [&](std::size_t t) {
      return analysis_.lemma(t) == "version" && t > 0 && is_context(analysis_, t - 1, "earlier");
    };
    return any_of(source, is_version) &&
           any_of(source, [&](std::size_t t) { return is_context(analysis_, t, "article"); });
  }

  // "this article", "our report", "we"
  bool names_itself(TokenRange source) const {
    if (source.end - source.begin == 1) return folds_to(analysis_.form(source.begin), "we");
    const auto first = fold(analysis_.form(source.begin));
    return (first == "this" || first == "our") && is_context(analysis_, source.end - 1u, "article");
  }

  bool was_mistaken(const AttributionMention& mention) const {
    return std::ranges::any_of(analysis_.children(mention.cue),
                               [&](std::size_t child) { return is_context(analysis_, child, "mistaken"); });
  }

  const Analysis& analysis_;
};

}  // namespace

void mark_own_corrections(const Analysis& analysis, std::vector<AttributionMention>& attributions) {
  const OwnCorrections corrections(analysis);
  for (auto& mention : attributions) {
    if (!corrections.is_one(mention)) continue;
    mention.stance = Stance::retracts;
    mention.rule = AttributionRule::own_correction;
  }
}

void drop_own_voice(const Analysis& analysis, std::vector<AttributionMention>& attributions) {
  std::erase_if(attributions, [&](const AttributionMention& mention) {
    if (mention.source.empty() || mention.source.end - mention.source.begin != 2) return false;
    const auto first = fold(analysis.form(mention.source.begin));
    return (first == "this" || first == "our") && is_context(analysis, mention.source.begin + 1u, "outlet");
  });
}

}  // namespace corroborate::extraction
