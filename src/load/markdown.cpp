// Line by line and from left to right, each character looked at a bounded number of times.
#include "load/markdown.h"

#include <algorithm>

#include "load/formats.h"
#include "load/metadata.h"
#include "load/prose.h"

namespace corroborate::loading {
namespace {

constexpr std::size_t longest_mark = 2000;  // bytes; a link or tag that ends later is none

bool is_blank(char c) { return c == ' ' || c == '\t'; }
bool is_digit(char c) { return '0' <= c && c <= '9'; }
bool is_mark(char c) { return std::string_view("\\`*_{}[]<>()#+-.!|~\"'").find(c) != std::string_view::npos; }
bool is_word(char c) {
  return is_digit(c) || ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || static_cast<unsigned char>(c) >= 0x80;
}

// "***", "- - -", "====": a rule, or the line under a heading.
bool is_rule(std::string_view line) {
  const std::string_view text = trim(line);
  if (text.size() < 3 || std::string_view("*-_=").find(text[0]) == std::string_view::npos) return false;
  return std::ranges::all_of(text, [&](char c) { return c == text[0] || is_blank(c); });
}

// "|---|:--:|" under the head of a table.
bool is_table_rule(std::string_view line) {
  const std::string_view text = trim(line);
  return text.size() > 2 && text.find('-') != std::string_view::npos && text.find('|') != std::string_view::npos &&
         std::ranges::all_of(text, [](char c) { return c == '|' || c == '-' || c == ':' || is_blank(c); });
}

bool is_definition(std::string_view line) {
  const std::string_view text = trim(line);
  const auto end = text.find("]: ");
  return text.starts_with('[') && end != std::string_view::npos && text.find(']') == end;
}

// What a line opens with: "> ", "- ", "2. ", "## ", one after the other.
std::string_view without_opening(std::string_view line) {
  while (true) {
    const std::string_view text = line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
    std::size_t size = 0;
    if (text.starts_with('>'))
      size = 1;
    else if (text.size() > 1 && std::string_view("-*+").find(text[0]) != std::string_view::npos && is_blank(text[1]))
      size = 2;
    else if (text.starts_with('#')) {
      size = std::min(text.find_first_not_of('#'), text.size());
      if (size > 6 || (size < text.size() && !is_blank(text[size]))) return line;
    } else {
      while (size < text.size() && size < 9 && is_digit(text[size])) ++size;
      const bool item = size > 0 && size + 1 < text.size() && (text[size] == '.' || text[size] == ')') &&
                        is_blank(text[size + 1]) && size < 4;
      if (!item) return line;
      size += 2;
    }
    line = text.substr(size);
    line = line.substr(std::min(line.find_first_not_of(" \t"), line.size()));
  }
}

// One line's marks within the text.
class Inline {
 public:
  explicit Inline(std::string_view line) : line_(line) {}

  std::string read() {
    while (at_ < line_.size()) step();
    return std::move(out_);
  }

 private:
  void step() {
    const char c = line_[at_];
    if (c == '\\' && at_ + 1 < line_.size() && is_mark(line_[at_ + 1])) return take(2, line_.substr(at_ + 1, 1));
    if (c == '!' && line_.substr(at_ + 1).starts_with('[') && skip_link(at_ + 1, false)) return;
    if (c == '[' && skip_link(at_, true)) return;
    if (c == '<' && skip_tag()) return;
    if (c == '`') return take(1, {});
    if ((c == '*' || c == '_') && is_emphasis(c)) return take(1, {});
    if (c == '~' && line_.substr(at_).starts_with("~~")) return take(2, {});
    take(1, line_.substr(at_, 1));
  }

  void take(std::size_t size, std::string_view words) {
    at_ += size;
    out_ += words;
  }

  // An asterisk or underscore between blanks is none ("3 * 4"), nor is an underscore within a word.
  bool is_emphasis(char c) const {
    const char before = at_ == 0 ? ' ' : line_[at_ - 1], after = at_ + 1 < line_.size() ? line_[at_ + 1] : ' ';
    if (is_blank(before) && is_blank(after)) return false;
    return c == '*' || !is_word(before) || !is_word(after);
  }

  // "[words](address)", "[words][name]", "[^1]". The words are read on from here, an image's are left out.
  bool skip_link(std::size_t bracket, bool keep) {
    const std::string_view rest = line_.substr(bracket, longest_mark);
    const auto close = rest.find(']');
    if (close == std::string_view::npos) return false;
    const char next = close + 1 < rest.size() ? rest[close + 1] : ' ';
    const auto end = next == '('   ? rest.find(')', close)
                     : next == '[' ? rest.find(']', close + 1)
                                   : std::string_view::npos;
    const bool note = rest.starts_with("[^");
    if (end == std::string_view::npos && !note) return false;
    const std::string_view words = rest.substr(1, close - 1);
    if (keep && !note) out_ += Inline(words.substr(0, std::min(words.find('['), words.size()))).read_flat();
    at_ = bracket + (end == std::string_view::npos ? close : end) + 1;
    return true;
  }

  // Words of a link, which holds no other.
  std::string read_flat() {
    while (at_ < line_.size()) {
      const char c = line_[at_];
      if (c == '`' || ((c == '*' || c == '_') && is_emphasis(c)))
        take(1, {});
      else
        take(1, line_.substr(at_, 1));
    }
    return std::move(out_);
  }

  // "<em>", "<!-- note -->"; an address in angle brackets is kept.
  bool skip_tag() {
    const auto size = line_.substr(at_, longest_mark).find('>');
    if (size == std::string_view::npos || at_ + 1 == line_.size()) return false;
    const std::size_t end = at_ + size;
    const char first = line_[at_ + 1];
    const bool tag = first == '/' || first == '!' || ('a' <= first && first <= 'z') || ('A' <= first && first <= 'Z');
    if (!tag) return false;
    const std::string_view inner = line_.substr(at_ + 1, end - at_ - 1);
    if (inner.find("://") != std::string_view::npos && inner.find(' ') == std::string_view::npos) out_ += inner;
    at_ = end + 1;
    return true;
  }

  std::string_view line_;
  std::size_t at_ = 0;
  std::string out_;
};

std::string cells_of(std::string_view row) {
  std::string words(row);
  std::ranges::replace(words, '|', ' ');
  return words;
}

std::string words_of_line(std::string_view line) {
  if (is_rule(line) || is_table_rule(line) || is_definition(line)) return {};
  std::string_view text = without_opening(line);
  if (line.size() != text.size() && trim(line).starts_with('#')) {  // "## Title ##"
    const auto end = text.find_last_not_of("# \t\r");
    text = text.substr(0, end == std::string_view::npos ? 0 : end + 1);
  }
  const std::string words = Inline(text).read();
  return trim(line).starts_with('|') ? cells_of(words) : words;
}

}  // namespace

std::string without_marks(std::string_view markdown) {
  std::string out;
  std::string_view fence;  // of the code block that is open
  for (std::size_t begin = 0; begin < markdown.size();) {
    const auto end = std::min(markdown.find('\n', begin), markdown.size());
    const std::string_view line = markdown.substr(begin, end - begin), text = trim(line);
    const bool is_fence = text.starts_with("```") || text.starts_with("~~~");
    if (is_fence && fence.empty())
      fence = text.substr(0, 3);
    else if (is_fence && text.starts_with(fence))
      fence = {};
    else if (fence.empty())
      out += words_of_line(line);
    if (end < markdown.size()) out += '\n';
    begin = end + 1;
  }
  return out;
}

bool sniff_markdown(const Head& head) {
  return (head.ending == "md" || head.ending == "markdown") && sniff_prose(head);
}

void read_markdown(Source& source) {
  read_text(source, [](Article& article) { article.body = without_marks(article.body); });
}

}  // namespace corroborate::loading
