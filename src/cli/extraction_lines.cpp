// Reads lines on several threads, and knows where each came from.
#include "cli/extraction_lines.h"

#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <deque>
#include <fstream>
#include <iostream>
#include <unordered_map>

namespace corroborate::cli {
namespace {

class LineReader {
 public:
  LineReader(const Options& options, Console& console, const TakeLine& take)
      : console_(console),
        take_(take),
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

  void finish() { lines_.finish(); }

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
    if (is_new) return take_(std::move(read.extraction), line);
    console_.problem({path, number,
                      fmt::format("skipped: the id \"{}\" is taken by {} (expected ids that differ)",
                                  read.extraction.article.id, known->second),
                      Severity::skipped});
  }

  Console& console_;
  const TakeLine& take_;
  std::unordered_map<std::string, std::string> places_;          // of each id
  std::deque<std::pair<std::string, std::uint32_t>> under_way_;  // path and number of the lines that are being read
  LineStream lines_;
};

}  // namespace

void read_extraction_lines(const Options& options, Console& console, const TakeLine& take) {
  LineReader reader(options, console, take);
  for (const std::string& path : options.paths) reader.read(path);
  reader.finish();
}

}  // namespace corroborate::cli
