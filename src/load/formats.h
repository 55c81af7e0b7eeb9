// The table of input formats. To add one: a file with a sniff and a read function, and a row in formats.cpp.
#pragma once

#include <functional>
#include <istream>
#include <string>
#include <string_view>
#include <vector>

#include "load/intake.h"
#include "load/json_article.h"

namespace corroborate::loading {

// What a format may look at before the file is read: its first bytes, and the ending of its name in lower case
// without the dot.
struct Head {
  std::string_view bytes;
  std::string_view ending;
  const FieldMap& map;  // how the user's files name the fields
};

// One file or stream to read.
struct Source {
  std::string path;  // as the user named it
  std::string id;    // of an article that states none; for many in one file, the part before the line number
  std::istream& in;
  Intake& intake;
  std::function<void(Article&)> fill;  // adds what a side table knows; may be empty
  const FieldMap& map;                 // how the user's files name the fields
  bool named = true;                   // by the user; else it was found in a folder, where other files may lie
  int depth = 0;                       // archives that this one lies in

  // Hands on the one article of a file, with what the side table knows; without a body a problem: `nothing`.
  void accept(Article&& article, std::string_view nothing);
};

// What a file of the format holds: a few articles that fit in memory, or as many as it likes, one after the other.
enum class Holds { few, many };

struct Format {
  std::string_view name;
  std::string_view type;  // a word for it on the command line
  Holds holds;
  std::string_view endings;  // of its files in a folder, between blanks; a blank alone = names without an ending
  bool (*sniff)(const Head& head);
  void (*read)(Source& source);
};

// Asked in this order; the last one takes all that is text.
const std::vector<Format>& formats();

bool has_ending(const Format& format, std::string_view ending);

// One file a format.
bool sniff_json_lines(const Head& head);
void read_json_lines(Source& source);
bool sniff_html(const Head& head);
void read_html(Source& source);
bool sniff_feed(const Head& head);
void read_feed(Source& source);
bool sniff_nitf(const Head& head);
void read_nitf(Source& source);
bool sniff_newsml(const Head& head);
void read_newsml(Source& source);
bool sniff_json_document(const Head& head);
void read_json_document(Source& source);
bool sniff_csv(const Head& head);
void read_csv(Source& source);
bool sniff_eml(const Head& head);
void read_eml(Source& source);
bool sniff_warc(const Head& head);
void read_warc(Source& source);
bool sniff_compressed(const Head& head);
void read_compressed(Source& source);
bool sniff_docx(const Head& head);
bool sniff_pdf(const Head& head);
bool sniff_archive(const Head& head);
void read_docx(Source& source);
void read_pdf(Source& source);
void read_archive(Source& source);
bool sniff_markdown(const Head& head);
void read_markdown(Source& source);
bool sniff_prose(const Head& head);
void read_prose(Source& source);

}  // namespace corroborate::loading
