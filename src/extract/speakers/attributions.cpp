// Reads attributions off the tree: cue verb or noun, its subject, its clause or quotation.
#include "extract/speakers/attributions.h"

#include <algorithm>
#include <optional>

#include "extract/reading/contexts.h"
#include "extract/speakers/accused.h"
#include "extract/speakers/attribution_nesting.h"
#include "extract/speakers/cues.h"
#include "extract/speakers/headline_attributions.h"
#include "extract/speakers/learned/learned_attributions.h"
#include "extract/speakers/learned/rule_weight.h"
#include "extract/speakers/marked_spans.h"
#include "extract/speakers/own_corrections.h"
#include "extract/speakers/quotations.h"
#include "extract/speakers/reporting_merge.h"
#include "extract/speakers/sources.h"

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;

class AttributionReader {
 public:
  AttributionReader(const Analysis& analysis, Entities& entities)
      : analysis_(analysis), entities_(entities), sources_(analysis, entities) {}

  std::vector<AttributionMention> read_all() {
    for (std::size_t at = 0; at < analysis_.size();) {
      const Hit* cue = cue_at(at);
      if (cue != nullptr) read_cue(head_of(*cue), *cue);
      at += cue == nullptr ? 1 : cue->length;
    }
    found_.shrink_to_fit();  // what the model finds comes beside
    attach_following_quotes(analysis_, found_);
    if (const auto* model = linked_attribution_model()) prefer_learned(*model);
    take_reporting_clauses(analysis_, found_);
    add_headlines(analysis_, entities_, found_);
    drop_own_voice(analysis_, found_);
    drop_accused(analysis_, found_);
    order_attributions(found_);
    correct_spans(analysis_, found_);
    add_cited_speakers(analysis_, found_);
    sources_.resolve(found_);
    mark_own_corrections(analysis_, found_);
    nest_attributions(analysis_, found_);
    return std::move(found_);
  }

 private:
  const Hit* cue_at(std::size_t at) const {
    const Hit* best = nullptr;
    for (const Hit& hit : analysis_.hits_at(at)) {
      if (hit.row->table != Table::cues || !tag_fits(hit)) continue;
      if (best == nullptr || hit.length > best->length) best = &hit;
    }
    return best;
  }

  // The word of a phrase that the others hang on: "comment" in "would not comment".
  std::size_t head_of(const Hit& hit) const {
    for (std::size_t t = hit.token; t < hit.token + hit.length; ++t) {
      const auto up = analysis_.token(t).head;
      if (up < static_cast<std::int32_t>(hit.token) || up >= static_cast<std::int32_t>(hit.token + hit.length))
        return t;
    }
    return hit.token;
  }

  bool tag_fits(const Hit& hit) const {
    const auto pos = (*hit.row)[cue_pos];
    const auto tag = analysis_.token(hit.token).upos;
    if (pos == "verb") return tag == Upos::verb || hit.length > 1;
    if (pos == "noun") return tag == Upos::noun;
    return true;
  }

  void read_cue(std::size_t at, const Hit& hit) {
    const auto pos = (*hit.row)[cue_pos];
    AttributionMention mention;
    mention.cue = static_cast<TokenIndex>(at);
    mention.stance = stance_of((*hit.row)[cue_stance]);
    mention.told_by = hit.row->phrase();
    mention.cue_range = {hit.token, hit.token + hit.length};
    if (pos == "verb") {
      if (is_refusal_to_act(at, hit)) return;
      read_verb(mention, hit);
    } else if (pos == "adp") {
      read_according_to(mention, hit);
    } else if (pos == "noun") {
      read_noun(mention);
    }
    if (mention.content.empty()) return;
    widen_to_quotation(analysis_, mention);
    mention.directness = directness_of(analysis_, mention);
    found_.push_back(std::move(mention));
  }

  // ---- verbs

  // "accused them of refusing to cooperate": the refusal is what is said, not a way of saying.
  bool is_refusal_to_act(std::size_t at, const Hit& hit) const {
    if (stance_of((*hit.row)[cue_stance]) != Stance::declines || hit.length > 1) return false;
    const auto tag = analysis_.token(at).xpos;
    if (tag != syntax::Xpos::vbg && tag != syntax::Xpos::vb) return false;
    return at + 2 < analysis_.size() && is_word(at + 1, "to") && !is_cue(at + 2);
  }

  void read_verb(AttributionMention& mention, const Hit& hit) {
    const auto frame = (*hit.row)[cue_frame];
    const std::size_t verb = mention.cue;
    const auto source = sources_.of_verb(verb);
    if (source) mention.source = *source;
    widen_cue(mention, verb);
    read_clause(mention, verb);
    if (mention.content.empty()) read_participle(mention, verb);
    if (mention.content.empty() && frame != "that") read_around(mention, verb);
    if (mention.content.empty() && (frame == "object" || frame == "any")) read_object(mention, verb, hit);
    if (!source && frame == "that") mention.content.clear();
  }

  // Auxiliaries, negation and particles belong to the cue ("has not said", "would not comment").
  void widen_cue(AttributionMention& mention, std::size_t verb) const {
    auto& range = mention.cue_range;
    for (const auto child : analysis_.children(verb)) {
      const auto label = analysis_.token(child).deprel;
      const bool belongs = label == Deprel::aux || label == Deprel::aux_pass || label == Deprel::compound_prt ||
                           (label == Deprel::advmod && (child + 1 == range.begin || child == range.end));
      if (!belongs) continue;
      if (child < range.begin && range.begin - child <= 3) range.begin = child;
      if (child >= range.end && child - range.end < 1) range.end = child + 1;
    }
    const auto stance = mention.stance;
    if (is_negated(verb) && (stance == Stance::confirms || stance == Stance::says || stance == Stance::claims ||
                             stance == Stance::admits)) {
      mention.stance = Stance::declines;
    }
  }

  bool is_negated(std::size_t verb) const {
    for (const auto child : analysis_.children(verb)) {
      const auto lemma = analysis_.lemma(child);
      if (lemma == "not" || lemma == "never" || lemma == "n't") return true;
    }
    return false;
  }

  // The complement clause, or the clause into which the cue is set as a parenthesis.
  void read_clause(AttributionMention& mention, std::size_t verb) const {
    for (const auto child : analysis_.children(verb)) {
      const auto label = analysis_.token(child).deprel;
      const bool loose =
          label == Deprel::parataxis && child > verb && mention.stance == Stance::says && !has_object(verb);
      if (label != Deprel::ccomp && !loose) continue;
      const auto range = analysis_.subtree(child);
      TokenRange content{range.first, range.last + 1};
      if (content.begin < verb && content.end > verb) content = cut_out_cue(content, mention);
      content.begin = with_reported_noun(verb, content.begin);
      mention.content.push_back(trim(content));
      if (label == Deprel::ccomp) return;
    }
    if (!mention.content.empty()) return;
    if (analysis_.token(verb).deprel == Deprel::parataxis && analysis_.token(verb).head >= 0) {
      const auto host = analysis_.subtree(static_cast<std::size_t>(analysis_.token(verb).head));
      const auto own = analysis_.subtree(verb);
      if (own.first > host.first) push(mention, {host.first, own.first});
      if (own.last < host.last) push(mention, {own.last + 1, host.last + 1});
    }
  }

  // "denied reports that …": the content starts with the reports, whatever the clause was hung on.
  TokenIndex with_reported_noun(std::size_t verb, TokenIndex begin) const {
    for (const auto child : analysis_.children(verb)) {
      if (analysis_.token(child).deprel != Deprel::obj || child + 1 != begin || child < verb) continue;
      const Hit* noun = cue_at(child);
      if (noun != nullptr && (*noun->row)[cue_pos] == "noun") return analysis_.subtree(child).first;
    }
    return begin;
  }

  bool has_object(std::size_t verb) const {
    for (const auto child : analysis_.children(verb)) {
      if (analysis_.token(child).deprel == Deprel::obj) return true;
    }
    return false;
  }

  // ", saying it had warned them", ", adding that …": all that follows the participle.
  void read_participle(AttributionMention& mention, std::size_t verb) const {
    const auto& sentence = analysis_.sentence(analysis_.sentence_of(verb));
    const bool participle =
        analysis_.token(verb).xpos == syntax::Xpos::vbg && verb > sentence.begin && analysis_.form(verb - 1) == ",";
    if (participle && mention.stance == Stance::says) push(mention, {mention.cue_range.end, sentence.end});
  }

  static TokenRange cut_out_cue(TokenRange content, const AttributionMention& mention) {
    const auto cue = mention.cue_range;
    const auto left = cue.begin - content.begin, right = content.end - cue.end;
    return left >= right ? TokenRange{content.begin, cue.begin} : TokenRange{cue.end, content.end};
  }

  void push(AttributionMention& mention, TokenRange range) const {
    range = trim(range);
    if (range.begin < range.end && range.end - range.begin >= 2) mention.content.push_back(range);
  }

  // Without commas, colons and full stops at the edges; quotation marks stay.
  TokenRange trim(TokenRange range) const {
    const auto is_edge = [&](std::size_t t) {
      const auto form = analysis_.form(t);
      return form == "," || form == "." || form == ":" || form == ";" || form == "\u2014" || form == "-";
    };
    while (range.begin < range.end && is_edge(range.begin)) ++range.begin;
    while (range.end > range.begin && is_edge(range.end - 1)) --range.end;
    return range;
  }

  // "…, the ministry said." and "The ministry said: …": what stands on the other side of the comma, colon or quote.
  void read_around(AttributionMention& mention, std::size_t verb) const {
    const auto& sentence = analysis_.sentence(analysis_.sentence_of(verb));
    TokenIndex first = mention.cue_range.begin, last = mention.cue_range.end;
    if (!mention.source.empty()) {
      first = std::min(first, mention.source.begin);
      last = std::max(last, mention.source.end);
    }
    for (const auto child : analysis_.children(verb)) {  // "told reporters on Monday": still the cue's phrase
      const auto label = analysis_.token(child).deprel;
      if (label != Deprel::obl && label != Deprel::obj && label != Deprel::iobj) continue;
      const auto range = analysis_.subtree(child);
      if (range.first >= last && range.first <= last + 1) last = range.last + 1;
    }
    const bool comma_before = first > sentence.begin && closes_content(first - 1);
    if (comma_before && first - sentence.begin >= 3) {
      push(mention, {sentence.begin, first});
      return;
    }
    if (last < sentence.end && opens_content(last) && sentence.end - last >= 3) push(mention, {last, sentence.end});
  }

  bool closes_content(std::size_t t) const {
    const auto form = analysis_.form(t);
    return form == "," || form == "\u201d" || form == "\"" || form == "''" || form == "?" || form == "!" ||
           form == "\u2014";
  }

  bool opens_content(std::size_t t) const {
    const auto form = analysis_.form(t);
    return form == ":" || form == "\u201c" || form == "\"" || form == "``" ||
           (form == "," && t + 1 < analysis_.size() && analysis_.quoted(t + 1));
  }

  // "accused the port of starting a fire …", "denied that claim": all that hangs on the verb behind it.
  void read_object(AttributionMention& mention, std::size_t verb, const Hit& hit) const {
    TokenIndex begin = 0, end = 0;
    for (const auto child : analysis_.children(verb)) {
      if (child < hit.token + hit.length) continue;
      const auto label = analysis_.token(child).deprel;
      const bool complement = label == Deprel::obj || label == Deprel::xcomp || label == Deprel::obl ||
                              label == Deprel::advcl || label == Deprel::conj;
      if (!complement || (label == Deprel::conj && is_cue(child))) continue;
      if (begin == 0) {
        if (label != Deprel::obj && label != Deprel::xcomp && label != Deprel::obl) continue;
        begin = analysis_.subtree(child).first;
      }
      if ((label == Deprel::advcl || label == Deprel::parataxis) && is_cue(child)) break;
      end = std::max(end, static_cast<TokenIndex>(analysis_.subtree(child).last + 1));
    }
    if (begin == 0 || end <= begin || begin < mention.cue_range.end) return;
    const auto range = trim({begin, end});
    if (range.begin < range.end) mention.content.push_back(range);
  }

  bool is_cue(std::size_t at) const {
    const Hit* hit = cue_at(at);
    return hit != nullptr && (*hit->row)[cue_pos] == "verb";
  }

  // ---- "according to"

  void read_according_to(AttributionMention& mention, const Hit& hit) const {
    const std::size_t after = hit.token + hit.length;
    const auto& sentence = analysis_.sentence(analysis_.sentence_of(hit.token));
    if (after >= sentence.end) return;
    // The phrase is the subtree of the noun that the preposition marks.
    std::size_t head = after;
    for (std::size_t t = after; t < sentence.end && t < after + 8; ++t) {
      const auto up = analysis_.token(hit.token).head;
      if (up == static_cast<std::int32_t>(t)) head = t;
    }
    auto range = analysis_.subtree(head);
    const TokenIndex begin = static_cast<TokenIndex>(after);
    TokenIndex end = std::max<TokenIndex>(range.last + 1, static_cast<TokenIndex>(head + 1));
    for (auto t = begin; t < end; ++t) {  // a comma ends it unless an apposition follows
      if (analysis_.form(t) == "," && t > head) {
        end = t;
        break;
      }
    }
    mention.source = {begin, end};
    push(mention, {sentence.begin, hit.token});
    push(mention, {end, sentence.end});
  }

  // ---- nouns: "reports that …", "his claim that …", "a statement saying …"

  void read_noun(AttributionMention& mention) const {
    for (const auto child : analysis_.children(mention.cue)) {
      const auto label = analysis_.token(child).deprel;
      if (label != Deprel::acl && label != Deprel::ccomp && label != Deprel::acl_relcl) continue;
      const auto range = analysis_.subtree(child);
      if (range.first <= mention.cue || !is_word(range.first, "that")) continue;
      // A relative clause has a gap where "that" stands; a content clause has its own subject.
      if (analysis_.token(range.first).deprel == Deprel::nsubj || analysis_.token(range.first).deprel == Deprel::obj ||
          analysis_.token(range.first).deprel == Deprel::nsubj_pass) {
        continue;
      }
      mention.content.push_back(trim({range.first, range.last + 1}));
      if (const auto source = sources_.of_noun(mention.cue)) mention.source = *source;
      return;
    }
    read_following_that(mention);
  }

  // "reports that …" where the tree hung the clause on the verb in front: the clause that this "that" opens.
  void read_following_that(AttributionMention& mention) const {
    const std::size_t that = mention.cue + 1u;
    if (that >= analysis_.size() || !is_word(that, "that") || analysis_.token(that).deprel != Deprel::mark ||
        analysis_.token(that).head < 0)
      return;
    const auto range = analysis_.subtree(static_cast<std::size_t>(analysis_.token(that).head));
    if (range.first != that) return;
    mention.content.push_back(trim({range.first, range.last + 1}));
    if (const auto source = sources_.of_noun(mention.cue)) mention.source = *source;
  }

  bool is_word(std::size_t at, std::string_view word) const {
    return at < analysis_.size() && fold(analysis_.form(at)) == word;
  }

  // ---- the learned model

  // What the model finds stands; of the rules' attributions those remain that lie inside the content of one of these
  // (the annotation that the model learned from marks the outermost alone).
  void prefer_learned(const AttributionModel& model) {
    const TokenAtoms atoms(analysis_, entities_, model);
    auto learned = find_learned(atoms, model);
    std::erase_if(learned, [&](const LearnedAttribution& each) {  // an adverb ("reportedly") hedges; it names nobody
      return analysis_.token(each.cue).upos == Upos::adv;
    });
    const std::size_t reach = reach_of(learned);
    std::erase_if(found_, [&](const AttributionMention& mention) {
      bool inside = false, known = false;
      const std::size_t cue = mention.cue;
      auto each = std::ranges::lower_bound(learned, cue > reach ? cue - reach : 0, {}, &LearnedAttribution::cue);
      for (; each != learned.end() && each->cue <= cue + reach; ++each) {
        known |= each->cue == cue || each->phrase.cue.holds(cue);
        inside |= std::ranges::any_of(each->content.ranges, [&](const TokenRange& range) { return range.holds(cue); });
      }
      return known || !(inside || rules_outweigh(mention, atoms, model));
    });
    found_.shrink_to_fit();
    // In front of those of the rules: a sort leaves attributions of one cue as they stand.
    std::vector<AttributionMention> merged;
    merged.reserve(learned.size() + found_.size());
    for (auto& each : learned) merged.push_back(mention_of(std::move(each)));
    std::ranges::move(found_, std::back_inserter(merged));
    found_ = std::move(merged);
    sort_by_cue(found_);
  }

  // No attribution reaches further from its cue than so many tokens.
  static std::size_t reach_of(const std::vector<LearnedAttribution>& learned) {
    std::size_t reach = 0;
    const auto take = [&](std::size_t cue, const TokenRange& range) {
      reach =
          std::max({reach, cue - std::min<std::size_t>(cue, range.begin), std::max<std::size_t>(cue, range.end) - cue});
    };
    for (const auto& each : learned) {
      take(each.cue, each.phrase.cue);
      for (const auto& range : each.content.ranges) take(each.cue, range);
    }
    return reach;
  }

  AttributionMention mention_of(LearnedAttribution&& learned) const {
    AttributionMention mention;
    mention.cue = static_cast<TokenIndex>(learned.cue);
    mention.cue_range = learned.phrase.cue;
    if (learned.phrase.source.begin < learned.phrase.source.end) mention.source = learned.phrase.source;
    mention.content = std::move(learned.content.ranges);
    mention.rule = AttributionRule::learned;
    mention.told_by = analysis_.lemma(learned.cue);
    const Hit* row = row_of(learned);
    if (row != nullptr) {
      mention.stance = stance_of((*row->row)[cue_stance]);
      mention.rule = AttributionRule::cue;
      mention.told_by = row->row->phrase();
    }
    const auto stance = mention.stance;
    if (is_negated(learned.cue) && (stance == Stance::confirms || stance == Stance::says || stance == Stance::claims ||
                                    stance == Stance::admits)) {
      mention.stance = Stance::declines;
    }
    mention.directness = directness_of(analysis_, mention);
    return mention;
  }

  // The cue row that covers the head of a learned cue.
  const Hit* row_of(const LearnedAttribution& learned) const {
    const auto first = std::min<std::size_t>(learned.phrase.cue.begin, learned.cue);
    for (auto at = first; at <= learned.cue; ++at) {
      const Hit* hit = cue_at(at);
      if (hit != nullptr && at + hit->length > learned.cue) return hit;
    }
    for (const Hit& hit : analysis_.hits_at(learned.cue))  // "denies", taken for a noun
      if (hit.row->table == Table::cues && (*hit.row)[cue_pos] == "verb") return &hit;
    return nullptr;
  }

  const Analysis& analysis_;
  const Entities& entities_;
  Sources sources_;
  std::vector<AttributionMention> found_;
};

}  // namespace

std::vector<AttributionMention> find_attributions(const Analysis& analysis, Entities& entities) {
  return AttributionReader(analysis, entities).read_all();
}

}  // namespace corroborate::extraction
