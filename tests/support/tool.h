// Runs the built tool as a user would, and keeps all that comes of it.
#pragma once

#include <string>

namespace corroborate::testing {

struct Outcome {
  int status = 0;
  std::string out, err;
};

// `arguments` as a shell reads them; `input` on standard input; `before` stands in front of the command, for
// variables of the environment.
Outcome run_tool(const std::string& arguments, const std::string& input = {}, const std::string& before = {});

// A command as the shell reads it; standard input is empty.
Outcome run_shell(const std::string& command);

// The status of the tool when its output goes to a reader that closes at once.
int status_with_closed_pipe(const std::string& arguments, const std::string& input);

}  // namespace corroborate::testing
