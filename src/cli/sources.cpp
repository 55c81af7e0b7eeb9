#include "cli/sources.h"

#include <fmt/format.h>

#include <CLI/CLI.hpp>
#include <fstream>

namespace corroborate::cli {

std::map<std::string, char, std::less<>> read_sources(const std::string& path) {
  std::ifstream in(path);
  if (!in)
    throw CLI::ValidationError("--sources", fmt::format("{}: cannot be read (expected a table of sources)", path));
  std::map<std::string, char, std::less<>> letters;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (line.ends_with('\r')) line.pop_back();
    if (line.empty() || line.starts_with('#')) continue;
    const auto tab = line.find('\t');
    const bool good =
        tab != std::string::npos && tab > 0 && line.size() == tab + 2 && line[tab + 1] >= 'A' && line[tab + 1] <= 'F';
    if (!good)
      throw CLI::ValidationError(
          "--sources", fmt::format("{}:{}: no source with a letter (expected NAME, a tab, A to F)", path, number));
    letters[line.substr(0, tab)] = line[tab + 1];
  }
  return letters;
}

}  // namespace corroborate::cli
