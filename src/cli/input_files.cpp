#include "cli/input_files.h"

#include <fmt/format.h>

#include <algorithm>
#include <filesystem>

#include "cli/pipeline.h"

namespace corroborate::cli {
namespace {

namespace fs = std::filesystem;

bool is_same(const fs::path& a, const fs::path& b) {
  std::error_code missing;
  return fs::equivalent(a, b, missing) && !missing;
}

bool lies_in(const fs::path& file, const fs::path& folder) {
  for (fs::path parent = file.parent_path(); !parent.empty(); parent = parent.parent_path()) {
    if (is_same(parent, folder)) return true;
    if (parent == parent.parent_path()) return false;
  }
  return false;
}

// As load would take it, lying in a folder.
bool is_article(const fs::path& file, const Options& options) {
  LoadOptions reading = load_options(options);
  reading.except.clear();
  reading.globs = {file.filename().string()};
  const std::vector<std::string> folder = {file.parent_path().string()};
  const auto found = find_files(folder, reading);
  return std::ranges::any_of(found,
                             [&](const FoundFile& known) { return !known.type.empty() && is_same(known.path, file); });
}

}  // namespace

void list_files(const Options& options, Console& console) {
  for (const FoundFile& file : find_files(options.paths, load_options(options)))
    console.write(fmt::format("{}\t{}{}\n", file.type.empty() ? "-" : file.type, file.path,
                              file.why.empty() ? "" : "\t" + file.why));
}

std::optional<Problem> find_output_fault(const Options& options) {
  std::error_code missing;
  if (options.output.empty() || !fs::is_regular_file(options.output, missing)) return {};
  const fs::path output = fs::canonical(options.output, missing);
  const bool endangers = std::ranges::any_of(options.paths, [&](const std::string& path) {
    if (path == "-") return false;
    return is_same(path, output) ||
           (fs::is_directory(path, missing) && lies_in(output, path) && is_article(output, options));
  });
  if (!endangers) return {};
  return Problem{options.output, 0, "is one of the articles, and would be lost (expected another file for --output)",
                 Severity::skipped};
}

}  // namespace corroborate::cli
