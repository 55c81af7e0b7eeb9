#include "support/folder.h"

#include <unistd.h>

#include <fstream>
#include <sstream>

namespace corroborate::testing {

namespace fs = std::filesystem;

Folder::Folder() {
  std::string name = (fs::temp_directory_path() / "corroborate-XXXXXX").string();
  path_ = mkdtemp(name.data());
}

Folder::~Folder() {
  std::error_code ignored;
  fs::remove_all(path_, ignored);
}

Folder& Folder::with(const std::string& name, std::string_view bytes) {
  fs::create_directories((path_ / name).parent_path());
  std::ofstream(path_ / name, std::ios::binary) << bytes;
  return *this;
}

Loaded load_all(const std::vector<std::string>& paths, const std::string& input) {
  Loaded loaded;
  std::istringstream in(input);
  load(paths, in,
       {[&](Article&& article) { loaded.articles.push_back(std::move(article)); },
        [&](Problem&& problem) { loaded.problems.push_back(std::move(problem)); }});
  return loaded;
}

namespace {

std::string without(std::string text, const std::string& part) {
  for (auto at = text.find(part); at != std::string::npos; at = text.find(part)) text.erase(at, part.size());
  return text;
}

}  // namespace

std::string said(const Loaded& loaded, const Folder& folder) {
  std::string result;
  for (const Problem& problem : loaded.problems) {
    if (problem.severity == Severity::notice) result += "notice: ";
    result += problem.path == folder.path() ? "." : problem.path;
    if (problem.line > 0) result += ":" + std::to_string(problem.line);
    result += ": " + problem.message + "\n";
  }
  return without(without(result, folder.path() + "/"), folder.path());
}

std::string read_file(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream out;
  out << in.rdbuf();
  return out.str();
}

}  // namespace corroborate::testing
