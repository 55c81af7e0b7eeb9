#include "check/table.h"

#include <algorithm>

#include "text/utf8.h"

namespace corroborate::checking {
namespace {

std::vector<std::string> split(std::string_view line) {
  std::vector<std::string> cells;
  for (std::size_t begin = 0;;) {
    const auto end = std::min(line.find('\t', begin), line.size());
    cells.emplace_back(line.substr(begin, end - begin));
    if (end == line.size()) return cells;
    begin = end + 1;
  }
}

std::string join(const std::vector<std::string>& cells) {
  std::string line;
  for (std::size_t i = 0; i < cells.size(); ++i) line += (i == 0 ? "" : "\t") + cells[i];
  return line;
}

std::string_view without_return(std::string_view line) {
  return line.ends_with('\r') ? line.substr(0, line.size() - 1) : line;
}

bool is_comment(std::string_view line) {
  return line.starts_with('#') || line.find_first_not_of(" \t") == std::string_view::npos;
}

}  // namespace

Table::Table(std::string_view text, std::string_view usual_header) {
  if (text.starts_with(text::byte_order_mark)) text.remove_prefix(text::byte_order_mark.size());
  std::uint32_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const std::string_view line = without_return(text.substr(begin, end - begin));
    begin = end + 1;
    ++number;
    if (is_comment(line)) {
      lines_.push_back({number, {}, std::string(line)});
    } else if (columns_.empty()) {
      columns_ = split(line);
    } else {
      lines_.push_back({number, split(line), {}});
      lines_.back().cells.resize(std::max(lines_.back().cells.size(), columns_.size()));
    }
  }
  if (columns_.empty()) columns_ = split(usual_header);
}

int Table::index_of(std::string_view column) const {
  auto found = std::find(columns_.begin(), columns_.end(), column);
  if (found == columns_.end() && column.starts_with("article_")) {
    found = std::find(columns_.begin(), columns_.end(), "file_" + std::string(column.substr(8)));
  }
  return found == columns_.end() ? -1 : static_cast<int>(found - columns_.begin());
}

std::string Table::missing_column(std::span<const std::string_view> needed) const {
  const auto missing = std::find_if(needed.begin(), needed.end(), [&](auto column) { return index_of(column) < 0; });
  return missing == needed.end() ? std::string{} : std::string(*missing);
}

std::string Table::cell(const Line& line, std::string_view column) const {
  const int index = index_of(column);
  return index < 0 ? std::string{} : line.cells[static_cast<std::size_t>(index)];
}

void Table::set(Line& line, std::string_view column, std::string value) const {
  const int index = index_of(column);
  if (index >= 0) line.cells[static_cast<std::size_t>(index)] = std::move(value);
}

std::string Table::write() const {
  std::string out = join(columns_) + "\n";
  for (const Line& line : lines_) out += (line.cells.empty() ? line.comment : join(line.cells)) + "\n";
  return out;
}

}  // namespace corroborate::checking
