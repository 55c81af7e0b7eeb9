// Paths to articles: finds the files, picks the format of each, and passes over what is no article.
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>

#include "corroborate/corroborate.h"
#include "load/encoding.h"
#include "load/formats.h"
#include "load/limits.h"
#include "load/side_table.h"
#include "load/walk.h"
#include "text/ascii.h"

namespace corroborate {
namespace loading {
namespace {

std::string name_of(const std::string& path) { return path.substr(path.rfind('/') + 1); }

// Files that lie beside articles and are about them: the side table, expected output of a check, notes on the folder.
bool stands_beside_articles(const std::string& name) {
  constexpr std::array<std::string_view, 4> notes = {"README", "LICENSE", "LICENCE", "COPYING"};
  const std::string stem = name.substr(0, name.find('.'));
  return std::find(notes.begin(), notes.end(), stem) != notes.end() || stem == "expected" ||
         name.find(".expected") != std::string::npos || name == side_table_name;
}

std::string read_head(std::istream& in) {
  std::string head(head_bytes, '\0');
  in.read(head.data(), static_cast<std::streamsize>(head.size()));
  head.resize(static_cast<std::size_t>(in.gcount()));
  return head;
}

// What the head has taken from the stream, and then the rest of it: pipes cannot be rewound.
class Rejoined : public std::streambuf {
 public:
  Rejoined(std::string& head, std::streambuf& rest) : rest_(rest) {
    setg(head.data(), head.data(), head.data() + head.size());
  }

 protected:
  int_type underflow() override {
    const auto size = rest_.sgetn(block_.data(), static_cast<std::streamsize>(block_.size()));
    if (size <= 0) return traits_type::eof();
    setg(block_.data(), block_.data(), block_.data() + size);
    return traits_type::to_int_type(block_[0]);
  }

 private:
  std::streambuf& rest_;
  std::array<char, 1 << 16> block_;
};

class Loader {
 public:
  Loader(const Sink& sink, const LoadOptions& options, bool several)
      : intake_(sink), tables_(sink), map_(options.map), several_(several) {}

  void stream(std::istream& in) {
    Source source{"-", "-", in, intake_, {}, map_};
    read_json_lines(source);
  }

  void path(const std::string& path) {
    struct stat status;
    if (stat(path.c_str(), &status) != 0) {
      const bool missing = errno == ENOENT;
      intake_.problem(path, 0,
                      missing ? "no such file or folder" : fmt::format("cannot be read: {}", std::strerror(errno)));
    } else if (S_ISDIR(status.st_mode)) {
      folder(path);
    } else {
      named_file(path);
    }
  }

 private:
  // Ids do not depend on where a folder lies, unless two of them could hold the same names.
  std::string id_of(const std::string& file, const std::string& folder) const {
    return several_ ? file : file.substr(folder.size() + (folder.ends_with('/') ? 0 : 1));
  }

  void folder(const std::string& folder) {
    const std::size_t before = intake_.attempts();
    bool faults = false;
    walk(folder, {[&](const std::string& file) { folder_file(file, folder); },
                  [&](const std::string& path, const std::string& message) {
                    faults = true;
                    intake_.problem(path, 0, message);
                  },
                  [&](const std::string& path, const std::string& message) { intake_.notice(path, message); }});
    if (intake_.attempts() > before || faults) return;
    intake_.problem(folder, 0, "a folder without articles (expected text, web pages, feeds, JSON or archives of these)");
  }

  void folder_file(const std::string& file, const std::string& folder) {
    const std::string name = name_of(file), ending = text::ending_of(name);
    if (name == side_table_name) return;
    if (stands_beside_articles(name)) return intake_.notice(file, "passed over: stands beside articles, is none");
    const auto& table = formats();
    std::ifstream in(file, std::ios::binary);
    std::string head = read_head(in);
    const auto format = find_format(head, ending);
    // Any text would do for the last format: in a folder its name has to say so.
    const bool plain = format == table.end() || format + 1 == table.end();
    if (plain && in.is_open() && !has_ending(table.back(), ending)) {
      const bool other = std::any_of(table.begin(), table.end(), [&](const Format& row) { return has_ending(row, ending); });
      return intake_.notice(file, other ? fmt::format("passed over: .{} without articles", ending)
                                        : fmt::format("passed over: .{} is not read in folders", ending));
    }
    read(file, head, in, {id_of(file, folder), folder, false});
  }

  void named_file(const std::string& file) {
    std::ifstream in(file, std::ios::binary);
    std::string head = read_head(in);
    const auto slash = file.rfind('/');
    read(file, head, in, {file, slash == std::string::npos ? std::string{} : file.substr(0, slash), true});
  }

  std::vector<Format>::const_iterator find_format(const std::string& head, const std::string& ending) const {
    const auto& table = formats();
    return std::find_if(table.begin(), table.end(), [&](const Format& row) { return row.sniff({head, ending, map_}); });
  }

  struct Naming {
    std::string id;
    std::string root;  // the folder up to which side tables are looked for
    bool named;        // by the user
  };

  void read(const std::string& file, std::string& head, std::ifstream& in, const Naming& naming) {
    if (!in.is_open() || in.bad())
      return intake_.problem(file, 0, fmt::format("cannot be read: {}", std::strerror(errno)));
    const auto& table = formats();
    const auto format = find_format(head, text::ending_of(file));
    Rejoined buffer(head, *in.rdbuf());
    std::istream joined(&buffer);
    Source source{file, naming.id, joined, intake_,
                  [&](Article& article) { tables_.fill(article, file, naming.root); }, map_, naming.named};
    (format == table.end() ? table.back() : *format).read(source);
  }

  Intake intake_;
  SideTables tables_;
  const FieldMap& map_;
  bool several_;
};

}  // namespace
}  // namespace loading

void load(std::span<const std::string> paths, std::istream& input, const Sink& sink, const LoadOptions& options) {
  loading::Loader loader(sink, options, paths.size() > 1);
  for (const std::string& path : paths) {
    if (path == "-") {
      loader.stream(input);
    } else {
      loader.path(path);
    }
  }
}

}  // namespace corroborate
