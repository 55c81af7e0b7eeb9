// The content words of the sentences that state values, each sentence once.
#pragma once

#include <vector>

#include "corroborate/extraction.h"
#include "extract/events/predicates.h"
#include "extract/names/entities.h"
#include "extract/reading/analysis.h"

namespace corroborate::extraction {

class Passages {
 public:
  Passages(const Analysis& analysis, const Entities& entities, const Predicates& predicates);

  // Number of the passage of a sentence; it is read when it is first asked for. A sentence keeps its first words where
  // it is longer than a list of so many.
  int of_sentence(std::size_t sentence);
  // Number of the word at a token of the article, in its passage; none where that is no content word.
  int word_at(std::size_t token) const { return word_of_.empty() ? no_index : word_of_[token]; }
  std::vector<Passage> take() { return std::move(passages_); }

 private:
  void read(std::size_t sentence, Passage& passage);
  PassageWord word_of(std::size_t token, std::size_t begin) const;

  const Analysis& analysis_;
  const Entities& entities_;
  const Predicates& predicates_;
  std::vector<Passage> passages_;
  std::vector<int> number_;   // by sentence
  std::vector<int> word_of_;  // by token; empty until a sentence is read
};

// Class of the event or population that the word names; empty = none.
std::string_view group_of(const Analysis& analysis, const Predicates& predicates, std::size_t token);

}  // namespace corroborate::extraction
