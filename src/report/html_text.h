// Text in an HTML page: nothing that an article says can become markup.
//
// Every value from a report passes through `escape`; the other functions take plain text and return HTML.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace corroborate::reporting {

// Safe as element content and between quotes as an attribute's value. Control characters and marks that turn the
// direction of writing are gone, invalid bytes are U+FFFD.
std::string escape(std::string_view text);

// The same of a part of a longer text: a blank at either end stays, for words may stand beside it.
std::string escape_part(std::string_view text);

// `text` as a link where `url` has the scheme http or https, else as it is. The page opened learns nothing of this one.
std::string outside_link(std::string_view url, std::string_view text);

// All of `context` with each of the quotes in <mark>, overlapping ones as one. A quote that is not in it is left out.
std::string marked(std::string_view context, const std::vector<std::string_view>& quotes);

// The words around one quote, at most `reach` columns on either side.
std::string marked_excerpt(std::string_view context, std::string_view quote, std::size_t reach);

}  // namespace corroborate::reporting
