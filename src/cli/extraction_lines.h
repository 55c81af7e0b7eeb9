// What the lines of `extract` hold that the named files have, for the commands that go on from there.
#pragma once

#include <functional>
#include <string_view>

#include "cli/console.h"
#include "cli/options.h"
#include "corroborate/corroborate.h"

namespace corroborate::cli {

using TakeLine = std::function<void(Extraction&&, std::string_view line)>;

// Hands on what each line of options.paths ("-" is standard input) holds, and the line itself, in their order, on the
// calling thread. A file or line that cannot be read, and a line whose id an earlier one has, is told and passed over.
void read_extraction_lines(const Options& options, Console& console, const TakeLine& take);

}  // namespace corroborate::cli
