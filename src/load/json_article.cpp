#include "load/json_article.h"

#include <fmt/format.h>

#include <array>
#include <nlohmann/json.hpp>
#include <span>

#include "load/html_page.h"
#include "load/metadata.h"
#include "text/ascii.h"

namespace corroborate::loading {
namespace {

using Json = nlohmann::json;

struct Aliases {
  std::string_view field;
  std::array<std::string_view, 9> keys;  // the first that is there is taken
};

// Keys by writer: ninjs (body_text, versioncreated, …), news-please (maintext, date_publish, source_domain),
// trafilatura (sitename, hostname, raw_text), newspaper (publish_date), JSON Feed (content_text, date_published),
// schema.org.
constexpr std::array<Aliases, 9> aliases = {{
    {"text",
     {"text", "maintext", "body_text", "bodyText", "articleBody", "content_text", "raw_text", "content", "body"}},
    {"markup", {"body_xhtml", "body_html", "content_html", "", "", "", "", "", ""}},
    {"title", {"title", "headline", "name", "", "", "", "", "", ""}},
    {"outlet",
     {"outlet", "source", "sitename", "source_domain", "hostname", "publisher", "copyrightholder", "site_name", ""}},
    {"byline", {"byline", "author", "authors", "creator", "", "", "", "", ""}},
    {"url", {"url", "link", "canonical_url", "uri", "", "", "", "", ""}},
    {"language", {"language", "lang", "inLanguage", "", "", "", "", "", ""}},
    {"published",
     {"published", "date", "datePublished", "date_published", "date_publish", "publish_date", "publishedAt",
      "firstcreated", "versioncreated"}},
    {"id", {"id", "guid", "", "", "", "", "", "", ""}},
}};

const Aliases& aliases_of(std::string_view field) {
  for (const auto& each : aliases)
    if (each.field == field) return each;
  return aliases.front();
}

// Strings and whole numbers; of objects their name; of lists all of it, with commas.
std::string words_of(const Json& value) {
  if (value.is_string()) return value.get<std::string>();
  if (value.is_number_integer()) return value.dump();
  if (value.is_object()) {
    for (const char* key : {"name", "literal", "value", "title"})
      if (const auto found = value.find(key); found != value.end() && found->is_string())
        return found->get<std::string>();
    return {};
  }
  std::string words;
  if (value.is_array()) {
    for (const auto& each : value) {
      const std::string more = each.is_array() ? std::string{} : words_of(each);
      if (!more.empty()) words += (words.empty() ? "" : ", ") + more;
    }
  }
  return words;
}

class ObjectReader {
 public:
  ObjectReader(const Json& object, const FieldMap& map) : object_(object), map_(map) {}

  // The value under the first key for a field, or null.
  const Json* find(std::string_view field) const {
    if (const auto mapped = map_.find(field); mapped != map_.end()) {
      const auto value = object_.find(mapped->second);
      return value == object_.end() ? nullptr : &*value;
    }
    for (const auto key : aliases_of(field).keys) {
      if (key.empty()) break;
      for (const auto& [name, value] : object_.items())
        if (text::equal_folded(name, key) && (!value.is_null() || key == "text")) return &value;
    }
    return nullptr;
  }

  std::string words(std::string_view field) const {
    const Json* value = find(field);
    return value == nullptr ? std::string{} : words_of(*value);
  }

  // ninjs 2 and 3: lists of {"role", "contentType", "value"}; the first is the main one.
  std::string first_value(const char* list) const {
    const auto found = object_.find(list);
    if (found == object_.end() || !found->is_array() || found->empty() || !found->front().is_object()) return {};
    const auto& first = found->front();
    const auto at = [&](const char* key) {
      const auto place = first.find(key);
      return place != first.end() && place->is_string() ? place->get<std::string>() : std::string{};
    };
    const std::string value = at("value"), type = at("contentType") + at("contenttype");
    return type.find("html") == std::string::npos ? value : text_of_markup(value);
  }

  std::string outlet() const {
    for (const char* key : {"infosource", "infoSource", "infosources", "infoSources"}) {
      const auto found = object_.find(key);
      if (found == object_.end()) continue;
      const Json& value = found->is_array() && !found->empty() ? found->front() : *found;
      if (const std::string name = words_of(value); !name.empty()) return name;
    }
    // Trafilatura's "source" is the page's address; the outlet stands in "sitename" or "hostname".
    const std::string outlet = words("outlet");
    if (!outlet.starts_with("http") || map_.contains("outlet")) return outlet;
    for (const char* key : {"sitename", "hostname"})
      if (const auto found = object_.find(key); found != object_.end() && found->is_string())
        return found->get<std::string>();
    return outlet;
  }

  ArticleStatus status() const {
    std::string status;
    for (const char* key : {"pubstatus", "pubStatus"})
      if (const auto found = object_.find(key); found != object_.end() && found->is_string())
        status = found->get<std::string>();
    if (status == "canceled" || status == "withheld") return ArticleStatus::withdrawn;
    return status == "corrected" ? ArticleStatus::corrected : ArticleStatus::usable;
  }

 private:
  const Json& object_;
  const FieldMap& map_;
};

}  // namespace

std::string source_of_text(const Json& object, const FieldMap& map) {
  const ObjectReader reader(object, map);
  const Json* text = reader.find("text");
  if (text == nullptr) text = reader.find("markup");
  return text != nullptr && text->is_string() ? text->get<std::string>() : std::string{};
}

bool has_article_text(const Json& object, const FieldMap& map) {
  const ObjectReader reader(object, map);
  return reader.find("text") != nullptr || reader.find("markup") != nullptr || object.contains("bodies");
}

std::string read_json_article(const Json& object, const FieldMap& map, Article& article,
                              std::vector<std::string>& warnings) {
  const ObjectReader reader(object, map);
  const Json* text = reader.find("text");
  if (text != nullptr && !text->is_string())
    return fmt::format("\"text\" is {} (expected a string)", text->type_name());
  article.body = text != nullptr ? text->get<std::string>() : text_of_markup(reader.words("markup"));
  if (text == nullptr && article.body.empty()) article.body = reader.first_value("bodies");
  if (text == nullptr && article.body.empty()) return "object without \"text\" (expected the article's text there)";
  for (const auto& [key, value] : object.items()) {  // our own keys, in any letter case
    if (key == "text" || map.contains(key) || value.is_structured()) continue;
    if (auto warning = set_field(article, key, words_of(value)); !warning.empty())
      warnings.push_back(std::move(warning));
  }
  const auto fill = [&](std::string_view field, std::string& target) {
    if (target.empty() || map.contains(field)) {
      if (std::string words = reader.words(field); !words.empty()) target = std::move(words);
    }
  };
  fill("title", article.title);
  if (article.title.empty()) article.title = reader.first_value("headlines");
  fill("byline", article.byline);
  fill("url", article.url);
  fill("language", article.language);
  fill("id", article.id);
  if (std::string outlet = reader.outlet(); !outlet.empty()) article.outlet = std::move(outlet);
  if (!article.published || map.contains("published")) {
    const std::string words = reader.words("published");
    if (const auto day = read_stated_day(words))
      article.published = PublishedDay{*day, DayBasis::metadata, fmt::format("published {}", words)};
  }
  article.status = reader.status();
  return {};
}

}  // namespace corroborate::loading
