// A sentence cut at its commas, colons, dashes and quotation marks, and what kind of phrase each piece is by its words.
//
// Reporting clauses ("…, said the governor, Ida Holm, …") are set off by such marks. There the parser errs most, and
// parts of speech and marks tell more than the tree.
#pragma once

#include <optional>
#include <vector>

#include "extract/reading/analysis.h"
#include "extract/speakers/learned/attribution_mention.h"

namespace corroborate::extraction {

class Pieces {
 public:
  explicit Pieces(const Analysis& analysis) : analysis_(analysis) {}

  // Pieces of the sentence in text order, none of them empty; valid until another sentence is cut.
  const std::vector<TokenRange>& cut(const syntax::Sentence& sentence);
  // Number of the piece that holds the token; none for a mark between pieces.
  std::optional<std::size_t> holding(std::size_t token) const;

  // A noun phrase that can be who speaks: nominal words and participles behind them, without a finite verb.
  bool is_nominal(TokenRange range) const;
  // "who had been up since dawn"
  bool is_relative(TokenRange range) const;
  // What may stand behind a verb of saying that is only set in: "on Monday", "in a message to staff", "late on Sunday";
  // where the verb takes a hearer also "the court in Ellan yesterday".
  bool is_adjunct(TokenRange range, bool takes_hearer) const;
  // The part of a nominal phrase in front of "on Monday", "in a statement".
  TokenRange without_day(TokenRange range) const;
  bool has_finite_verb(TokenRange range) const;
  // Any past or present form, though it may be a participle in truth.
  bool has_verb(TokenRange range) const;
  // "owns nine cranes": goes on with the verb of a subject in front, also one that was taken for a plural noun.
  bool opens_with_verb(TokenRange range) const;
  bool has_noun(TokenRange range) const;

 private:
  const Analysis& analysis_;
  std::vector<TokenRange> pieces_;
  TokenIndex cut_begin_ = 0, cut_end_ = 0;  // the sentence that they are of: it is cut once, however many cues it has
};

bool is_quotation_mark(std::string_view form);
// A conjunction or subordinator that opens a clause of its own: "and", "although", "because".
bool joins_clause(const Analysis& analysis, std::size_t token);

}  // namespace corroborate::extraction
