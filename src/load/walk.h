// The files of a folder and of the folders in it, in byte order of their paths, each folder's turn once.
#pragma once

#include <functional>
#include <string>

namespace corroborate::loading {

struct Visitor {
  std::function<void(const std::string& path)> file;                                 // every regular file
  std::function<void(const std::string& path, const std::string& message)> fault;    // what cannot be walked
  std::function<void(const std::string& path, const std::string& message)> ignored;  // what is no file, or not wanted
};

// Hidden names (with a dot first) are passed over in silence, and what .corroborateignore names (ignore.h) with a word.
// Symbolic links are followed; one that leads back into a folder that holds it is a fault. `folder` is as the user
// named it, and every path begins with it.
void walk(const std::string& folder, const Visitor& visitor);

}  // namespace corroborate::loading
