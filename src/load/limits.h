// Every limit on what is read, in one place. Past a limit the input is refused with a message that states it.
#pragma once

#include <cstddef>

namespace corroborate::loading {

// The longest newspaper pages run to some 100 KB; a book is about 1 MB. Anything near this is not an article.
// Extraction holds some 20 bytes for a byte of prose, and 100 for one of nothing but commas (tools/bench-hostile.sh).
inline constexpr std::size_t max_article_bytes = 16'000'000;

// Prose has line ends; a line this long is data of some other kind.
inline constexpr std::size_t max_prose_line_bytes = 5'000'000;

// One JSON line: an article whose every byte is written as an escape would still be refused by its own limit.
inline constexpr std::size_t max_json_line_bytes = 2 * max_article_bytes;

// So many lines and none of them an object: this is not JSON Lines, and one message a line helps nobody.
inline constexpr std::size_t max_lines_without_article = 100;

// A block of `key: value` lines longer than this is not front matter.
inline constexpr std::size_t max_front_matter_bytes = 65'536;

// Patterns of what a folder has passed over (.corroborateignore).
inline constexpr std::size_t max_ignore_file_bytes = 100'000;

// Lists, objects and elements in each other.
inline constexpr std::size_t max_nesting = 200;

// Attributes of one element, namespaces that are declared around it: libxml2 looks at all of them for each. A page's
// longest tags hold some thirty, a NewsML document some twenty namespaces.
inline constexpr std::size_t max_attributes = 1'000;

// Entities that a document declares for itself; formats of news have none.
inline constexpr std::size_t max_entities = 1'000;

// Parts of a message; a mail with its pictures has some fifty.
inline constexpr std::size_t max_message_parts = 1'000;

// Archives in archives, files of one archive, and how much larger an archive's files may be than the archive itself.
inline constexpr int max_archive_depth = 3;
inline constexpr std::size_t max_archive_files = 1'000'000;
inline constexpr std::size_t max_expansion_ratio = 200;

// Files that are read ahead of their turn: how large one may be, and how many there may be.
inline constexpr std::size_t max_ahead_bytes = 1'000'000;
inline constexpr std::size_t max_files_ahead = 128;

// What a format may look at to recognise a file.
inline constexpr std::size_t head_bytes = 65'536;

}  // namespace corroborate::loading
