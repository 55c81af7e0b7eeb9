// The floors hold: a file includes only from its own floor and the ones below it (DESIGN: one-way floors).
#include <algorithm>
#include <filesystem>
#include <fstream>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "test.h"

namespace {

namespace fs = std::filesystem;

const std::map<std::string, std::set<std::string>>& allowed() {
  static const std::map<std::string, std::set<std::string>> floors = {
      {"text", {"text"}},
      {"parallel", {"parallel"}},
      {"spool", {"spool", "corroborate"}},
      {"lexicon", {"lexicon", "text"}},
      {"syntax", {"syntax", "lexicon", "text"}},
      {"time", {"time", "corroborate"}},
      {"load", {"load", "time", "text", "parallel", "corroborate"}},
      {"extract", {"extract", "syntax", "lexicon", "time", "text", "corroborate"}},
      {"train", {"train", "extract", "syntax", "lexicon", "time", "text", "load", "codec", "reconcile", "corroborate"}},
      {"codec", {"codec", "time", "text", "corroborate"}},
      {"reconcile", {"reconcile", "time", "text", "parallel", "spool", "corroborate"}},
      {"report", {"report", "text", "spool", "corroborate"}},
      {"check", {"check", "text", "corroborate"}},
      {"diff", {"diff", "report", "text", "corroborate"}},
      {"cli", {"cli", "corroborate"}},
  };
  return floors;
}

// The rooms of extract, lowest first: each may include itself and those before it.
const std::vector<std::string>& rooms() {
  static const std::vector<std::string> lowest_first = {"reading",  "numbers", "dates",  "names",  "speakers/learned",
                                                        "speakers", "events",  "facets", "claims", "features"};
  return lowest_first;
}

std::vector<std::string> quoted_includes(const fs::path& file) {
  std::vector<std::string> result;
  std::ifstream in(file);
  for (std::string line; std::getline(in, line);) {
    if (line.rfind("#include \"", 0) == 0) result.push_back(line.substr(10, line.find('"', 10) - 10));
  }
  return result;
}

// Floors named in the quoted includes of one file: the first folder of each path.
std::set<std::string> included_floors(const fs::path& file) {
  std::set<std::string> result;
  for (const auto& target : quoted_includes(file)) {
    const auto slash = target.find('/');
    result.insert(slash == std::string::npos ? "(no floor)" : target.substr(0, slash));
  }
  return result;
}

// Height of the room that a path below src names ("extract/dates/dates.h"); no height for a file in none.
std::optional<std::ptrdiff_t> height_of(const fs::path& path) {
  const auto room = path.parent_path().lexically_relative("extract").generic_string();
  const auto found = std::find(rooms().begin(), rooms().end(), room);
  if (found == rooms().end()) return std::nullopt;
  return found - rooms().begin();
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

TEST_CASE("every_folder_of_the_source_is_a_floor") {
  std::size_t folders = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(PROJECT_SOURCE) / "src")) {
    INFO(entry.path());
    if (!entry.is_directory()) continue;
    ++folders;
    CHECK(allowed().contains(entry.path().filename().string()));
  }
  CHECK(folders == allowed().size());
}

TEST_CASE("rooms_of_extract_include_only_what_stands_below") {
  const fs::path source = fs::path(PROJECT_SOURCE) / "src";
  int arrows = 0;
  for (const auto& entry : fs::recursive_directory_iterator(source / "extract")) {
    if (!entry.is_regular_file()) continue;
    const auto own = entry.path().lexically_relative(source);
    if (own == fs::path("extract/extract.cpp")) continue;  // orders the rooms
    INFO(own);
    REQUIRE(height_of(own).has_value());
    for (const auto& target : quoted_includes(entry.path())) {
      const auto used = height_of(target);
      if (!used) continue;
      INFO("includes " << target);
      CHECK(*used <= *height_of(own));
      ++arrows;
    }
  }
  CHECK(arrows > 100);
}

TEST_CASE("public_headers_include_only_public_headers") {
  int includes = 0;
  for (const auto& entry : fs::directory_iterator(fs::path(PROJECT_SOURCE) / "include" / "corroborate")) {
    for (const auto& used : included_floors(entry.path())) {
      INFO(entry.path() << " includes from " << used);
      CHECK(used == "corroborate");
      ++includes;
    }
  }
  CHECK(includes > 0);
}
