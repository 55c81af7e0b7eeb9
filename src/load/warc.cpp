// WARC 1.0 and 1.1 (ISO 28500): responses and resources of a crawl. WARC-Date is when a page was fetched, not when it
// was published, and is not used.
#include <fmt/format.h>

#include <charconv>
#include <istream>

#include "load/encoding.h"
#include "load/formats.h"
#include "load/http_response.h"
#include "load/limits.h"
#include "load/members.h"
#include "load/metadata.h"

namespace corroborate::loading {
namespace {

struct Record {
  std::string type, target;
  std::size_t length = 0;
  bool has_length = false;
};

bool starts_with_name(std::string_view line, std::string_view name) {
  if (line.size() < name.size()) return false;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const char c = line[i];
    if (('A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c) != name[i]) return false;
  }
  return true;
}

class WarcReader {
 public:
  explicit WarcReader(Source& source) : source_(source) {}

  void read() {
    while (find_record()) {
      ++number_;
      const Record record = read_headers();
      if (!record.has_length) return say("a record without Content-Length; the rest is not read (expected WARC/1.0)");
      if (record.length > max_article_bytes) {
        say(fmt::format("{}: larger than {} MB, the limit for one article", record.target,
                        max_article_bytes / 1'000'000));
        source_.in.ignore(static_cast<std::streamsize>(record.length));
        continue;
      }
      std::string block(record.length, '\0');
      source_.in.read(block.data(), static_cast<std::streamsize>(block.size()));
      if (static_cast<std::size_t>(source_.in.gcount()) < block.size()) return say("cut off inside a record");
      take(record, std::move(block));
    }
    if (number_ == 0)
      say("no record (expected WARC/1.0)");
    else if (handed_on_ == 0)
      source_.intake.notice(source_.path, fmt::format("no page of text among {} records", number_));
  }

 private:
  void say(std::string message) {
    source_.intake.problem(source_.path, 0, fmt::format("record {}: {}", number_, message));
  }

  bool read_line(std::string& line) {
    line.clear();
    for (char c = 0; source_.in.get(c);) {
      if (c == '\n') {
        if (line.ends_with('\r')) line.pop_back();
        return true;
      }
      if (line.size() < max_front_matter_bytes) line += c;
    }
    return !line.empty();
  }

  // Passes over blank lines to the next version line.
  bool find_record() {
    std::string line;
    while (read_line(line)) {
      if (line.starts_with("WARC/")) return true;
      if (!line.empty()) {
        say("bytes between records; the rest is not read (expected WARC/1.0)");
        return false;
      }
    }
    return false;
  }

  Record read_headers() {
    Record record;
    std::string line;
    while (read_line(line) && !line.empty()) {
      const auto colon = line.find(':');
      if (colon == std::string::npos) continue;
      const auto value = trim(std::string_view(line).substr(colon + 1));
      if (starts_with_name(line, "warc-type:")) record.type = value;
      if (starts_with_name(line, "warc-target-uri:")) record.target = value;
      if (starts_with_name(line, "content-length:")) {
        record.has_length = std::from_chars(value.data(), value.data() + value.size(), record.length).ec == std::errc{};
      }
    }
    if (record.target.starts_with('<') && record.target.ends_with('>'))
      record.target = record.target.substr(1, record.target.size() - 2);
    return record;
  }

  void take(const Record& record, std::string block) {
    if (record.type == "resource") return hand_on(record, std::move(block));
    if (record.type != "response" || !record.target.starts_with("http")) return;
    HttpResponse response = read_http_response(block);
    if (!response.error.empty()) return say(fmt::format("{}: {}", record.target, response.error));
    const bool readable = response.content_type.find("html") != std::string::npos ||
                          response.content_type.find("xml") != std::string::npos ||
                          response.content_type.find("json") != std::string::npos ||
                          response.content_type == "text/plain";
    if (response.status != 200 || !readable || response.body.empty())
      return;  // pictures, redirections, errors of the server
    if (!response.charset.empty()) response.body = decode_bytes(std::move(response.body), response.charset).text;
    hand_on(record, std::move(response.body));
  }

  void hand_on(const Record& record, std::string bytes) {
    ++handed_on_;
    read_member(source_, record.target, std::move(bytes), [&](Article& article) {
      if (article.url.empty()) article.url = record.target;
    });
  }

  Source& source_;
  std::size_t number_ = 0, handed_on_ = 0;
};

}  // namespace

bool sniff_warc(const Head& head) { return head.bytes.starts_with("WARC/"); }

void read_warc(Source& source) { WarcReader(source).read(); }

}  // namespace corroborate::loading
