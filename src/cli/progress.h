// How far a run has come, in one line for a terminal.
#pragma once

#include <cstddef>
#include <string>

#include "corroborate/corroborate.h"

namespace corroborate::cli {

// "1200 articles, 300 of 900 files, 2.5 MB/s, 0:40 left". Where no file is known (standard input): the articles alone.
std::string progress_line(std::size_t articles, const LoadProgress& progress, double seconds);

// "comparing: 120 of 480 articles", by the stories that are done.
std::string comparing_line(std::size_t done, std::size_t articles);

}  // namespace corroborate::cli
