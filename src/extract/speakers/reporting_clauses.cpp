// Finds the piece that holds a cue, then who speaks: in the same piece, behind the cue, or in pieces in front.
#include "extract/speakers/reporting_clauses.h"

#include <algorithm>
#include <optional>

#include "extract/reading/contexts.h"
#include "extract/speakers/cues.h"
#include "extract/speakers/pieces.h"
#include "extract/speakers/source_rate.h"

namespace corroborate::extraction {

namespace {

using syntax::Upos;
using syntax::Xpos;

constexpr TokenIndex farthest_quoting = 30;  // tokens from "as saying" back to "quoted"
constexpr int often_speaks = 2;              // class of LemmaClass::source
constexpr TokenIndex longest_content = 200;  // tokens to each side: no sentence of a newspaper is longer
constexpr TokenIndex shortest_content = 2;   // tokens
constexpr std::size_t most_appositions = 4;  // pieces behind the speaker that still tell who it is

class ReportingClauses {
 public:
  explicit ReportingClauses(const Analysis& analysis) : analysis_(analysis), pieces_(analysis) {}

  std::vector<AttributionMention> find() {
    for (const auto& sentence : analysis_.document().sentences) {
      sentence_ = &sentence;
      cut_ = nullptr;
      for (auto t = sentence.begin; t < sentence.end; ++t) read_at(t);
    }
    return std::move(found_);
  }

 private:
  void read_at(TokenIndex at) {
    const Hit* cue = nullptr;
    for (const Hit& hit : analysis_.hits_at(at)) {
      if (hit.row->table == Table::cues && (cue == nullptr || hit.length > cue->length)) cue = &hit;
    }
    const bool reckoning = analysis_.token(at).upos == Upos::noun && is_context(analysis_, at, "reckoning");
    if (cue == nullptr && !reckoning) return;
    if (cut_ == nullptr) cut_ = &pieces_.cut(*sentence_);
    const auto piece = pieces_.holding(at);
    if (!piece) return;
    if (reckoning && at + 1u == (*cut_)[*piece].end && read_reckoning(*piece, at)) return;
    if (cue != nullptr && (*cue->row)[cue_pos] == "adp")
      read_according_to(*piece, *cue);
    else if (cue != nullptr && (*cue->row)[cue_pos] == "verb" && !analysis_.quoted(at)) {
      if (!read_relayed(*piece, *cue) && !read_document(*piece, *cue) && !read_level(*piece, *cue) &&
          !read_that_clause(*piece, *cue))
        read_verb(*piece, *cue);
    }
  }

  // ---- verbs

  // Finite: "said", "says", "have said", "now believe"; behind a plural a form that was taken for a noun ("researchers
  // at the institute report").
  bool is_finite(const Hit& hit, TokenIndex first, TokenRange piece) const {
    const auto& token = analysis_.token(hit.token);
    if (token.xpos == Xpos::vbd || token.xpos == Xpos::vbz || token.xpos == Xpos::vbp) return true;
    if (token.xpos == Xpos::vbn) return has_auxiliary(first, hit.token) || is_past(hit, piece);
    if (token.xpos == Xpos::vb) return first == hit.token && is_plural({piece.begin, first});
    if (is_third_person(hit.token)) {
      const auto& before = analysis_.token(hit.token - 1);
      return hit.token + hit.length == piece.end && opens_with_determiner(piece.begin) &&
             (before.xpos == Xpos::nn || before.upos == Upos::propn);
    }
    return token.xpos == Xpos::nn && hit.token + hit.length == piece.end && is_behind_plural(hit.token, piece.begin);
  }

  // A participle that must be a past tense: of a verb with a hearer, behind a noun that speaks, or with nothing behind
  // it at the end of the sentence ("…, the port's master confirmed.").
  bool is_past(const Hit& hit, TokenRange piece) const {
    if ((*hit.row)[cue_frame] == "hearer") return true;
    if ((*hit.row)[cue_frame] != "any" || hit.token == piece.begin) return false;
    const bool closes =
        hit.token + hit.length == piece.end && piece.end + 1u >= sentence_->end && opens_with_determiner(piece.begin);
    return closes || can_say(hit.token - 1);
  }

  bool has_auxiliary(TokenIndex first, TokenIndex verb) const {
    for (auto t = first; t < verb; ++t)
      if (analysis_.token(t).upos == Upos::aux) return true;
    return false;
  }

  // "alleges", taken for a plural.
  bool is_third_person(TokenIndex at) const {
    const auto form = analysis_.form(at);
    return analysis_.token(at).xpos == Xpos::nns && form.size() == analysis_.lemma(at).size() + 1 &&
           form.ends_with('s');
  }

  bool opens_with_determiner(TokenIndex at) const {
    const auto lemma = analysis_.lemma(at);
    if (lemma == "all" || lemma == "that" || lemma == "these" || lemma == "those" || lemma == "both") return false;
    return analysis_.token(at).upos == Upos::det || analysis_.token(at).xpos == Xpos::prp_poss ||
           analysis_.token(at).upos == Upos::propn;
  }

  // A noun in front of a participle that is known to speak: "the bank reported on Thursday", not "the figures
  // reported".
  bool can_say(TokenIndex noun) const {
    return analysis_.token(noun).upos == Upos::propn || source_rate(analysis_, noun) >= often_speaks;
  }

  bool is_behind_plural(TokenIndex at, TokenIndex begin) const {
    if (at == begin || (analysis_.token(at - 1).xpos != Xpos::nns && analysis_.token(at - 1).upos != Upos::propn))
      return false;
    for (auto t = begin; t < at; ++t)
      if (analysis_.token(t).upos == Upos::noun) return analysis_.token(t).xpos == Xpos::nns;
    return false;
  }

  TokenIndex before_auxiliaries(TokenIndex verb, TokenIndex begin) const {
    while (verb > begin && (analysis_.token(verb - 1).upos == Upos::aux || analysis_.token(verb - 1).upos == Upos::adv))
      --verb;
    return verb;
  }

  void read_verb(std::size_t number, const Hit& hit) {
    const TokenRange piece = (*cut_)[number];
    const TokenIndex first = before_auxiliaries(hit.token, piece.begin), after = hit.token + hit.length;
    if (number == 0 || !is_finite(hit, first, piece)) return;
    const bool hearer = (*hit.row)[cue_frame] == "hearer";
    const bool by = after < piece.end && analysis_.lemma(after) == "by";
    if (by || is_negative_or_passive(first, hit.token) || is_first_person(piece.begin)) return;
    TokenRange source{};
    std::size_t last = number;  // the last piece that belongs to the reporting clause
    if (first > piece.begin) {
      if (pieces_.is_nominal({piece.begin, first}) && pieces_.is_adjunct({after, piece.end}, hearer))
        source = {piece.begin, first};
    } else if (after < piece.end && pieces_.is_nominal({after, piece.end})) {
      source = pieces_.without_day({after, piece.end});
      last = with_appositions(number, source);
      if (!speaks_behind(number, last, hit)) source = {};
    } else if (pieces_.is_adjunct({after, piece.end}, hearer)) {
      source = in_front(number);
    }
    if (source.begin == source.end) return;
    const TokenIndex begin = std::min(source.begin, piece.begin);
    add(hit, source, {first, after}, {begin, (*cut_)[last].end});
  }

  // "The prosecution alleges that …": where the verb was taken for a noun and "that" for a relative pronoun.
  bool read_that_clause(std::size_t number, const Hit& hit) {
    const TokenRange piece = (*cut_)[number];
    const TokenIndex that = hit.token + hit.length;
    const auto tag = analysis_.token(hit.token).xpos;
    const bool verb = tag == Xpos::vbd || tag == Xpos::vbz || tag == Xpos::vbp || tag == Xpos::vb;
    if (!(verb || analysis_.token(hit.token).upos == Upos::noun) || that + 2u >= sentence_->end ||
        !opens_content(hit, that))
      return false;
    const bool plural = tag == Xpos::nns;
    const TokenIndex first = before_auxiliaries(hit.token, piece.begin);
    const TokenRange source{piece.begin, first};
    if (!pieces_.is_nominal(source) || !opens_phrase(source)) return false;
    if (verb && tag != Xpos::vb) {
      if (!is_negative_or_passive(first, hit.token)) push(hit, source, {first, that}, {that, sentence_->end});
      return true;
    }
    if (analysis_.token(that + 1).upos == Upos::aux || analysis_.token(that + 1).upos == Upos::verb) return false;
    if (analysis_.token(hit.token - 1).upos == Upos::adp) return false;
    if (plural ? !is_third_person(hit.token) || analysis_.token(hit.token - 1).upos == Upos::adj : !is_plural(source))
      return false;
    push(hit, source, {first, that}, {that, sentence_->end});
    return true;
  }

  // "that", or what is denied or owned up to: "denies taking …".
  bool opens_content(const Hit& hit, TokenIndex at) const {
    const bool of_deed = (*hit.row)[cue_stance] == "denies" || (*hit.row)[cue_stance] == "admits";
    return analysis_.lemma(at) == "that" || (of_deed && analysis_.token(at).xpos == Xpos::vbg);
  }

  // Not "her claims", "fresh allegations": at least a determiner and a noun, or a name.
  bool opens_phrase(TokenRange source) const {
    return analysis_.token(source.end - 1).xpos != Xpos::pos && pieces_.has_noun(source) &&
           analysis_.token(source.end - 1).xpos != Xpos::prp_poss;
  }

  bool is_plural(TokenRange range) const {
    for (auto t = range.begin; t < range.end; ++t)
      if (analysis_.token(t).upos == Upos::noun) return analysis_.token(t).xpos == Xpos::nns;
    return false;
  }

  // "the port, whose website lists nine piers": a document speaks for its owner.
  bool read_document(std::size_t number, const Hit& hit) {
    const TokenRange piece = (*cut_)[number];
    if (number == 0 || analysis_.token(piece.begin).xpos != Xpos::wp_poss || hit.token < piece.begin + 2 ||
        hit.token + 1u >= piece.end)
      return false;
    const TokenIndex document = hit.token - 1;
    const Hit* noun = analysis_.longest(Table::cues, document);
    if (!is_context(analysis_, document, "outlet") && (noun == nullptr || (*noun->row)[cue_pos] != "noun"))
      return false;
    TokenRange owner{piece.begin - 1, piece.begin - 1};
    while (owner.begin > sentence_->begin && pieces_.is_nominal({owner.begin - 1, owner.end})) --owner.begin;
    if (owner.begin < owner.end)
      push(hit, owner, {hit.token, hit.token + hit.length}, {hit.token + hit.length, piece.end});
    return owner.begin < owner.end;
  }

  // "The port put the number of dockers at nine."
  bool read_level(std::size_t number, const Hit& hit) {
    const TokenRange piece = (*cut_)[number];
    if (analysis_.lemma(hit.token) != "put") return false;
    const TokenIndex first = before_auxiliaries(hit.token, piece.begin);
    TokenRange source{piece.begin, first};
    if (source.begin == source.end) source = in_front(number);
    if (source.begin == source.end ||
        !pieces_.is_nominal({source.begin, std::min(source.end, (*cut_)[*pieces_.holding(source.begin)].end)}))
      return true;
    for (auto t = hit.token + 2; t + 1 < piece.end; ++t) {
      if (analysis_.lemma(t) != "at" || !has_number({t + 1, std::min<TokenIndex>(t + 5, piece.end)})) continue;
      push(hit, source, {first, hit.token + 1}, {hit.token + 1, piece.end});
      return true;
    }
    return true;  // "put pressure on": no saying
  }

  bool has_number(TokenRange range) const {
    for (auto t = range.begin; t < range.end; ++t)
      if (analysis_.token(t).upos == Upos::num) return true;
    return false;
  }

  // "State TV quoted the minister, Ida Holm, as saying on Sunday that …": the one quoted speaks inside what the other
  // says.
  bool read_relayed(std::size_t number, const Hit& hit) {
    if (hit.token <= sentence_->begin + 2 || analysis_.lemma(hit.token - 1) != "as" ||
        analysis_.token(hit.token).xpos != Xpos::vbg)
      return false;
    const Hit* quoting = nullptr;
    for (auto t = hit.token - 1; t > sentence_->begin && hit.token - t < farthest_quoting && quoting == nullptr; --t) {
      const Hit* cue = analysis_.longest(Table::cues, t - 1);
      if (cue != nullptr && is_context(analysis_, t - 1, "quoting")) quoting = cue;
    }
    if (quoting == nullptr) return false;
    const TokenIndex after = quoting->token + quoting->length;
    TokenRange source{after, hit.token - 1};
    trim(source);
    if (source.begin >= source.end) return false;
    TokenIndex content = hit.token + hit.length;
    for (auto t = content; t < (*cut_)[number].end && t < content + 12; ++t)
      if (analysis_.lemma(t) == "that") content = t;
    push(hit, source, {hit.token, hit.token + hit.length}, {content, sentence_->end});
    const auto outer = pieces_.holding(quoting->token);
    if (!outer) return true;
    const TokenIndex first = before_auxiliaries(quoting->token, (*cut_)[*outer].begin);
    TokenRange teller{(*cut_)[*outer].begin, first};
    if (teller.begin == teller.end) teller = in_front(*outer);
    if (teller.begin < teller.end && (*outer == 0 || pieces_.is_nominal(teller)))
      push(*quoting, teller, {first, after}, {after, sentence_->end});
    return true;
  }

  void push(const Hit& hit, TokenRange source, TokenRange cue, TokenRange content) {
    content.end = std::min(content.end, content.begin + longest_content);
    AttributionMention mention = mention_of(hit, source, cue);
    if (trim(content)) mention.content = {content};
    if (!mention.content.empty()) found_.push_back(std::move(mention));
  }

  bool is_negative_or_passive(TokenIndex first, TokenIndex verb) const {
    for (auto t = first; t < verb; ++t) {
      const auto lemma = analysis_.lemma(t);
      if (lemma == "not" || lemma == "n't" || lemma == "never" ||
          (lemma == "be" && analysis_.token(verb).xpos == Xpos::vbn))
        return true;
    }
    return false;
  }

  // "you know", "I think": ways of speaking, not of reporting.
  bool is_first_person(TokenIndex at) const {
    const auto form = fold(analysis_.form(at));
    return form == "i" || form == "we" || form == "you";
  }

  // ", said the mayor." and "The footbridge, says its designer, Ida Holm, weighs …": behind a quotation, a clause that
  // is whole, or a subject whose verb comes behind; never where a hearer stands.
  bool speaks_behind(std::size_t number, std::size_t last, const Hit& hit) const {
    const TokenIndex after = hit.token + hit.length, end = (*cut_)[number].end;
    if ((*hit.row)[cue_frame] == "hearer" || (*hit.row)[cue_stance] != "says" || !may_follow_verb(after, end))
      return false;
    if (follows_quotation(number)) return true;
    const TokenRange before = (*cut_)[number - 1];
    if (holds_relative(before)) return false;
    const TokenRange subject = in_front(number);
    if (last + 1 == cut_->size()) return subject.begin == subject.end && pieces_.has_verb(before);
    return analysis_.lemma(hit.token) == "say" && pieces_.opens_with_verb((*cut_)[last + 1]);
  }

  // Not "put it", "said he “…": a pronoun stands there alone, and no object does.
  bool may_follow_verb(TokenIndex after, TokenIndex end) const {
    const bool closed = end >= sentence_->end || analysis_.form(end) == "," || analysis_.form(end) == ".";
    const auto form = fold(analysis_.form(after));
    const bool object =
        form == "it" || form == "them" || form == "him" || form == "her" || form == "us" || form == "me";
    return closed && !object && (analysis_.token(after).xpos != Xpos::prp || after + 1 == end);
  }

  bool holds_relative(TokenRange piece) const {
    for (auto t = piece.begin; t < piece.end; ++t)
      if (analysis_.token(t).xpos == Xpos::wp || analysis_.token(t).xpos == Xpos::wdt) return true;
    return false;
  }

  bool follows_quotation(std::size_t number) const {
    const TokenIndex before = (*cut_)[number].begin - 1;
    return is_quotation_mark(analysis_.form(before)) || (before > 0 && is_quotation_mark(analysis_.form(before - 1)));
  }

  // "the governor, Ida Holm", "Ida Holm, a baker, who runs the shop": takes the pieces behind into the source.
  std::size_t with_appositions(std::size_t number, TokenRange& source) const {
    std::size_t last = number;
    if (source.end != (*cut_)[number].end) return last;
    while (last + 1 < cut_->size() && last < number + most_appositions) {
      const TokenRange next = (*cut_)[last + 1];
      if (analysis_.form(next.begin - 1) != "," || !(is_apposition(next) || pieces_.is_relative(next))) break;
      source.end = next.end;
      ++last;
    }
    return last;
  }

  // "a baker", "Ida Holm", not a verb that was taken for a plural: "weighs nine tonnes".
  bool is_apposition(TokenRange piece) const {
    const auto& first = analysis_.token(piece.begin);
    return pieces_.is_nominal(piece) && first.xpos != Xpos::nns;
  }

  // "the harbour master, Ida Holm, who had been up since dawn, said": pieces in front of a verb that stands alone.
  TokenRange in_front(std::size_t number) const {
    std::size_t at = number;
    if (at > 0 && (pieces_.is_relative((*cut_)[at - 1]) || opens_with_participle((*cut_)[at - 1]))) --at;
    TokenRange source{};
    for (std::size_t taken = 0; taken < 2 && at > 0; ++taken) {
      const TokenRange piece = (*cut_)[at - 1];
      if (!pieces_.is_nominal(piece) || analysis_.form(piece.end) != ",") break;
      source = {piece.begin, (*cut_)[number].begin - 1};
      --at;
    }
    return source;
  }

  // "published on Friday", "speaking on condition of anonymity"
  bool opens_with_participle(TokenRange piece) const {
    const auto tag = analysis_.token(piece.begin).xpos;
    return (tag == Xpos::vbn || tag == Xpos::vbg) && !pieces_.has_finite_verb(piece);
  }

  // ---- "according to", "by her account"

  void read_according_to(std::size_t number, const Hit& hit) {
    const TokenRange piece = (*cut_)[number];
    TokenRange source{hit.token + hit.length, piece.end};
    if (!pieces_.is_nominal(source)) return;
    source = pieces_.without_day(source);
    const std::size_t last = named_behind(number) ? with_appositions(number, source) : number;
    add(hit, source, {hit.token, hit.token + hit.length}, {hit.token, (*cut_)[last].end});
  }

  // The next piece is a name: "the local MP, Ida Holm,".
  bool named_behind(std::size_t number) const {
    if (number + 1 >= cut_->size()) return false;
    const TokenRange next = (*cut_)[number + 1];
    return pieces_.is_nominal(next) && analysis_.token(next.begin).upos == Upos::propn &&
           (number + 2 < cut_->size() || next.end + 1 >= sentence_->end);
  }

  // "by the union's count", "on the port's own figures": a preposition, an owner, what it reckons.
  bool read_reckoning(std::size_t number, TokenIndex noun) {
    const TokenRange piece = (*cut_)[number];
    if (analysis_.token(piece.begin).upos != Upos::adp) return false;
    TokenIndex owner = noun;
    while (owner > piece.begin + 1 && analysis_.token(owner - 1).xpos != Xpos::pos && owner + 2u > noun) --owner;
    if (analysis_.token(owner - 1).xpos != Xpos::pos || !pieces_.is_nominal({piece.begin + 1, owner - 1})) return false;
    AttributionMention mention;
    mention.cue = noun;
    mention.cue_range = {owner, noun + 1};
    mention.source = {piece.begin + 1, owner - 1};
    mention.rule = AttributionRule::reckoning;
    mention.told_by = analysis_.lemma(noun);
    finish(std::move(mention), piece);
    return true;
  }

  // ---- content

  void add(const Hit& hit, TokenRange source, TokenRange cue, TokenRange clause) {
    finish(mention_of(hit, source, cue), clause);
  }

  static AttributionMention mention_of(const Hit& hit, TokenRange source, TokenRange cue) {
    AttributionMention mention;
    mention.cue = hit.token;
    mention.cue_range = cue;
    mention.source = source;
    mention.stance = stance_of((*hit.row)[cue_stance]);
    mention.told_by = hit.row->phrase();
    return mention;
  }

  // What stands in front of the clause and, where it is set into a sentence, what goes on behind it. Where one side is
  // a quotation that meets the clause, that side alone: "Asked about it, she replied: …", "…," he said, pulling up a
  // chair.
  void finish(AttributionMention mention, TokenRange clause) {
    const TokenIndex first = clause.begin > longest_content ? clause.begin - longest_content : 0;
    TokenRange front{std::max(sentence_->begin, first), clause.begin},
        behind{clause.end, std::min(sentence_->end, clause.end + longest_content)};
    const bool has_front = trim(front) && !joins_clause(analysis_, front.end - 1);  // "… because, the guard said, he …"
    const bool whole = has_front && pieces_.has_verb(front);
    const bool has_behind = trim(behind) && goes_on(behind) && behind.end - behind.begin >= shortest_content;
    const bool quoted_front =
        has_front && (analysis_.quoted(front.end - 1) || is_quotation_mark(analysis_.form(front.end - 1)));
    const bool quoted_behind =
        has_behind && (analysis_.quoted(behind.begin) || is_quotation_mark(analysis_.form(behind.begin)));
    if (has_front && (quoted_front || !quoted_behind)) mention.content.push_back(front);
    const bool completes = !whole || mention.rule == AttributionRule::reckoning || pieces_.opens_with_verb(behind) ||
                           (has_behind && analysis_.lemma(behind.begin) == "that");
    if (has_behind && (quoted_behind || (!quoted_front && completes))) mention.content.push_back(behind);
    if (mention.content.empty() || (!has_behind && !quoted_front && !whole)) return;
    found_.push_back(std::move(mention));
  }

  // Not ", adding that …", ", but the road stayed shut": other clauses.
  bool goes_on(TokenRange behind) const {
    if (analysis_.quoted(behind.begin)) return true;
    if (joins_clause(analysis_, behind.begin) && analysis_.lemma(behind.begin) != "that") return false;
    if (pieces_.is_relative(behind) || analysis_.token(behind.begin).xpos == Xpos::vbg ||
        analysis_.token(behind.begin).xpos == Xpos::wrb)
      return false;
    return analysis_.longest(Table::cues, behind.begin) == nullptr || analysis_.token(behind.begin).upos != Upos::adp;
  }

  // Takes commas, dashes and full stops off both ends; whether anything is left.
  bool trim(TokenRange& range) const {
    const auto is_edge = [&](std::size_t t) {
      const auto form = analysis_.form(t);
      return form == "," || form == "." || form == ":" || form == ";" || form == "\u2014" || form == "\u2013" ||
             form == "-";
    };
    while (range.begin < range.end && is_edge(range.begin)) ++range.begin;
    while (range.end > range.begin && is_edge(range.end - 1)) --range.end;
    return range.begin < range.end;
  }

  const Analysis& analysis_;
  Pieces pieces_;
  const syntax::Sentence* sentence_ = nullptr;
  const std::vector<TokenRange>* cut_ = nullptr;  // null until a cue asks for the pieces of this sentence
  std::vector<AttributionMention> found_;
};

}  // namespace

std::vector<AttributionMention> find_reporting_clauses(const Analysis& analysis) {
  return ReportingClauses(analysis).find();
}

}  // namespace corroborate::extraction
