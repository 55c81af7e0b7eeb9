// Lays each clause on the attribution of its cue.
#include "extract/speakers/reporting_merge.h"

#include <algorithm>

#include "extract/reading/contexts.h"
#include "extract/speakers/pieces.h"
#include "extract/speakers/quotations.h"
#include "extract/speakers/reporting_clauses.h"

namespace corroborate::extraction {

namespace {

using syntax::Upos;

class ReportingMerge {
 public:
  ReportingMerge(const Analysis& analysis, std::vector<AttributionMention>& found)
      : analysis_(analysis), found_(found) {}

  // A clause that marks set off is read by them; where the attribution of the same cue names the same speaker, its
  // finer spans stay and only take what they lack.
  void take_all() {
    std::vector<AttributionMention> added;
    for (auto& clause : find_reporting_clauses(analysis_)) {
      widen_to_quotation(analysis_, clause);
      clause.directness = directness_of(analysis_, clause);
      AttributionMention* known = same_cue(clause);
      if (known == nullptr)
        added.push_back(std::move(clause));
      else if (!same_speaker(*known, clause) || !Pieces(analysis_).has_noun(known->source))
        replace(*known, std::move(clause));
      else
        add_missing(*known, clause);
    }
    std::ranges::move(added, std::back_inserter(found_));
    sort_by_cue(found_);
  }

 private:
  // "…, the chief said at a news conference": what belongs to the verb is no part of what is said.
  void drop_behind_tail(AttributionMention& known, const AttributionMention& clause) const {
    if (clause.content.back().begin > clause.cue) return;
    auto end = clause.cue;
    while (end < analysis_.size() && analysis_.token(end).upos != Upos::punct) ++end;
    std::erase_if(known.content, [&](const TokenRange& range) { return range.begin > clause.cue && range.end <= end; });
  }

  // Quotations that run on behind the sentence stay.
  void replace(AttributionMention& known, AttributionMention clause) const {
    const auto end = analysis_.sentence(analysis_.sentence_of(clause.cue)).end;
    for (const auto& content : known.content)
      if (content.begin >= end) clause.content.push_back(content);
    known = std::move(clause);
  }

  // What "…, police said." closes starts behind a mark or with the sentence: "Four people died when a bus …".
  void take_all_in_front(TokenRange& content, const AttributionMention& clause) const {
    const TokenRange front = clause.content.front();
    if (content.begin >= front.end || content.begin <= front.begin || clause.content.size() != 1) return;
    auto begin = content.begin;
    const auto goes_on = [&](TokenIndex t) {  // "Sixty-two sailors": a hyphen parts no clauses
      return analysis_.token(t).upos != Upos::punct || (analysis_.form(t) == "-" && analysis_.glued_to_next(t));
    };
    while (begin > front.begin && goes_on(begin - 1)) --begin;
    if (begin == front.begin && analysis_.token(begin).upos != Upos::cconj) content.begin = begin;
  }

  AttributionMention* same_cue(const AttributionMention& clause) {
    constexpr TokenIndex longest_cue = 12;  // tokens
    const TokenIndex first = clause.cue > longest_cue ? clause.cue - longest_cue : 0;
    for (auto at = std::ranges::lower_bound(found_, first, {}, &AttributionMention::cue);
         at != found_.end() && at->cue <= clause.cue + longest_cue; ++at) {
      const bool citing = analysis_.token(at->cue).xpos == syntax::Xpos::vbg &&
                          is_context(analysis_, at->cue, "quoting");  // "reported, citing"
      if (citing && at->cue != clause.cue) continue;
      if (at->cue == clause.cue || at->cue_range.holds(clause.cue) || clause.cue_range.holds(at->cue)) return &*at;
    }
    return nullptr;
  }

  static bool same_speaker(const AttributionMention& known, const AttributionMention& clause) {
    const auto source = clause.source;
    if (known.source.empty()) return false;
    const auto other = known.source;
    return other.begin < source.end && source.begin < other.end &&
           other.begin >= source.begin;  // not "… near the gate, police"
  }

  void add_missing(AttributionMention& known, const AttributionMention& clause) const {
    drop_behind_tail(known, clause);
    if (is_context(analysis_, clause.cue, "quoting"))
      known.content = clause.content;  // "quoted her as saying that …": all of it
    for (const auto& content : clause.content) {
      bool met = false;
      for (const auto& other : known.content) met |= other.begin < content.end && content.begin < other.end;
      if (!met) known.content.push_back(content);
    }
    std::ranges::sort(known.content, {}, &TokenRange::begin);
    auto& source = known.source;  // from its first word up to the first comma
    while (source.end < clause.source.end && analysis_.form(source.end) != ",") ++source.end;
    while (source.begin > clause.source.begin && analysis_.form(source.begin - 1) != ",") --source.begin;
    take_all_in_front(known.content.front(), clause);
    for (auto& content : known.content)
      if (content.begin + 1 < source.begin && content.end > source.begin) content.end = source.begin - 1;
    known.directness = directness_of(analysis_, known);
  }

  const Analysis& analysis_;
  std::vector<AttributionMention>& found_;
};

}  // namespace

void take_reporting_clauses(const Analysis& analysis, std::vector<AttributionMention>& found) {
  ReportingMerge(analysis, found).take_all();
}

}  // namespace corroborate::extraction
