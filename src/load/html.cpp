// HTML files: one page, one article.
#include <fmt/format.h>

#include <algorithm>

#include "load/bytes.h"
#include "load/encoding.h"
#include "load/formats.h"
#include "load/html_page.h"
#include "load/limits.h"
#include "load/metadata.h"
#include "text/ascii.h"

namespace corroborate::loading {
namespace {

using text::lower;

}  // namespace

std::string declared_charset(std::string_view bytes) {
  const std::string head = lower(bytes.substr(0, 2048));
  const auto at = head.find("charset=");
  if (at == std::string::npos) return {};
  std::string name;
  for (std::size_t i = at + 8; i < head.size() && name.size() < 40; ++i) {
    const char c = head[i];
    if (c == '"' || c == '\'') {
      if (!name.empty()) break;
      continue;
    }
    const bool part = ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == '-' || c == '_';
    if (!part) break;
    name += c;
  }
  return name;
}

Article read_page(std::string_view bytes, std::string& fault) {
  const Tree tree = parse_html(bytes);
  Article article;
  fault = tree.error;
  if (!tree.root()) return article;
  StatedDays days;
  read_page_metadata(tree.root(), article, days);
  article.published = days.best();
  set_body(article, read_main_text(tree.root()));
  return article;
}

bool sniff_html(const Head& head) {
  const std::string start = lower(head.bytes.substr(0, 1024));
  const auto at = start.find('<');
  if (at == std::string::npos || start.find_first_not_of(" \t\r\n\xEF\xBB\xBF") != at) return false;
  if (start.find("<html") != std::string::npos || start.find("<!doctype html") != std::string::npos) return true;
  return (head.ending == "html" || head.ending == "htm") && start.find("<?xml") == std::string::npos;
}

void read_html(Source& source) {
  std::string bytes = read_all(source.in, max_article_bytes);
  if (bytes.size() > max_article_bytes) return source.intake.refuse_size(source.path);
  const std::string charset = declared_charset(bytes);
  std::string fault;
  Article article = read_page(decode_bytes(std::move(bytes), charset).text, fault);
  if (!fault.empty()) return source.intake.problem(source.path, 0, fmt::format("{} (expected a web page)", fault));
  source.accept(std::move(article), "a page without text (expected an article's paragraphs)");
}

}  // namespace corroborate::loading
