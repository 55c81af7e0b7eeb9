// A text put together from parts of a file, with the line of the file on which each of its lines begins.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "corroborate/article.h"

namespace corroborate::loading {

struct PlacedText {
  std::string text;
  std::vector<std::uint32_t> lines;  // of the file, one a line of the text; from 1, or 0 where it is not known

  // Appends a paragraph whose lines follow each other in the file from `line` on; nothing where it is empty.
  void add(std::string_view paragraph, std::uint32_t line) {
    if (paragraph.empty()) return;
    if (!text.empty()) {
      text += "\n\n";
      lines.push_back(line);
    }
    text += paragraph;
    const auto inner = static_cast<std::uint32_t>(std::count(paragraph.begin(), paragraph.end(), '\n'));
    for (std::uint32_t i = 0; i <= inner; ++i) lines.push_back(line == 0 ? 0 : line + i);
  }

  // Appends another text behind a blank line.
  void add(const PlacedText& other) {
    if (other.text.empty()) return;
    if (!text.empty()) {
      text += "\n\n";
      lines.push_back(other.lines.front());
    }
    text += other.text;
    lines.insert(lines.end(), other.lines.begin(), other.lines.end());
  }
};

// Makes it the article's body. Where not all lines are known, none is: lines then count those of the text.
inline void set_body(Article& article, PlacedText&& placed) {
  article.body = std::move(placed.text);
  article.lines = std::move(placed.lines);
  if (std::ranges::find(article.lines, 0u) != article.lines.end()) article.lines.clear();
}

// All of the body stands on one line of the file, as a string of JSON does.
inline void place_on_line(Article& article, std::uint32_t line) {
  const auto ends = std::count(article.body.begin(), article.body.end(), '\n');
  article.lines.assign(static_cast<std::size_t>(ends) + 1, line);
}

}  // namespace corroborate::loading
