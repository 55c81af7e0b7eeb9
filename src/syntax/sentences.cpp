// The sentence splitter: one pass over the tokens, looking at the gap behind each.
#include "syntax/sentences.h"

#include <algorithm>
#include <array>

#include "syntax/abbreviations.h"
#include "syntax/characters.h"

namespace corroborate::syntax {

namespace {

enum class LineEnds { paragraphs, wrapped };

// What the lines of a text look like.
struct LineStatistics {
  std::size_t inner_ends = 0;   // single line ends between two lines of text
  std::size_t broken_ends = 0;  // of these: the next line goes on in lower case
  std::size_t longest = 0;      // bytes
};

LineStatistics measure_lines(std::string_view text) {
  LineStatistics statistics;
  std::size_t begin = 0;
  while (begin < text.size()) {
    const std::size_t end = std::min(text.find('\n', begin), text.size());
    std::size_t next = end + 1;
    while (next < text.size() && (text[next] == ' ' || text[next] == '\t' || text[next] == '\r')) ++next;
    const bool blank_before = end == begin;
    if (!blank_before && next < text.size() && text[next] != '\n') {
      ++statistics.inner_ends;
      statistics.broken_ends += is_lower(text[next]);
    }
    statistics.longest = std::max(statistics.longest, end - begin);
    begin = end + 1;
  }
  return statistics;
}

constexpr std::size_t longest_wrapped_line = 120;  // bytes; mail and wire copy wrap at 60 to 100

// Wrapped text goes on in lower case after every third line end or so; paragraphs hardly ever do.
LineEnds find_line_ends(std::string_view text) {
  const LineStatistics statistics = measure_lines(text);
  const bool wrapped = statistics.longest <= longest_wrapped_line && statistics.broken_ends > 0 &&
                       statistics.broken_ends * 5 >= statistics.inner_ends;
  return wrapped ? LineEnds::wrapped : LineEnds::paragraphs;
}

enum class Gap { none, space, line_end, paragraph };

class Splitter {
 public:
  explicit Splitter(Document& document)
      : document_(document), text_(document.text), tokens_(document.tokens), line_ends_(find_line_ends(text_)) {}

  void split() {
    std::size_t begin = 0;
    bool starts_paragraph = true;
    for (std::size_t at = 0; at < tokens_.size();) {
      if (is_inside(at) && at + 1 - begin < max_sentence_tokens) {
        ++at;
        continue;
      }
      const std::size_t last = sentence_part_end(at);
      const Gap gap = gap_after(last);
      const bool ends = gap == Gap::paragraph || last + 1 == tokens_.size() || is_boundary(at, last, gap) ||
                        last + 1 - begin >= max_sentence_tokens;
      at = last + 1;
      if (!ends) continue;
      add(begin, at, starts_paragraph);
      begin = at;
      starts_paragraph = gap == Gap::paragraph;
    }
  }

 private:
  std::string_view form(std::size_t token) const { return document_.form(token); }
  char first_byte(std::size_t token) const { return text_[tokens_[token].begin]; }
  char last_byte(std::size_t token) const { return text_[tokens_[token].end - 1]; }

  void add(std::size_t begin, std::size_t end, bool starts_paragraph) {
    for (std::size_t from = begin; from < end; from += max_sentence_tokens) {
      Sentence sentence;
      sentence.begin = static_cast<std::uint32_t>(from);
      sentence.end = static_cast<std::uint32_t>(std::min(end, from + max_sentence_tokens));
      sentence.starts_paragraph = starts_paragraph && from == begin;
      document_.sentences.push_back(sentence);
    }
  }

  Gap gap_after(std::size_t token) const {
    if (token + 1 >= tokens_.size()) return Gap::paragraph;
    const std::size_t begin = tokens_[token].end, end = tokens_[token + 1].begin;
    if (begin == end) return Gap::none;
    if (end == begin + 1 && text_[begin] == ' ') return Gap::space;
    const auto line_ends = std::count(text_.begin() + begin, text_.begin() + end, '\n');
    if (line_ends == 0) return Gap::space;
    if (line_ends > 1 || line_ends_ == LineEnds::paragraphs) return Gap::paragraph;
    return breaks_early(begin, token + 1) ? Gap::paragraph : Gap::line_end;
  }

  // In wrapped text: a line so short that the next word would have fitted is the last of its paragraph.
  bool breaks_early(std::size_t line_end, std::size_t next) const {
    const std::size_t before = text_.rfind('\n', line_end == 0 ? 0 : line_end - 1);
    const std::size_t begin = before == std::string_view::npos ? 0 : before + 1;
    return !is_lower(first_byte(next)) && line_end - std::min(begin, line_end) < longest_wrapped_line / 4;
  }

  bool is_terminal(std::size_t token) const {
    const char last = last_byte(token);
    if (last == '.' || last == '!' || last == '?') return true;
    return last == '\xA6' && form(token) == "…";
  }

  // Nothing can end behind this token: no terminal, and no more than a space before the next. Most tokens.
  bool is_inside(std::size_t token) const {
    if (token + 1 >= tokens_.size() || is_terminal(token)) return false;
    const std::size_t end = tokens_[token].end, next = tokens_[token + 1].begin;
    return next == end || (next == end + 1 && text_[end] == ' ');
  }

  // The last token that belongs to the same end of sentence: the full stop at `at` with what closes behind it.
  std::size_t sentence_part_end(std::size_t at) const {
    if (!is_terminal(at)) return at;
    std::size_t last = at;
    while (last + 1 < tokens_.size() && tokens_[last].end == tokens_[last + 1].begin && last - at < 4 &&
           (is_closing_mark(form(last + 1)) || is_mark(last + 1)))
      ++last;
    return skip_reference(last);
  }

  // "… the harbour. [12] Later …": the number of a note belongs to the sentence before it.
  std::size_t skip_reference(std::size_t last) const {
    if (last + 3 >= tokens_.size() || form(last + 1) != "[" || form(last + 3) != "]") return last;
    return is_digit(first_byte(last + 2)) && gap_after(last) != Gap::paragraph ? last + 3 : last;
  }

  // A terminal that is no word: "..", "?!".
  bool is_mark(std::size_t token) const {
    const char first = first_byte(token);
    return first == '.' || first == '!' || first == '?';
  }

  // "14 . 8 percent", "oct . 7": text that went through a tokeniser; the stop belongs to the number or the
  // abbreviation.
  bool is_loose_stop(std::size_t at) const {
    if (at == 0 || at + 1 >= tokens_.size() || form(at) != "." || tokens_[at - 1].end == tokens_[at].begin)
      return false;
    if (!is_digit(first_byte(at + 1)) || gap_after(at) != Gap::space) return false;
    return is_digit(last_byte(at - 1)) || find_abbreviation(form(at - 1)) != Abbreviation::none;
  }

  bool is_boundary(std::size_t at, std::size_t last, Gap gap) const {
    if (!is_terminal(at) || is_loose_stop(at)) return false;
    const std::size_t next = skip_opening_marks(last + 1);
    const bool lower = next < tokens_.size() && is_lower(first_byte(next));
    const std::string_view end = form(at);
    if (last > at && form(last) == "]" && form(last - 2) == "[") return true;  // skip_reference
    if (end.size() > 1 && !is_mark(at) && last == at) return ends_after_abbreviation(at, next);
    if (gap == Gap::none) return !lower && last == at && end == "." && is_upper(first_byte(last + 1));
    // In lower case after a full stop, or after a question mark that closes no quotation, a careless hand goes on;
    // after "..." and "Yahoo!" the sentence does.
    if (end == "." || end.starts_with('?')) return !lower || last == at;
    return !lower;
  }

  std::size_t skip_opening_marks(std::size_t token) const {
    while (token < tokens_.size() && is_opening_mark(form(token))) ++token;
    return token;
  }

  // "in the U.S. The truce" but "Gen. Townsend", "U.S. Coast Guard", "5 p.m. Friday".
  bool ends_after_abbreviation(std::size_t at, std::size_t next) const {
    if (next >= tokens_.size() || !is_upper(first_byte(next))) return false;
    const std::string_view word = form(at);
    const Abbreviation kind = find_abbreviation(word.substr(0, word.size() - 1));
    if (kind == Abbreviation::title || kind == Abbreviation::number) return false;
    if (word.size() == 2) return false;  // an initial: "John F. Kennedy"
    return starts_sentences(form(next));
  }

  // Words that in the middle of a sentence are not capitalised.
  static bool starts_sentences(std::string_view word) {
    constexpr auto words = std::to_array<std::string_view>(
        {"A",      "After",     "All",  "Also", "Although", "An",     "And",   "Another", "As",    "At",    "Because",
         "Before", "Both",      "But",  "By",   "Despite",  "During", "Each",  "Earlier", "Every", "For",   "From",
         "He",     "Her",       "His",  "How",  "However",  "I",      "If",    "In",      "It",    "Its",   "Last",
         "Many",   "Meanwhile", "Most", "My",   "No",       "Not",    "Now",   "On",      "One",   "Our",   "She",
         "Since",  "So",        "Some", "Such", "That",     "The",    "Their", "Then",    "There", "These", "They",
         "This",   "Those",     "To",   "We",   "What",     "When",   "While", "With",    "You"});
    static_assert(std::ranges::is_sorted(words));
    return std::ranges::binary_search(words, word);
  }

  Document& document_;
  std::string_view text_;
  const std::vector<Token>& tokens_;
  LineEnds line_ends_;
};

}  // namespace

void split_sentences(Document& document) { Splitter(document).split(); }

}  // namespace corroborate::syntax
