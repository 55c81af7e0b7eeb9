// What a page says of itself. JSON-LD: schema.org NewsArticle and its kin; OpenGraph: ogp.me; microdata: itemprop.
#include <array>
#include <nlohmann/json.hpp>

#include "load/html_page.h"
#include "load/json_repair.h"
#include "load/limits.h"
#include "text/ascii.h"

namespace corroborate::loading {
namespace {

using text::lower;

using Json = nlohmann::json;

void set(std::string& field, std::string value) {
  if (field.empty()) field = fold_blanks(value);
}

// "NewsArticle", "ReportageNewsArticle", "BlogPosting", or a list of types with one of them.
bool is_article_type(const Json& type) {
  if (type.is_array()) {
    for (const auto& each : type)
      if (is_article_type(each)) return true;
    return false;
  }
  if (!type.is_string()) return false;
  const auto name = type.get<std::string>();
  return name.ends_with("Article") || name.ends_with("Posting") || name == "Report";
}

// A name, an object with a name, or a list of either: joined by commas.
std::string names_in(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_object()) return value.contains("name") ? names_in(value["name"]) : std::string{};
  std::string names;
  if (value.is_array()) {
    for (const auto& each : value) {
      const auto name = names_in(each);
      if (!name.empty()) names += (names.empty() ? "" : ", ") + name;
    }
  }
  return names;
}

std::string string_at(const Json& object, const char* key) {
  const auto found = object.find(key);
  return found != object.end() && found->is_string() ? found->get<std::string>() : std::string{};
}

void read_json_ld_article(const Json& object, Article& article, StatedDays& days) {
  set(article.title, string_at(object, "headline"));
  set(article.url, string_at(object, "url"));
  set(article.language, string_at(object, "inLanguage"));
  if (object.contains("publisher")) set(article.outlet, names_in(object["publisher"]));
  if (object.contains("author")) set(article.byline, names_in(object["author"]));
  days.add(DayTrust::json_ld, "JSON-LD datePublished", string_at(object, "datePublished"));
}

// Articles stand at the top, in a list, or under "@graph"; nothing deeper is looked at.
void read_json_ld(const Json& value, Article& article, StatedDays& days, int depth = 0) {
  if (depth > 3) return;
  if (value.is_array()) {
    for (const auto& each : value) read_json_ld(each, article, days, depth + 1);
  } else if (value.is_object()) {
    if (value.contains("@type") && is_article_type(value["@type"])) read_json_ld_article(value, article, days);
    if (value.contains("@graph")) read_json_ld(value["@graph"], article, days, depth + 1);
  }
}

struct MetaField {
  std::string_view name;  // of property, name or itemprop
  std::string Article::*field;
};

constexpr std::array<MetaField, 10> meta_fields = {{{"og:title", &Article::title},
                                                    {"twitter:title", &Article::title},
                                                    {"og:site_name", &Article::outlet},
                                                    {"application-name", &Article::outlet},
                                                    {"author", &Article::byline},
                                                    {"dc.creator", &Article::byline},
                                                    {"og:url", &Article::url},
                                                    {"headline", &Article::title},
                                                    {"dc.publisher", &Article::outlet},
                                                    {"dc.language", &Article::language}}};

constexpr std::array<std::string_view, 12> meta_days = {"article:published_time",
                                                        "datepublished",
                                                        "og:published_time",
                                                        "parsely-pub-date",
                                                        "sailthru.date",
                                                        "pubdate",
                                                        "publishdate",
                                                        "dc.date.issued",
                                                        "dc.date",
                                                        "dcterms.created",
                                                        "date",
                                                        "cxenseparse:recs:publishtime"};

void read_meta(Node node, Article& article, StatedDays& days) {
  std::string name = node.attribute("property");
  if (name.empty()) name = node.attribute("name");
  if (name.empty()) name = node.attribute("itemprop");
  name = lower(name);
  const std::string content = node.attribute("content");
  if (name.empty() || content.empty()) return;
  for (const auto& each : meta_fields)
    if (each.name == name) set(article.*(each.field), content);
  for (const auto each : meta_days)
    if (each == name) days.add(DayTrust::meta, "meta " + name, content);
}

void read_microdata(Node node, Article& article, StatedDays& days) {
  const std::string property = lower(node.attribute("itemprop"));
  if (property == "headline") set(article.title, node.text());
  if (property == "author") set(article.byline, node.text());
  if (property == "datepublished" && node.name() != "time") {
    days.add(DayTrust::meta, "itemprop datePublished",
             node.has_attribute("datetime") ? node.attribute("datetime") : node.text());
  }
}

}  // namespace

void read_page_metadata(Node root, Article& article, StatedDays& days) {
  set(article.language, root.attribute("lang"));
  std::string title;
  root.each([&](Node node) {
    const auto name = node.name();
    if (name == "script" && lower(node.attribute("type")).starts_with("application/ld+json")) {
      const std::string data = node.text();
      if (json_depth(data) <= max_nesting) read_json_ld(Json::parse(data, nullptr, false), article, days);
    } else if (name == "meta") {
      read_meta(node, article, days);
    } else if (name == "link" && lower(node.attribute("rel")) == "canonical") {
      set(article.url, node.attribute("href"));
    } else if (name == "time") {
      days.add(DayTrust::time_element, "time element",
               node.has_attribute("datetime") ? node.attribute("datetime") : node.text());
    } else if (name == "title" && title.empty()) {
      title = node.line_text();
    } else if (node.has_attribute("itemprop")) {
      read_microdata(node, article, days);
    }
  });
  set(article.title, title);
}

}  // namespace corroborate::loading
