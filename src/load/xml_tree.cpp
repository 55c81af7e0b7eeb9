#include "load/xml_tree.h"

#include <libxml/HTMLparser.h>
#include <libxml/parser.h>
#include <libxml/tree.h>

#include <algorithm>

#include "load/markup_limits.h"

namespace corroborate::loading {
namespace {

std::string_view view(const xmlChar* text) {
  return text == nullptr ? std::string_view{} : std::string_view(reinterpret_cast<const char*>(text));
}

std::string_view bare(std::string_view name) {
  const auto colon = name.rfind(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

void be_silent(void*, const char*, ...) {}

struct Initialised {
  Initialised() {
    xmlInitParser();
    xmlSetGenericErrorFunc(nullptr, be_silent);
  }
};

void initialise() { static const Initialised once; }

Tree finish(xmlDocPtr document, const xmlError* error) {
  Tree tree;
  tree.document.reset(document);
  if (error != nullptr && error->message != nullptr) {
    tree.error = fold_blanks(error->message);
    tree.line = error->line > 0 ? static_cast<std::uint32_t>(error->line) : 0;
  }
  return tree;
}

Tree refused(std::string fault) {
  Tree tree;
  tree.error = std::move(fault);
  return tree;
}

// The node behind this one in document order, within `root`.
xmlNode* following(xmlNode* node, const xmlNode* root) {
  if (node->children != nullptr && node->type != XML_ENTITY_REF_NODE) return node->children;
  while (node != root && node->next == nullptr) node = node->parent;
  return node == root ? nullptr : node->next;
}

}  // namespace

std::string_view Node::name() const {
  return node_ != nullptr && node_->type == XML_ELEMENT_NODE ? bare(view(node_->name)) : std::string_view{};
}

bool Node::is_text() const {
  return node_ != nullptr && (node_->type == XML_TEXT_NODE || node_->type == XML_CDATA_SECTION_NODE);
}

std::string_view Node::text_value() const { return is_text() ? view(node_->content) : std::string_view{}; }

bool Node::has_attribute(std::string_view name) const {
  if (node_ == nullptr || node_->type != XML_ELEMENT_NODE) return false;
  for (const xmlAttr* attribute = node_->properties; attribute != nullptr; attribute = attribute->next)
    if (bare(view(attribute->name)) == name) return true;
  return false;
}

std::string Node::attribute(std::string_view name) const {
  if (node_ == nullptr || node_->type != XML_ELEMENT_NODE) return {};
  for (xmlAttr* attribute = node_->properties; attribute != nullptr; attribute = attribute->next) {
    if (bare(view(attribute->name)) != name) continue;
    std::string value;
    for (const xmlNode* part = attribute->children; part != nullptr; part = part->next) value += view(part->content);
    return value;
  }
  return {};
}

Node Node::parent() const {
  const bool element = node_ != nullptr && node_->parent != nullptr && node_->parent->type == XML_ELEMENT_NODE;
  return Node(element ? node_->parent : nullptr);
}
Node Node::first_child() const {
  return Node(node_ == nullptr || node_->type == XML_ENTITY_REF_NODE ? nullptr : node_->children);
}
Node Node::next() const { return Node(node_ == nullptr ? nullptr : node_->next); }

Node Node::child(std::string_view name) const {
  for (Node node = first_child(); node; node = node.next())
    if (node.name() == name) return node;
  return {};
}

Node Node::find(std::string_view path) const {
  Node node = *this;
  while (node && !path.empty()) {
    const auto slash = std::min(path.find('/'), path.size());
    node = node.child(path.substr(0, slash));
    path.remove_prefix(std::min(slash + 1, path.size()));
  }
  return node;
}

Node Node::descendant(std::string_view name) const {
  if (node_ == nullptr) return {};
  for (xmlNode* node = following(node_, node_); node != nullptr; node = following(node, node_))
    if (Node(node).name() == name) return Node(node);
  return {};
}

void Node::each(const std::function<void(Node)>& visit) const {
  if (node_ == nullptr) return;
  for (xmlNode* node = following(node_, node_); node != nullptr; node = following(node, node_))
    if (node->type == XML_ELEMENT_NODE) visit(Node(node));
}

std::string Node::text() const {
  std::string text;
  if (node_ == nullptr) return text;
  if (is_text()) return std::string(text_value());
  for (xmlNode* node = following(node_, node_); node != nullptr; node = following(node, node_))
    text += Node(node).text_value();
  return text;
}

std::string Node::line_text() const { return fold_blanks(text()); }

std::uint32_t Node::line() const {
  const long line = node_ == nullptr ? 0 : xmlGetLineNo(node_);
  return line > 0 ? static_cast<std::uint32_t>(line) : 0;
}

void TreeDeleter::operator()(_xmlDoc* document) const { xmlFreeDoc(document); }

Node Tree::root() const { return Node(document ? xmlDocGetRootElement(document.get()) : nullptr); }

Tree parse_xml(std::string_view bytes) {
  if (std::string fault = find_markup_fault(bytes, Markup::xml); !fault.empty()) return refused(std::move(fault));
  initialise();
  xmlParserCtxtPtr context = xmlNewParserCtxt();
  constexpr int options = XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA;
  xmlDocPtr document =
      xmlCtxtReadMemory(context, bytes.data(), static_cast<int>(bytes.size()), nullptr, "UTF-8", options);
  Tree tree = finish(document, document == nullptr ? xmlCtxtGetLastError(context) : nullptr);
  xmlFreeParserCtxt(context);
  return tree;
}

Tree parse_html(std::string_view bytes) {
  if (std::string fault = find_markup_fault(bytes, Markup::html); !fault.empty()) return refused(std::move(fault));
  initialise();
  htmlParserCtxtPtr context = htmlNewParserCtxt();
  constexpr int options = HTML_PARSE_NONET | HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING;
  xmlDocPtr document =
      htmlCtxtReadMemory(context, bytes.data(), static_cast<int>(bytes.size()), nullptr, "UTF-8", options);
  Tree tree = finish(document, nullptr);
  htmlFreeParserCtxt(context);
  return tree;
}

std::string fold_blanks(std::string_view text) {
  std::string folded;
  folded.reserve(text.size());
  bool blank = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool no_break = text.substr(at, 2) == "\xC2\xA0";
    if (no_break || text[at] == ' ' || (text[at] >= '\t' && text[at] <= '\r')) {
      blank = true;
      at += no_break;
      continue;
    }
    if (blank && !folded.empty()) folded += ' ';
    blank = false;
    folded += text[at];
  }
  return folded;
}

}  // namespace corroborate::loading
