// A folder of files for one test, removed with it; and everything that load says about it.
#pragma once

#include <cstdint>
#include <filesystem>
#include <string>
#include <string_view>
#include <vector>

#include "corroborate/corroborate.h"

namespace corroborate::testing {

class Folder {
 public:
  Folder();
  ~Folder();
  Folder(const Folder&) = delete;
  Folder& operator=(const Folder&) = delete;

  // Writes a file, with the folders it needs. Returns the folder, so that calls can be chained.
  Folder& with(const std::string& name, std::string_view bytes);

  std::string path() const { return path_.string(); }
  std::string path(const std::string& name) const { return (path_ / name).string(); }

 private:
  std::filesystem::path path_;
};

struct Loaded {
  std::vector<Article> articles;
  std::vector<Problem> problems;
};

Loaded load_all(const std::vector<std::string>& paths, const std::string& input = {});

// `path:line: message` of all problems, a line each; paths within `folder` are given relative to it, and notices
// begin with "notice: ".
std::string said(const Loaded& loaded, const Folder& folder);

std::string read_file(const std::string& path);

}  // namespace corroborate::testing
