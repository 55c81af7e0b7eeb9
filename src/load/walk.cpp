#include "load/walk.h"

#include <dirent.h>
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <memory>
#include <vector>

#include "load/bytes.h"
#include "load/ignore.h"
#include "load/limits.h"

namespace corroborate::loading {
namespace {

// What a folder says of an entry: a regular file needs no other look.
struct Entry {
  std::string name;  // folders end in '/', so that whole paths come in byte order
  bool is_file = false;
  bool operator<(const Entry& other) const { return name < other.name; }
};

struct Place {
  dev_t device;
  ino_t inode;
  bool operator==(const Place&) const = default;
};

// A folder whose entries are being visited.
struct Folder {
  std::string path;  // ends in '/'
  Place place;
  std::vector<Entry> entries;
  IgnoreRules rules;
  std::size_t next = 0;
};

class Walk {
 public:
  explicit Walk(const Visitor& visitor) : visitor_(visitor) {}

  void run(const std::string& folder) {
    struct stat status;
    if (stat(folder.c_str(), &status) == 0) open(folder.ends_with('/') ? folder : folder + "/", status);
    while (!open_.empty()) {
      Folder& top = open_.back();
      if (top.next == top.entries.size()) {
        open_.pop_back();
      } else {
        const Entry& entry = top.entries[top.next++];
        const std::string path = top.path + entry.name;
        if (!is_passed_over(path)) entry.is_file ? visitor_.file(path) : enter(path);
      }
    }
  }

 private:
  // The innermost folder that has a word on it decides.
  bool is_passed_over(const std::string& path) {
    const bool is_folder = path.ends_with('/');
    const std::string name = path.substr(0, path.size() - (is_folder ? 1 : 0));
    for (auto folder = open_.rbegin(); folder != open_.rend(); ++folder) {
      if (folder->rules.empty()) continue;
      const auto [says, line] = folder->rules.about(std::string_view(name).substr(folder->path.size()), is_folder);
      if (says == IgnoreRules::Says::nothing) continue;
      if (says == IgnoreRules::Says::read) return false;
      visitor_.ignored(name, fmt::format("passed over: {}{}:{} names it", folder->path, ignore_file_name, line));
      return true;
    }
    return false;
  }

  IgnoreRules rules_of(const std::string& folder) {
    const std::string path = folder + std::string(ignore_file_name);
    std::ifstream in(path, std::ios::binary);
    if (!in.is_open()) {
      if (errno != ENOENT) visitor_.fault(path, fmt::format("cannot be read: {}", std::strerror(errno)));
      return IgnoreRules({});
    }
    const std::string text = read_all(in, max_ignore_file_bytes);
    if (text.size() <= max_ignore_file_bytes) return IgnoreRules(text);
    visitor_.fault(path, fmt::format("larger than {} KB (the limit); not followed", max_ignore_file_bytes / 1000));
    return IgnoreRules({});
  }

  void enter(const std::string& path) {
    struct stat status;
    const std::string name = path.ends_with('/') ? path.substr(0, path.size() - 1) : path;
    if (stat(name.c_str(), &status) != 0) {
      visitor_.fault(name, fmt::format("cannot be read: {}", std::strerror(errno)));
    } else if (S_ISDIR(status.st_mode)) {
      open(name + "/", status);
    } else if (S_ISREG(status.st_mode)) {
      visitor_.file(name);
    } else {
      visitor_.ignored(name, "passed over: neither a file nor a folder");
    }
  }

  void open(const std::string& path, const struct stat& status) {
    const Place place{status.st_dev, status.st_ino};
    const auto holder =
        std::find_if(open_.begin(), open_.end(), [&](const Folder& folder) { return folder.place == place; });
    const std::string name = path.substr(0, path.size() - 1);
    if (holder != open_.end()) {
      return visitor_.fault(
          name, fmt::format("symbolic link leads back to {} (expected a folder without a loop); not followed",
                            holder->path.substr(0, holder->path.size() - 1)));
    }
    const std::unique_ptr<DIR, int (*)(DIR*)> handle(opendir(path.c_str()), &closedir);
    if (!handle) return visitor_.fault(name, fmt::format("cannot be read: {}", std::strerror(errno)));
    open_.push_back({path, place, list(handle.get(), path), rules_of(path)});
  }

  static std::vector<Entry> list(DIR* handle, const std::string& path) {
    std::vector<Entry> entries;
    while (const dirent* entry = readdir(handle)) {
      std::string name = entry->d_name;
      if (name.starts_with('.')) continue;
      if (entry->d_type == DT_REG) {
        entries.push_back({std::move(name), true});
        continue;
      }
      struct stat status;
      const bool is_folder = stat((path + name).c_str(), &status) == 0 && S_ISDIR(status.st_mode);
      entries.push_back({is_folder ? name + "/" : std::move(name), false});
    }
    std::sort(entries.begin(), entries.end());
    return entries;
  }

  const Visitor& visitor_;
  std::vector<Folder> open_;  // the folder being visited last, those that hold it before it
};

}  // namespace

void walk(const std::string& folder, const Visitor& visitor) { Walk(visitor).run(folder); }

}  // namespace corroborate::loading
