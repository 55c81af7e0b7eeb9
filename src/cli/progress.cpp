#include "cli/progress.h"

#include <fmt/format.h>

#include <algorithm>

namespace corroborate::cli {
namespace {

std::string clock(double seconds) {
  const auto whole = static_cast<std::uint64_t>(seconds + 0.5), minutes = whole / 60;
  if (minutes < 60) return fmt::format("{}:{:02}", minutes, whole % 60);
  return fmt::format("{}:{:02}:{:02}", minutes / 60, minutes % 60, whole % 60);
}

}  // namespace

std::string progress_line(std::size_t articles, const LoadProgress& progress, double seconds) {
  std::string line = fmt::format("{} articles", articles);
  if (progress.of_files == 0) return line;
  line += fmt::format(", {} of {} files", progress.files, std::max(progress.files, progress.of_files));
  if (progress.bytes == 0 || seconds <= 0) return line;
  const double speed = static_cast<double>(progress.bytes) / seconds;
  const auto left = static_cast<double>(progress.of_bytes - std::min(progress.bytes, progress.of_bytes));
  return line + fmt::format(", {:.1f} MB/s, {} left", speed / 1e6, clock(left / speed));
}

std::string comparing_line(std::size_t done, std::size_t articles) {
  return fmt::format("comparing: {} of {} articles", done, articles);
}

}  // namespace corroborate::cli
