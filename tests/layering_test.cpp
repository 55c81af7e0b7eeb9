// The floors hold: a file includes only from its own floor and the ones below it (DESIGN: one-way floors).
#include <filesystem>
#include <fstream>
#include <map>
#include <set>
#include <string>

#include "test.h"

namespace {

namespace fs = std::filesystem;

const std::map<std::string, std::set<std::string>>& allowed() {
  static const std::map<std::string, std::set<std::string>> floors = {
      {"text", {"text"}},
      {"parallel", {"parallel"}},
      {"lexicon", {"lexicon", "text"}},
      {"syntax", {"syntax", "lexicon", "text"}},
      {"time", {"time", "corroborate"}},
      {"load", {"load", "time", "text", "parallel", "corroborate"}},
      {"extract", {"extract", "syntax", "lexicon", "time", "text", "corroborate"}},
      {"codec", {"codec", "time", "text", "corroborate"}},
      {"reconcile", {"reconcile", "time", "text", "corroborate"}},
      {"report", {"report", "text", "corroborate"}},
      {"check", {"check", "text", "corroborate"}},
      {"cli", {"cli", "corroborate"}},
  };
  return floors;
}

// Floors named in the quoted includes of one file: the first folder of each path.
std::set<std::string> included_floors(const fs::path& file) {
  std::set<std::string> result;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.rfind("#include \"", 0) != 0) continue;
    const std::string target = line.substr(10, line.find('"', 10) - 10);
    const auto slash = target.find('/');
    result.insert(slash == std::string::npos ? "(no floor)" : target.substr(0, slash));
  }
  return result;
}

}  // namespace

TEST_CASE("floors_include_only_what_stands_below") {
  const fs::path source = fs::path(PROJECT_SOURCE) / "src";
  int files = 0;
  for (const auto& [floor, below] : allowed()) {
    for (const auto& entry : fs::recursive_directory_iterator(source / floor)) {
      if (!entry.is_regular_file()) continue;
      ++files;
      for (const auto& used : included_floors(entry.path())) {
        INFO(entry.path() << " includes from " << used);
        CHECK(below.contains(used));
      }
    }
  }
  CHECK(files > 40);
}

TEST_CASE("public_headers_include_only_public_headers") {
  for (const auto& entry : fs::directory_iterator(fs::path(PROJECT_SOURCE) / "include" / "corroborate")) {
    for (const auto& used : included_floors(entry.path())) {
      INFO(entry.path() << " includes from " << used);
      CHECK(used == "corroborate");
    }
  }
}
