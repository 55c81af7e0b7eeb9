// Laying out lines for a terminal: words wrapped by the columns they take, and colours that take none.
//
// Everything that comes from articles goes through `clean` first: it could hold control sequences.
#pragma once

#include <string>
#include <string_view>

namespace corroborate::reporting {

// Blanks, line ends and control characters become single spaces; marks that turn the direction of writing are dropped.
std::string clean(std::string_view text);

// Columns on a terminal; colours and links take none.
std::size_t width_of(std::string_view text);

// `text` and blanks up to `width` columns.
std::string pad(std::string_view text, std::size_t width);

// At most `width` columns, ending in "…" where something was cut off.
std::string cut_end(std::string_view text, std::size_t width);

// `text`, clean, as one word: `wrap` breaks no line within it.
std::string whole(std::string_view text);

// `text` as a link to `address` that takes no columns (OSC 8,
// https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda); without an address the text alone. The address
// holds no blanks and no control characters.
std::string hyperlink(std::string_view text, std::string_view address);

struct Frame {
  std::size_t width = 80;  // columns of the whole line
  std::size_t first = 0;   // indent of the first line
  std::size_t others = 0;  // indent of the lines after it
};

// `text` in lines of at most `frame.width` columns, each with its line end. A longer word stands alone, uncut; no
// line is empty.
std::string wrap(std::string_view text, const Frame& frame);

struct Excerpt {
  std::string before, quote, after;
};

// `context` around `quote`, both clean: at most `reach` columns on either side, cut between words and marked with "…".
Excerpt excerpt(std::string_view context, std::string_view quote, std::size_t reach);

// How things look; without colours the same words, and a quote between »«.
class Style {
 public:
  explicit Style(bool colour) : colour_(colour) {}

  std::string conflict(std::string_view text) const { return paint("1;31", text); }
  std::string compatible(std::string_view text) const { return paint("1;33", text); }
  std::string agree(std::string_view text) const { return paint("1;32", text); }
  std::string heading(std::string_view text) const { return paint("1", text); }
  std::string dim(std::string_view text) const { return paint("2", text); }
  std::string quote(std::string_view text) const;

 private:
  std::string paint(std::string_view code, std::string_view text) const;
  bool colour_;
};

}  // namespace corroborate::reporting
