// `corroborate links PATH…`: of lines that `extract` printed what an engine joins to find the articles of one story.
#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <deque>
#include <fstream>
#include <iostream>

#include "cli/collection.h"
#include "cli/commands.h"

namespace corroborate::cli {
namespace {

using Take = std::function<void(Extraction&&)>;

// Hands on what lines hold, in their order; those that cannot be read are told.
void read_lines(std::istream& in, const std::string& path, const Options& options, Console& console, const Take& take) {
  std::deque<std::uint32_t> under_way;  // numbers of lines
  LineStream lines(options.threads, [&](ExtractionOrError&& read, std::string_view) {
    const auto number = under_way.front();
    under_way.pop_front();
    if (!read.error.empty()) return console.problem({path, number, std::move(read.error), Severity::skipped});
    take(std::move(read.extraction));
  });
  std::string line;
  for (std::uint32_t number = 1; std::getline(in, line); ++number) {
    if (line.find_first_not_of(" \t\r") == std::string::npos) continue;
    under_way.push_back(number);
    lines.add(std::move(line));
  }
  lines.finish();
}

void read_paths(const Options& options, Console& console, const Take& take) {
  for (const std::string& path : options.paths) {
    if (path == "-") {
      read_lines(std::cin, path, options, console, take);
      continue;
    }
    std::ifstream in(path, std::ios::binary);
    if (!in)
      console.problem({path, 0, fmt::format("cannot be read: {}", std::strerror(errno)), Severity::skipped});
    else
      read_lines(in, path, options, console, take);
  }
}

void print_terms(const Options& options, Console& console) {
  Frequencies frequencies;
  read_paths(options, console, [&](Extraction&& extraction) { frequencies.add(extraction); });
  console.write(frequencies.table());
}

void print_keys(const Options& options, const Frequencies& frequencies, Console& console) {
  read_paths(options, console,
             [&](Extraction&& extraction) { console.write(write_keys(extraction, frequencies) + "\n"); });
}

void print_links(const Options& options, const Frequencies* frequencies, Console& console) {
  std::vector<Extraction> extractions;
  Frequencies counted;
  read_paths(options, console, [&](Extraction&& extraction) {
    if (frequencies == nullptr) counted.add(extraction);
    extractions.push_back(std::move(extraction));
  });
  for (const Link& link : find_links(extractions, frequencies == nullptr ? counted : *frequencies))
    console.write(write_link(link) + "\n");
}

}  // namespace

void run_links(const Options& options, Console& console) {
  if (options.print == "terms") return print_terms(options, console);
  const Collection collection = read_collection(options, console);
  if (!collection.good) return;
  if (options.print == "links")
    return print_links(options, options.frequencies.empty() ? nullptr : &collection.frequencies, console);
  if (options.frequencies.empty()) {
    console.problem({"--print keys", 0, "needs --frequencies (see --print terms)", Severity::skipped});
    return;
  }
  print_keys(options, collection.frequencies, console);
}

}  // namespace corroborate::cli
