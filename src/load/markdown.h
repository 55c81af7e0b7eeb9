// Markdown as the words it shows.
#pragma once

#include <string>
#include <string_view>

namespace corroborate::loading {

// The text without its marks (CommonMark 0.31 with tables): of headings, emphasis, links, images, lists, quotes, code
// and HTML. Every line stays the line it was, so that line numbers hold; code blocks become blank lines.
std::string without_marks(std::string_view markdown);

}  // namespace corroborate::loading
