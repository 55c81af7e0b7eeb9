// Corrects spans by commas, relative pronouns and finite verbs.
#include "extract/speakers/marked_spans.h"

#include <algorithm>
#include <optional>

#include "extract/reading/contexts.h"
#include "extract/speakers/attribution_nesting.h"
#include "extract/speakers/cues.h"
#include "extract/speakers/pieces.h"
#include "extract/speakers/source_rate.h"

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;
using syntax::Xpos;

class Spans {
 public:
  Spans(const Analysis& analysis, std::vector<AttributionMention>& found)
      : analysis_(analysis), pieces_(analysis), found_(found) {}

  void correct() {
    std::erase_if(found_, [&](const AttributionMention& mention) { return befalls(mention); });
    for (auto& mention : found_) {
      const auto& sentence = analysis_.sentence(analysis_.sentence_of(mention.cue));
      cut_ = &pieces_.cut(sentence);
      const auto piece = pieces_.holding(mention.cue);
      if (!piece) continue;
      take_whole_subject(mention, (*cut_)[*piece]);
      end_with_relative(mention, *piece);
      keep_to_main_clause(mention);
      take_predicate(mention, sentence);
      mention.is_act = is_act(mention);
    }
    part_set_in();
  }

 private:
  // "with every ward counted": a participle that befalls its noun.
  bool befalls(const AttributionMention& mention) const {
    return std::ranges::any_of(analysis_.children(mention.cue), [&](TokenIndex child) {
      return analysis_.token(child).deprel == Deprel::mark &&
             (analysis_.lemma(child) == "with" || analysis_.lemma(child) == "without");
    });
  }

  // A verb of no row of the cues, with nothing quoted and no clause behind it: "sentenced", "voted", "called time".
  bool is_act(const AttributionMention& mention) const {
    if (mention.rule != AttributionRule::learned || mention.directness != Directness::indirect) return false;
    return std::ranges::none_of(mention.content,
                                [&](const TokenRange& range) { return pieces_.has_finite_verb(range); });
  }

  void take_whole_subject(AttributionMention& mention, TokenRange piece) const {
    if (mention.source.empty()) return;
    auto& source = mention.source;
    if (!piece.holds(source.begin) || source.begin <= piece.begin + 1 || source.end != mention.cue_range.begin) return;
    const bool tail =
        analysis_.token(source.begin - 1).upos == Upos::adp || analysis_.token(source.begin - 2).upos == Upos::adp;
    if (tail && pieces_.is_nominal({piece.begin, source.end})) source.begin = piece.begin;
  }

  void end_with_relative(AttributionMention& mention, std::size_t number) const {
    if (number == 0 || number + 1 >= cut_->size() || !pieces_.is_relative((*cut_)[number]) ||
        !pieces_.opens_with_verb((*cut_)[number + 1]))
      return;
    const TokenIndex end = (*cut_)[number].end;
    for (auto& content : mention.content)
      if (content.begin > mention.cue && content.begin < end) content.end = std::min(content.end, end);
  }

  // A semicolon parts main clauses of two speakers: "The union says 900 walked out; the port put it at 350."
  void keep_to_main_clause(AttributionMention& mention) const {
    constexpr TokenIndex farthest = 120;  // tokens from the cue
    for (auto& content : mention.content) {
      const TokenIndex first = mention.cue > farthest ? mention.cue - farthest : 0;
      for (auto t = std::max(content.begin, first); t < std::min(content.end, mention.cue + farthest); ++t) {
        if (analysis_.form(t) != ";" || analysis_.quoted(t)) continue;
        if (t < mention.cue && another_speaks(content.begin, t))
          content.begin = t + 1;
        else if (t > mention.cue && another_speaks(t, content.end))
          content.end = t;
      }
    }
    std::erase_if(mention.content, [](const TokenRange& range) { return range.begin >= range.end; });
  }

  bool another_speaks(TokenIndex begin, TokenIndex end) const {
    const auto first = std::ranges::lower_bound(found_, begin, {}, &AttributionMention::cue);
    return first != found_.end() && first->cue < end;
  }

  void take_predicate(AttributionMention& mention, const syntax::Sentence& sentence) const {
    if (mention.content.empty()) return;
    auto& last = mention.content.back();
    if (last.begin < mention.cue || last.end >= sentence.end || analysis_.form(last.end) != "," ||
        pieces_.has_finite_verb(last))
      return;
    const auto number = pieces_.holding(last.end + 1);
    if (!number || *number + 1 >= cut_->size() || !pieces_.is_nominal((*cut_)[*number]) ||
        !pieces_.opens_with_verb((*cut_)[*number + 1]))
      return;
    last.end = cut_->back().end;
  }

  // Takes the clause of "according to" out of what the other says whose cue it holds.
  void part_set_in() {
    for (const auto& inner : found_) {
      if (analysis_.token(inner.cue).upos == Upos::verb && !analysis_.lemma(inner.cue).starts_with("accord")) continue;
      if (inner.source.empty() || inner.cue_range.end > inner.source.begin) continue;
      const auto [first, last] = near_token(found_, inner.cue);
      for (std::size_t i = first; i < last; ++i) {
        auto& outer = found_[i];
        if (&outer != &inner && outer.holds(inner.cue) && inner.holds(outer.cue))
          take_out(outer, {inner.cue_range.begin, inner.source.end});
      }
    }
  }

  void take_out(AttributionMention& mention, TokenRange gap) const {
    std::vector<TokenRange> kept;
    for (const auto& content : mention.content) {
      const TokenRange before{content.begin, std::min(content.end, gap.begin)},
          behind{std::max(content.begin, gap.end), content.end};
      for (TokenRange part : {before, behind}) {
        while (part.begin < part.end && analysis_.form(part.begin) == ",") ++part.begin;
        while (part.begin < part.end && analysis_.form(part.end - 1) == ",") --part.end;
        if (part.begin < part.end) kept.push_back(part);
      }
    }
    if (kept.empty())
      kept = behind_gap(gap);  // "The union said, according to the Gull, that …", cut short at the comma
    if (!kept.empty()) mention.content = std::move(kept);
  }

  std::vector<TokenRange> behind_gap(TokenRange gap) const {
    const auto& sentence = analysis_.sentence(analysis_.sentence_of(gap.begin));
    TokenRange rest{gap.end, sentence.end};
    while (rest.begin < rest.end && analysis_.token(rest.begin).upos == Upos::punct) ++rest.begin;
    while (rest.begin < rest.end && analysis_.token(rest.end - 1).upos == Upos::punct) --rest.end;
    if (rest.begin == rest.end) return {};
    return {rest};
  }

  const Analysis& analysis_;
  Pieces pieces_;
  std::vector<AttributionMention>& found_;
  const std::vector<TokenRange>* cut_ = nullptr;
};

class CitedSpeakers {
 public:
  CitedSpeakers(const Analysis& analysis, std::vector<AttributionMention>& found)
      : analysis_(analysis), pieces_(analysis), found_(found) {}

  void add() {
    std::vector<AttributionMention> added;
    const auto is_citing = [&](std::size_t t) {
      return analysis_.token(t).xpos == Xpos::vbg && is_context(analysis_, t, "quoting");
    };
    std::erase_if(found_, [&](const AttributionMention& mention) {  // the cited thing taken for who says it
      return is_citing(mention.cue) && !mention.source.empty() && mention.source.begin > mention.cue;
    });
    for (std::size_t t = 0; t < analysis_.size(); ++t) {
      if (!is_citing(t)) continue;
      if (auto cited = read(static_cast<TokenIndex>(t))) added.push_back(std::move(*cited));
    }
    std::erase_if(found_, [&](const AttributionMention& mention) {
      return is_citing(mention.cue) &&
             std::ranges::any_of(added, [&](const AttributionMention& other) { return other.cue == mention.cue; });
    });
    std::ranges::move(added, std::back_inserter(found_));
    order_attributions(found_);
  }

 private:
  std::optional<AttributionMention> read(TokenIndex cue) {
    const auto& cut = pieces_.cut(analysis_.sentence(analysis_.sentence_of(cue)));
    const auto piece = pieces_.holding(cue);
    if (!piece || cut[*piece].begin != cue) return std::nullopt;
    const TokenRange cited{cue + 1, cut[*piece].end};
    const auto source = speaker_in(cited);
    AttributionMention* host = source ? host_of(cue) : nullptr;
    if (host == nullptr) return std::nullopt;
    AttributionMention mention;
    mention.cue = cue;
    mention.cue_range = {cue, cue + 1};
    mention.source = *source;
    mention.content = host->content;
    for (auto& content : mention.content)
      if (content.end > cue && content.begin < cue) content.end = cue;  // it ran on over the participle
    std::erase_if(mention.content,
                  [&](const TokenRange& range) { return range.begin >= range.end || range.begin == cue; });
    mention.directness = host->directness;
    mention.rule = AttributionRule::citation;
    mention.told_by = analysis_.lemma(cue);
    if (!host->holds(cue)) host->content.push_back(cut[*piece]);
    std::ranges::sort(host->content, {}, &TokenRange::begin);
    if (mention.content.empty()) return std::nullopt;
    return mention;
  }

  // Someone known to speak, or whose account it is: "people close to the union", "a message from the union".
  std::optional<TokenRange> speaker_in(TokenRange cited) const {
    for (auto t = cited.begin; t < cited.end; ++t) {
      if (analysis_.token(t).upos == Upos::adp) break;
      const Hit* cue = analysis_.longest(Table::cues, t);
      const bool account = (cue != nullptr && (*cue->row)[cue_pos] == "noun") || is_context(analysis_, t, "reckoning");
      for (auto by = t; account && by + 1 < cited.end; ++by)
        if (analysis_.lemma(by) == "by" || analysis_.lemma(by) == "from" || analysis_.lemma(by) == "of")
          return TokenRange{by + 1, cited.end};
      const bool last = t + 1 == cited.end ||
                        (analysis_.token(t + 1).upos != Upos::noun && analysis_.token(t + 1).upos != Upos::propn);
      if (!last || analysis_.token(t).upos == Upos::part ||
          (t + 1 < cited.end && analysis_.token(t + 1).xpos == Xpos::pos))
        continue;
      const bool speaks = analysis_.token(t).upos == Upos::propn || account ||
                          (analysis_.token(t).upos == Upos::noun && source_rate(analysis_, t) >= speaks_at_times);
      if (speaks) return cited;
    }
    return std::nullopt;
  }

  static constexpr int speaks_at_times = 2;  // class of LemmaClass::source

  // The attribution of the same sentence that has a speaker of its own.
  AttributionMention* host_of(TokenIndex cue) {
    const auto& sentence = analysis_.sentence(analysis_.sentence_of(cue));
    AttributionMention* best = nullptr;
    for (auto at = std::ranges::lower_bound(found_, sentence.begin, {}, &AttributionMention::cue);
         at != found_.end() && at->cue < sentence.end; ++at) {
      if (at->source.empty() || at->cue == cue) continue;
      if (best == nullptr || distance(at->cue, cue) < distance(best->cue, cue)) best = &*at;
    }
    return best;
  }

  static TokenIndex distance(TokenIndex a, TokenIndex b) { return a < b ? b - a : a - b; }

  const Analysis& analysis_;
  Pieces pieces_;
  std::vector<AttributionMention>& found_;
};

}  // namespace

void correct_spans(const Analysis& analysis, std::vector<AttributionMention>& found) {
  Spans(analysis, found).correct();
}

void add_cited_speakers(const Analysis& analysis, std::vector<AttributionMention>& found) {
  CitedSpeakers(analysis, found).add();
}

}  // namespace corroborate::extraction
