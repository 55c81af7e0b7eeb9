// Where the words around a date look: back or ahead.
#include "extract/dates/date_rules.h"

namespace corroborate::extraction {

using syntax::Upos;
using syntax::Xpos;

namespace {

// "will", "would", "to": the event lies ahead. Tense of an auxiliary's verb.
bool looks_ahead(const Analysis& analysis, std::size_t verb) {
  const auto lemma = analysis.lemma(verb);
  if (lemma == "will" || lemma == "shall" || lemma == "would" || lemma == "plan" || lemma == "schedule" ||
      lemma == "expect" || lemma == "due" || lemma == "payable" || lemma == "effective") {
    return true;
  }
  // A purpose ("a parade to mark the entry") is as far ahead as what it is the purpose of.
  const auto relation = analysis.token(verb).deprel;
  const bool purpose = relation == syntax::Deprel::acl || relation == syntax::Deprel::advcl;
  for (const TokenIndex child : analysis.children(verb)) {
    const auto word = analysis.lemma(child);
    if (child < verb &&
        (word == "will" || word == "shall" || word == "would" || (analysis.token(child).xpos == Xpos::to && !purpose)))
      return true;
  }
  return false;
}

// "a plan to meet on Friday"
bool is_plan(const Analysis& analysis, std::size_t noun) {
  const auto lemma = analysis.lemma(noun);
  return lemma == "plan" || lemma == "deadline" || lemma == "schedule" || lemma == "intention";
}

bool is_past(const Analysis& analysis, std::size_t verb) {
  const auto tag = analysis.token(verb).xpos;
  if (tag == Xpos::vbd) return true;
  for (const TokenIndex child : analysis.children(verb)) {
    const auto& aux = analysis.token(child);
    if (child < verb && aux.upos == Upos::aux && (aux.xpos == Xpos::vbd || analysis.lemma(child) == "have"))
      return true;
  }
  return false;
}

}  // namespace

// The verb that the date hangs on decides: ahead with a modal, "to" or a word of planning, back in a past tense, and
// the nearest where there is no verb or it stands in the present.
Direction direction_at(const Analysis& analysis, std::size_t token) {
  // "said Friday it would": what stands right before it is told first.
  if (token > 0 && same_sentence(analysis, token, token - 1) && analysis.token(token - 1).xpos == Xpos::vbd)
    return Direction::past;
  auto at = static_cast<std::int32_t>(token);
  for (int steps = 0; steps < 6 && at >= 0; ++steps, at = analysis.token(static_cast<std::size_t>(at)).head) {
    const auto place = static_cast<std::size_t>(at);
    const auto& word = analysis.token(place);
    const bool plans = (word.upos == Upos::adj && looks_ahead(analysis, place)) ||
                       (word.upos == Upos::noun && is_plan(analysis, place));
    if (word.upos != Upos::verb && word.upos != Upos::aux && !plans && !is_past(analysis, place)) continue;
    if (plans || looks_ahead(analysis, place)) return Direction::future;
    if (is_past(analysis, place)) return Direction::past;
    if (word.xpos == Xpos::vbn && word.deprel == syntax::Deprel::acl)
      return Direction::past;  // "the order issued Thursday"
    if (word.xpos == Xpos::vbn || word.xpos == Xpos::vbg) continue;
    return Direction::nearest;
  }
  return Direction::nearest;
}

}  // namespace corroborate::extraction
