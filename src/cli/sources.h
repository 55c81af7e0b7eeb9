// The user's own table of sources, for Admiralty marks.
#pragma once

#include <functional>
#include <map>
#include <string>

namespace corroborate::cli {

// Letters by name. A table that cannot be read, or a line in it, is a usage error: `path:line: what is wrong`.
std::map<std::string, char, std::less<>> read_sources(const std::string& path);

}  // namespace corroborate::cli
