// The tokeniser: runs without spaces are found with a byte table; a run of letters only is one token at once,
// every other run goes through the rules below.
#include "syntax/tokenize.h"

#if defined(__SSE2__)
#include <emmintrin.h>
#endif

#include <algorithm>
#include <array>
#include <bit>

#include "syntax/abbreviations.h"
#include "syntax/characters.h"

namespace corroborate::syntax {

namespace {

constexpr std::uint8_t word_kinds = kind_letter | kind_digit;

bool equals_folded(std::string_view text, std::string_view lower) {
  return text.size() == lower.size() &&
         std::equal(text.begin(), text.end(), lower.begin(), [](char a, char b) { return to_lower(a) == b; });
}

template <std::size_t count>
bool is_one_of(std::string_view text, const std::array<std::string_view, count>& words) {
  return std::ranges::any_of(words, [text](std::string_view word) { return equals_folded(text, word); });
}

// Prefixes that stay with their word: the treebanks split "well-known" but not "non-profit".
constexpr std::array<std::string_view, 26> prefixes = {
    "non",   "e",   "re",   "anti", "co",    "pro",    "pre",   "mid",   "post",  "over",  "multi", "ex",    "counter",
    "cross", "sub", "semi", "mini", "socio", "psycho", "intra", "micro", "inter", "ultra", "un",    "quasi", "pan"};

// What is cut off a number it is written against: "5pm", "$2bn", "10km".
constexpr std::array<std::string_view, 34> number_suffixes = {
    "m",  "pm",  "am", "k",   "b",    "mm",  "ft", "x",   "bn",      "f",       "cm", "kg",
    "hz", "km",  "lb", "lbs", "mins", "min", "kb", "mb",  "gb",      "percent", "pc", "mph",
    "tn", "trn", "mn", "p",   "ml",   "hrs", "hr", "kph", "million", "billion"};

constexpr std::array<std::string_view, 7> contraction_endings = {"s", "m", "d", "re", "ve", "ll", "t"};
constexpr std::array<std::string_view, 7> slash_words = {"w/o", "n/a", "c/o", "l/c", "i/c", "s/he", "b/c"};
constexpr std::array<std::string_view, 6> leading_apostrophe_words = {"em", "til", "cause", "tis", "twas", "n"};
constexpr std::array<std::string_view, 5> dollar_prefixes = {"us", "hk", "nz", "c", "a"};

// Words written as one that are two, and the length of the first: "cannot" = "can" + "not".
struct Fused {
  std::string_view word;
  std::uint8_t first;
};
constexpr std::array<Fused, 24> fused_words = {{
    {"cannot", 3},   {"gonna", 3},  {"gotta", 3},  {"wanna", 3}, {"gimme", 3},   {"lemme", 3},
    {"dont", 2},     {"doesnt", 4}, {"didnt", 3},  {"isnt", 2},  {"wasnt", 3},   {"wont", 2},
    {"cant", 2},     {"aint", 2},   {"havent", 4}, {"hasnt", 3}, {"couldnt", 5}, {"wouldnt", 5},
    {"shouldnt", 6}, {"arent", 3},  {"thats", 4},  {"alot", 1},  {"dunno", 2},   {"theyre", 4},
}};

// For each last letter of a fused word, the letters that stand before it, one bit each.
constexpr std::array<std::uint32_t, 32> make_fused_endings() {
  std::array<std::uint32_t, 32> endings{};
  for (const auto& fused : fused_words) {
    const auto last = static_cast<unsigned char>(fused.word.back());
    const auto before = static_cast<unsigned char>(fused.word[fused.word.size() - 2]);
    endings[last & 31u] |= std::uint32_t{1} << (before & 31u);
  }
  return endings;
}
constexpr auto fused_endings = make_fused_endings();

// Length of the first of two words that are written as one, 0 for any other word.
inline std::size_t fused_length(std::string_view word) {
  if (word.size() < 4 || word.size() > 8) return 0;
  const auto last = static_cast<unsigned char>(word.back()), before = static_cast<unsigned char>(word[word.size() - 2]);
  if ((fused_endings[last & 31u] >> (before & 31u) & 1u) == 0) return 0;
  for (const auto& fused : fused_words)
    if (equals_folded(word, fused.word)) return fused.first;
  return 0;
}

constexpr std::size_t longest_number = 24;  // bytes; keeps look-backs bounded on hostile input

bool is_number(std::string_view word) {
  return word.size() <= longest_number &&
         std::ranges::all_of(word, [](char byte) { return is_digit(byte) || byte == '.' || byte == ','; });
}

// "U.S", "a.m", "D.C": single letters between full stops.
bool is_letters_and_stops(std::string_view word) {
  if (word.size() < 3 || word.size() % 2 == 0) return false;
  for (std::size_t at = 0; at < word.size(); ++at)
    if (at % 2 == 0 ? byte_kind(word[at]) != kind_letter : word[at] != '.') return false;
  return true;
}

// The end of "https://…", "www.…" or "name@host.org" at the begin of `run`, without the marks of the sentence around
// it; 0 = none.
std::size_t address_length(std::string_view run) {
  const bool web =
      run.starts_with("http://") || run.starts_with("https://") || run.starts_with("www.") || run.starts_with("ftp://");
  const auto at_sign = run.find('@');
  const bool mail = !web && at_sign != std::string_view::npos && run.find('.', at_sign) != std::string_view::npos;
  if (!web && !mail) return 0;
  run = run.substr(0, run.find_first_of(web ? "<>\"" : "<>\"()[]"));
  if (mail && run.size() < at_sign) return 0;
  const auto last = run.find_last_not_of(".,;:!?)]'");
  return last == std::string_view::npos ? 0 : last + 1;
}

// Marks that are tokens of their own, so many in a row, are drawn, not written: "((((((" is one token.
constexpr std::size_t shortest_rule = 5;

constexpr std::size_t longest_address = 2048;  // bytes; keeps the look-ahead bounded on hostile input

void add_token(std::size_t begin, std::size_t end, std::vector<Token>& tokens) {
  Token& token = tokens.emplace_back();
  token.begin = static_cast<std::uint32_t>(begin);
  token.end = static_cast<std::uint32_t>(end);
}

// Splits one run without spaces.
class Run {
 public:
  Run(std::string_view text, std::size_t begin, std::size_t end, std::vector<Token>& tokens)
      : text_(text), begin_(begin), end_(end), tokens_(tokens) {}

  // `kinds` are those of all characters of the run.
  void split(std::uint8_t kinds) {
    const std::string_view run = slice(begin_, std::min(end_, begin_ + longest_address));
    may_hold_address_ = run.starts_with("www.");
    if (kinds & kind_other)
      may_hold_address_ |= run.find('@') != std::string_view::npos || run.find("://") != std::string_view::npos;
    std::size_t at = begin_;
    while (at < end_) at = take(at);
  }

 private:
  char byte(std::size_t at) const { return at < end_ ? text_[at] : '\0'; }
  Character character(std::size_t at) const { return at < end_ ? classify(text_, at) : Character{0, 1}; }
  bool is_word(std::size_t at) const { return (character(at).kind & word_kinds) != 0; }
  std::string_view slice(std::size_t from, std::size_t to) const { return text_.substr(from, to - from); }

  std::size_t emit(std::size_t from, std::size_t to) {
    add_token(from, to, tokens_);
    return to;
  }

  std::size_t letters_end(std::size_t at) const {
    while (at < end_ && character(at).kind == kind_letter) at += character(at).length;
    return at;
  }
  std::size_t digits_end(std::size_t at) const {
    while (is_digit(byte(at))) ++at;
    return at;
  }
  std::size_t same_byte_end(std::size_t at) const {
    std::size_t to = at + 1;
    while (to < end_ && text_[to] == text_[at]) ++to;
    return to;
  }

  std::size_t take(std::size_t at) {
    const Character first = character(at);
    if (first.kind & word_kinds) {
      if (!may_hold_address_) return take_word(at);
      const std::size_t address = address_length(slice(at, std::min(end_, at + longest_address)));
      return address > 0 ? emit(at, at + address) : take_word(at);
    }
    if (first.kind == kind_period) return take_stops(at);
    if (first.kind == kind_apostrophe) return take_apostrophe(at, first.length);
    return take_mark(at, first);
  }

  // "...", and ".265".
  std::size_t take_stops(std::size_t at) {
    const std::size_t to = same_byte_end(at);
    if (to == at + 1 && is_digit(byte(to)) && (at == begin_ || !is_word(at - 1))) return take_word(to, at);
    if (to == at + 1 && at == begin_ && character(to).kind == kind_letter) return take_word(to, at);  // ".com"
    return emit(at, to);
  }

  std::size_t take_apostrophe(std::size_t at, std::size_t length) {
    const std::size_t after = at + length;
    if (slice(after, after + length) == slice(at, at + length)) return emit(at, after + length);  // ''
    const std::size_t digits = digits_end(after), letters = letters_end(after);
    if (digits == after + 2 && !is_word(digits)) return emit(at, digits);         // '05
    if (digits == after + 2 && byte(digits) == 's') return emit(at, digits + 1);  // '90s
    const std::string_view word = slice(after, letters);
    if (at == begin_ && is_one_of(word, leading_apostrophe_words)) return emit(at, letters);  // 'em
    if (at == begin_ && letters == end_ && is_one_of(word, contraction_endings)) return emit(at, letters);
    return emit(at, after);
  }

  // A mark of its own, or a row of the same mark.
  std::size_t take_mark(std::size_t at, Character first) {
    if (first.length > 1) {
      const std::size_t after = at + first.length;
      const std::string_view mark = slice(at, after);
      if (mark == "‘" && slice(after, after + first.length) == mark) return emit(at, after + first.length);
      return emit(at, after);
    }
    const char mark = text_[at];
    if (const std::size_t face = smiley_end(at)) return emit(at, face);
    if (mark == '@' && is_word(at + 1)) return take_word(at + 1, at);
    if (mark == '#' && character(at + 1).kind == kind_letter) return take_word(at + 1, at);
    if (mark == '+' && is_digit(byte(at + 1)) && at == begin_) return take_word(at + 1, at);
    const bool alone =
        mark == '(' || mark == ')' || mark == '[' || mark == ']' || mark == '"' || mark == ',' || mark == '%';
    if (alone) {
      const std::size_t to = same_byte_end(at);
      return emit(at, to - at >= shortest_rule ? to : at + 1);
    }
    if (mark == '!' || mark == '?') {
      std::size_t to = at + 1;
      while (byte(to) == '!' || byte(to) == '?') ++to;
      return emit(at, to);
    }
    return emit(at, same_byte_end(at));
  }

  // ":)", ";-)", ":D" at the end of a run.
  std::size_t smiley_end(std::size_t at) const {
    if (text_[at] != ':' && text_[at] != ';' && text_[at] != '=') return 0;
    std::size_t to = at + 1;
    if (byte(to) == '-') ++to;
    const char mouth = byte(to);
    if (mouth == ')' || mouth == '(') return to + 1;
    const bool letter_mouth = mouth == 'D' || mouth == 'P' || mouth == 'p';
    return at == begin_ && letter_mouth && to + 1 == end_ ? to + 1 : 0;
  }

  // A word, number, address or abbreviation; its token starts at `from` when that is given.
  std::size_t take_word(std::size_t at, std::size_t from = std::string_view::npos) {
    if (from == std::string_view::npos) from = at;
    std::size_t to = at;
    while (to < end_) {
      const Character next = character(to);
      if (next.kind == kind_letter) {
        const std::size_t letters = letters_end(to);
        if (to > from && is_number(slice(from, to)) && is_one_of(slice(to, letters), number_suffixes)) break;
        to = letters;
      } else if (next.kind == kind_digit) {
        to += next.length;
      } else if (next.kind == kind_apostrophe) {
        const std::size_t letters = letters_end(to + next.length);
        if (const std::size_t cut = contraction_cut(from, to, letters)) {
          if (cut > from) emit(from, cut);
          return emit(cut, letters);
        }
        if (letters == to + next.length) break;  // closing quote, or "soldiers'"
        to = letters;
      } else if (!continues_over(from, to, next)) {
        break;
      } else {
        to += next.length;
      }
    }
    return finish_word(from, to);
  }

  // "1998" of "1998's": no decade.
  static bool is_year(std::string_view word) {
    return word.size() == 4 && (word[0] == '1' || word[0] == '2') && word[3] != '0' &&
           std::ranges::all_of(word, is_digit);
  }

  // Where "don't" and "Chile's" are cut: the begin of the second part, 0 = nowhere.
  std::size_t contraction_cut(std::size_t from, std::size_t apostrophe, std::size_t letters) const {
    if (is_word(letters)) return 0;
    const std::size_t after = apostrophe + character(apostrophe).length;
    if (!is_one_of(slice(after, letters), contraction_endings)) return 0;
    if (to_lower(text_[after]) != 't' || letters != after + 1) {
      return is_digit(text_[apostrophe - 1]) && !is_year(slice(from, apostrophe)) ? 0
                                                                                  : apostrophe;  // "747's", "1990's"
    }
    const bool negation = apostrophe > from && to_lower(text_[apostrophe - 1]) == 'n';
    return negation ? apostrophe - 1 : 0;
  }

  // Whether a word goes on over the mark at `at`.
  bool continues_over(std::size_t from, std::size_t at, Character mark) const {
    const std::size_t after = at + mark.length;
    if (!is_word(after)) return false;
    const bool digit_before = is_digit(text_[at - 1]), digit_after = is_digit(byte(after));
    const bool letter_after = character(after).kind == kind_letter;
    if (mark.kind == kind_hyphen) return continues_over_hyphen(from, at, after);
    if (mark.length > 1) return false;
    switch (text_[at]) {
      case '.':
        return continues_over_stop(from, at);
      case ',':
        return digit_before && digit_after;
      case ':':
        return digit_before && digit_after;
      case '/':
        return (digit_before && digit_after) || is_one_of(slice(from, letters_end(after)), slash_words);
      case '&':
        return is_upper(text_[at - 1]) && is_upper(byte(after)) && letter_after;
      case '_':
        return true;
      case '@':
        return true;
      default:
        return false;
    }
  }

  bool continues_over_hyphen(std::size_t from, std::size_t at, std::size_t after) const {
    const std::string_view word = slice(from, at);
    if (is_digit(byte(after)) && is_digit(text_[at - 1])) return is_digit_group(from, at, after);
    return character(after).kind == kind_letter && is_one_of(word, prefixes);
  }

  // Telephone numbers and ISO dates stay whole, ranges are split: "345-3436", "2016-09-17", but "62-83".
  bool is_digit_group(std::size_t from, std::size_t at, std::size_t after) const {
    const std::size_t digits = digits_end(after);
    const bool inside = at - from <= longest_number && slice(from, at).find('-') != std::string_view::npos;
    const bool more = byte(digits) == '-' && is_digit(byte(digits + 1));
    return inside || more || (at - from == 3 && digits - after == 4);
  }

  // "3.5", "U.S.", "yahoo.com", but "end.The".
  bool continues_over_stop(std::size_t from, std::size_t at) const {
    if (!is_upper(byte(at + 1))) return true;
    const bool single = at == from + 1 || text_[at - 2] == '.';
    return single || is_upper(text_[at - 1]) || is_digit(text_[at - 1]);
  }

  std::size_t finish_word(std::size_t from, std::size_t to) {
    if (byte(to) == '$' && is_one_of(slice(from, to), dollar_prefixes)) return emit(from, to + 1);
    if (byte(to) == '.' && takes_stop(from, to)) return emit(from, to + 1);
    if (const std::size_t first = fused_length(slice(from, to))) {
      emit(from, from + first);
      return emit(from + first, to);
    }
    return emit(from, to);
  }

  // Whether the full stop at `to` belongs to the word before it.
  bool takes_stop(std::size_t from, std::size_t to) const {
    const std::size_t row = same_byte_end(to) - to;
    if (row > 2 || is_word(to + 1)) return false;
    const std::string_view word = slice(from, to);
    if (row == 2) return is_letters_and_stops(word) || equals_folded(word, "etc");
    if (word.size() == 1 && is_upper(word[0])) return word[0] != 'I' || to + 1 == end_;
    if (is_letters_and_stops(word)) return true;
    const Abbreviation kind = find_abbreviation(word);
    if (kind == Abbreviation::number) return to + 1 == end_ && digit_follows(to + 1);
    return kind != Abbreviation::none || equals_folded(word, "ph.d");
  }

  // The next run starts with a digit.
  bool digit_follows(std::size_t at) const { return at + 1 < text_.size() && is_digit(text_[at + 1]); }

  std::string_view text_;
  std::size_t begin_;
  std::size_t end_;
  bool may_hold_address_ = false;
  std::vector<Token>& tokens_;
};

void take_letters(std::string_view text, std::size_t begin, std::size_t end, std::vector<Token>& tokens) {
  const std::size_t cut = fused_length(text.substr(begin, end - begin));
  if (cut > 0) {
    add_token(begin, begin + cut, tokens);
    begin += cut;
  }
  add_token(begin, end, tokens);
}

#if defined(__SSE2__)
// Bytes of plain letters from `at` on, at most 16; 0 near the end of the text.
inline std::size_t plain_letters(std::string_view text, std::size_t at) {
  if (at + 16 > text.size()) return 0;
  const __m128i bytes = _mm_loadu_si128(reinterpret_cast<const __m128i*>(text.data() + at));
  const __m128i lower = _mm_or_si128(bytes, _mm_set1_epi8(0x20));
  // Signed bytes: 'a' … 'z' become the lowest 26 of all values, so that one comparison finds them.
  const __m128i shifted = _mm_add_epi8(lower, _mm_set1_epi8(static_cast<char>(0x80 - 'a')));
  const auto letters = static_cast<unsigned>(_mm_movemask_epi8(_mm_cmplt_epi8(shifted, _mm_set1_epi8(-128 + 26))));
  return static_cast<std::size_t>(std::countr_one(letters));
}
#else
inline std::size_t plain_letters(std::string_view, std::size_t) { return 0; }
#endif

}  // namespace

void tokenize(std::string_view text, std::vector<Token>& tokens) {
  std::size_t at = 0;
  while (at < text.size()) {
    const std::size_t begin = at;
    std::uint8_t kinds = 0;
    if (const std::size_t letters = plain_letters(text, at); letters > 0) {
      at += letters;
      kinds = kind_letter;
      if (at < text.size() && text[at] == ' ') {  // three words of four
        take_letters(text, begin, at++, tokens);
        continue;
      }
    }
    while (at < text.size()) {
      const Character next = classify(text, at);
      if (next.kind == kind_space) break;
      kinds |= next.kind;
      at += next.length;
    }
    if (kinds == kind_letter)
      take_letters(text, begin, at, tokens);
    else if (kinds != 0)
      Run(text, begin, at, tokens).split(kinds);
    if (at < text.size()) at += classify(text, at).length;  // the space
  }
}

}  // namespace corroborate::syntax
