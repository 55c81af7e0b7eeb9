// The main text of a page, after the reasoning of Readability (Arc90, 2009): paragraphs vote for what holds them,
// marked parts and parts that are mostly links are left out.
#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "load/html_page.h"
#include "text/ascii.h"

namespace corroborate::loading {
namespace {

using text::lower;

constexpr std::array<std::string_view, 26> skipped_elements = {
    "script", "style",  "noscript",   "template", "nav",    "aside",    "form",  "button", "footer",
    "iframe", "svg",    "figcaption", "select",   "option", "object",   "embed", "canvas", "audio",
    "video",  "dialog", "menu",       "input",    "label",  "textarea", "head",  "caption"};

// Words in class and id that mark what is not the article.
constexpr std::array<std::string_view, 35> skipped_words = {
    "byline",   "comment",   "disqus",  "share",      "social",    "related", "recommend", "promo",    "newsletter",
    "cookie",   "consent",   "sidebar", "breadcrumb", "caption",   "advert",  "sponsor",   "outbrain", "taboola",
    "readmore", "read-more", "more-on", "subscribe",  "paywall",   "signup",  "sign-up",   "navbar",   "menu",
    "popup",    "modal",     "footer",  "tags",       "skip-link", "toolbar", "most-read", "copyright"};

// How notices that stand between paragraphs begin.
constexpr std::array<std::string_view, 16> notices = {
    "read more",   "read also",    "also read",    "advertisement",     "related:",   "see also:",
    "sign up for", "subscribe to", "follow us",    "click here",        "share this", "continue reading",
    "scroll down", "most read",    "download the", "more on this story"};

constexpr std::array<std::string_view, 10> blocks = {"p",  "h1",         "h2",  "h3", "h4",
                                                     "li", "blockquote", "pre", "dd", "td"};

template <typename List>
bool contains(const List& list, std::string_view word) {
  return std::find(list.begin(), list.end(), word) != list.end();
}

bool is_hidden(Node node) {
  const std::string style = lower(node.attribute("style"));
  return node.has_attribute("hidden") || node.attribute("aria-hidden") == "true" ||
         style.find("display:none") != std::string::npos || style.find("display: none") != std::string::npos;
}

bool is_skipped(Node node) {
  const auto name = node.name();
  if (contains(skipped_elements, name) || is_hidden(node)) return true;
  if (name == "html" || name == "body" || name == "article" || name == "main") return false;
  const std::string role = lower(node.attribute("role"));
  if (role == "navigation" || role == "complementary" || role == "contentinfo" || role == "banner") return true;
  const std::string marks = lower(node.attribute("class") + " " + node.attribute("id"));
  return marks.size() > 1 && std::any_of(skipped_words.begin(), skipped_words.end(),
                                         [&](std::string_view word) { return marks.find(word) != std::string::npos; });
}

// Text outside skipped elements, and how much of it stands in links.
struct BlockText {
  std::string text;
  std::size_t linked = 0;
  std::uint32_t line = 0;  // of the file, where its first word stands; 0 = not known
};

// Line ends in front of the first word.
std::uint32_t ends_before_words(std::string_view text) {
  const auto blanks = text.substr(0, text.find_first_not_of(" \t\r\n"));
  return static_cast<std::uint32_t>(std::count(blanks.begin(), blanks.end(), '\n'));
}

// Visits the nodes below `root` in document order, without those that `skip` names and what is in them.
template <typename Skip, typename Visit>
void walk(Node root, Skip skip, Visit visit) {
  Node node = root.first_child();
  while (node) {
    const bool descend = !(node.name().size() > 0 && skip(node));
    if (descend) visit(node);
    if (descend && node.first_child()) {
      node = node.first_child();
      continue;
    }
    while (node && !node.next()) {
      node = node.parent();
      if (node == root) return;
    }
    if (node) node = node.next();
  }
}

bool is_block(Node node) { return contains(blocks, node.name()); }

bool has_block_inside(Node node) {
  bool found = false;
  walk(node, is_skipped, [&](Node inner) { found |= is_block(inner); });
  return found;
}

BlockText text_of(Node block) {
  BlockText result;
  std::string linked;
  walk(block, is_skipped, [&](Node node) {
    if (node.name() == "br") result.text += '\n';
    if (!node.is_text()) return;
    result.text += node.text_value();
    for (Node up = node.parent(); up && up != block.parent(); up = up.parent())
      if (up.name() == "a") {
        linked += node.text_value();
        break;
      }
  });
  const std::uint32_t line = block.line();
  result.line = line == 0 ? 0 : line + ends_before_words(result.text);
  result.text = fold_blanks(result.text);
  result.linked = fold_blanks(linked).size();
  return result;
}

bool is_notice(const BlockText& block) {
  const std::string text = lower(block.text.substr(0, 40));
  const bool begins =
      std::any_of(notices.begin(), notices.end(), [&](std::string_view notice) { return text.starts_with(notice); });
  return (begins && block.text.size() < 200) || (block.linked * 2 > block.text.size() && block.text.size() < 300);
}

class MainText {
 public:
  explicit MainText(Node root) : root_(root) {}

  PlacedText read() {
    const Node content = find_content();
    PlacedText text;
    const Node headline = find_headline(content);
    if (headline) text.add(headline.line_text(), headline.line());
    walk(content, is_skipped, [&](Node node) {
      if (!is_block(node) || node.name() == "h1" || has_block_inside(node)) return;
      const BlockText block = text_of(node);
      if (!is_notice(block)) text.add(block.text, block.line);
    });
    return text;
  }

 private:
  // The element marked as the article's body, else the one whose paragraphs hold most text.
  Node find_content() const {
    Node marked;
    std::map<Node, std::size_t> numbers;
    std::vector<std::pair<Node, double>> votes;  // in document order, so that the first of equals wins
    const auto vote = [&](Node node, double score) {
      if (!node) return;
      const auto [place, is_new] = numbers.try_emplace(node, votes.size());
      if (is_new) votes.push_back({node, 0});
      votes[place->second].second += score;
    };
    walk(root_, is_skipped, [&](Node node) {
      if (!marked && node.attribute("itemprop") == "articleBody") marked = node;
      if (node.name() != "p") return;
      const BlockText block = text_of(node);
      if (block.text.size() < 25 || is_notice(block)) return;
      const double score = 1 + static_cast<double>(std::count(block.text.begin(), block.text.end(), ',')) +
                           static_cast<double>(block.text.size() - block.linked) / 100;
      vote(node.parent(), score);
      vote(node.parent().parent(), score / 2);
    });
    if (marked && marked.line_text().size() > 200) return marked;
    const auto best = std::ranges::max_element(votes, {}, [](const auto& each) { return each.second; });
    if (best == votes.end()) return root_;
    return widen(best->first);
  }

  // Paragraphs of one article are often split over several boxes: take the <article> or <main> that holds them.
  static Node widen(Node content) {
    for (Node up = content; up; up = up.parent())
      if (up.name() == "article" || up.name() == "main") return up;
    return content;
  }

  Node find_headline(Node content) const {
    const Node inside = content.descendant("h1");
    return inside && !inside.line_text().empty() ? inside : root_.descendant("h1");
  }

  Node root_;
};

}  // namespace

PlacedText read_main_text(Node root) { return MainText(root).read(); }

std::string text_of_markup(std::string_view markup) { return placed_text_of_markup(markup, 1).text; }

PlacedText placed_text_of_markup(std::string_view markup, std::uint32_t line) {
  PlacedText text;
  if (markup.find('<') == std::string_view::npos && markup.find('&') == std::string_view::npos) {
    text.add(fold_blanks(markup), line == 0 ? 0 : line + ends_before_words(markup));
    return text;
  }
  const Tree tree = parse_html(markup);
  walk(tree.root(), is_skipped, [&](Node node) {
    if (!is_block(node) || has_block_inside(node)) return;
    const BlockText block = text_of(node);
    if (!is_notice(block)) text.add(block.text, line == 0 || block.line == 0 ? 0 : line + block.line - 1);
  });
  if (text.text.empty()) text.add(tree.root().line_text(), line);
  return text;
}

}  // namespace corroborate::loading
