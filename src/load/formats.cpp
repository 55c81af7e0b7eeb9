#include "load/formats.h"

#include <fmt/format.h>

namespace corroborate::loading {

const std::vector<Format>& formats() {
  static const std::vector<Format> table = {
      {"compressed", "compressed", Holds::many, " gz tgz bz2 tbz2 xz txz ", sniff_compressed, read_compressed},
      {"PDF", "pdf", Holds::few, " pdf ", sniff_pdf, read_pdf},
      {"Word", "docx", Holds::few, " docx ", sniff_docx, read_docx},
      {"archive", "archive", Holds::many, " zip tar ", sniff_archive, read_archive},
      {"WARC", "warc", Holds::many, " warc ", sniff_warc, read_warc},
      {"JSON Lines", "jsonl", Holds::many, " jsonl ndjson json ", sniff_json_lines, read_json_lines},
      {"JSON", "json", Holds::few, " json ", sniff_json_document, read_json_document},
      {"RSS or Atom", "feed", Holds::few, " xml rss atom rdf ", sniff_feed, read_feed},
      {"NITF", "nitf", Holds::few, " xml nitf ", sniff_nitf, read_nitf},
      {"NewsML-G2", "newsml", Holds::few, " xml newsml ", sniff_newsml, read_newsml},
      {"HTML", "html", Holds::few, " html htm xhtml ", sniff_html, read_html},
      {"message", "message", Holds::few, " eml ", sniff_eml, read_eml},
      {"CSV", "csv", Holds::few, " csv tsv ", sniff_csv, read_csv},
      {"Markdown", "markdown", Holds::few, " md markdown ", sniff_markdown, read_markdown},
      {"text", "text", Holds::few, " txt text  ", sniff_prose, read_prose},
  };
  return table;
}

bool has_ending(const Format& format, std::string_view ending) {
  return format.endings.find(fmt::format(" {} ", ending)) != std::string_view::npos;
}

void Source::accept(Article&& article, std::string_view nothing) {
  article.path = path;
  if (fill) fill(article);
  if (article.id.empty()) article.id = id;
  if (article.body.empty()) return intake.problem(path, 0, std::string(nothing));
  intake.accept(std::move(article), 0);
}

}  // namespace corroborate::loading

namespace corroborate {

std::vector<std::string> input_types() {
  std::vector<std::string> types;
  for (const auto& format : loading::formats()) types.emplace_back(format.type);
  return types;
}

}  // namespace corroborate
