#include "report/text_layout.h"

#include <fmt/format.h>

#include <algorithm>

#include "text/utf8.h"

namespace corroborate::reporting {
namespace {

constexpr std::string_view ellipsis = "…";

bool is_blank(char32_t c) { return c <= 0x20 || (0x7F <= c && c <= 0xA0) || c == 0x2028 || c == 0x2029; }

bool turns_direction(char32_t c) { return (0x202A <= c && c <= 0x202E) || (0x2066 <= c && c <= 0x2069); }

constexpr char whole_blank = '\x1f';  // stands for a blank within a word; clean text has none

// Offset after the colour or link that begins at `offset`, or `offset`.
std::size_t skip_sequence(std::string_view text, std::size_t offset) {
  const bool link = text.substr(offset, 2) == "\x1b]";
  if (!link && text.substr(offset, 2) != "\x1b[") return offset;
  const auto end = link ? text.find("\x1b\\", offset + 2) : text.find('m', offset);
  return end == std::string_view::npos ? text.size() : end + (link ? 2 : 1);
}

// Longest end of `text` of at most `width` columns that begins after a blank; all of it where it fits.
std::string_view last_words(std::string_view text, std::size_t width) {
  if (text::display_width(text) <= width) return text;
  auto begin = text.find(' ');
  while (begin != std::string_view::npos && text::display_width(text.substr(begin + 1)) > width)
    begin = text.find(' ', begin + 1);
  return begin == std::string_view::npos ? std::string_view{} : text.substr(begin + 1);
}

std::string_view first_words(std::string_view text, std::size_t width) {
  if (text::display_width(text) <= width) return text;
  auto end = text.rfind(' ');
  while (end != std::string_view::npos && text::display_width(text.substr(0, end)) > width) {
    end = end == 0 ? std::string_view::npos : text.rfind(' ', end - 1);
  }
  return end == std::string_view::npos ? std::string_view{} : text.substr(0, end);
}

}  // namespace

std::string clean(std::string_view text) {
  std::string result;
  bool blank = false;
  for (std::size_t offset = 0; offset < text.size();) {
    const auto next = text::decode(text, offset);
    offset += next.size;
    if (turns_direction(next.value)) continue;
    if (is_blank(next.value)) {
      blank = !result.empty();
      continue;
    }
    if (blank) result.push_back(' ');
    blank = false;
    text::append(result, next.value);
  }
  return result;
}

std::size_t width_of(std::string_view text) {
  std::string plain;
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t next = skip_sequence(text, offset);
    if (next == offset) plain.push_back(text[offset] == whole_blank ? ' ' : text[offset]), ++offset;
    offset = std::max(offset, next);
  }
  return text::display_width(plain);
}

std::string pad(std::string_view text, std::size_t width) {
  const std::size_t used = width_of(text);
  return std::string(text) + std::string(used < width ? width - used : 0, ' ');
}

std::string cut_end(std::string_view text, std::size_t width) {
  if (text::display_width(text) <= width) return std::string(text);
  std::size_t end = 0;
  for (std::size_t used = 0; end < text.size();) {
    const auto next = text::decode(text, end);
    used += text::display_width(text.substr(end, next.size));
    if (used + 1 > width) break;
    end += next.size;
  }
  return std::string(text.substr(0, end)) + std::string(ellipsis);
}

std::string whole(std::string_view text) {
  std::string word(text);
  std::ranges::replace(word, ' ', whole_blank);
  return word;
}

std::string hyperlink(std::string_view text, std::string_view address) {
  return address.empty() ? std::string(text) : fmt::format("\x1b]8;;{}\x1b\\{}\x1b]8;;\x1b\\", address, text);
}

std::string wrap(std::string_view text, const Frame& frame) {
  std::string result(frame.first, ' ');
  std::size_t used = frame.first;
  bool fresh = true, blank = true;  // nothing, and nothing but blanks, on the line so far
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find(' ', begin), text.size());
    const std::string_view word = text.substr(begin, end - begin);
    const std::size_t width = width_of(word);
    begin = end + 1;
    if (!blank && used + 1 + width > frame.width) {
      result.erase(result.find_last_not_of(' ') + 1);
      result += '\n' + std::string(frame.others, ' ');
      used = frame.others;
      fresh = blank = true;
    }
    if (word.empty() && fresh && result.find('\n') != std::string::npos)
      continue;  // a run of blanks ends with its line
    if (!fresh) result.push_back(' ');
    used += width + (fresh ? 0 : 1);
    result += word;
    fresh = false;
    blank = blank && word.empty();
  }
  result.erase(result.find_last_not_of(' ') + 1);
  std::ranges::replace(result, whole_blank, ' ');
  return result + '\n';
}

Excerpt excerpt(std::string_view context, std::string_view quote, std::size_t reach) {
  const auto at = context.find(quote);
  if (at == std::string_view::npos || quote.empty()) return {{}, std::string(quote), {}};
  const std::string_view before = context.substr(0, at), after = context.substr(at + quote.size());
  const std::string_view shown_before = last_words(before, reach), shown_after = first_words(after, reach);
  return {std::string(shown_before.size() < before.size() ? "… " : "") + std::string(shown_before), std::string(quote),
          std::string(shown_after) + std::string(shown_after.size() < after.size() ? " …" : "")};
}

std::string Style::quote(std::string_view text) const { return colour_ ? paint("1", text) : fmt::format("»{}«", text); }

std::string Style::paint(std::string_view code, std::string_view text) const {
  return colour_ ? fmt::format("\x1b[{}m{}\x1b[0m", code, text) : std::string(text);
}

}  // namespace corroborate::reporting
