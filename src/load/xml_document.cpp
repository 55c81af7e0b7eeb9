#include "load/xml_document.h"

#include <fmt/format.h>

#include "load/bytes.h"
#include "load/encoding.h"
#include "load/html_page.h"
#include "load/limits.h"

namespace corroborate::loading {
namespace {

bool is_name_character(char c) {
  return ('a' <= c && c <= 'z') || ('A' <= c && c <= 'Z') || ('0' <= c && c <= '9') || c == '-' || c == '_' ||
         c == '.' || c == ':';
}

// The bytes say UTF-8 by then, whatever the declaration says.
void drop_declaration(std::string& text) {
  const auto begin = text.find_first_not_of(" \t\r\n");
  if (begin == std::string::npos || text.compare(begin, 5, "<?xml") != 0) return;
  const auto end = text.find("?>", begin);
  if (end != std::string::npos) text.replace(begin, end + 2 - begin, std::string(end + 2 - begin, ' '));
}

std::string encoding_of_declaration(std::string_view bytes) {
  const auto line = bytes.substr(0, std::min<std::size_t>(bytes.size(), 200));
  const auto at = line.find("encoding=");
  if (!line.starts_with("<?xml") || at == std::string_view::npos || at + 10 >= line.size()) return {};
  const auto end = line.find(line[at + 9], at + 10);
  if (end == std::string_view::npos) return {};
  std::string name(line.substr(at + 10, end - at - 10));
  for (char& c : name) c = 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c;
  return name;
}

}  // namespace

bool begins_with_element(std::string_view bytes, std::string_view names) {
  for (std::size_t at = bytes.find('<'); at != std::string_view::npos; at = bytes.find('<', at)) {
    if (bytes.substr(at, 4) == "<!--") {
      at = bytes.find("-->", at);
      if (at == std::string_view::npos) return false;
      continue;
    }
    ++at;
    if (at < bytes.size() && (bytes[at] == '?' || bytes[at] == '!')) continue;
    std::size_t end = at;
    while (end < bytes.size() && is_name_character(bytes[end])) ++end;
    std::string_view name = bytes.substr(at, end - at);
    if (const auto colon = name.rfind(':'); colon != std::string_view::npos) name.remove_prefix(colon + 1);
    return !name.empty() && names.find(fmt::format(" {} ", name)) != std::string_view::npos;
  }
  return false;
}

Tree read_xml(Source& source) {
  std::string bytes = read_all(source.in, max_article_bytes);
  if (bytes.size() > max_article_bytes) {
    source.intake.refuse_size(source.path);
    return {};
  }
  const std::string encoding = encoding_of_declaration(bytes);
  std::string text = decode_bytes(std::move(bytes), encoding).text;
  drop_declaration(text);
  Tree tree = parse_xml(text);
  if (!tree.root()) {
    source.intake.problem(source.path, tree.line,
                          fmt::format("broken XML: {} (expected a well-formed document)",
                                      tree.error.empty() ? "no element" : tree.error));
  }
  return tree;
}

void hand_on_item(Source& source, Article&& article, std::uint32_t line, std::size_t number) {
  article.path = source.path;
  article.is_item = true;
  if (article.id.empty()) article.id = article.url;
  if (article.id.empty()) article.id = number == 0 ? source.id : fmt::format("{}#{}", source.id, number);
  if (article.body.empty()) {
    return source.intake.problem(
        source.path, line, fmt::format("an item without text, \"{}\" (expected an article's words)", article.title));
  }
  if (source.fill) source.fill(article);
  source.intake.accept(std::move(article), line);
}

void add_paragraph(std::string& text, std::string_view paragraph) {
  if (paragraph.empty()) return;
  if (!text.empty()) text += "\n\n";
  text += paragraph;
}

PlacedText paragraphs_of(Node node, std::string_view name) {
  PlacedText text;
  node.each([&](Node inner) {
    if (inner.name() == name) text.add(inner.line_text(), inner.line());
  });
  if (text.text.empty()) text.add(node.line_text(), node.line());
  return text;
}

}  // namespace corroborate::loading
