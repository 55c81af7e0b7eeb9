// Word files (DOCX, ECMA-376): a ZIP of XML parts. The words of the main part, a paragraph each, as a reader sees them
// once changes are accepted; title and day of making from the core properties.
#include <fmt/format.h>

#include <array>
#include <map>

#include "load/archive.h"
#include "load/formats.h"
#include "load/limits.h"
#include "load/metadata.h"
#include "load/xml_document.h"

namespace corroborate::loading {
namespace {

using Parts = std::map<std::string, std::string>;  // by name

constexpr std::string_view list_of_parts = "[Content_Types].xml", properties = "docProps/core.xml",
                           usual_main_part = "word/document.xml";

bool is_wanted(std::string_view name) {
  return name == list_of_parts || name == properties || (name.starts_with("word/document") && name.ends_with(".xml"));
}

// The list of parts says which one is the document; some writers number it.
std::string main_part(const Parts& parts) {
  std::string name(usual_main_part);
  const auto list = parts.find(std::string(list_of_parts));
  if (list == parts.end()) return name;
  const Tree tree = parse_xml(list->second);
  if (!tree.root()) return name;
  tree.root().each([&](Node node) {
    if (node.name() == "Override" && node.attribute("ContentType").ends_with("wordprocessingml.document.main+xml"))
      name = node.attribute("PartName");
  });
  return name.starts_with('/') ? name.substr(1) : name;
}

// What stands beside the text: the second choice for old readers, words that were moved away, hidden runs.
bool is_unseen(Node node) {
  if (node.name() == "Fallback" || node.name() == "moveFrom") return true;
  const Node hidden = node.name() == "r" ? node.find("rPr/vanish") : Node();
  return hidden && hidden.attribute("val") != "0" && hidden.attribute("val") != "false";
}

// The paragraph that holds the node, null where it is not seen.
Node seen_paragraph(Node node) {
  Node paragraph;
  for (Node up = node.parent(); up; up = up.parent()) {
    if (is_unseen(up)) return {};
    if (!paragraph && up.name() == "p") paragraph = up;
  }
  return paragraph;
}

std::string words_of(Node node) {
  if (node.name() == "t") return node.text();
  if (node.name() == "tab") return "\t";
  if (node.name() == "br" || node.name() == "cr") return "\n";
  if (node.name() == "noBreakHyphen") return "-";
  return {};
}

std::string text_of(Node document) {
  std::string text, paragraph;
  Node current;
  const auto end_paragraph = [&] {
    add_paragraph(text, trim(paragraph));
    paragraph.clear();
  };
  document.each([&](Node node) {
    const std::string words = words_of(node);
    const Node holder = words.empty() ? Node() : seen_paragraph(node);
    if (!holder) return;
    if (holder != current) end_paragraph();
    current = holder;
    paragraph += words;
  });
  end_paragraph();
  return text;
}

void read_properties(const Parts& parts, Article& article) {
  const auto part = parts.find(std::string(properties));
  if (part == parts.end()) return;
  const Tree tree = parse_xml(part->second);
  const Node root = tree.root();
  if (!root) return;
  article.title = root.child("title").line_text();
  const std::string made = root.child("created").line_text();
  if (const auto day = read_stated_day(made))
    article.addressed = PublishedDay{*day, DayBasis::file, fmt::format("the document was created {}", made)};
}

}  // namespace

bool sniff_docx(const Head& head) {
  const auto holds = [&](std::string_view part) { return head.bytes.find(part) != std::string_view::npos; };
  return head.bytes.starts_with("PK\x03\x04") && (holds(usual_main_part) || (holds(list_of_parts) && holds("word/")));
}

void read_docx(Source& source) {
  Parts parts;
  const auto keep = [&](const std::string& name, std::string bytes) {
    if (is_wanted(name)) parts.emplace(name, std::move(bytes));
    return true;
  };
  const Unpacked result = unpack(source.in, max_article_bytes, keep);
  const auto document = parts.find(main_part(parts));
  if (document == parts.end()) {
    const std::string why = result.error.empty() ? "no document in it" : result.error;
    return source.intake.problem(source.path, 0, fmt::format("broken Word file: {} (expected DOCX)", why));
  }
  if (document->second.size() > max_article_bytes) return source.intake.refuse_size(source.path);
  const Tree tree = parse_xml(document->second);
  if (!tree.root())
    return source.intake.problem(source.path, 0, fmt::format("broken Word file: {} (expected DOCX)", tree.error));
  Article article;
  read_properties(parts, article);
  article.body = text_of(tree.root());
  source.accept(std::move(article), "a Word file without text (expected an article's paragraphs)");
}

}  // namespace corroborate::loading
