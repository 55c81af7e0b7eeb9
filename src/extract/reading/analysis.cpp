// Builds an Analysis: syntax, lexicon rows, quotation marks and the tree's links in one pass each.
#include "extract/reading/analysis.h"

#include <algorithm>
#include <array>

#include "extract/reading/saying_days.h"
#include "syntax/analyse.h"

namespace corroborate::extraction {

namespace {

constexpr std::size_t longest_word = 64;  // bytes; no lexicon word is longer
constexpr std::string_view curly_apostrophe = "\u2019";

bool is_upper(char c) { return c >= 'A' && c <= 'Z'; }
bool is_lower(char c) { return c >= 'a' && c <= 'z'; }

// Writes the folded word to `out` and returns its length, or 0 when it is too long to be in the lexicon.
std::size_t fold_into(std::string_view word, std::array<char, longest_word>& out) {
  std::size_t length = 0;
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (length == out.size()) return 0;
    if (word.substr(i, curly_apostrophe.size()) == curly_apostrophe) {
      out[length++] = '\'';
      i += curly_apostrophe.size() - 1;
    } else {
      out[length++] = is_upper(word[i]) ? static_cast<char>(word[i] + 32) : word[i];
    }
  }
  return length;
}

lexicon::WordId id_of(std::string_view word) {
  std::array<char, longest_word> folded;
  const std::size_t length = fold_into(word, folded);
  return length == 0 ? 0 : lexicon::word_id({folded.data(), length});
}

// A capital in the row's word asks for one in the text; two or three capitals ("US", "AP") for all of them.
bool case_fits(std::string_view written, std::string_view form) {
  if (written.empty() || form.empty() || !is_upper(written[0])) return true;
  if (!is_upper(form[0])) return false;
  const bool acronym =
      written.size() >= 2 && written.size() <= 3 && std::all_of(written.begin(), written.end(), is_upper);
  return !acronym || std::none_of(form.begin(), form.end(), is_lower);
}

// Judged by the first word of the phrase: "the Treasury" is not the treasury's row.
bool phrase_case_fits(const Row& row, const syntax::Document& document, std::size_t token) {
  const auto first = row.phrase().substr(0, row.phrase().find_first_of(" -"));
  return case_fits(first, document.form(token));
}

struct WordIds {
  lexicon::WordId form, lemma;
};

// Follows every phrase that starts at one token. Depth is the longest phrase, width two: form and lemma.
class PhraseWalk {
 public:
  PhraseWalk(const syntax::Document& document, const std::vector<WordIds>& ids, std::vector<Hit>& hits)
      : document_(document), ids_(ids), hits_(hits) {}

  void from(std::size_t start, std::size_t end) {
    start_ = start;
    end_ = end;
    walk(start, lexicon::root);
  }

 private:
  void walk(std::size_t at, lexicon::Node node) {
    if (at == end_) return;
    const auto [form, lemma] = ids_[at];
    if (form != 0) enter(at, lexicon::step(node, form));
    if (lemma != 0 && lemma != form) enter(at, lexicon::step(node, lemma));
  }

  void enter(std::size_t at, lexicon::Node node) {
    if (node == 0) return;
    for (const Row& row : lexicon::rows_at(node)) {
      if (!phrase_case_fits(row, document_, start_)) continue;
      hits_.push_back(
          {static_cast<TokenIndex>(start_), static_cast<std::uint8_t>(at + 1 - start_), lexicon::RowRef(row)});
    }
    walk(at + 1, node);
  }

  const syntax::Document& document_;
  const std::vector<WordIds>& ids_;
  std::vector<Hit>& hits_;
  std::size_t start_ = 0, end_ = 0;
};

bool opens_quote(std::string_view form) { return form == "\u201c" || form == "``" || form == "\u00ab"; }
bool closes_quote(std::string_view form) { return form == "\u201d" || form == "\u00bb"; }
// Some outlets write '' on both sides.
bool straight_quote(std::string_view form) { return form == "\"" || form == "''"; }

}  // namespace

bool same_sentence(const Analysis& analysis, std::size_t token, std::size_t other) {
  return other < analysis.size() && analysis.sentence_of(token) == analysis.sentence_of(other);
}

bool word_is(const Analysis& analysis, std::size_t token, std::string_view folded) {
  return token < analysis.size() && folds_to(analysis.form(token), folded);
}

bool is_verb(const Analysis& analysis, std::size_t token) {
  const auto tag = analysis.token(token).upos;
  const char first = analysis.form(token).front();
  const bool letter = (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
  return letter && (tag == syntax::Upos::verb || tag == syntax::Upos::aux);
}

bool folds_to(std::string_view word, std::string_view folded) {
  if (word.size() != folded.size()) {
    const bool may_curl = word.size() >= folded.size() + curly_apostrophe.size() - 1;
    return may_curl && folded.find('\'') != std::string_view::npos && fold(word) == folded;
  }
  for (std::size_t i = 0; i < word.size(); ++i) {
    const char c = word[i];
    if ((c >= 'A' && c <= 'Z' ? static_cast<char>(c + ('a' - 'A')) : c) != folded[i]) return false;
  }
  return true;
}

std::string fold(std::string_view word) {
  std::string result;
  result.reserve(word.size());
  for (std::size_t i = 0; i < word.size(); ++i) {
    if (word.substr(i, curly_apostrophe.size()) == curly_apostrophe) {
      result += '\'';
      i += curly_apostrophe.size() - 1;
    } else {
      result += is_upper(word[i]) ? static_cast<char>(word[i] + 32) : word[i];
    }
  }
  return result;
}

Analysis::Analysis(std::string_view text) : document_(syntax::tag(text)) {
  for (auto& sentence : document_.sentences) syntax::parse(document_, sentence);
  sentence_of_.resize(size());
  for (std::uint32_t s = 0; s < document_.sentences.size(); ++s) {
    for (auto t = document_.sentences[s].begin; t < document_.sentences[s].end; ++t) sentence_of_[t] = s;
  }
  find_hits();
  pair_quotes();
  link_tree();
  hang_days_of_saying();
}

void Analysis::hang_days_of_saying() {
  const auto changes = days_of_saying(*this);
  if (changes.empty()) return;
  for (const auto& change : changes) {
    document_.tokens[change.token].head = static_cast<std::int32_t>(change.head);
    document_.tokens[change.token].deprel = change.label;
  }
  link_tree();
}

void Analysis::find_hits() {
  std::vector<WordIds> ids(size());
  for (std::size_t i = 0; i < size(); ++i) ids[i] = {id_of(form(i)), id_of(lemma(i))};
  PhraseWalk walk(document_, ids, hits_);
  first_hit_.reserve(size() + 1);
  for (std::size_t i = 0; i < size(); ++i) {
    first_hit_.push_back(static_cast<std::uint32_t>(hits_.size()));
    walk.from(i, sentence(sentence_of(i)).end);
  }
  first_hit_.push_back(static_cast<std::uint32_t>(hits_.size()));
}

std::span<const Hit> Analysis::hits_at(std::size_t token) const {
  return std::span(hits_).subspan(first_hit_[token], first_hit_[token + 1] - first_hit_[token]);
}

const Hit* Analysis::longest(Table table, std::size_t token) const {
  const Hit* best = nullptr;
  for (const Hit& hit : hits_at(token)) {
    if (hit.row->table == table && (best == nullptr || hit.length > best->length)) best = &hit;
  }
  return best;
}

const Hit* Analysis::longest_before(Table table, std::size_t end) const {
  for (std::size_t back = std::min<std::size_t>(6, end); back >= 1; --back) {
    for (const Hit& hit : hits_at(end - back)) {
      if (hit.row->table == table && hit.length == back) return &hit;
    }
  }
  return nullptr;
}

// Typographic marks say which way they face; straight ones alternate within a paragraph, but none opens that is written
// on to the word before alone ('a 17" screen'). A mark that nothing closes ends with its paragraph (a quotation may run
// on into the next, which opens with a mark of its own).
void Analysis::pair_quotes() {
  std::uint32_t count = 0, open = 0;
  for (const auto& sentence : document_.sentences) {
    if (sentence.starts_paragraph) open = 0;
    for (auto t = sentence.begin; t < sentence.end; ++t) {
      const auto word = form(t);
      const bool closed_in = straight_quote(word) && t > 0 && glued_to_next(t - 1) && !glued_to_next(t);
      const bool opens = opens_quote(word) || (straight_quote(word) && open == 0 && !closed_in);
      const bool closes = closes_quote(word) || (straight_quote(word) && open != 0 && !opens);
      if (opens) open = ++count;
      if (opens && quote_of_.empty()) quote_of_.assign(size(), 0);
      if (open != 0) quote_of_[t] = open;
      if (closes) open = 0;
    }
  }
}

void Analysis::link_tree() {
  first_child_.assign(size() + 1, 0);
  reach_.assign(size(), {});
  for (std::size_t i = 0; i < size(); ++i)
    if (token(i).head >= 0) ++first_child_[static_cast<std::size_t>(token(i).head) + 1];
  for (std::size_t i = 0; i < size(); ++i) first_child_[i + 1] += first_child_[i];
  child_list_.resize(first_child_[size()]);
  std::vector<std::uint32_t> next(first_child_.begin(), first_child_.end() - 1);
  for (std::size_t i = 0; i < size(); ++i) {
    if (token(i).head >= 0) child_list_[next[static_cast<std::size_t>(token(i).head)]++] = static_cast<TokenIndex>(i);
  }
  // Widen every ancestor: bounded by the depth of the tree, which the parser's sentence limit bounds.
  for (std::size_t i = 0; i < size(); ++i) {
    for (auto up = token(i).head; up >= 0; up = token(static_cast<std::size_t>(up)).head) {
      const auto above = static_cast<std::size_t>(up);
      auto& side = i < above ? reach_[above].left : reach_[above].right;
      side = std::max(side, static_cast<std::uint16_t>(i < above ? above - i : i - above));
    }
  }
}

std::span<const TokenIndex> Analysis::children(std::size_t token) const {
  return std::span(child_list_).subspan(first_child_[token], first_child_[token + 1] - first_child_[token]);
}

bool Analysis::dominates(std::size_t ancestor, std::size_t token) const {
  auto at = static_cast<std::int32_t>(token);
  while (at >= 0 && at != static_cast<std::int32_t>(ancestor)) at = document_.tokens[static_cast<std::size_t>(at)].head;
  return at >= 0;
}

}  // namespace corroborate::extraction
