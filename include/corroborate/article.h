// One news article as it was read: metadata that the format itself states, and the text untouched.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "corroborate/severity.h"

namespace corroborate {

// Days since 1970-01-01 in the proleptic Gregorian calendar.
using Day = std::int32_t;

// How a day of publication is known, the most trusted first.
enum class DayBasis {
  metadata,  // stated by the format: front matter, side table, JSON key
  dateline,  // read in the article's own first lines
  address,   // in the path of its URL or the name of its file
  inferred,  // fits the weekdays and day counts of this and the other articles of the story
  file,      // the day on which the file was made, where nothing else tells: never earlier than its words
};

// Whether somebody states the day as that of publication.
constexpr bool is_stated(DayBasis basis) { return basis < DayBasis::inferred; }

struct PublishedDay {
  Day day = 0;
  DayBasis basis = DayBasis::metadata;
  std::string note;  // the words the day rests on, for `explain`
};

// What a format says of an article's standing: withdrawn ones were killed, canceled or withheld by who sent them.
enum class ArticleStatus { usable, corrected, withdrawn };

struct Article {
  std::string id;    // unique in one run; the path when the format gives none
  std::string path;  // where it was read, as the user named it
  std::string outlet;
  std::string byline;
  std::string title;  // from metadata only; a headline inside the text is part of the body
  std::string url;
  std::string language;                   // BCP 47; empty = not stated
  std::string story;                      // forces the grouping; empty = free
  std::optional<PublishedDay> published;  // from metadata only
  // UTF-8, decoded, less its byte order mark and front matter, otherwise untouched: line ends and no-break
  // spaces kept, invalid bytes replaced by U+FFFD.
  std::string body;
  // Where `body` starts in the file: added to line numbers and to code point offsets that are shown to people.
  std::uint32_t first_line = 1;
  ArticleStatus status = ArticleStatus::usable;
  Level at_most = Level::error;  // how grave a difference that rests on this article can be, as the user caps it
  bool is_item = false;          // of a feed or an agency: another article of its id is another version of it
  // Basis `address` or `file`: used where neither format nor text states a day.
  std::optional<PublishedDay> addressed = std::nullopt;
  // The line of the file on which each line of `body` begins, where those are not one after the other as in the text
  // (a page's paragraphs, a string in JSON); empty = they are, from `first_line` on.
  std::vector<std::uint32_t> lines = {};
};

// Where a line of the body, from 1, stands in the file.
inline std::uint32_t line_in_file(const Article& article, std::uint32_t line) {
  if (article.lines.empty()) return article.first_line + line - 1;
  return article.lines[line <= article.lines.size() ? line - 1 : article.lines.size() - 1];
}

}  // namespace corroborate
