#include "cli/collection.h"

#include <fstream>
#include <iterator>

namespace corroborate::cli {
namespace {

// The options have checked that the file is there.
std::string bytes_of(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(in), {}};
}

}  // namespace

Collection read_collection(const Options& options, Console& console) {
  Collection collection;
  const auto refuse = [&](const std::string& path, std::uint32_t line, std::string error) {
    console.problem({path, line, std::move(error), Severity::skipped});
    collection.good = false;
  };
  if (!options.frequencies.empty()) {
    auto read = read_frequencies(bytes_of(options.frequencies));
    if (!read.error.empty()) refuse(options.frequencies, read.line, std::move(read.error));
    collection.frequencies = std::move(read.frequencies);
  }
  if (!options.links.empty()) {
    auto read = read_links(bytes_of(options.links));
    if (!read.error.empty()) refuse(options.links, read.line, std::move(read.error));
    collection.links = std::move(read.links);
  }
  return collection;
}

}  // namespace corroborate::cli
