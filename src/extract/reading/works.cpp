// Walks the runs of capitalised words of each sentence.
#include "extract/reading/works.h"

#include <algorithm>
#include <string>
#include <vector>

#include "extract/reading/contexts.h"

namespace corroborate::extraction {

namespace {

using syntax::Upos;

bool is_capital(std::string_view form) { return form.front() >= 'A' && form.front() <= 'Z'; }
bool is_word(std::string_view form) { return is_capital(form) || (form.front() >= 'a' && form.front() <= 'z'); }

// "of", "the", "and" stay small in titles.
bool stays_small(Upos tag) {
  return tag == Upos::adp || tag == Upos::det || tag == Upos::cconj || tag == Upos::part || tag == Upos::sconj;
}

class Works {
 public:
  explicit Works(const Analysis& analysis) : analysis_(analysis), found_(analysis.size(), false) {}

  std::vector<bool> find() {
    std::vector<const syntax::Sentence*> headlines;
    for (const auto& sentence : analysis_.document().sentences) {
      if (is_headline(sentence)) {
        headlines.push_back(&sentence);
        continue;
      }
      for (auto at = sentence.begin; at < sentence.end;) at = read_run(at, sentence);
    }
    for (const auto* sentence : headlines) find_again(*sentence);
    return std::move(found_);
  }

 private:
  static constexpr std::size_t most_titles = 32;  // that headlines are searched for

  // What the text shows to be a title is one in a headline, where capitals show nothing.
  void find_again(const syntax::Sentence& headline) {
    for (const auto& title : titles_)
      for (auto at = headline.begin; at + title.size() <= headline.end; ++at)
        if (stands_at(at, title)) std::fill_n(found_.begin() + at, title.size(), true);
  }

  bool stands_at(TokenIndex at, const std::vector<std::string>& title) const {
    return std::ranges::all_of(title, [&](const auto& word) { return folds_to(analysis_.form(at++), word); });
  }

  std::vector<std::string> words_of(TokenIndex begin, TokenIndex end) const {
    std::vector<std::string> words;
    for (auto t = begin; t < end; ++t) words.push_back(fold(analysis_.form(t)));
    return words;
  }

  // More words with a capital than without.
  bool is_headline(const syntax::Sentence& sentence) const {
    std::size_t capitals = 0, words = 0;
    for (auto t = sentence.begin; t < sentence.end; ++t) {
      words += is_word(analysis_.form(t));
      capitals += is_capital(analysis_.form(t));
    }
    return capitals * 2 > words;
  }

  // A run of capitalised words and the small ones between them; returns where to go on.
  TokenIndex read_run(TokenIndex begin, const syntax::Sentence& sentence) {
    if (!is_capital(analysis_.form(begin))) return begin + 1;
    TokenIndex end = begin + 1, capitals = 1;
    for (auto t = end; t < sentence.end; ++t) {
      if (is_capital(analysis_.form(t))) {
        end = t + 1;
        ++capitals;
      } else if (!stays_small(analysis_.token(t).upos) || !is_word(analysis_.form(t))) {
        break;
      }
    }
    if (capitals > 1 && is_title(begin, end, sentence)) {
      std::fill(found_.begin() + begin, found_.begin() + end, true);
      if (titles_.size() < most_titles) titles_.push_back(words_of(begin, end));
    }
    return end;
  }

  bool is_title(TokenIndex begin, TokenIndex end, const syntax::Sentence& sentence) const {
    if (begin > sentence.begin && end < sentence.end && is_set_apart(begin - 1, end)) return true;
    if (begin == sentence.begin) return false;  // its first capital says nothing
    if (is_context(analysis_, begin - 1, "work")) return true;
    const auto before = analysis_.token(begin - 1).upos;
    return analysis_.form(begin).ends_with("ing") && end < begin + 4u && before != Upos::det && before != Upos::propn;
  }

  // Quotation marks on both sides and no full stop within, or the marks by which plain text is set in italics.
  bool is_set_apart(std::size_t before, std::size_t after) const {
    const auto open = analysis_.form(before), close = analysis_.form(after);
    if ((open == "*" || open == "_") && open == close) return true;
    return analysis_.quoted(before + 1) && !is_word(open) &&
           analysis_.quotation(before) == analysis_.quotation(after) && analysis_.token(before).upos == Upos::punct &&
           analysis_.token(after).upos == Upos::punct &&
           (close == "\"" || close == "\u201d" || close == "\u2019" || close == "''" || close == "'");
  }

  const Analysis& analysis_;
  std::vector<bool> found_;
  std::vector<std::vector<std::string>> titles_;  // folded words of each
};

}  // namespace

std::vector<bool> tokens_of_works(const Analysis& analysis) { return Works(analysis).find(); }

}  // namespace corroborate::extraction
