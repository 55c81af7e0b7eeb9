// An article's tokens as small numbers for features, and the tree of a sentence as seen from one cue.
#pragma once

#include <cstdint>
#include <vector>

#include "extract/names/entities.h"
#include "extract/reading/analysis.h"
#include "extract/speakers/learned/attribution_mention.h"
#include "extract/speakers/learned/attribution_model.h"

namespace corroborate::extraction {

// What features read of each token; one for an article. Keeps a reference to the analysis.
class TokenAtoms {
 public:
  TokenAtoms(const Analysis& analysis, const Entities& entities, const AttributionModel& model);

  const Analysis& analysis;
  std::vector<std::uint32_t> lemma;     // hash
  std::vector<std::uint8_t> cue_class;  // LemmaClass::cue
  std::vector<std::uint8_t> source_class;
  std::vector<std::uint8_t> kind;    // of the entity named here, from 1; 0 = none
  std::vector<std::uint8_t> mark;    // 1 comma, 2 opening, 3 closing quotation mark, 4 stop, 5 colon, 6 other; 0 = word
  std::vector<std::uint8_t> row;     // what the cue row here says of frame and stance, from 1; 0 = none
  std::vector<std::uint16_t> depth;  // edges to the root of the sentence

  std::uint64_t upos(std::size_t t) const { return static_cast<std::uint64_t>(analysis.token(t).upos); }
  std::uint64_t xpos(std::size_t t) const { return static_cast<std::uint64_t>(analysis.token(t).xpos); }
  std::uint64_t label(std::size_t t) const { return static_cast<std::uint64_t>(analysis.token(t).deprel); }
  bool is_word(std::size_t t) const { return mark[t] == 0; }
  // The token `offset` away within the bounds of the sentence, or no_token.
  static constexpr std::size_t no_token = SIZE_MAX;
  std::size_t near(std::size_t t, int offset) const;
  std::uint64_t lemma_at(std::size_t t) const { return t == no_token ? 1 : lemma[t]; }
  std::uint64_t xpos_at(std::size_t t) const { return t == no_token ? 99 : xpos(t); }
  std::uint64_t label_at(std::size_t t) const { return t == no_token ? 99 : label(t); }
  // Lemma of the preposition or conjunction that marks this word, or 0.
  std::uint64_t marker(std::size_t t) const;

 private:
  void mark_row(std::size_t first);
};

// The key under which a lemma's class is stored.
std::uint32_t lemma_key(std::string_view lemma, syntax::Upos tag);

// Distance or length in classes.
std::uint64_t size_class(std::size_t size);

// Paths from one word to all words of its sentence.
class CueView {
 public:
  CueView(const TokenAtoms& atoms, std::size_t from);

  std::size_t from = 0;
  TokenIndex begin = 0, end = 0;  // of the sentence
  std::uint64_t path(std::size_t t) const { return path_[t - begin]; }
  // How far up the path climbs, and the relation by which it first goes down.
  std::uint64_t branch(std::size_t t) const { return branch_[t - begin]; }
  // The word at which the path first goes down, or the word itself on the way up.
  std::size_t top(std::size_t t) const { return top_[t - begin]; }

 private:
  std::vector<std::uint64_t> path_, branch_;
  std::vector<TokenIndex> top_;
};

}  // namespace corroborate::extraction
