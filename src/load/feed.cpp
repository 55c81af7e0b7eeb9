// RSS 2.0 (rssboard.org/rss-specification), RSS 1.0 and Atom (RFC 4287): every item is an article.
//
// An item of another outlet names it in `source`; the feed's own title is the outlet of the rest.
#include "load/html_page.h"
#include "load/xml_document.h"

namespace corroborate::loading {
namespace {

// Markup in an element: escaped (RSS, type="html") or real (type="xhtml").
PlacedText markup_text(Node node) {
  if (!node) return {};
  return node.attribute("type") == "xhtml" ? paragraphs_of(node) : placed_text_of_markup(node.text(), node.line());
}

PlacedText longer(PlacedText a, PlacedText b) { return b.text.size() > a.text.size() ? b : a; }

// The title and behind it the text of the two elements that says more.
void set_item_body(Article& article, Node title, Node one, Node other) {
  PlacedText body;
  body.add(article.title, title.line());
  if (const PlacedText text = longer(markup_text(one), markup_text(other)); text.text != article.title) body.add(text);
  set_body(article, std::move(body));
}

Article read_rss_item(Node item, const std::string& channel) {
  Article article;
  article.title = item.child("title").line_text();
  article.id = item.child("guid").line_text();
  article.url = item.child("link").line_text();
  article.byline = item.child("creator").line_text();
  if (article.byline.empty()) article.byline = item.child("author").line_text();
  article.outlet = item.child("source").line_text();
  if (article.outlet.empty()) article.outlet = channel;
  StatedDays days;
  days.add(DayTrust::feed, "feed pubDate", item.child("pubDate").line_text());
  days.add(DayTrust::feed, "feed dc:date", item.child("date").line_text());
  article.published = days.best();
  set_item_body(article, item.child("title"), item.child("description"), item.child("encoded"));
  return article;
}

std::string link_of(Node entry) {
  for (Node node = entry.first_child(); node; node = node.next()) {
    if (node.name() != "link") continue;
    const std::string relation = node.attribute("rel");
    if (relation.empty() || relation == "alternate") return node.attribute("href");
  }
  return {};
}

Article read_atom_entry(Node entry, const std::string& feed) {
  Article article;
  article.title = text_of_markup(entry.child("title").text());
  article.id = entry.child("id").line_text();
  article.url = link_of(entry);
  article.byline = entry.find("author/name").line_text();
  article.outlet = entry.find("source/title").line_text();
  if (article.outlet.empty()) article.outlet = feed;
  StatedDays days;
  days.add(DayTrust::feed, "feed published", entry.child("published").line_text());
  if (!days.best()) days.add(DayTrust::feed, "feed updated", entry.child("updated").line_text());
  article.published = days.best();
  set_item_body(article, entry.child("title"), entry.child("summary"), entry.child("content"));
  return article;
}

}  // namespace

bool sniff_feed(const Head& head) { return begins_with_element(head.bytes, " rss RDF feed "); }

void read_feed(Source& source) {
  const Tree tree = read_xml(source);
  const Node root = tree.root();
  if (!root) return;
  const bool atom = root.name() == "feed";
  const std::string title = atom ? root.child("title").line_text() : root.find("channel/title").line_text();
  std::size_t number = 0;
  root.each([&](Node node) {
    if (node.name() != (atom ? "entry" : "item")) return;
    hand_on_item(source, atom ? read_atom_entry(node, title) : read_rss_item(node, title), node.line(), ++number);
  });
  if (number == 0) source.intake.problem(source.path, 0, "a feed without items (expected <item> or <entry>)");
}

}  // namespace corroborate::loading
