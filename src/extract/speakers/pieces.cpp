// Cuts sentences into pieces and judges them by their words.
#include "extract/speakers/pieces.h"

#include <algorithm>

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;
using syntax::Xpos;

constexpr TokenIndex longest_phrase = 24;  // tokens of a speaker with all that hangs on it
constexpr TokenIndex longest_look = 120;   // tokens in which a clause has shown its verb

bool is_mark(std::string_view form) {
  return form == "," || form == ":" || form == ";" || form == "\u2014" || form == "\u2013" || form == "--" ||
         form == "." || form == "?" || form == "!" || is_quotation_mark(form);
}

bool is_wh(const syntax::Token& token) {
  return token.xpos == Xpos::wdt || token.xpos == Xpos::wp || token.xpos == Xpos::wp_poss || token.xpos == Xpos::wrb;
}

bool opens_with_capital(std::string_view form) { return form.front() >= 'A' && form.front() <= 'Z'; }

// A verb that some subject of its own makes finite; the tagger often takes a participle behind a noun for a past tense.
bool is_finite(const Analysis& analysis, std::size_t t, TokenRange range) {
  const auto& token = analysis.token(t);
  if (token.upos == Upos::aux || token.xpos == Xpos::md) return true;
  if (token.upos != Upos::verb) return false;
  if (token.xpos == Xpos::vbz || token.xpos == Xpos::vbp) return true;
  return token.xpos == Xpos::vbd && std::ranges::any_of(analysis.children(t), [&](TokenIndex child) {
           const auto label = analysis.token(child).deprel;
           return range.holds(child) && (label == Deprel::nsubj || label == Deprel::nsubj_pass);
         });
}

}  // namespace

bool is_quotation_mark(std::string_view form) {
  return form == "\"" || form == "\u201c" || form == "\u201d" || form == "``" || form == "''" || form == "\u00ab" ||
         form == "\u00bb";
}

bool joins_clause(const Analysis& analysis, std::size_t token) {
  const auto tag = analysis.token(token).upos;
  return tag == Upos::cconj || tag == Upos::sconj || analysis.token(token).deprel == Deprel::mark;
}

const std::vector<TokenRange>& Pieces::cut(const syntax::Sentence& sentence) {
  if (cut_begin_ == sentence.begin && cut_end_ == sentence.end) return pieces_;
  cut_begin_ = sentence.begin;
  cut_end_ = sentence.end;
  pieces_.clear();
  TokenIndex begin = sentence.begin;
  for (auto t = sentence.begin; t <= sentence.end; ++t) {
    if (t < sentence.end && !is_mark(analysis_.form(t))) continue;
    if (begin < t) pieces_.push_back({begin, t});
    begin = t + 1;
  }
  return pieces_;
}

std::optional<std::size_t> Pieces::holding(std::size_t token) const {
  const auto found = std::ranges::upper_bound(pieces_, token, {}, &TokenRange::end);
  if (found == pieces_.end() || !found->holds(token)) return std::nullopt;
  return static_cast<std::size_t>(found - pieces_.begin());
}

bool Pieces::has_noun(TokenRange range) const {
  for (auto t = range.begin; t < range.end; ++t) {
    const auto& token = analysis_.token(t);
    if (token.upos == Upos::noun || token.upos == Upos::propn || token.upos == Upos::pron) return true;
    if (token.upos == Upos::adj && t > range.begin && t + 1 == range.end &&
        analysis_.token(range.begin).upos == Upos::det)
      return true;  // "the accused"
  }
  return false;
}

bool Pieces::has_finite_verb(TokenRange range) const {
  range.end = std::min(range.end, range.begin + longest_look);
  for (auto t = range.begin; t < range.end; ++t)
    if (is_finite(analysis_, t, range)) return true;
  return false;
}

bool Pieces::has_verb(TokenRange range) const {
  range.end = std::min(range.end, range.begin + longest_look);
  for (auto t = range.begin; t < range.end; ++t) {
    const auto& token = analysis_.token(t);
    if (token.upos == Upos::aux || (token.upos == Upos::verb && token.xpos != Xpos::vbg && token.xpos != Xpos::vb))
      return true;
  }
  return false;
}

bool Pieces::opens_with_verb(TokenRange range) const {
  if (range.begin >= range.end) return false;
  const auto& first = analysis_.token(range.begin);
  if (first.upos == Upos::aux || first.xpos == Xpos::vbz || first.xpos == Xpos::vbd || first.xpos == Xpos::vbp ||
      first.xpos == Xpos::md)
    return true;
  if (first.xpos != Xpos::nns || analysis_.form(range.begin).size() != analysis_.lemma(range.begin).size() + 1 ||
      range.begin + 1 >= range.end)
    return false;
  const auto next = analysis_.token(range.begin + 1).upos;
  return next == Upos::num || next == Upos::det;
}

bool Pieces::is_nominal(TokenRange range) const {
  if (range.begin >= range.end || range.end - range.begin > longest_phrase || !has_noun(range)) return false;
  const auto& first = analysis_.token(range.begin);
  const bool title = range.begin + 1 < range.end && analysis_.token(range.begin + 1).upos == Upos::propn &&
                     (first.upos == Upos::sconj || first.upos == Upos::verb || first.upos == Upos::adv) &&
                     opens_with_capital(analysis_.form(range.begin)) &&
                     range.begin != analysis_.sentence(analysis_.sentence_of(range.begin)).begin;
  if (title) return is_nominal({range.begin + 1, range.end});  // "Chief Ida Holm", whatever "Chief" was taken for
  if (first.upos == Upos::adp || first.upos == Upos::adv || first.upos == Upos::verb || first.upos == Upos::sconj ||
      first.upos == Upos::cconj)
    return false;
  if (first.upos == Upos::pron && range.end - range.begin > 1 && first.xpos == Xpos::prp) return false;
  for (auto t = range.begin; t < range.end; ++t) {
    const auto& token = analysis_.token(t);
    if (is_wh(token) || token.upos == Upos::aux || token.upos == Upos::sconj || token.xpos == Xpos::to) return false;
    if (t > range.begin && token.upos == Upos::det && analysis_.token(t - 1).upos == Upos::noun &&
        token.xpos == Xpos::dt)
      return false;  // "a plan the port"
    if (t > range.begin && token.upos == Upos::pron && token.xpos == Xpos::prp &&
        analysis_.token(t - 1).upos != Upos::adp)
      return false;  // "all that she"
    if (token.upos == Upos::verb && (t == range.begin || is_finite(analysis_, t, range))) return false;
    if (token.upos == Upos::punct && analysis_.form(t) != "-") return false;
  }
  return true;
}

bool Pieces::is_relative(TokenRange range) const {
  return range.begin < range.end && is_wh(analysis_.token(range.begin)) &&
         analysis_.token(range.begin).xpos != Xpos::wrb;
}

bool Pieces::is_adjunct(TokenRange range, bool takes_hearer) const {
  if (range.begin == range.end) return true;
  const auto& first = analysis_.token(range.begin);
  const bool late = first.upos == Upos::adj && range.begin + 1u < range.end &&
                    analysis_.longest(Table::calendar, range.begin + 1u) != nullptr;  // "late Sunday"
  const bool loose = late || first.upos == Upos::adp || first.upos == Upos::adv ||
                     analysis_.longest(Table::calendar, range.begin) != nullptr ||
                     (first.upos == Upos::part && first.xpos == Xpos::rp);
  const bool hearer =
      takes_hearer && (first.upos == Upos::det || first.upos == Upos::noun || first.upos == Upos::propn ||
                       first.upos == Upos::pron || first.upos == Upos::adj || first.upos == Upos::num);
  if (!loose && !hearer) return false;
  if (analysis_.token(range.begin).deprel == Deprel::mark || analysis_.lemma(range.begin) == "that") return false;
  for (auto t = range.begin; t < range.end; ++t)
    if (is_wh(analysis_.token(t)) || analysis_.token(t).deprel == Deprel::mark || analysis_.token(t).xpos == Xpos::vb)
      return false;
  return !has_finite_verb(range);
}

TokenRange Pieces::without_day(TokenRange range) const {
  for (auto t = range.begin + 1; t < range.end; ++t) {
    const bool named = analysis_.form(t) == "Today";  // a newspaper
    const bool day = !named && analysis_.longest(Table::calendar, t) != nullptr && analysis_.token(t).upos != Upos::adj;
    if (!day && analysis_.token(t).upos != Upos::adp) continue;
    auto next = t;
    while (next + 1 < range.end && (analysis_.token(next).upos == Upos::adp || analysis_.token(next).upos == Upos::det))
      ++next;
    const Hit* cue = analysis_.longest(Table::cues, next);
    const bool document = cue != nullptr && (*cue->row)[1] == "noun" && analysis_.lemma(t) == "in";
    if (day || document || (analysis_.longest(Table::calendar, next) != nullptr && next > t)) return {range.begin, t};
  }
  return range;
}

}  // namespace corroborate::extraction
