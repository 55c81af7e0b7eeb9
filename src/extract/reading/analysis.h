// A tagged and parsed article with every lexicon row that occurs in it: what all extractors read.
//
// Token numbers index Analysis::document.tokens. Views live as long as the analysis and the article's body.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "lexicon/lexicon.h"
#include "syntax/document.h"
#include "syntax/sentences.h"

namespace corroborate::extraction {

using lexicon::Row;
using lexicon::Table;
using TokenIndex = std::uint32_t;

struct Hit {
  TokenIndex token;     // first token
  std::uint8_t length;  // in tokens
  lexicon::RowRef row;
};

class Analysis {
 public:
  // Tags all of `text`, which must outlive the analysis. Parses the sentences that hold something to extract.
  explicit Analysis(std::string_view text);

  const syntax::Document& document() const { return document_; }
  std::size_t size() const { return document_.tokens.size(); }
  const syntax::Token& token(std::size_t i) const { return document_.tokens[i]; }
  std::string_view form(std::size_t i) const { return document_.form(i); }
  std::string_view lemma(std::size_t i) const { return document_.lemma(i); }
  std::string_view text() const { return document_.text; }
  std::string_view text(std::uint32_t begin, std::uint32_t end) const { return text().substr(begin, end - begin); }

  // Rows whose phrase starts at this token, in the order of the tables.
  std::span<const Hit> hits_at(std::size_t token) const;
  // The longest row of one table that starts at this token, or null.
  const Hit* longest(Table table, std::size_t token) const;
  // The longest row of one table whose last token is just before `end`; looks back at most six tokens.
  const Hit* longest_before(Table table, std::size_t end) const;

  std::size_t sentence_of(std::size_t token) const { return sentence_of_[token]; }
  const syntax::Sentence& sentence(std::size_t number) const { return document_.sentences[number]; }

  // No white space between this token and the next.
  bool glued_to_next(std::size_t token) const {
    return token + 1 < size() && document_.tokens[token].end == document_.tokens[token + 1].begin;
  }
  // Inside quotation marks, as paired within the paragraph.
  bool quoted(std::size_t token) const { return quotation(token) != 0; }
  // Number of the quotation that holds the token, or 0.
  std::uint32_t quotation(std::size_t token) const { return quote_of_.empty() ? 0 : quote_of_[token]; }

  // Children of a token in its tree, in text order.
  std::span<const TokenIndex> children(std::size_t token) const;
  // First and last token (inclusive) of what hangs on this token, itself included.
  struct Range {
    TokenIndex first, last;
  };
  Range subtree(std::size_t token) const {
    const Reach reach = reach_[token];
    return {static_cast<TokenIndex>(token - reach.left), static_cast<TokenIndex>(token + reach.right)};
  }
  // `ancestor` is `token` or stands above it.
  bool dominates(std::size_t ancestor, std::size_t token) const;

 private:
  // How many tokens to its left and to its right what hangs on a token reaches: within its sentence.
  struct Reach {
    std::uint16_t left = 0, right = 0;
  };
  static_assert(syntax::max_sentence_tokens <= 0xFFFF);

  void find_hits();
  void pair_quotes();
  void link_tree();
  void hang_days_of_saying();

  syntax::Document document_;
  std::vector<Hit> hits_;
  std::vector<std::uint32_t> first_hit_;  // by token, one more than there are tokens
  std::vector<std::uint32_t> sentence_of_;
  std::vector<std::uint32_t> quote_of_;  // by token; empty where nothing is quoted
  std::vector<TokenIndex> child_list_;
  std::vector<std::uint32_t> first_child_;
  std::vector<Reach> reach_;  // by token
};

// Lower-cases ASCII and straightens a typographic apostrophe; nothing else.
std::string fold(std::string_view word);
// fold(word) == folded, without a copy.
bool folds_to(std::string_view word, std::string_view folded);

// `other` is a token of the article and stands in the sentence of `token`.
bool same_sentence(const Analysis& analysis, std::size_t token, std::size_t other);
// The token is there and fold(its form) == folded.
bool word_is(const Analysis& analysis, std::size_t token, std::string_view folded);

// A verb or an auxiliary; not a stroke or a bullet, which may be tagged as one.
bool is_verb(const Analysis& analysis, std::size_t token);

}  // namespace corroborate::extraction
