// Paths to articles: finds the files, has them read ahead, picks the format of each, and passes over what
// is no article.
#include <fmt/format.h>
#include <sys/stat.h>

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <variant>

#include "corroborate/corroborate.h"
#include "load/choose.h"
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

// The same for "./x", "x", "y/../x" and the absolute path of x: from the working folder where it holds the file.
std::string plain_path(const std::string& path) {
  namespace fs = std::filesystem;
  std::error_code unknown;
  const fs::path here = fs::current_path(unknown);
  const std::string whole = (unknown ? fs::path(path) : here / path).lexically_normal().generic_string();
  const std::string start = unknown ? std::string() : here.generic_string() + "/";
  return !start.empty() && whole.starts_with(start) && whole.size() > start.size() ? whole.substr(start.size()) : whole;
}

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

bool is_side_table(const std::string& file) { return file.substr(file.rfind('/') + 1) == side_table_name; }

// Whether it is known to be small: what the head holds whole, or what says so.
bool fits_ahead(const std::string& path, const std::string& head) {
  if (head.size() < head_bytes) return true;
  struct stat status;
  return stat(path.c_str(), &status) == 0 && static_cast<std::size_t>(status.st_size) <= max_ahead_bytes;
}

// Reads one file. With `ahead`, false and not a word where the file is too large to be read before its turn, or may
// hold any number of articles. Safe from many threads.
bool read_file(const File& file, const LoadOptions& options, bool ahead, Intake& intake) {
  std::ifstream in(file.path, std::ios::binary);
  std::string head = read_head(in);
  if (!in.is_open() || in.bad()) {
    intake.problem(file.path, 0, fmt::format("cannot be read: {}", std::strerror(errno)));
    return true;
  }
  Choice choice = choose(file.path, head, file.naming.named, options);
  if (choice.format == nullptr) {
    intake.pass_over(std::move(choice.why));
    return true;
  }
  if (ahead && (choice.format->holds == Holds::many || !fits_ahead(file.path, head))) return false;
  Rejoined buffer(head, *in.rdbuf());
  std::istream joined(&buffer);
  Source source{file.path,
                file.naming.id,
                joined,
                intake,
                [&](Article& article) { fill_from(file.tables, article, file.path); },
                options.map,
                file.naming.named};
  choice.format->read(source);
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
      : sink_(sink),
        ids_(sink),
        tables_({{}, [this](Problem&& problem) { say(std::move(problem)); }}),
        options_(options),
        several_(several),
        queue_(options.threads, {max_files_ahead}, [this](FileRead&& read) { tell(std::move(read)); }) {}

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
    std::string head = read_head(in);
    in.clear();
    Rejoined buffer(head, *in.rdbuf());
    std::istream joined(&buffer);
    Source source{"-", "-", joined, intake, {}, options_.map};
    Choice choice = choose_for_stream(head, options_);
    if (choice.format != nullptr)
      choice.format->read(source);
    else
      intake.pass_over(std::move(choice.why));
  }

  void path(const std::string& path) {
    struct stat status;
    if (stat(path.c_str(), &status) != 0) {
      const bool missing = errno == ENOENT;
      say({path, 0, missing ? "no such file or folder" : fmt::format("cannot be read: {}", std::strerror(errno)),
           Severity::skipped});
    } else if (S_ISDIR(status.st_mode)) {
      folder(path);
    } else {
      const auto slash = path.rfind('/');
      add(path, {plain_path(path), slash == std::string::npos ? std::string{} : path.substr(0, slash), true});
    }
  }

  void finish() { queue_.finish(); }

 private:
  // Ids do not depend on where a folder lies, unless two of them could hold the same names; then on that alone, and not
  // on how its path was typed.
  std::string id_of(const std::string& file, const std::string& folder) const {
    return several_ ? plain_path(file) : within(file, folder);
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
                  [&](const std::string& path, const std::string& message) {
                    say({path, 0, message, Severity::notice});
                  }});
    finish();
    if (attempts_ > before || faults) return;
    say({folder, 0, "a folder without articles (expected text, web pages, feeds, JSON or archives of these)",
         Severity::skipped});
  }

  void folder_file(const std::string& file, const std::string& folder) {
    if (is_side_table(file) || is_same_file(file, options_.except)) return;
    if (std::string why = why_unwanted(file, folder, options_); !why.empty())
      return say({file, 0, std::move(why), Severity::notice});
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
    Intake intake({[&](Article&& article, std::uint32_t line) {
                     read.told.push_back(Placed{std::move(article), line});
                   },
                   [&](Problem&& problem) { read.told.push_back(std::move(problem)); }});
    if (!read_file(file, options_, true, intake)) read.unread = file;
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
      if (auto* placed = std::get_if<Placed>(&told))
        ids_.hand_on(std::move(placed->article), placed->line);
      else
        tell(std::move(std::get<Problem>(told)));
    }
    if (read.unread) {
      Intake intake = intake_in_turn();
      read_file(*read.unread, options_, false, intake);
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

std::vector<FoundFile> find_files(std::span<const std::string> paths, const LoadOptions& options) {
  std::vector<FoundFile> found;
  const auto add = [&](const std::string& path, bool named) {
    std::ifstream in(path, std::ios::binary);
    const loading::Choice choice = loading::choose(path, loading::read_head(in), named, options);
    if (!in.is_open())
      found.push_back({path, {}, "cannot be read"});
    else if (choice.format == nullptr)
      found.push_back({path, {}, choice.why.message});
    else
      found.push_back({path, std::string(choice.format->type), {}});
  };
  const auto fault = [&](const std::string& path, const std::string& message) { found.push_back({path, {}, message}); };
  for (const std::string& path : paths) {
    struct stat status;
    if (path == "-") continue;
    if (stat(path.c_str(), &status) != 0)
      fault(path, "no such file or folder");
    else if (!S_ISDIR(status.st_mode))
      add(path, true);
    else
      loading::walk(path, {[&](const std::string& file) {
                             if (loading::is_same_file(file, options.except)) return;
                             const std::string why = loading::is_side_table(file)
                                                         ? "the folder's table: read for what it says of the articles"
                                                         : loading::why_unwanted(file, path, options);
                             why.empty() ? add(file, false) : fault(file, why);
                           },
                           fault, fault});
  }
  return found;
}

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
