// Paths to articles: finds the files, has them read ahead, picks the format of each, and passes over what
// is no article.
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <fstream>
#include <optional>
#include <variant>

#include "corroborate/corroborate.h"
#include "load/encoding.h"
#include "load/formats.h"
#include "load/limits.h"
#include "load/side_table.h"
#include "load/unique_ids.h"
#include "load/walk.h"
#include "parallel/in_order.h"
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

struct Naming {
  std::string id;
  std::string root;  // the folder up to which side tables are looked for
  bool named;        // by the user
};

struct File {
  std::string path;
  Naming naming;
  TablesOfFile tables;
};

std::vector<Format>::const_iterator find_format(const std::string& head, const std::string& ending, const FieldMap& map) {
  const auto& table = formats();
  return std::find_if(table.begin(), table.end(), [&](const Format& row) { return row.sniff({head, ending, map}); });
}

// Why a file of a folder is none of its articles; empty when it may be one.
std::string why_passed_over(const std::string& name, std::vector<Format>::const_iterator format) {
  const auto& table = formats();
  const std::string ending = text::ending_of(name);
  // Any text would do for the last format: in a folder its name has to say so.
  const bool plain = format == table.end() || format + 1 == table.end();
  if (!plain || has_ending(table.back(), ending)) return {};
  const bool other = std::any_of(table.begin(), table.end(), [&](const Format& row) { return has_ending(row, ending); });
  return other ? fmt::format("passed over: .{} without articles", ending)
               : fmt::format("passed over: .{} is not read in folders", ending);
}

// Whether it is known to be small: what the head holds whole, or what says so.
bool fits_ahead(const std::string& path, const std::string& head) {
  if (head.size() < head_bytes) return true;
  struct stat status;
  return stat(path.c_str(), &status) == 0 && static_cast<std::size_t>(status.st_size) <= max_ahead_bytes;
}

// Reads one file. With `ahead`, false and not a word where the file is too large to be read before its turn, or may
// hold any number of articles. Safe from many threads.
bool read_file(const File& file, const FieldMap& map, bool ahead, Intake& intake) {
  std::ifstream in(file.path, std::ios::binary);
  std::string head = read_head(in);
  const std::string name = name_of(file.path);
  const auto& table = formats();
  const auto format = find_format(head, text::ending_of(name), map);
  if (!in.is_open() || in.bad()) {
    intake.problem(file.path, 0, fmt::format("cannot be read: {}", std::strerror(errno)));
    return true;
  }
  const std::string other = file.naming.named ? std::string{} : why_passed_over(name, format);
  if (!other.empty()) {
    intake.notice(file.path, other);
    return true;
  }
  const Format& chosen = format == table.end() ? table.back() : *format;
  if (ahead && (chosen.holds == Holds::many || !fits_ahead(file.path, head))) return false;
  Rejoined buffer(head, *in.rdbuf());
  std::istream joined(&buffer);
  Source source{file.path, file.naming.id, joined, intake,
                [&](Article& article) { fill_from(file.tables, article, file.path); }, map, file.naming.named};
  chosen.read(source);
  return true;
}

struct Placed {
  Article article;
  std::uint32_t line;
};

// What a file gave, kept until its turn.
struct FileRead {
  std::vector<std::variant<Placed, Problem>> told;
  std::size_t attempts = 0;
  std::optional<File> unread;  // it is read in its turn
  std::uint64_t bytes = 0;     // of the file; counted for the progress alone
  bool is_file = false;
};

std::uint64_t size_of(const std::string& path) {
  struct stat status;
  return stat(path.c_str(), &status) == 0 ? static_cast<std::uint64_t>(status.st_size) : 0;
}

// Every file is a job for the readers, and everything that is said passes through their queue, so that articles and
// problems come in the same order however many threads read.
class Loader {
 public:
  Loader(const Sink& sink, const LoadOptions& options, bool several)
      : sink_(sink), ids_(sink), tables_({{}, [this](Problem&& problem) { say(std::move(problem)); }}), options_(options),
        several_(several), queue_(options.threads, {max_files_ahead}, [this](FileRead&& read) { tell(std::move(read)); }) {}

  void count(std::span<const std::string> paths) {
    const auto add = [&](const std::string& file) {
      ++progress_.of_files;
      progress_.of_bytes += size_of(file);
    };
    struct stat status;
    for (const std::string& path : paths) {
      if (path == "-" || stat(path.c_str(), &status) != 0) continue;
      const auto ignore = [](const std::string&, const std::string&) {};
      S_ISDIR(status.st_mode) ? walk(path, {add, ignore, ignore}) : add(path);
    }
  }

  void stream(std::istream& in) {
    finish();
    Intake intake = intake_in_turn();
    Source source{"-", "-", in, intake, {}, options_.map};
    read_json_lines(source);
  }

  void path(const std::string& path) {
    struct stat status;
    if (stat(path.c_str(), &status) != 0) {
      const bool missing = errno == ENOENT;
      say({path, 0, missing ? "no such file or folder" : fmt::format("cannot be read: {}", std::strerror(errno)), Severity::skipped});
    } else if (S_ISDIR(status.st_mode)) {
      folder(path);
    } else {
      const auto slash = path.rfind('/');
      add(path, {path, slash == std::string::npos ? std::string{} : path.substr(0, slash), true});
    }
  }

  void finish() { queue_.finish(); }

 private:
  // Ids do not depend on where a folder lies, unless two of them could hold the same names.
  std::string id_of(const std::string& file, const std::string& folder) const {
    return several_ ? file : file.substr(folder.size() + (folder.ends_with('/') ? 0 : 1));
  }

  void folder(const std::string& folder) {
    finish();
    const std::size_t before = attempts_;
    bool faults = false;
    walk(folder, {[&](const std::string& file) { folder_file(file, folder); },
                  [&](const std::string& path, const std::string& message) {
                    faults = true;
                    say({path, 0, message, Severity::skipped});
                  },
                  [&](const std::string& path, const std::string& message) { say({path, 0, message, Severity::notice}); }});
    finish();
    if (attempts_ > before || faults) return;
    say({folder, 0, "a folder without articles (expected text, web pages, feeds, JSON or archives of these)", Severity::skipped});
  }

  void folder_file(const std::string& file, const std::string& folder) {
    const std::string name = name_of(file);
    if (name == side_table_name) return;
    if (stands_beside_articles(name)) return say({file, 0, "passed over: stands beside articles, is none", Severity::notice});
    add(file, {id_of(file, folder), folder, false});
  }

  void add(const std::string& path, Naming naming) {
    File file{path, std::move(naming), {}};
    file.tables = tables_.of(path, file.naming.root);
    queue_.add(0, [this, file = std::move(file)] { return read_ahead(file); });
  }

  // In a reader's thread.
  FileRead read_ahead(const File& file) const {
    FileRead read;
    read.is_file = true;
    Intake intake({[&](Article&& article, std::uint32_t line) { read.told.push_back(Placed{std::move(article), line}); },
                   [&](Problem&& problem) { read.told.push_back(std::move(problem)); }});
    if (!read_file(file, options_.map, true, intake)) read.unread = file;
    read.attempts = intake.attempts();
    if (options_.progress) read.bytes = size_of(file.path);
    return read;
  }

  void say(Problem problem) {
    queue_.add(0, [problem = std::move(problem)] {
      FileRead read;
      read.told.push_back(problem);
      return read;
    });
  }

  Intake intake_in_turn() {
    return Intake({[this](Article&& article, std::uint32_t line) { ids_.hand_on(std::move(article), line); },
                   [this](Problem&& problem) { tell(std::move(problem)); }});
  }

  void tell(Problem&& problem) {
    if (sink_.problem) sink_.problem(std::move(problem));
  }

  void tell(FileRead&& read) {
    attempts_ += read.attempts;
    for (auto& told : read.told) {
      if (auto* placed = std::get_if<Placed>(&told)) ids_.hand_on(std::move(placed->article), placed->line);
      else tell(std::move(std::get<Problem>(told)));
    }
    if (read.unread) {
      Intake intake = intake_in_turn();
      read_file(*read.unread, options_.map, false, intake);
      attempts_ += intake.attempts();
    }
    if (!options_.progress || !read.is_file) return;
    ++progress_.files;
    progress_.bytes += read.bytes;
    options_.progress(progress_);
  }

  const Sink& sink_;
  UniqueIds ids_;
  SideTables tables_;
  const LoadOptions& options_;
  bool several_;
  std::size_t attempts_ = 0;
  LoadProgress progress_;
  parallel::InOrder<FileRead> queue_;  // last: its threads stop before the rest goes
};

}  // namespace
}  // namespace loading

void load(std::span<const std::string> paths, std::istream& input, const Sink& sink, const LoadOptions& options) {
  loading::Loader loader(sink, options, paths.size() > 1);
  if (options.progress) loader.count(paths);
  for (const std::string& path : paths) {
    if (path == "-") {
      loader.stream(input);
    } else {
      loader.path(path);
    }
  }
  loader.finish();
}

}  // namespace corroborate
