// Finds a verb of saying, a day and the beginning of a clause in a row.
#include "extract/reading/saying_days.h"

#include <optional>

#include "extract/reading/contexts.h"

namespace corroborate::extraction {

namespace {

using syntax::Deprel;
using syntax::Upos;

constexpr int longest_climb = 6;  // arcs from the word in front of the day to the verb: "in a statement to staff"

// "Monday", "today", "yesterday": days on which something may have been said.
bool is_day(const Analysis& analysis, std::size_t token) {
  if (calendar_hit(analysis, token, "weekday") != nullptr) return true;
  const Hit* today = calendar_hit(analysis, token, "today");
  return today != nullptr && (today->row->phrase() == "today" || today->row->phrase() == "yesterday");
}

bool is_saying(const Analysis& analysis, std::size_t token) {
  constexpr std::size_t pos_column = 1, frame_column = 3;
  if (analysis.token(token).upos != Upos::verb) return false;
  const Hit* cue = analysis.longest(Table::cues, token);
  return cue != nullptr && (*cue->row)[pos_column] == "verb" && (*cue->row)[frame_column] != "object";
}

// The verb of saying that the words right before `end` belong to: "said", "told reporters", "said in a statement".
std::optional<std::size_t> saying_before(const Analysis& analysis, std::size_t end) {
  if (end == 0) return std::nullopt;
  const auto sentence = analysis.sentence_of(end);
  std::size_t at = end - 1;
  for (int steps = 0; steps < longest_climb && analysis.sentence_of(at) == sentence; ++steps) {
    if (is_saying(analysis, at)) return at;
    const auto head = analysis.token(at).head;
    if (head < 0 || static_cast<std::size_t>(head) >= end) break;
    at = static_cast<std::size_t>(head);
  }
  return std::nullopt;
}

// A clause may begin here, and its subject is not the day in front: "the man was held", not "is a holiday", "'s march".
bool begins_clause(const Analysis& analysis, std::size_t token) {
  switch (analysis.token(token).upos) {
    case Upos::det:
    case Upos::pron:
    case Upos::num:
    case Upos::noun:
    case Upos::propn:
    case Upos::adj:
      return true;
    default:
      return false;
  }
}

bool is_nominal(const Analysis& analysis, std::size_t token) {
  const auto tag = analysis.token(token).upos;
  return tag == Upos::noun || tag == Upos::propn || tag == Upos::pron || tag == Upos::num;
}

bool is_subject(Deprel label) { return label == Deprel::nsubj || label == Deprel::nsubj_pass; }

class SayingDay {
 public:
  SayingDay(const Analysis& analysis, std::size_t day) : analysis_(analysis), begin_(day), end_(day + 1) {
    if (calendar_hit(analysis, end_, "part") != nullptr) ++end_;
    const auto sentence = analysis.sentence_of(day);
    const auto is_front = [&](std::string_view word) {
      return begin_ > 0 && analysis.sentence_of(begin_ - 1) == sentence && word_is(analysis, begin_ - 1, word);
    };
    if (is_front("late") || is_front("early")) --begin_;
    if (is_front("on")) --begin_, preposition_ = true;
  }

  void add_to(std::vector<Rehung>& changes) const {
    const std::size_t top = top_of_phrase();
    const auto head = analysis_.token(top).head;
    if (head < 0 || static_cast<std::size_t>(head) < end_ || !is_free(top)) return;
    const auto verb = saying_before(analysis_, begin_);
    if (!verb || analysis_.dominates(top, *verb)) return;
    changes.push_back({static_cast<TokenIndex>(top), static_cast<TokenIndex>(*verb),
                       preposition_ ? Deprel::obl : Deprel::obl_unmarked});
    // "Monday" was the subject, and "the man" hung on it.
    bool wants_subject = is_subject(analysis_.token(top).deprel);
    for (const auto child : analysis_.children(top)) {
      if (child < end_) continue;
      const bool subject = wants_subject && is_nominal(analysis_, child);
      changes.push_back({child, static_cast<TokenIndex>(head),
                         subject ? analysis_.token(top).deprel : analysis_.token(child).deprel});
      wants_subject &= !subject;
    }
  }

 private:
  std::size_t top_of_phrase() const {
    for (std::size_t t = begin_; t < end_; ++t) {
      const auto head = analysis_.token(t).head;
      const bool inside =
          head >= 0 && begin_ <= static_cast<std::size_t>(head) && static_cast<std::size_t>(head) < end_;
      if (!inside && is_nominal(analysis_, t)) return t;
    }
    return end_ - 1;
  }

  // Not the first word of a longer noun ("said Sunday schools were closed"); before a name it is none.
  bool is_free(std::size_t top) const {
    if (!same_sentence(analysis_, top, end_) || !begins_clause(analysis_, end_)) return false;
    const auto label = analysis_.token(top).deprel;
    const bool inner = label == Deprel::compound || label == Deprel::amod || label == Deprel::nmod_poss;
    const auto next = analysis_.token(end_).upos;
    return !inner || (next != Upos::noun && next != Upos::adj);
  }

  const Analysis& analysis_;
  std::size_t begin_, end_;  // "on Monday night"
  bool preposition_ = false;
};

}  // namespace

std::vector<Rehung> days_of_saying(const Analysis& analysis) {
  std::vector<Rehung> changes;
  for (std::size_t t = 1; t < analysis.size(); ++t)
    if (is_day(analysis, t)) SayingDay(analysis, t).add_to(changes);
  return changes;
}

}  // namespace corroborate::extraction
