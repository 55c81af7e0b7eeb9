// The command line: picks the command, reads its options, runs it, returns the exit status.
#include <csignal>
#include <exception>
#include <iostream>

#include "cli/commands.h"
#include "cli/configure.h"
#include "cli/define_options.h"
#include "cli/input_files.h"

namespace corroborate::cli {
namespace {

// A command is meant only by the first word: a folder of that name can still be given as ./NAME.
const Command& pick(int count, char** words, bool& named) {
  for (const Command& command : commands()) {
    named = count > 1 && command.name == words[1];
    if (named) return command;
  }
  return commands().front();
}

// Wrong usage: told whatever -q says.
int refuse(const std::vector<Problem>& problems) {
  Console console({}, 0);
  for (const Problem& problem : problems) console.problem(problem);
  return console.finish();
}

int run(int count, char** words) {
  bool named = false;
  const Command& command = pick(count, words, named);
  Options options;
  const auto app = define(command, named, options);
  try {
    app->parse(named ? count - 1 : count, named ? words + 1 : words);
  } catch (const CLI::ParseError& error) {
    return app->exit(error) == 0 ? 0 : static_cast<int>(Status::trouble);
  }
  const Configured configured = configure(*app, options);
  if (!configured.problems.empty()) return refuse(configured.problems);
  if (const auto problem = find_output_fault(options)) return refuse({*problem});
  Console console(options.output, options.verbosity);
  if (!configured.path.empty()) console.problem({configured.path, 0, "options read from here", Severity::notice});
  options.files ? list_files(options, console) : command.run(options, console);
  return console.finish();
}

}  // namespace
}  // namespace corroborate::cli

int main(int count, char** words) {
  std::signal(SIGPIPE, SIG_IGN);  // a reader that has seen enough is no error: writing notices and stops
  std::ios::sync_with_stdio(false);
  try {
    return corroborate::cli::run(count, words);
  } catch (const std::exception& error) {
    std::cerr << "corroborate: " << error.what() << "\n";
    return 2;
  }
}
