#include "load/formats.h"

#include <fmt/format.h>

namespace corroborate::loading {

const std::vector<Format>& formats() {
  static const std::vector<Format> table = {
      {"compressed", Holds::many, " gz tgz bz2 tbz2 xz txz ", sniff_compressed, read_compressed},
      {"archive", Holds::many, " zip tar ", sniff_archive, read_archive},
      {"WARC", Holds::many, " warc ", sniff_warc, read_warc},
      {"JSON Lines", Holds::many, " jsonl ndjson json ", sniff_json_lines, read_json_lines},
      {"JSON", Holds::few, " json ", sniff_json_document, read_json_document},
      {"RSS or Atom", Holds::few, " xml rss atom rdf ", sniff_feed, read_feed},
      {"NITF", Holds::few, " xml nitf ", sniff_nitf, read_nitf},
      {"NewsML-G2", Holds::few, " xml newsml ", sniff_newsml, read_newsml},
      {"HTML", Holds::few, " html htm xhtml ", sniff_html, read_html},
      {"message", Holds::few, " eml ", sniff_eml, read_eml},
      {"CSV", Holds::few, " csv tsv ", sniff_csv, read_csv},
      {"text", Holds::few, " txt text md markdown  ", sniff_prose, read_prose},
  };
  return table;
}

bool has_ending(const Format& format, std::string_view ending) {
  return format.endings.find(fmt::format(" {} ", ending)) != std::string_view::npos;
}

}  // namespace corroborate::loading
