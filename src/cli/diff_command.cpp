// `corroborate diff OLD NEW`: what changed between two JSON reports on a growing folder.
#include <fmt/format.h>

#include <cerrno>
#include <cstring>
#include <fstream>
#include <iostream>
#include <iterator>
#include <optional>

#include "cli/commands.h"
#include "cli/pipeline.h"
#include "corroborate/diff.h"

namespace corroborate::cli {
namespace {

std::optional<Report> read(const std::string& path, Console& console) {
  std::ifstream file;
  if (path != "-") file.open(path, std::ios::binary);
  std::istream& in = path == "-" ? std::cin : file;
  const std::string bytes{std::istreambuf_iterator<char>(in), {}};
  if ((path != "-" && !file.is_open()) || in.bad()) {
    console.problem({path, 0, fmt::format("cannot be read: {}", std::strerror(errno))});
    return {};
  }
  ReportOrError read = read_report(bytes);
  if (read.error.empty()) return std::move(read.report);
  console.problem({path, 0, read.error});
  return {};
}

}  // namespace

void run_diff(const Options& options, Console& console) {
  const auto before = read(options.old_report, console);
  const auto now = read(options.new_report, console);
  if (!before || !now) return;
  const Difference found = difference(*before, *now);
  console.write(write_difference(*before, *now, found, options.format, write_options(options, console)));
  if (!found.changes.empty()) console.raise(Status::gate);
}

}  // namespace corroborate::cli
