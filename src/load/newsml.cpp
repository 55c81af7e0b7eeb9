// NewsML-G2 (IPTC, 2.x): a newsItem, or a newsMessage with several. Text may be NITF, XHTML or plain.
#include "load/html_page.h"
#include "load/nitf.h"
#include "load/xml_document.h"

namespace corroborate::loading {
namespace {

// "stat:canceled", "http://cv.iptc.org/newscodes/pubstatusg2/canceled": what stands last.
std::string last_of(std::string_view code) {
  const auto at = code.find_last_of(":/");
  return std::string(at == std::string_view::npos ? code : code.substr(at + 1));
}

// Name, literal or the last part of the code, whichever is given first.
std::string party(Node node) {
  std::string name = node.child("name").line_text();
  if (name.empty()) name = node.attribute("literal");
  if (name.empty()) name = last_of(node.attribute("qcode"));
  return name;
}

ArticleStatus status_of(Node meta) {
  const std::string status = last_of(meta.child("pubStatus").attribute("qcode"));
  if (status == "canceled" || status == "withheld") return ArticleStatus::withdrawn;
  ArticleStatus result = ArticleStatus::usable;
  for (Node node = meta.first_child(); node; node = node.next()) {
    if (node.name() != "signal") continue;
    const std::string signal = last_of(node.attribute("qcode"));
    if (signal == "correction" || signal == "update") result = ArticleStatus::corrected;
    if (signal == "kill" || signal == "withdrawal") return ArticleStatus::withdrawn;
  }
  return result;
}

PlacedText headed(Node content, const std::string& title, const PlacedText& text) {
  PlacedText body;
  body.add(title, content.child("headline").line());
  body.add(text);
  return body;
}

Article read_news_item(Node item) {
  Article article;
  const Node meta = item.child("itemMeta"), content = item.child("contentMeta"), set = item.child("contentSet");
  article.id = item.attribute("guid");
  article.language = item.attribute("lang");
  article.outlet = party(content.child("infoSource"));
  if (article.outlet.empty()) article.outlet = party(meta.child("provider"));
  if (article.outlet.empty()) article.outlet = content.child("creditline").line_text();
  article.title = content.child("headline").line_text();
  article.byline = content.child("by").line_text();
  StatedDays days;
  days.add(DayTrust::meta, "contentCreated", content.child("contentCreated").line_text());
  if (!days.best()) days.add(DayTrust::meta, "firstCreated", meta.child("firstCreated").line_text());
  if (!days.best()) days.add(DayTrust::meta, "versionCreated", meta.child("versionCreated").line_text());
  article.status = status_of(meta);
  if (const Node nitf = set.descendant("nitf")) {
    const auto status = article.status;
    read_nitf_element(nitf, article, days);
    if (status != ArticleStatus::usable) article.status = status;
  } else if (const Node html = set.descendant("html")) {
    set_body(article, headed(content, article.title, paragraphs_of(html.child("body"))));
  } else {
    const Node data = set.child("inlineData");
    set_body(article, headed(content, article.title, placed_text_of_markup(data.text(), data.line())));
  }
  article.published = days.best();
  return article;
}

}  // namespace

bool sniff_newsml(const Head& head) { return begins_with_element(head.bytes, " newsItem newsMessage "); }

void read_newsml(Source& source) {
  const Tree tree = read_xml(source);
  const Node root = tree.root();
  if (!root) return;
  if (root.name() == "newsItem") return hand_on_item(source, read_news_item(root), 0, 0);
  std::size_t number = 0;
  root.each([&](Node node) {
    if (node.name() == "newsItem") hand_on_item(source, read_news_item(node), node.line(), ++number);
  });
  if (number == 0) source.intake.problem(source.path, 0, "a newsMessage without items (expected <newsItem>)");
}

}  // namespace corroborate::loading
