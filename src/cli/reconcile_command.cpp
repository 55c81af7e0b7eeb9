// `corroborate reconcile PATH…`: the report from lines that `extract` printed, here or elsewhere. They are kept as
// lines, and read again story by story: an archive takes far less memory than what it says.
#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <deque>
#include <fstream>
#include <iostream>
#include <unordered_map>

#include "cli/commands.h"
#include "cli/pipeline.h"
#include "cli/report_output.h"

namespace corroborate::cli {
namespace {

class LineReader {
 public:
  LineReader(const Options& options, Console& console)
      : console_(console),
        archive_({.bodies = shows_texts(options)}),
        lines_(options.threads,
               [this](ExtractionOrError&& read, std::string_view line) { take_in(std::move(read), line); }) {}

  void read(const std::string& path) {
    if (path == "-") return read_lines(std::cin, path);
    std::ifstream in(path, std::ios::binary);
    if (!in || in.peek() == std::ifstream::traits_type::eof()) {
      const std::string reason = in.is_open() && !in.bad() ? "empty (expected lines of `extract`)"
                                                           : fmt::format("cannot be read: {}", std::strerror(errno));
      return console_.problem({path, 0, reason, Severity::skipped});
    }
    read_lines(in, path);
  }

  // With all that was read.
  LineArchive& finish() {
    lines_.finish();
    return archive_;
  }

 private:
  void read_lines(std::istream& in, const std::string& path) {
    std::string line;
    for (std::uint32_t number = 1; std::getline(in, line); ++number) {
      if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
      under_way_.push_back({path, number});
      lines_.add(std::move(line));
    }
  }

  void take_in(ExtractionOrError&& read, std::string_view line) {
    const auto [path, number] = std::move(under_way_.front());
    under_way_.pop_front();
    if (!read.error.empty()) return console_.problem({path, number, std::move(read.error), Severity::skipped});
    const auto [known, is_new] = places_.try_emplace(read.extraction.article.id, fmt::format("{}:{}", path, number));
    if (is_new) return archive_.add(line, std::move(read.extraction));
    console_.problem({path, number,
                      fmt::format("skipped: the id \"{}\" is taken by {} (expected ids that differ)",
                                  read.extraction.article.id, known->second),
                      Severity::skipped});
  }

  Console& console_;
  LineArchive archive_;
  std::unordered_map<std::string, std::string> places_;          // of each id
  std::deque<std::pair<std::string, std::uint32_t>> under_way_;  // path and number of the lines that are being read
  LineStream lines_;
};

}  // namespace

void run_reconcile(const Options& options, Console& console) {
  Collection collection = read_collection(options, console);
  if (!collection.good) return;
  LineReader reader(options, console);
  for (const std::string& path : options.paths) reader.read(path);
  LineArchive& archive = reader.finish();
  if (archive.size() == 0) {
    console.note("nothing to report on: no extraction could be read");
    console.raise(Status::nothing);
  }
  Comparison comparison;
  comparison.articles = archive.size();
  comparison.collection = std::move(collection);
  comparison.whole = [&](const ReconcileOptions& how) { return reconcile(archive, how); };
  comparison.by_story = [&](const ReconcileOptions& how, const TakeStory& take) {
    return reconcile(archive, how, take);
  };
  comparison.trouble = [&] { return archive.trouble(); };
  print_report(comparison, options, console);
}

}  // namespace corroborate::cli
