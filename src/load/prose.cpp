// The format of most folders: one article a file, with or without front matter.
#include "load/prose.h"

#include "load/bytes.h"
#include "load/encoding.h"
#include "load/formats.h"
#include "load/front_matter.h"
#include "load/limits.h"
#include "load/metadata.h"
#include "text/utf8.h"

namespace corroborate::loading {
namespace {

// Many archives put "URL: https://…" above the text. It stays in the body: offsets count from the file's start.
void take_url(Article& article) {
  constexpr std::string_view label = "URL: ";
  if (!article.url.empty() || !article.body.starts_with(label)) return;
  const auto end = std::min(article.body.find('\n'), article.body.size());
  article.url = trim(std::string_view(article.body).substr(label.size(), end - label.size()));
}

std::uint32_t line_of(std::string_view text, std::size_t offset) { return text::PositionIndex(text).at(offset).line; }

}  // namespace

bool sniff_prose(const Head& head) { return !is_binary(head.bytes); }

void read_text(Source& source, const std::function<void(Article&)>& refine) {
  Article article;
  article.path = source.path;
  std::string bytes = read_all(source.in, max_article_bytes);
  if (bytes.size() > max_article_bytes || is_binary(bytes)) {
    article.body = std::move(bytes);  // the gate names the fault
    return source.intake.accept(std::move(article), 0);
  }
  Decoded decoded = decode_bytes(std::move(bytes));
  if (decoded.damage != std::string::npos) {
    source.intake.problem(source.path, line_of(decoded.text, decoded.damage),
                          "bytes that are no UTF-8 (expected UTF-8 throughout); read as U+FFFD, the article is kept");
  }
  const FrontMatter front = read_front_matter(decoded.text, article, [&](std::uint32_t line, std::string message) {
    source.intake.problem(source.path, line, std::move(message));
  });
  article.first_line = front.first_line;
  article.body = front.size == 0 ? std::move(decoded.text) : decoded.text.substr(front.size);
  if (refine) refine(article);
  if (source.fill) source.fill(article);
  if (article.id.empty()) article.id = source.id;
  take_url(article);
  source.intake.accept(std::move(article), 0);
}

void read_prose(Source& source) { read_text(source); }

}  // namespace corroborate::loading
