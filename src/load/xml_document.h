// What the XML formats share: reading a file, and saying where it is broken.
#pragma once

#include <string>
#include <string_view>

#include "load/formats.h"
#include "load/placed_text.h"
#include "load/stated_day.h"
#include "load/xml_tree.h"

namespace corroborate::loading {

// Whether the first element of the file is one of these names ("rss feed", between blanks, prefixes left out).
bool begins_with_element(std::string_view bytes, std::string_view names);

// The file as a tree; without a document after the fault has been reported.
Tree read_xml(Source& source);

// Hands on an article of a file that may hold several: its id, else its URL, else the file's with a number.
void hand_on_item(Source& source, Article&& article, std::uint32_t line, std::size_t number);

// Paragraphs of `node`'s elements with that name, a blank line between them.
PlacedText paragraphs_of(Node node, std::string_view name = "p");

// Appends a paragraph to a text.
void add_paragraph(std::string& text, std::string_view paragraph);

}  // namespace corroborate::loading
