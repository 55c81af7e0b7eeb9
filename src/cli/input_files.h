// The files behind the paths, before any is read.
#pragma once

#include <optional>

#include "cli/console.h"
#include "cli/options.h"

namespace corroborate::cli {

// `--files`: kind and path, a tab between, a line a file; "-" and the reason for what is passed over.
void list_files(const Options& options, Console& console);

// An output that would take the place of an article.
std::optional<Problem> find_output_fault(const Options& options);

}  // namespace corroborate::cli
