// Looks at the line around a date, and at the words that it hangs on.
#include "extract/dates/date_lines.h"

#include <algorithm>
#include <array>

#include "extract/reading/contexts.h"

namespace corroborate::extraction {

namespace {

using syntax::Upos;
using syntax::Xpos;

constexpr std::size_t line_words = 14;  // a line that dates an article is short

bool is_dash(std::string_view form) { return form == "-" || form == "--" || form == "\u2013" || form == "\u2014"; }

// "Published", "Updated" tell when it was written; any other verb tells of something else.
bool tells_something(const Analysis& analysis, const syntax::Sentence& sentence) {
  for (auto t = sentence.begin; t < sentence.end; ++t)
    if (is_verb(analysis, t) && !is_context(analysis, t, "stamp")) return true;
  return false;
}

// "on April 24, 2013", and nothing else in the line.
bool is_whole_line(const Analysis& analysis, const DateMention& mention, const syntax::Sentence& sentence) {
  std::size_t end = mention.end;
  while (end < sentence.end && analysis.token(end).upos == Upos::punct) ++end;
  return mention.begin == sentence.begin + 1u && end == sentence.end && folds_to(analysis.form(sentence.begin), "on");
}

// "on Oct. 9", "of 4 May" stand in a sentence; "Published on 4 May" in a line about the article.
bool follows_preposition(const Analysis& analysis, const DateMention& mention, const syntax::Sentence& sentence) {
  if (mention.begin == sentence.begin) return analysis.token(mention.begin).upos == Upos::adp;
  const std::size_t before = mention.begin - 1;
  if (is_whole_line(analysis, mention, sentence)) return false;
  const bool stamped = before > sentence.begin && is_context(analysis, before - 1, "stamp");
  return analysis.token(before).upos == Upos::adp && !stamped;
}

bool has_only_names_in_front(const Analysis& analysis, const DateMention& mention, const syntax::Sentence& sentence) {
  constexpr std::size_t names = 9;  // words
  if (mention.begin > sentence.begin + names) return false;
  for (auto t = sentence.begin; t < mention.begin; ++t) {
    const auto first = analysis.form(t).front();
    if (first >= 'a' && first <= 'z') return false;
  }
  return true;
}

// "PORT ELLAN, March 3, 2021 (Tern) -": nothing but names in front, and a dash soon after.
bool opens_text(const Analysis& analysis, const DateMention& mention, const syntax::Sentence& sentence) {
  constexpr std::size_t credit = 5;  // words
  if (!has_only_names_in_front(analysis, mention, sentence)) return false;
  for (std::size_t t = mention.end; t < sentence.end && t < mention.end + credit; ++t) {
    if (is_dash(analysis.form(t))) return true;
    if (is_verb(analysis, t)) return false;
  }
  return false;
}

// Time zones, halves of the day and agencies: "GMT", "ET", "PM", "CNA".
bool is_short_acronym(std::string_view form) {
  return form.size() >= 2 && form.size() <= 4 && std::ranges::all_of(form, [](char c) { return 'A' <= c && c <= 'Z'; });
}

constexpr TokenIndex longest_stamps = 40;  // words: two stamps with their zones

// The part of the sentence that stands in one line of the text with the token, half-open; of a long line no more than
// tells that it is one.
std::pair<TokenIndex, TokenIndex> line_of(const Analysis& analysis, TokenIndex token,
                                          const syntax::Sentence& sentence) {
  const auto breaks = [&](TokenIndex t) {
    return analysis.text(analysis.token(t - 1).end, analysis.token(t).begin).find('\n') != std::string_view::npos;
  };
  TokenIndex begin = token, end = token + 1;
  while (begin > sentence.begin && token - begin <= longest_stamps && !breaks(begin)) --begin;
  while (end < sentence.end && end - token <= longest_stamps && !breaks(end)) ++end;
  return {begin, end};
}

// A line of days, hours and what puts them in order, and of nothing that tells of anything: "Posted: Nov 27, 2005 8:20
// AM ET, last updated Nov 27, 2005 8:10 PM ET". Where it goes on from the line before, as a headline has no full stop,
// it tells the hour too: "on April 30, 2008 at 4:31 AM".
bool is_line_of_stamps(const Analysis& analysis, const DateMention& mention, const syntax::Sentence& sentence) {
  constexpr std::array<std::string_view, 6> between = {"on", "at", "am", "pm", "last", "first"};
  const auto [begin, end] = line_of(analysis, mention.begin, sentence);
  if (end - begin > longest_stamps) return false;
  bool has_hour = begin == sentence.begin;
  for (auto t = begin; t < end; ++t) {
    const auto form = analysis.form(t);
    const bool has_digit = std::ranges::any_of(form, [](char c) { return '0' <= c && c <= '9'; });
    const bool has_letter = std::ranges::any_of(form, [](char c) { return ('a' <= (c | 0x20) && (c | 0x20) <= 'z'); });
    has_hour |= has_digit && form.find(':') != std::string_view::npos;
    if (has_digit || !has_letter || is_short_acronym(form) || is_context(analysis, t, "stamp")) continue;
    if (analysis.longest(Table::calendar, t) != nullptr || std::ranges::find(between, fold(form)) != between.end())
      continue;
    if (form != "a.m." && form != "p.m.") return false;
  }
  return has_hour;
}

bool is_rights(const Analysis& analysis, const syntax::Sentence& sentence) {
  for (auto t = sentence.begin; t < sentence.end; ++t)
    if (is_context(analysis, t, "rights") || analysis.form(t) == "\u00a9") return true;
  return false;
}

// "Photo: …", "(Tern Photo)", "Ann Holm/Photo": a word for a picture that opens a line, or stands in a credit.
bool has_credit(const Analysis& analysis, const syntax::Sentence& sentence) {
  bool in_brackets = false;
  for (auto t = sentence.begin; t < sentence.end; ++t) {
    const auto form = analysis.form(t);
    if (form == "(" || form == "[") in_brackets = true;
    if (form == ")" || form == "]") in_brackets = false;
    if (!is_context(analysis, t, "picture")) continue;
    const bool labels = t < sentence.begin + 3u && t + 1 < sentence.end && analysis.form(t + 1) == ":";
    if (in_brackets || labels || (t > sentence.begin && analysis.form(t - 1) == "/")) return true;
  }
  return false;
}

// "Mourners gather on Oct. 9, 2014": news tells in the past tense, captions in the present. What begins or lasts may be
// announced so ("The trial opens on March 3, 2021").
bool shows(const Analysis& analysis, const DateMention& mention) {
  const auto& date = mention.date;
  if (date.grain != Grain::day || date.reference.needs_publication || !date.resolved) return false;
  for (int at = static_cast<int>(mention.begin), steps = 0; at >= 0 && steps < 6; ++steps) {
    const auto token = static_cast<std::size_t>(at);
    if (analysis.token(token).upos == Upos::verb) {
      const auto tag = analysis.token(token).xpos;
      const Hit* event = analysis.longest(Table::events, token);
      return (tag == Xpos::vbz || tag == Xpos::vbp) && event == nullptr;
    }
    at = analysis.token(token).head;
  }
  return false;
}

bool is_caption(const Analysis& analysis, const DateMention& mention) {
  const auto number = analysis.sentence_of(mention.begin);
  if (has_credit(analysis, analysis.sentence(number)) || shows(analysis, mention)) return true;
  constexpr std::size_t credit_words = 8;
  if (number + 1 >= analysis.document().sentences.size()) return false;
  const auto& next = analysis.sentence(number + 1);
  return next.end - next.begin <= credit_words && has_credit(analysis, next);
}

// "born on March 19, 1931", "(born March 19, 1931)", "her birth on March 19": the word close in front, or the one that
// the date hangs on.
bool is_of_birth(const Analysis& analysis, const DateMention& mention) {
  const auto is_birth = [&](std::size_t t) {
    return folds_to(analysis.form(t), "born") || analysis.lemma(t) == "birth" || analysis.lemma(t) == "birthday";
  };
  const auto begin = analysis.sentence(analysis.sentence_of(mention.begin)).begin;
  for (std::size_t back = 1; back <= 2 && mention.begin >= begin + back; ++back)
    if (is_birth(mention.begin - back)) return true;
  const int head = analysis.token(mention.begin).head;
  return head >= 0 && is_birth(static_cast<std::size_t>(head));
}

}  // namespace

bool is_day_of_writing(const Analysis& analysis, const DateMention& mention) {
  const auto& sentence = analysis.sentence(analysis.sentence_of(mention.begin));
  if (is_rights(analysis, sentence)) return false;
  if (is_line_of_stamps(analysis, mention, sentence)) return true;
  if (is_caption(analysis, mention)) return false;
  if (opens_text(analysis, mention, sentence)) return true;
  const bool near = mention.begin <= sentence.begin + 4u || has_only_names_in_front(analysis, mention, sentence);
  if (sentence.end - sentence.begin > line_words || !near) return false;
  return !tells_something(analysis, sentence) && !follows_preposition(analysis, mention, sentence);
}

bool is_timeline(const Analysis& analysis, const std::vector<DateMention>& dates) {
  constexpr int fewest = 3;  // one or two are the day of publication and that of an update
  const auto is_heading = [&](const DateMention& mention) {
    const auto& sentence = analysis.sentence(analysis.sentence_of(mention.begin));
    std::size_t end = mention.end;
    while (end < sentence.end && analysis.token(end).upos == Upos::punct) ++end;
    return mention.begin == sentence.begin && end == sentence.end && mention.date.grain == Grain::day;
  };
  return std::ranges::count_if(dates, is_heading) >= fewest;
}

bool is_aside(const Analysis& analysis, const DateMention& mention) {
  return is_rights(analysis, analysis.sentence(analysis.sentence_of(mention.begin))) || is_caption(analysis, mention) ||
         is_of_birth(analysis, mention);
}

}  // namespace corroborate::extraction
