// Words of the sentences of a line.
#include "codec/line_text.h"

#include <algorithm>
#include <array>
#include <bit>

#include "codec/text_order.h"
#include "text/ascii.h"
#include "text/utf8.h"
#include "text/word_hash.h"

namespace corroborate::codec {
namespace {

constexpr std::string_view curly_apostrophe = "\u2019";

bool is_digit(char c) { return '0' <= c && c <= '9'; }

// U+0080 to U+00BF and U+2000 to U+2FFF are signs and spaces; what else is past ASCII is a letter here.
constexpr std::array<bool, 256> word_starts = [] {
  std::array<bool, 256> starts{};
  for (std::size_t byte = 0; byte < starts.size(); ++byte) {
    const char low = text::lower(static_cast<char>(byte));
    starts[byte] = ('a' <= low && low <= 'z') || ('0' <= low && low <= '9') || (byte >= 0xC3 && byte != 0xE2);
  }
  return starts;
}();
bool is_word_start(char c) { return word_starts[static_cast<unsigned char>(c)]; }

// Nothing else ties two runs together.
bool may_tie(char c) { return c == '.' || c == ',' || c == '\'' || c == curly_apostrophe[0]; }

// Letters and digits of ASCII in lower case; 0 = another.
constexpr std::array<char, 256> folded_plain = [] {
  std::array<char, 256> folded{};
  for (std::size_t byte = 0; byte < 0x80; ++byte)
    if (word_starts[byte]) folded[byte] = text::lower(static_cast<char>(byte));
  return folded;
}();

// How many of eight bytes, the first the most of the number, are letters or digits of ASCII before another comes.
std::size_t count_plain(std::uint64_t bytes) {
  constexpr std::uint64_t ones = 0x0101010101010101u, tops = 0x8080808080808080u;
  const std::uint64_t seven_bits = bytes & ~tops;
  const auto between = [](std::uint64_t values, unsigned first, unsigned last) {  // of seven bits each
    return (values + ones * (0x80 - first)) & ~(values + ones * (0x7F - last));
  };
  const std::uint64_t plain = between(seven_bits | ones * 0x20, 'a', 'z') | between(seven_bits, '0', '9');
  return static_cast<std::size_t>(std::countl_zero(~(plain & ~bytes) & tops)) / 8;
}

// Whether a word of letters and digits of ASCII alone ends at `at`, whatever follows: no letter, and nothing that may
// tie one to it.
bool is_plain_end(std::string_view text, std::size_t at) {
  if (is_word_start(text[at]) || text::is_continuation(text[at])) return false;
  if (!may_tie(text[at])) return true;
  return (text[at] == '.' || text[at] == ',') && (at + 1 == text.size() || !is_word_start(text[at + 1]));
}

// Behind the letters and digits that begin at `at`.
std::size_t skip_run(std::string_view text, std::size_t at) {
  while (at < text.size() && is_word_start(text[at])) {
    ++at;
    while (at < text.size() && text::is_continuation(text[at])) ++at;
  }
  return at;
}

std::size_t apostrophe_at(std::string_view text, std::size_t at) {
  if (at < text.size() && text[at] == '\'') return 1;
  if (at >= text.size() || text[at] != curly_apostrophe[0]) return 0;
  return text.substr(at, curly_apostrophe.size()) == curly_apostrophe ? curly_apostrophe.size() : 0;
}

// What stands as a word of its own behind an apostrophe.
bool is_clitic(std::string_view letters) {
  constexpr std::array<std::string_view, 7> clitics = {"s", "re", "ve", "ll", "d", "m", "t"};
  return std::ranges::any_of(clitics, [&](std::string_view clitic) { return text::equal_folded(clitic, letters); });
}

// Behind the word that begins at `at`: runs that a full stop, a comma within a figure or an apostrophe ties ("U.S.",
// "1,200", "O'Connor").
std::size_t skip_word(std::string_view text, std::size_t at) {
  bool dotted = false;
  for (std::size_t end = skip_run(text, at);;) {
    if (end >= text.size() || !may_tie(text[end])) return end;
    const std::size_t apostrophe = apostrophe_at(text, end);
    const std::size_t next = end + std::max<std::size_t>(apostrophe, 1);
    const std::size_t next_end = skip_run(text, next);
    const bool comma = text[end] == ',' && is_digit(text[end - 1]) && next < text.size() && is_digit(text[next]);
    const bool stop = text[end] == '.';
    if (stop && dotted && next_end == next) return next;
    if (next_end == next || !(comma || stop || apostrophe != 0)) return end;
    if (apostrophe != 0 && is_clitic(text.substr(next, next_end - next))) return end;
    dotted |= stop;
    end = next_end;
  }
}

// Behind "'s" and its like at `at`; `at` where there is none.
std::size_t skip_clitic(std::string_view text, std::size_t at) {
  if (at >= text.size() || !may_tie(text[at])) return at;
  const std::size_t apostrophe = apostrophe_at(text, at);
  if (apostrophe == 0) return at;
  const std::size_t end = skip_run(text, at + apostrophe);
  return is_clitic(text.substr(at + apostrophe, end - at - apostrophe)) ? end : at;
}

// Byte offset of a code point, or the size of the text.
std::size_t byte_offset(std::string_view text, std::uint32_t code_points) {
  std::size_t at = 0;
  for (; at < text.size(); ++at) {
    if (text::is_continuation(text[at])) continue;
    if (code_points == 0) break;
    --code_points;
  }
  return at;
}

}  // namespace

std::uint32_t count_code_points(std::string_view text) {
  return static_cast<std::uint32_t>(std::ranges::count_if(text, [](char c) { return !text::is_continuation(c); }));
}

TextPlace place_behind(const LineSentence& sentence, std::string_view part) {
  const auto last = sentence.one_line ? std::string_view::npos : part.rfind('\n');
  const std::string_view in_line = last == std::string_view::npos ? part : part.substr(last + 1);
  const auto columns = static_cast<std::uint32_t>(sentence.is_ascii() ? in_line.size() : count_code_points(in_line));
  if (last == std::string_view::npos) return {sentence.line, sentence.column + columns};
  return {sentence.line + static_cast<std::uint32_t>(std::ranges::count(part, '\n')), columns + 1};
}

std::string_view text_before(const LineSentence& sentence, std::uint32_t code_point) {
  if (code_point < sentence.span.begin) return {};
  const std::string_view text = sentence.text;
  const std::uint32_t from = code_point - sentence.span.begin;
  return text.substr(0, sentence.is_ascii() ? from : byte_offset(text, from));
}

std::string_view quote_of(const LineSentence& sentence, Span span) {
  if (span.begin < sentence.span.begin || span.end < span.begin) return {};
  const std::size_t begin = text_before(sentence, span.begin).size(), end = text_before(sentence, span.end).size();
  return std::string_view(sentence.text).substr(begin, end - begin);
}

LineWords::LineWords(const std::vector<LineSentence>& sentences) {
  std::size_t bytes = 0;
  for (const auto& sentence : sentences) bytes += sentence.text.size();
  folded_.reset(new char[bytes + 8]);  // no word is longer folded than it was, and eight are written at once; no zeros
  end_ = folded_.get();
  words_.reserve(bytes / 5);
  for (const auto& sentence : sentences) add(sentence);
}

// The word at `at` where it is nothing but letters and digits of ASCII: most are. Returns where it ends; `at` where it
// is another, and nothing is added.
std::size_t LineWords::add_plain_word(std::string_view text, std::size_t at, std::uint32_t code_point) {
  const std::size_t begin = at;
  char* to = end_;
  text::WordHash hash;
  for (; at < text.size(); ++at) {
    const char letter = folded_plain[static_cast<unsigned char>(text[at])];
    if (letter == 0) break;
    *to++ = letter;
    hash.add(letter);
  }
  if (at < text.size() && !is_plain_end(text, at)) return begin;
  words_.push_back({{code_point, code_point + static_cast<std::uint32_t>(at - begin)},
                    {end_, static_cast<std::size_t>(to - end_)},
                    hash.value()});
  end_ = to;
  return at;
}

// Likewise, of less than eight letters and with so many in the text. How long it is cannot be foreseen: eight letters
// are folded and hashed in any case.
std::size_t LineWords::add_short_word(std::string_view text, std::size_t at, std::uint32_t code_point) {
  const std::uint64_t letters = eight_bytes(text.data() + at);
  const auto size = static_cast<std::uint32_t>(count_plain(letters));
  if (size == 8 || !is_plain_end(text, at + size)) return at;
  std::array<text::WordHash, 9> hashes;  // of so many of the letters
  for (std::size_t i = 0; i < 8; ++i) {
    end_[i] = static_cast<char>((letters >> (56 - 8 * i) & 0xFF) | 0x20);
    hashes[i + 1] = hashes[i];
    hashes[i + 1].add(end_[i]);
  }
  words_.push_back({{code_point, code_point + size}, {end_, size}, hashes[size].value()});
  end_ += size;
  return at + size;
}

// Returns its code points.
std::uint32_t LineWords::add_word(std::string_view word, std::uint32_t code_point) {
  char* to = end_;
  std::uint32_t code_points = 0;
  for (std::size_t i = 0; i < word.size(); ++code_points) {
    if (const std::size_t apostrophe = apostrophe_at(word, i); apostrophe != 0) {
      *to++ = '\'';
      i += apostrophe;
      continue;
    }
    *to++ = text::lower(word[i++]);
    while (i < word.size() && text::is_continuation(word[i])) *to++ = word[i++];
  }
  const std::string_view folded(end_, static_cast<std::size_t>(to - end_));
  end_ = to;
  words_.push_back({{code_point, code_point + code_points}, folded, text::hash_word(folded)});
  return code_points;
}

void LineWords::add(const LineSentence& sentence) {
  const std::string_view text = sentence.text;
  std::uint32_t code_point = sentence.span.begin;
  for (std::size_t at = 0; at < text.size();) {
    if (!is_word_start(text[at])) {
      code_point += !text::is_continuation(text[at++]);
      continue;
    }
    std::size_t end = at;
    if (at + 8 < text.size()) end = add_short_word(text, at, code_point);
    if (end == at) end = add_plain_word(text, at, code_point);
    if (end > at) {
      code_point += static_cast<std::uint32_t>(end - at);
      at = end;
      continue;
    }
    end = skip_word(text, at);
    const std::size_t clitic_end = skip_clitic(text, end);
    const bool negated = clitic_end > end && end > at + 1 && text::lower(text[clitic_end - 1]) == 't' &&
                         text::lower(text[end - 1]) == 'n';  // "did" "n't"
    if (negated) --end;
    code_point += add_word(text.substr(at, end - at), code_point);
    if (clitic_end > end) code_point += add_word(text.substr(end, clitic_end - end), code_point);
    at = std::max(end, clitic_end);
  }
}

}  // namespace corroborate::codec
