// The speaker of an attribution: where its phrase stands in the tree, and which entity it names.
#pragma once

#include <optional>
#include <string>
#include <unordered_map>

#include "extract/speakers/attributions.h"

namespace corroborate::extraction {

class Sources {
 public:
  Sources(const Analysis& analysis, Entities& entities) : analysis_(analysis), entities_(entities) {}

  // Subject of a cue verb (shared with a conjunct, or of the clause it hangs on), or the by-phrase of a passive.
  std::optional<TokenRange> of_verb(std::size_t verb) const;
  // Possessor or by-phrase of a cue noun, or the words in front of it ("Syrian news reports").
  std::optional<TokenRange> of_noun(std::size_t noun) const;
  // Sets the entities of all sources; a pronoun or a bare role ("the official") takes the last fitting speaker, and a
  // headline's ("Union: nine dead") the first one that the text names.
  void resolve(std::vector<AttributionMention>& mentions);

 private:
  void resolve(AttributionMention& mention);
  bool is_in_headline(const TokenRange& range) const;
  int named_later(const TokenRange& range) const;
  int named_in(const TokenRange& range, std::size_t head);
  int longer_name(const std::string& key) const;
  bool is_spokesman(std::size_t token) const;
  TokenRange phrase(std::size_t head) const;
  void widen_to_joint(TokenRange& range) const;
  std::string joint_side(const TokenRange& range) const;
  std::size_t head_of(const TokenRange& range) const;
  int antecedent(std::size_t head) const;
  int issuer(std::size_t noun) const;
  void take_side(int entity, const TokenRange& range);

  const Analysis& analysis_;
  Entities& entities_;
  std::vector<std::pair<int, std::string>> speakers_;  // entity and the lemma of its head, in text order
  std::unordered_map<int, char> genders_;              // of an entity that was "she" (f) or "he" (m)
};

}  // namespace corroborate::extraction
