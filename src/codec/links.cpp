// Blocking keys and links of articles as JSON objects.
#include "corroborate/links.h"

#include <algorithm>

#include "codec/json_line.h"
#include "codec/json_reader.h"

namespace corroborate {

std::string write_keys(const Extraction& extraction, const Frequencies& frequencies) {
  codec::JsonLine out;
  out.open('{');
  out.key("article").text(extraction.article.id);
  if (!extraction.article.story.empty()) out.key("story").text(extraction.article.story);
  out.key("keys").open('{');
  for (const auto& [term, weight] : blocking_keys(extraction, frequencies)) {
    std::string quoted;
    text::append_json_string(quoted, term);
    out.key(std::string_view(quoted).substr(1, quoted.size() - 2)).integer(weight);
  }
  out.close('}');
  out.close('}');
  return out.take();
}

std::string write_link(const Link& link) {
  codec::JsonLine out;
  out.open('{');
  out.key("a").text(link.a);
  out.key("b").text(link.b);
  out.key("weight").integer(link.weight);
  out.close('}');
  return out.take();
}

LinksOrError read_links(std::string_view lines) {
  LinksOrError read;
  simdjson::dom::parser parser;
  for (read.line = 1; !lines.empty(); ++read.line) {
    const auto line = lines.substr(0, lines.find('\n'));
    lines.remove_prefix(std::min(line.size() + 1, lines.size()));
    if (line.empty()) continue;
    simdjson::dom::element object;
    if (parser.parse(line.data(), line.size()).get(object) != simdjson::SUCCESS || !object.is_object()) {
      read.error = "no JSON object (expected {\"a\": ID, \"b\": ID, \"weight\": NUMBER})";
      return read;
    }
    codec::JsonReader reader;
    const auto a = reader.text(object, "a"), b = reader.text(object, "b");
    read.links.push_back({std::string(a), std::string(b), reader.count(object, "weight")});
    read.error = reader.error();
    if (!read.error.empty()) return read;
  }
  return read;
}

}  // namespace corroborate
