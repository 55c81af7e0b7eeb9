// A web page as browsers and crawlers save it: what it says of itself, and its main text.
#pragma once

#include <string>
#include <string_view>

#include "corroborate/article.h"
#include "load/placed_text.h"
#include "load/stated_day.h"
#include "load/xml_tree.h"

namespace corroborate::loading {

// Fills title, outlet, byline, URL and language from JSON-LD, OpenGraph and other meta elements, microdata and links;
// every stated day goes into `days`.
void read_page_metadata(Node root, Article& article, StatedDays& days);

// Headline and paragraphs, a blank line between them, without navigation, comments, notices, captions and the like.
PlacedText read_main_text(Node root);

// The text of a fragment of markup (a feed's description), one paragraph a block. Plain text stays as it is.
std::string text_of_markup(std::string_view markup);

// The same with the lines of a file on whose line `line` the fragment begins.
PlacedText placed_text_of_markup(std::string_view markup, std::uint32_t line);

// A whole page: text, metadata and day. `bytes` are UTF-8. `fault` says why it was not read, if it was not.
Article read_page(std::string_view bytes, std::string& fault);

// The encoding that a page's first bytes declare, or empty.
std::string declared_charset(std::string_view bytes);

}  // namespace corroborate::loading
