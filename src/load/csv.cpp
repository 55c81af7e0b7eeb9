// CSV with a header (RFC 4180; also with tabs or semicolons): one article a row, its columns named as JSON keys are.
#include <csv.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <memory>
#include <nlohmann/json.hpp>
#include <numeric>
#include <vector>

#include "load/bytes.h"
#include "load/encoding.h"
#include "load/formats.h"
#include "load/limits.h"
#include "load/metadata.h"
#include "load/placed_text.h"
#include "text/utf8.h"

namespace corroborate::loading {
namespace {

using Json = nlohmann::json;

// What stands between the columns: the most frequent of the three in the first line, outside quotation marks.
char delimiter_of(std::string_view head) {
  std::array<std::size_t, 3> counts{};
  constexpr std::string_view candidates = ",\t;";
  bool quoted = false;
  for (const char c : head) {
    if (c == '"') quoted = !quoted;
    if (c == '\n' && !quoted) break;
    const auto place = candidates.find(c);
    if (!quoted && place != std::string_view::npos) ++counts[place];
  }
  return candidates[static_cast<std::size_t>(std::max_element(counts.begin(), counts.end()) - counts.begin())];
}

class RowReader {
 public:
  explicit RowReader(Source& source) : source_(source) {}

  // Of the file, from 1; the line that is about to be parsed.
  void next_line() { ++line_; }

  void field(std::string_view text) {
    fields_.emplace_back(text);
    begins_.push_back(line_ - static_cast<std::uint32_t>(std::count(text.begin(), text.end(), '\n')));
  }

  bool has_filled_rows() const { return filled_; }

  void end_row() {
    ++row_;
    if (columns_.empty()) {
      for (auto& name : fields_) columns_.emplace_back(trim(name));
    } else if (fields_.size() > 1 || (fields_.size() == 1 && !fields_[0].empty())) {
      filled_ = true;
      article();
    }
    fields_.clear();
    begins_.clear();
  }

 private:
  void say(std::string message) { source_.intake.problem(source_.path, 0, fmt::format("row {}: {}", row_, message)); }

  void article() {
    if (fields_.size() != columns_.size()) {
      return say(fmt::format("{} columns (expected {}, as in the header)", fields_.size(), columns_.size()));
    }
    Json object = Json::object();
    for (std::size_t column = 0; column < columns_.size(); ++column)
      if (!fields_[column].empty()) object[columns_[column]] = fields_[column];
    Article article;
    std::vector<std::string> warnings;
    if (auto fault = read_json_article(object, source_.map, article, warnings); !fault.empty())
      return say("no text (expected a column \"text\")");
    for (auto& warning : warnings) say(std::move(warning));
    article.path = source_.path;
    if (article.id.empty()) article.id = fmt::format("{}#{}", source_.id, row_);
    if (source_.fill) source_.fill(article);
    place(article);
    source_.intake.accept(std::move(article), 0);
  }

  // Its lines follow each other from where its field begins; text out of markup stands where the row ends.
  void place(Article& article) const {
    const auto field = std::ranges::find(fields_, article.body);
    const bool found = field != fields_.end();
    place_on_line(article, found ? begins_[static_cast<std::size_t>(field - fields_.begin())] : line_);
    if (found) std::iota(article.lines.begin(), article.lines.end(), article.lines.front());
  }

  Source& source_;
  std::vector<std::string> columns_, fields_;
  std::vector<std::uint32_t> begins_;  // of each field, its line
  std::uint32_t line_ = 0;
  std::size_t row_ = 0;  // from 1, the header counted
  bool filled_ = false;  // a row below the header that is more than an empty line
};

void on_field(void* text, std::size_t size, void* reader) {
  static_cast<RowReader*>(reader)->field({static_cast<const char*>(text), size});
}
void on_row(int, void* reader) { static_cast<RowReader*>(reader)->end_row(); }

struct ParserDeleter {
  void operator()(csv_parser* parser) const {
    csv_free(parser);
    delete parser;
  }
};

}  // namespace

// By its first line: columns, one of which is the text. Other tables are about articles, or about something else.
bool sniff_csv(const Head& head) {
  const auto line = head.bytes.substr(0, head.bytes.find('\n'));
  const char delimiter = delimiter_of(line);
  Json columns = Json::object();
  std::size_t count = 0;
  for (std::size_t at = 0; at <= line.size();) {
    const auto end = std::min(line.find(delimiter, at), line.size());
    std::string name(trim(line.substr(at, end - at)));
    std::erase(name, '"');
    if (text::find_invalid(name) == name.size()) columns[name] = "";
    ++count;
    at = end + 1;
  }
  return count > 1 && has_article_text(columns, head.map);
}

void read_csv(Source& source) {
  std::string bytes = read_all(source.in, max_json_line_bytes);
  if (bytes.size() > max_json_line_bytes) return source.intake.refuse_size(source.path);
  const std::string text = decode_bytes(std::move(bytes)).text;
  const std::unique_ptr<csv_parser, ParserDeleter> parser(new csv_parser);
  csv_init(parser.get(), CSV_APPEND_NULL);
  csv_set_delim(parser.get(), static_cast<unsigned char>(delimiter_of(text)));
  RowReader reader(source);
  for (std::size_t begin = 0; begin < text.size();) {
    const std::size_t end = std::min(text.find('\n', begin), text.size() - 1) + 1;
    reader.next_line();
    csv_parse(parser.get(), text.data() + begin, end - begin, on_field, on_row, &reader);
    begin = end;
  }
  csv_fini(parser.get(), on_field, on_row, &reader);
  if (!reader.has_filled_rows())
    source.intake.problem(source.path, 0, "a table without rows (expected an article a row)");
}

}  // namespace corroborate::loading
