// Options from the configuration file, where the command line does not give them.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/options.h"
#include "corroborate/problem.h"

namespace corroborate::cli {

struct Configured {
  std::string path;  // of the file that was read; empty = none
  std::vector<Problem> problems;
};

// After `app` has parsed the command line. A key is the long name of an option of any command; those of other commands
// are checked and have no effect. Nothing is read for a command that tells of the program itself. Lists (map, severity)
// are joined, and the command line's entry for a name counts.
Configured configure(CLI::App& app, const Options& options);

}  // namespace corroborate::cli
