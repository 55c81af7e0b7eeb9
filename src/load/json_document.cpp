// A file that is one JSON value: an object that is an article, a list of such, or an object with such a list in it
// ("articles", "items", "docs": news interfaces, JSON Feed, exports).
#include <fmt/format.h>

#include <nlohmann/json.hpp>

#include "load/bytes.h"
#include "load/encoding.h"
#include "load/formats.h"
#include "load/json_repair.h"
#include "load/json_strings.h"
#include "load/limits.h"
#include "load/metadata.h"
#include "load/placed_text.h"
#include "text/utf8.h"

namespace corroborate::loading {
namespace {

using Json = nlohmann::json;

class DocumentReader {
 public:
  DocumentReader(Source& source, std::string_view document) : source_(source), places_(document) {}

  void read(const Json& value) {
    if (value.is_array()) return list(value);
    if (has_article_text(value, source_.map)) return item(value, 0);
    for (const auto& [key, inner] : value.items()) {
      if (inner.is_array() && !inner.empty() && inner.front().is_object() &&
          has_article_text(inner.front(), source_.map))
        return list(inner);
    }
    if (!source_.named) return source_.intake.notice(source_.path, "passed over: JSON without articles");
    source_.intake.problem(source_.path, 0,
                           "JSON without articles (expected an object with \"text\", or a list of such)");
  }

 private:
  void list(const Json& values) {
    std::size_t number = 0;
    for (const auto& each : values) item(each, ++number);
    if (number == 0) source_.intake.problem(source_.path, 0, "an empty list (expected articles)");
  }

  void item(const Json& value, std::size_t number) {
    const auto say = [&](std::string message) {
      source_.intake.problem(source_.path, 0,
                             number == 0 ? std::move(message) : fmt::format("item {}: {}", number, message));
    };
    if (!value.is_object()) return say(fmt::format("{} (expected an object with \"text\")", value.type_name()));
    Article article;
    std::vector<std::string> warnings;
    if (auto fault = read_json_article(value, source_.map, article, warnings); !fault.empty())
      return say(std::move(fault));
    for (auto& warning : warnings) say(std::move(warning));
    article.path = source_.path;
    if (article.id.empty()) article.id = number == 0 ? source_.id : fmt::format("{}#{}", source_.id, number);
    if (source_.fill) source_.fill(article);
    if (const std::uint32_t line = places_.line_of(source_of_text(value, source_.map)); line > 0)
      place_on_line(article, line);
    source_.intake.accept(std::move(article), 0);
  }

  Source& source_;
  JsonStrings places_;
};

}  // namespace

bool sniff_json_document(const Head& head) {
  std::string_view bytes = head.bytes;
  if (bytes.starts_with(text::byte_order_mark)) bytes.remove_prefix(text::byte_order_mark.size());
  const auto first = bytes.find_first_not_of(" \t\r\n");
  if (first == std::string_view::npos) return false;
  const auto second = bytes.find_first_not_of(" \t\r\n", first + 1);
  const char next = second == std::string_view::npos ? '\0' : bytes[second];
  return (bytes[first] == '{' && (next == '"' || next == '}')) || (bytes[first] == '[' && (next == '{' || next == ']'));
}

void read_json_document(Source& source) {
  std::string bytes = read_all(source.in, max_json_line_bytes);
  if (bytes.size() > max_json_line_bytes) return source.intake.refuse_size(source.path);
  const std::string text = replace_lone_surrogates(decode_bytes(std::move(bytes)).text).line;
  if (const std::size_t depth = json_depth(text); depth > max_nesting) {
    return source.intake.problem(source.path, 0,
                                 fmt::format("JSON nested {} deep (the limit is {})", depth, max_nesting));
  }
  const Json value = Json::parse(text, nullptr, false);
  if (value.is_discarded()) {
    const auto place = text::PositionIndex(text).at(find_json_error(text) - 1);
    return source.intake.problem(source.path, place.line,
                                 fmt::format("broken JSON at column {} (expected one value)", place.column));
  }
  DocumentReader(source, text).read(value);
}

}  // namespace corroborate::loading
