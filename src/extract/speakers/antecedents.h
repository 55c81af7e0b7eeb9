// Whom "he", "it" and "the ministry" stand for as speakers: who spoke before, or of whom a sentence just spoke.
#pragma once

#include <functional>
#include <string>
#include <unordered_map>
#include <vector>

#include "extract/names/entities.h"
#include "extract/reading/analysis.h"
#include "extract/speakers/learned/attribution_mention.h"

namespace corroborate::extraction {

class Antecedents {
 public:
  Antecedents(const Analysis& analysis, const Entities& entities) : analysis_(analysis), entities_(entities) {}

  // `entity` spoke, called so by the words of `phrase`; `head` is its last common noun, or its last word.
  void add(int entity, TokenRange phrase, std::size_t head);
  // The last speaker that the pronoun fits, or the person who is the subject of a later sentence; none when unknown.
  int of_pronoun(std::size_t pronoun) const;
  // "the ministry", "the official": the last speaker who was called so, or the body of that kind named last. Another
  // ministry, of health where the interior spoke, is none.
  int of_definite(TokenRange phrase, std::size_t head) const;
  // The first speaker of this lemma in the article.
  int first_called(std::string_view lemma) const;

 private:
  struct Speaker {
    int entity = no_index;
    TokenRange phrase;
    std::size_t head = 0;
  };

  // Of those who spoke, the last one that fits; null where none does.
  const Speaker* latest(const std::function<bool(const Speaker&)>& fits) const;
  int subject_person(std::size_t sentence, std::size_t before) const;
  bool gender_fits(int entity, char gender) const;
  bool says_no_more(TokenRange phrase, const Speaker& speaker) const;
  int body_of_kind(std::size_t head) const;

  const Analysis& analysis_;
  const Entities& entities_;
  std::vector<Speaker> speakers_;                      // in text order
  std::unordered_map<std::string, int> first_called_;  // by the lemma of their last common noun, folded
  std::unordered_map<int, char> genders_;              // of an entity that was "she" (f) or "he" (m)
};

}  // namespace corroborate::extraction
