#include "load/ignore.h"

#include <algorithm>
#include <optional>

namespace corroborate::loading {
namespace {

constexpr std::string_view any_folders = "**";

std::vector<std::string> split(std::string_view path) {
  std::vector<std::string> segments;
  for (std::size_t begin = 0; begin <= path.size();) {
    const auto end = std::min(path.find('/', begin), path.size());
    if (end > begin) segments.emplace_back(path.substr(begin, end - begin));
    begin = end + 1;
  }
  return segments;
}

// The set that begins at `at` in the pattern ("[a-z]", "[!0-9]"): whether it holds the character, and where it ends.
// Nothing where it is not closed: '[' then stands for itself.
std::optional<bool> fits_set(std::string_view pattern, std::size_t& at, char c) {
  std::size_t i = at + 1;
  const bool inverted = i < pattern.size() && (pattern[i] == '!' || pattern[i] == '^');
  if (inverted) ++i;
  bool found = false;
  for (const std::size_t first = i; i < pattern.size() && (pattern[i] != ']' || i == first); ++i) {
    const bool range = i + 2 < pattern.size() && pattern[i + 1] == '-' && pattern[i + 2] != ']';
    found = found || (range ? pattern[i] <= c && c <= pattern[i + 2] : pattern[i] == c);
    if (range) i += 2;
  }
  if (i >= pattern.size()) return {};
  at = i + 1;
  return found != inverted;
}

// Whether the pattern's next character, or set, is this one; moves on behind it.
bool fits_one(std::string_view pattern, std::size_t& at, char c) {
  if (at == pattern.size()) return false;
  if (pattern[at] == '[')
    if (const auto fits = fits_set(pattern, at, c)) return *fits;
  if (pattern[at] == '?') return ++at, true;
  if (pattern[at] == '\\' && at + 1 < pattern.size()) ++at;
  return pattern[at++] == c;
}

// One part of a path. After a failure it goes back to the last star alone, so that time is bounded by the product of
// the lengths.
bool fits_segment(std::string_view pattern, std::string_view name) {
  std::size_t p = 0, n = 0, star = std::string_view::npos, mark = 0;
  while (n < name.size()) {
    if (p < pattern.size() && pattern[p] == '*') {
      star = ++p;
      mark = n;
    } else if (fits_one(pattern, p, name[n])) {
      ++n;
    } else if (star != std::string_view::npos) {
      p = star;
      n = ++mark;
    } else {
      return false;
    }
  }
  return pattern.find_first_not_of('*', p) == std::string_view::npos;
}

// The same over the parts: `**` stands for any number of folders, at the end for anything inside.
bool fits_path(const std::vector<std::string>& pattern, const std::vector<std::string>& path) {
  std::size_t p = 0, n = 0, star = std::string_view::npos, mark = 0;
  while (n < path.size()) {
    if (p < pattern.size() && pattern[p] == any_folders) {
      if (p + 1 == pattern.size()) return true;  // at least one part is left
      star = ++p;
      mark = n;
    } else if (p < pattern.size() && fits_segment(pattern[p], path[n])) {
      ++p;
      ++n;
    } else if (star != std::string_view::npos) {
      p = star;
      n = ++mark;
    } else {
      return false;
    }
  }
  return p == pattern.size();
}

// Without the blanks at its end that no backslash keeps.
std::string_view without_end(std::string_view line) {
  if (line.ends_with('\r')) line.remove_suffix(1);
  while (line.ends_with(' ') && !line.ends_with("\\ ")) line.remove_suffix(1);
  return line;
}

}  // namespace

IgnoreRules::IgnoreRules(std::string_view text) {
  std::uint32_t number = 0;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    std::string_view line = without_end(text.substr(begin, end - begin));
    begin = end + 1;
    ++number;
    if (line.empty() || line[0] == '#') continue;
    const bool takes_back = line[0] == '!';
    if (takes_back) line.remove_prefix(1);
    const bool folders_only = line.ends_with('/');
    if (folders_only) line.remove_suffix(1);
    std::vector<std::string> segments = split(line);
    if (segments.empty()) continue;
    if (line.find('/') == std::string_view::npos) segments.insert(segments.begin(), std::string(any_folders));
    rules_.push_back({std::move(segments), number, takes_back, folders_only});
  }
}

IgnoreRules::Answer IgnoreRules::about(std::string_view path, bool is_folder) const {
  const std::vector<std::string> parts = split(path);
  const auto rule = std::find_if(rules_.rbegin(), rules_.rend(), [&](const Rule& known) {
    return (is_folder || !known.folders_only) && fits_path(known.segments, parts);
  });
  if (rule == rules_.rend()) return {};
  return {rule->takes_back ? Says::read : Says::pass_over, rule->line};
}

}  // namespace corroborate::loading
