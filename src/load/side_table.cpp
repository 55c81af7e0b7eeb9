#include "load/side_table.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <vector>

#include "load/metadata.h"
#include "text/utf8.h"

namespace corroborate::loading {
namespace {

namespace fs = std::filesystem;

std::vector<std::string> split(std::string_view line) {
  std::vector<std::string> cells;
  for (std::size_t begin = 0;;) {
    const auto end = std::min(line.find('\t', begin), line.size());
    cells.emplace_back(trim(line.substr(begin, end - begin)));
    if (end == line.size()) return cells;
    begin = end + 1;
  }
}

std::string_view without_mark(std::string_view line) {
  return line.starts_with(text::byte_order_mark) ? line.substr(text::byte_order_mark.size()) : line;
}

}  // namespace

void fill_from(const TablesOfFile& tables, Article& article, const std::string& file) {
  for (const auto& [folder, rows] : tables) {
    const auto row = rows->find(fs::path(file).lexically_relative(folder.empty() ? "." : folder).generic_string());
    if (row != rows->end()) fill_gaps(article, row->second);
  }
}

TablesOfFile SideTables::of(const std::string& file, const std::string& root) {
  TablesOfFile result;
  fs::path folder = fs::path(file).parent_path();
  while (true) {
    const SideTable& rows = table(folder.string());
    if (!rows.empty()) result.push_back({folder.string(), &rows});
    if (folder.string().size() <= root.size() || folder == folder.parent_path()) return result;
    folder = folder.parent_path();
  }
}

const SideTable& SideTables::table(const std::string& folder) {
  const auto known = tables_.find(folder);
  if (known != tables_.end()) return known->second;
  const std::string path = (fs::path(folder) / side_table_name).string();
  std::ifstream in(path, std::ios::binary);
  return tables_.emplace(folder, in ? read_side_table(in, path, sink_) : SideTable{}).first->second;
}

SideTable read_side_table(std::istream& in, const std::string& path, const Sink& sink) {
  const fs::path folder = fs::path(path).parent_path();
  SideTable table;
  std::string line;
  if (!std::getline(in, line)) return table;
  const auto columns = split(without_mark(line));
  const auto key = std::find(columns.begin(), columns.end(), "path");
  if (key == columns.end()) {
    sink.problem({path, 1,
                  "no column \"path\" (expected a header such as path, outlet, published, url, title); table not used",
                  Severity::skipped});
    return table;
  }
  const auto key_index = static_cast<std::size_t>(key - columns.begin());
  for (std::uint32_t number = 2; std::getline(in, line); ++number) {
    if (trim(line).empty() || line[0] == '#') continue;
    const auto cells = split(text::repair(line));
    if (cells.size() <= key_index || cells[key_index].empty()) {
      sink.problem(
          {path, number, "row without a path (expected the path of an article in this folder)", Severity::skipped});
      continue;
    }
    Article& article = table[fs::path(cells[key_index]).lexically_normal().generic_string()];
    for (std::size_t i = 0; i < std::min(cells.size(), columns.size()); ++i) {
      std::string message = i == key_index ? std::string{} : set_field(article, columns[i], cells[i]);
      if (!message.empty()) sink.problem({path, number, std::move(message), Severity::skipped});
    }
    std::error_code ignored;
    if (!fs::exists(folder / cells[key_index], ignored)) {
      sink.problem({path, number, fmt::format("no article \"{}\" in this folder", cells[key_index]), Severity::notice});
    }
  }
  return table;
}

}  // namespace corroborate::loading
