// Letters of ASCII alone: keywords, header names, file endings. What people write is folded elsewhere.
#pragma once

#include <string>
#include <string_view>

namespace corroborate::text {

constexpr char lower(char c) { return 'A' <= c && c <= 'Z' ? static_cast<char>(c + 32) : c; }

inline std::string lower(std::string_view word) {
  std::string folded(word);
  for (char& c : folded) c = lower(c);
  return folded;
}

constexpr bool equal_folded(std::string_view a, std::string_view b) {
  if (a.size() != b.size()) return false;
  for (std::size_t i = 0; i < a.size(); ++i)
    if (lower(a[i]) != lower(b[i])) return false;
  return true;
}

// What follows the last dot of the last part of a path, in lower case; empty for "README".
inline std::string ending_of(std::string_view path) {
  if (const auto slash = path.rfind('/'); slash != std::string_view::npos) path.remove_prefix(slash + 1);
  const auto dot = path.rfind('.');
  return dot == std::string_view::npos ? std::string{} : lower(path.substr(dot + 1));
}

}  // namespace corroborate::text
