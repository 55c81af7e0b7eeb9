// Looks back for the speaker whom a pronoun or a definite phrase means.
#include "extract/speakers/antecedents.h"

#include <algorithm>
#include <span>

#include "extract/speakers/pieces.h"

namespace corroborate::extraction {

namespace {

using syntax::Upos;
using syntax::Xpos;

// Articles quote fewer and name a body less often: what bounds the looks back in one that is nothing but speakers.
constexpr std::size_t most_speakers = 500;
constexpr std::size_t most_mentions = 2000;

constexpr std::size_t farthest_subject = 2;  // sentences back to a subject who has not spoken

// Of a pronoun: f, m, or nothing.
char gender_of(std::string_view pronoun) { return pronoun == "she" ? 'f' : pronoun == "he" ? 'm' : '\0'; }

bool is_article(std::string_view word) { return word == "the" || word == "this" || word == "that"; }

}  // namespace

void Antecedents::add(int entity, TokenRange phrase, std::size_t head) {
  const char gender = gender_of(fold(analysis_.form(head)));
  if (gender != '\0') genders_.emplace(entity, gender);
  speakers_.push_back({entity, phrase, head});
  first_called_.emplace(fold(analysis_.lemma(head)), entity);
}

const Antecedents::Speaker* Antecedents::latest(const std::function<bool(const Speaker&)>& fits) const {
  const std::span all(speakers_);
  const auto some = all.last(std::min(most_speakers, all.size()));
  const auto speaker = std::find_if(some.rbegin(), some.rend(), fits);
  return speaker == some.rend() ? nullptr : &*speaker;
}

bool Antecedents::gender_fits(int entity, char gender) const {
  const auto known = genders_.find(entity);
  return gender == '\0' || known == genders_.end() || known->second == gender;
}

int Antecedents::of_pronoun(std::size_t pronoun) const {
  const char gender = gender_of(fold(analysis_.form(pronoun)));
  const Speaker* speaker = latest([&](const Speaker& one) { return gender_fits(one.entity, gender); });
  const std::size_t here = analysis_.sentence_of(pronoun);
  if (gender != '\0') {
    for (std::size_t back = 0; back <= std::min(farthest_subject, here); ++back) {
      if (speaker != nullptr && analysis_.sentence_of(speaker->head) >= here - back) break;
      const int person = subject_person(here - back, pronoun);
      if (person != no_index && gender_fits(person, gender)) return person;
    }
  }
  return speaker == nullptr ? no_index : speaker->entity;
}

// The name in front of the sentence's first verb, outside quotations: "Her neighbour Ida Holm disagreed." A name behind
// a preposition or with a possessive is not whom the sentence is about.
int Antecedents::subject_person(std::size_t number, std::size_t before) const {
  const auto& sentence = analysis_.sentence(number);
  bool behind_preposition = false;
  for (auto t = sentence.begin; t < sentence.end && t < before; ++t) {
    const auto& token = analysis_.token(t);
    if (analysis_.quoted(t)) continue;
    if (token.upos == Upos::aux || (token.upos == Upos::verb && token.xpos != Xpos::vbn && token.xpos != Xpos::vbg))
      return no_index;
    if (token.upos == Upos::punct) behind_preposition = false;
    if (token.upos == Upos::adp) behind_preposition = true;
    const int entity = entities_.of_token(t);
    if (entity == no_index || behind_preposition || entities_.at(entity).kind != EntityKind::person) continue;
    auto end = t;
    while (end < sentence.end && entities_.of_token(end) == entity) ++end;
    if (end < sentence.end && analysis_.token(end).xpos == Xpos::pos) continue;
    return entity;
  }
  return no_index;
}

// Each word of the phrase was said of that speaker: "the official" of "a senior official", not "the health ministry" of
// "the interior ministry".
bool Antecedents::says_no_more(TokenRange phrase, const Speaker& speaker) const {
  for (auto t = phrase.begin; t < phrase.end; ++t) {
    const auto word = fold(analysis_.lemma(t));
    if (is_article(word)) continue;
    bool known = false;
    for (auto other = speaker.phrase.begin; other < speaker.phrase.end && !known; ++other)
      known = fold(analysis_.lemma(other)) == word;
    if (!known) return false;
  }
  return true;
}

int Antecedents::of_definite(TokenRange phrase, std::size_t head) const {
  if (!is_article(fold(analysis_.form(phrase.begin)))) return no_index;
  const auto lemma = analysis_.lemma(head);
  const Speaker* speaker =
      latest([&](const Speaker& one) { return analysis_.lemma(one.head) == lemma && says_no_more(phrase, one); });
  if (speaker != nullptr) return speaker->entity;
  if (phrase.end - phrase.begin != 2) return no_index;
  // "the statement" is of whoever spoke last.
  if (lemma == "statement" && !speakers_.empty()) return speakers_.back().entity;
  return body_of_kind(head);
}

// "the ministry", where a "Defence Ministry" was named: the one mentioned last.
int Antecedents::body_of_kind(std::size_t head) const {
  const std::string kind = slug(analysis_.lemma(head)), ending = "-" + kind, opening = kind + "-of-";
  int best = no_index;
  std::uint32_t latest = 0;
  const auto consider = [&](int number) {
    const Entity& entity = entities_.at(number);
    if (!entity.key.ends_with(ending) && !entity.key.starts_with(opening)) return;
    for (const Span& mention : std::span(entity.mentions).first(std::min(most_mentions, entity.mentions.size()))) {
      if (mention.end > analysis_.token(head).begin || mention.begin < latest) continue;
      latest = mention.begin;
      best = number;
    }
  };
  // In the order in which they were found: of two mentions at one place the later entity counts.
  std::vector<int> fitting;
  std::ranges::set_union(entities_.ending_in(last_part(kind)), entities_.opening_with(kind),
                         std::back_inserter(fitting));
  for (const int number : fitting) consider(number);
  return best;
}

int Antecedents::first_called(std::string_view lemma) const {
  const auto found = first_called_.find(fold(lemma));
  return found == first_called_.end() ? no_index : found->second;
}

}  // namespace corroborate::extraction
