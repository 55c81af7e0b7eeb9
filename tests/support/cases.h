// Reads a .cases file: phrasings under what is expected of them.
//
//     # a comment
//     @published 2016-09-17          the day of publication from here on; "@published" alone: not known
//     what is expected               a line that starts in the first column
//         A phrasing of ours.        indented: each has to give the line above
//         gap: One that fails yet.   known to fail; when it passes, the test fails until the mark is taken off
//
// "none" expects nothing at all.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "corroborate/article.h"

namespace corroborate::testing {

struct Case {
  std::string file;
  int line = 0;
  std::string expected, text;
  bool gap = false;
  std::optional<PublishedDay> published;

  Article article() const;
};

// The cases of one file in data/lexicon/en, by its name without ".cases".
std::vector<Case> read_cases(std::string_view name);

}  // namespace corroborate::testing
