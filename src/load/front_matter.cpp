#include "load/front_matter.h"

#include <algorithm>
#include <vector>

#include "load/limits.h"
#include "load/metadata.h"

namespace corroborate::loading {
namespace {

struct Line {
  std::string_view text;  // without its end
  std::size_t next = 0;   // offset of the line after it
};

Line line_at(std::string_view text, std::size_t offset) {
  const auto end = text.find('\n', offset);
  if (end == std::string_view::npos) return {trim(text.substr(offset)), text.size()};
  return {trim(text.substr(offset, end - offset)), end + 1};
}

bool closes(std::string_view line) { return line == "---" || line == "..."; }

// Length of the key, or 0: letters, digits, '_' and '-' up to a colon.
std::size_t key_size(std::string_view line) {
  const auto is_key = [](char c) {
    return ('a' <= (c | 32) && (c | 32) <= 'z') || ('0' <= c && c <= '9') || c == '_' || c == '-';
  };
  const auto end = std::find_if_not(line.begin(), line.end(), is_key);
  return end != line.end() && *end == ':' ? static_cast<std::size_t>(end - line.begin()) : 0;
}

// Lists, nested values, comments and blank lines are YAML too; nothing here reads them.
bool may_stand_in_block(std::string_view raw) {
  const std::string_view line = trim(raw);
  return line.empty() || line[0] == '#' || line[0] == '-' || raw[0] == ' ' || raw[0] == '\t' || key_size(line) > 0;
}

std::string_view unquote(std::string_view value) {
  const bool quoted = value.size() > 1 && (value[0] == '"' || value[0] == '\'') && value.back() == value[0];
  return quoted ? value.substr(1, value.size() - 2) : value;
}

// The lines between the two rules, and where the body begins; no lines when there is no such block.
struct Block {
  std::vector<std::string_view> lines;
  std::size_t end = 0;
};

Block find_block(std::string_view text) {
  Line line = line_at(text, 0);
  if (line.text != "---") return {};
  Block block;
  bool has_key = false;
  for (std::size_t offset = line.next; offset < std::min(text.size(), max_front_matter_bytes); offset = line.next) {
    line = line_at(text, offset);
    if (closes(line.text)) return has_key ? Block{std::move(block.lines), line.next} : Block{};
    const std::string_view raw = text.substr(offset, line.next - offset);
    if (!may_stand_in_block(raw)) return {};
    const bool top = raw[0] != ' ' && raw[0] != '\t';
    has_key = has_key || (top && key_size(line.text) > 0);
    block.lines.push_back(top ? line.text : std::string_view{});
  }
  return {};
}

}  // namespace

FrontMatter read_front_matter(std::string_view text, Article& article, const OnWrongField& on_wrong) {
  const Block block = find_block(text);
  std::uint32_t number = 1;
  for (const std::string_view line : block.lines) {
    ++number;
    const std::size_t size = key_size(line);
    if (size == 0) continue;
    const std::string message = set_field(article, line.substr(0, size), unquote(trim(line.substr(size + 1))));
    if (!message.empty()) on_wrong(number, message);
  }
  return block.end == 0 ? FrontMatter{} : FrontMatter{block.end, number + 2};
}

}  // namespace corroborate::loading
