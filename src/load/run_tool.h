// Another program, as a filter: bytes in, bytes out. No shell, no file that stays; bounded time, memory and output.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace corroborate::loading {

struct ToolLimits {
  std::size_t bytes;  // of output
  int seconds;        // of the clock
};

struct ToolRun {
  enum class End { done, missing, failed, too_long, too_large };
  End end = End::failed;
  std::string output;  // what it printed, also where it failed
};

// Runs `command`, whose first word is looked up in PATH, with `input` as its standard input; what it says on standard
// error is dropped. `done` means that it ended with 0. Safe from many threads.
ToolRun run_tool(const std::vector<std::string>& command, const std::string& input, const ToolLimits& limits);

}  // namespace corroborate::loading
