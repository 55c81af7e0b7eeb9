// The speaker of an attribution: where its phrase stands in the tree, and which entity it names.
#pragma once

#include <optional>
#include <string>

#include "extract/speakers/antecedents.h"
#include "extract/speakers/attributions.h"

namespace corroborate::extraction {

class Sources {
 public:
  Sources(const Analysis& analysis, Entities& entities)
      : analysis_(analysis), entities_(entities), antecedents_(analysis, entities) {}

  // Subject of a cue verb (shared with a conjunct, or of the clause it hangs on), or the by-phrase of a passive.
  std::optional<TokenRange> of_verb(std::size_t verb) const;
  // Possessor or by-phrase of a cue noun, or the words in front of it ("Chilean news reports").
  std::optional<TokenRange> of_noun(std::size_t noun) const;
  // Sets the entities of all sources; a pronoun or a bare role ("the official") takes the last fitting speaker, and a
  // headline's ("Union: nine dead") the first one that the text names.
  void resolve(std::vector<AttributionMention>& mentions);

 private:
  // A source by its words: the nominal words that it opens with, their head, and what is printed of it.
  struct Words {
    TokenRange run;
    std::size_t head = 0;
    TokenIndex end = 0;  // of the label: in front of a comma, a relative clause, a day
  };

  void resolve(AttributionMention& mention);
  int speaker_of(TokenRange range);
  std::size_t role_word(const Words& words) const;
  bool seen_only(std::size_t begin, std::size_t end) const;
  int named_or_role(const Words& words, TokenRange range);
  Words words_of(TokenRange range) const;
  bool is_in_headline(const TokenRange& range) const;
  int named_later(const TokenRange& range) const;
  int named_behind(std::size_t head, TokenIndex end) const;
  int named_in_relative(std::size_t head, const TokenRange& range) const;
  int owner_in(const Words& words) const;
  int place_role(const Words& words);
  int role(const Words& words);
  int longer_name(const std::string& key) const;
  bool is_document(std::size_t head) const;
  int with_place(int entity, const Words& words);
  int holder_of(const Words& words, TokenRange range) const;
  int subject_role(std::size_t pronoun);
  bool is_capitalised(std::size_t token) const;
  bool is_spokesman(std::size_t token) const;
  bool cannot_speak(std::size_t head) const;
  TokenRange antecedent_phrase(std::size_t relative) const;
  TokenRange phrase(std::size_t head) const;
  void widen_to_joint(TokenRange& range) const;
  std::string joint_side(const TokenRange& range) const;
  std::size_t head_of(const TokenRange& range) const;
  int issuer(std::size_t noun) const;
  void take_side(int entity, const TokenRange& range);

  const Analysis& analysis_;
  Entities& entities_;
  Antecedents antecedents_;
};

}  // namespace corroborate::extraction
