#include "load/nitf.h"

#include "load/xml_document.h"

namespace corroborate::loading {
namespace {

void set(std::string& field, std::string value) {
  if (field.empty()) field = std::move(value);
}

// Paragraphs with the dateline before the first, as agencies print them; captions and notes of the desk left out.
PlacedText body_of(Node body, const std::string& headline) {
  PlacedText text;
  text.add(headline, body.line());
  std::string dateline = body.descendant("dateline").line_text();
  body.child("body.content").each([&](Node node) {
    if (node.name() != "p" || node.parent().name() == "media-caption") return;
    std::string paragraph = node.line_text();
    if (!dateline.empty() && !paragraph.empty()) paragraph = dateline + " - " + paragraph;
    if (!paragraph.empty()) dateline.clear();
    text.add(paragraph, node.line());
  });
  return text;
}

}  // namespace

void read_nitf_element(Node nitf, Article& article, StatedDays& days) {
  const Node docdata = nitf.find("head/docdata"), body = nitf.child("body"), body_head = body.child("body.head");
  set(article.id, docdata.child("doc-id").attribute("id-string"));
  set(article.outlet, body_head.child("distributor").line_text());
  set(article.outlet, docdata.child("doc.copyright").attribute("holder"));
  set(article.outlet, docdata.child("doc-id").attribute("regsrc"));
  std::string byline = body_head.child("byline").line_text();
  if (byline.starts_with("By ") || byline.starts_with("BY ")) byline.erase(0, 3);
  set(article.byline, std::move(byline));
  set(article.title, body_head.descendant("hl1").line_text());
  set(article.title, nitf.find("head/title").line_text());
  days.add(DayTrust::meta, "date.issue", docdata.child("date.issue").attribute("norm"));
  days.add(DayTrust::meta, "date.release", docdata.child("date.release").attribute("norm"));
  days.add(DayTrust::feed, "story.date", body_head.descendant("story.date").attribute("norm"));
  if (nitf.descendant("correction")) article.status = ArticleStatus::corrected;
  if (article.body.empty()) set_body(article, body_of(body, article.title));
}

bool sniff_nitf(const Head& head) { return begins_with_element(head.bytes, " nitf "); }

void read_nitf(Source& source) {
  const Tree tree = read_xml(source);
  if (!tree.root()) return;
  Article article;
  StatedDays days;
  read_nitf_element(tree.root(), article, days);
  article.published = days.best();
  hand_on_item(source, std::move(article), 0, 0);
}

}  // namespace corroborate::loading
