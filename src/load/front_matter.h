// Front matter: a block of `key: value` lines between two lines of `---` at the very start of a text.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>

#include "corroborate/article.h"

namespace corroborate::loading {

struct FrontMatter {
  std::size_t size = 0;          // bytes before the body, the closing line included; 0 = there is none
  std::uint32_t first_line = 1;  // line on which the body begins
};

// Called for each value that cannot be used, with its line.
using OnWrongField = std::function<void(std::uint32_t line, std::string message)>;

// Sets the article's fields from the block at the start of `text`. A text that merely opens with a rule, or whose
// block is not closed or holds other lines, has none: it is all body.
FrontMatter read_front_matter(std::string_view text, Article& article, const OnWrongField& on_wrong);

}  // namespace corroborate::loading
