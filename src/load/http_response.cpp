// RFC 9112: status line, header lines, body; chunked and gzip or deflate coding undone.
#include "load/http_response.h"

#include <fmt/format.h>

#include <charconv>
#include <string_view>

#include "load/archive.h"
#include "load/limits.h"
#include "load/metadata.h"
#include "text/ascii.h"

namespace corroborate::loading {
namespace {

// Chunks: size in hexadecimal, line end, that many bytes, line end. What is cut off ends the body.
std::string join_chunks(std::string_view bytes) {
  std::string body;
  while (!bytes.empty()) {
    const auto line = bytes.find('\n');
    if (line == std::string_view::npos) break;
    std::size_t size = 0;
    if (std::from_chars(bytes.data(), bytes.data() + line, size, 16).ec != std::errc{} || size == 0) break;
    bytes.remove_prefix(line + 1);
    body.append(bytes.substr(0, size));
    bytes.remove_prefix(std::min(bytes.size(), size));
    const auto end = bytes.find('\n');
    bytes.remove_prefix(end == std::string_view::npos ? bytes.size() : end + 1);
  }
  return body;
}

void read_content_type(const std::string& value, HttpResponse& response) {
  const auto semicolon = std::min(value.find(';'), value.size());
  response.content_type = trim(std::string_view(value).substr(0, semicolon));
  const auto at = value.find("charset=");
  if (at == std::string::npos) return;
  std::string charset = value.substr(at + 8, value.find(';', at) - at - 8);
  std::erase(charset, '"');
  response.charset = trim(charset);
}

}  // namespace

HttpResponse read_http_response(const std::string& bytes) {
  HttpResponse response;
  std::string_view rest = bytes;
  std::string transfer, encoding;
  for (bool first = true;; first = false) {
    const auto end = rest.find('\n');
    if (end == std::string_view::npos) {
      response.error = "an HTTP response without a body";
      return response;
    }
    const std::string_view line = trim(rest.substr(0, end));
    rest.remove_prefix(end + 1);
    if (line.empty()) break;
    if (first) {
      if (!line.starts_with("HTTP/") || line.find(' ') == std::string_view::npos) {
        response.error = "no HTTP response";
        return response;
      }
      const auto code = line.substr(line.find(' ') + 1);
      std::from_chars(code.data(), code.data() + code.size(), response.status);
      continue;
    }
    const auto colon = line.find(':');
    if (colon == std::string_view::npos) continue;
    const std::string name = text::lower(trim(line.substr(0, colon))),
                      value = text::lower(trim(line.substr(colon + 1)));
    if (name == "content-type") read_content_type(value, response);
    if (name == "transfer-encoding") transfer = value;
    if (name == "content-encoding") encoding = value;
  }
  response.body = transfer.find("chunked") == std::string::npos ? std::string(rest) : join_chunks(rest);
  if (encoding == "gzip" || encoding == "x-gzip" || encoding == "deflate") {
    response.body = inflate(response.body, max_article_bytes);
    if (response.body.empty()) response.error = "a body that cannot be unpacked";
  } else if (!encoding.empty() && encoding != "identity") {
    response.error = fmt::format("a body coded as {} (expected gzip, deflate or none)", encoding);
  }
  return response;
}

}  // namespace corroborate::loading
