// JSON Lines: one object a line, {"id","text","title"?,"outlet"?,"url"?,"published"?,"language"?,"story"?,"byline"?}.
//
// Read line by line, so that a stream of any length passes through bounded memory.
#include <fmt/format.h>

#include <array>
#include <limits>
#include <nlohmann/json.hpp>

#include "load/formats.h"
#include "load/json_article.h"
#include "load/json_repair.h"
#include "load/limits.h"
#include "load/metadata.h"
#include "load/placed_text.h"
#include "text/utf8.h"

namespace corroborate::loading {
namespace {

using Json = nlohmann::json;

struct Line {
  std::string text;
  bool too_long = false;
};

// False at the end of the stream. A line past the limit is read over, not kept.
bool read_line(std::istream& in, Line& line) {
  std::array<char, 1 << 14> block;
  line = {};
  bool any = false;
  while (true) {
    in.getline(block.data(), block.size());
    const auto size = static_cast<std::size_t>(in.gcount());
    any = any || size > 0;
    const bool cut = in.fail() && size + 1 == block.size();  // the block is full, the line goes on
    const bool ended = !in.eof() && !cut && size > 0;        // the line end was counted, not kept
    line.too_long = line.too_long || line.text.size() + size > max_json_line_bytes;
    if (!line.too_long) line.text.append(block.data(), ended ? size - 1 : size);
    if (!cut) return any;
    in.clear();
  }
}

class Reader {
 public:
  explicit Reader(Source& source) : source_(source) {}

  void read() {
    Line line;
    while (!gave_up_ && read_line(source_.in, line)) {
      ++number_;
      if (line.too_long) {
        wrong(fmt::format("a line larger than {} MB, the limit for one line", max_json_line_bytes / 1'000'000));
      } else {
        read_object(clean(std::move(line.text)));
      }
    }
    if (objects_ == 0 && wrong_ == 0)
      source_.intake.problem(source_.path, 0, "empty (expected one JSON object a line)");
  }

 private:
  void problem(std::string message) { source_.intake.problem(source_.path, number_, std::move(message)); }

  // A line that gives no article.
  void wrong(std::string message) {
    problem(std::move(message));
    ++wrong_;
    if (objects_ > 0 || wrong_ < max_lines_without_article) return;
    gave_up_ = true;
    problem(fmt::format("stopped reading: none of {} lines holds an article (expected JSON Lines)", wrong_));
  }

  std::string clean(std::string line) {
    if (number_ == 1 && line.starts_with(text::byte_order_mark)) line.erase(0, text::byte_order_mark.size());
    if (text::find_invalid(line) < line.size()) {
      problem("bytes that are no UTF-8 (expected UTF-8 throughout); read as U+FFFD, the article is kept");
      line = text::repair(std::move(line));
    }
    RepairedJson repaired = replace_lone_surrogates(std::move(line));
    if (!repaired.lone.empty()) {
      problem(
          fmt::format("half a surrogate pair, {}, in a string; read as U+FFFD, the article is kept", repaired.lone));
    }
    return std::move(repaired.line);
  }

  void read_object(const std::string& line) {
    if (trim(line).empty()) return;
    const Json object = Json::parse(line, nullptr, false);
    if (object.is_discarded()) {
      return wrong(fmt::format("broken JSON at column {} (expected one object a line)", find_json_error(line)));
    }
    if (!object.is_object()) return wrong(fmt::format("{} (expected an object with \"text\")", object.type_name()));
    Article article;
    std::vector<std::string> warnings;
    if (auto fault = read_json_article(object, source_.map, article, warnings); !fault.empty())
      return wrong(std::move(fault));
    ++objects_;
    for (auto& warning : warnings) problem(std::move(warning));
    const std::uint32_t number = line_in_file(object);
    article.path = source_.path;
    if (article.id.empty()) article.id = fmt::format("{}:{}", source_.id, number);
    place_on_line(article, number);
    source_.intake.accept(std::move(article), number);
  }

  // Who hands on lines of a larger file may say where each stood in it.
  std::uint32_t line_in_file(const Json& object) const {
    const auto told = object.find("line_in_file");
    if (told == object.end() || !told->is_number_unsigned()) return number_;
    const auto line = told->get<std::uint64_t>();
    return line >= 1 && line <= std::numeric_limits<std::uint32_t>::max() ? static_cast<std::uint32_t>(line) : number_;
  }

  Source& source_;
  std::uint32_t number_ = 0;
  std::size_t wrong_ = 0, objects_ = 0;
  bool gave_up_ = false;
};

}  // namespace

// By its ending, else by a first line that is an object. An object over several lines is some other kind of JSON.
bool sniff_json_lines(const Head& head) {
  if (head.ending == "jsonl" || head.ending == "ndjson") return true;
  std::string_view bytes = head.bytes;
  if (bytes.starts_with(text::byte_order_mark)) bytes.remove_prefix(text::byte_order_mark.size());
  const std::string_view line = trim(bytes.substr(0, bytes.find('\n')));
  if (line.empty() || line[0] != '{') return false;
  const bool whole = bytes.find('\n') != std::string_view::npos || head.bytes.size() < head_bytes;
  return whole ? Json::accept(line) : trim(line.substr(1)).starts_with('"');
}

void read_json_lines(Source& source) { Reader(source).read(); }

}  // namespace corroborate::loading
