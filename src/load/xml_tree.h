// Trees of markup, read by libxml2: no network, no external entities, no entity expansion, bounded depth.
//
// A Tree owns its nodes; Node is a pointer into it, cheap to copy, null where nothing was found.
#pragma once

#include <compare>
#include <cstdint>
#include <functional>
#include <memory>
#include <string>
#include <string_view>

struct _xmlDoc;
struct _xmlNode;

namespace corroborate::loading {

class Node {
 public:
  Node() = default;
  explicit Node(_xmlNode* node) : node_(node) {}
  explicit operator bool() const { return node_ != nullptr; }
  auto operator<=>(const Node&) const = default;  // by address

  // The element's name in lower case without its prefix; empty for text.
  std::string_view name() const;
  bool is_text() const;
  std::string_view text_value() const;  // of a text node
  // Decoded; empty where there is none. The prefix of the attribute does not matter.
  std::string attribute(std::string_view name) const;
  bool has_attribute(std::string_view name) const;
  Node parent() const;
  Node first_child() const;
  Node next() const;
  Node child(std::string_view name) const;       // the first of that name
  Node find(std::string_view path) const;        // "head/docdata/date.issue": the first at the end of the path
  Node descendant(std::string_view name) const;  // the first of that name, in document order
  std::string text() const;                      // all text inside, white space as written
  std::string line_text() const;                 // the same in one line, blanks folded
  std::uint32_t line() const;                    // in the file; 0 = not known

  // Every element inside, in document order. Does not recurse: depth costs no stack.
  void each(const std::function<void(Node)>& visit) const;

 private:
  _xmlNode* node_ = nullptr;
};

struct TreeDeleter {
  void operator()(_xmlDoc* document) const;
};

struct Tree {
  std::unique_ptr<_xmlDoc, TreeDeleter> document;
  std::string error;       // the first fault; XML that is not well-formed has no document
  std::uint32_t line = 0;  // of the fault
  Node root() const;
};

// `bytes` are UTF-8. Without a document, and with an error, where they are past a limit (markup_limits.h).
Tree parse_xml(std::string_view bytes);
Tree parse_html(std::string_view bytes);

// Blanks, line ends and no-break spaces folded into one space, none at either end.
std::string fold_blanks(std::string_view text);

}  // namespace corroborate::loading
