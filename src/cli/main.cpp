// The command line: picks the command, reads its options, runs it, returns the exit status.
#include <fmt/format.h>

#include <algorithm>
#include <csignal>
#include <exception>
#include <filesystem>
#include <iostream>
#include <optional>
#include <string>
#include <vector>

#include "cli/command_line.h"
#include "cli/commands.h"
#include "cli/configure.h"
#include "cli/define_options.h"
#include "cli/help.h"
#include "cli/input_files.h"
#include "cli/suggestion.h"

namespace corroborate::cli {
namespace {

// A command is meant only by the first word: a folder of that name can still be given as ./NAME.
const Command& pick(const std::vector<std::string>& arguments, bool& named) {
  for (const Command& command : commands()) {
    named = arguments.size() > 1 && command.name == arguments[1];
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

std::vector<std::string> names_of_options(const CLI::App& app) {
  std::vector<std::string> names;
  for (const CLI::Option* option : app.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  return names;
}

// The help and the version go to standard output; what is wrong to standard error, with the option that may be meant.
int end_parsing(const CLI::App& app, const CLI::ParseError& error) {
  if (dynamic_cast<const CLI::CallForHelp*>(&error) != nullptr) {
    std::cout << in_eighty_columns(app.help());
    return 0;
  }
  if (dynamic_cast<const CLI::ExtrasError*>(&error) == nullptr)
    return app.exit(error) == 0 ? 0 : static_cast<int>(Status::trouble);
  std::string hint;
  for (const std::string& word : app.remaining())
    if (hint.empty() && word.starts_with("--"))
      hint = suggestion(word.substr(0, word.find('=')), names_of_options(app));
  std::cerr << error.what() << hint << "\nRun with --help for more information.\n";
  return static_cast<int>(Status::trouble);
}

// A first word that is no path and nearly a command is a command mistyped.
std::optional<Problem> find_command_fault(const std::vector<std::string>& arguments) {
  std::error_code missing;
  if (arguments.size() < 2 || arguments[1].starts_with('-') || std::filesystem::exists(arguments[1], missing))
    return {};
  std::vector<std::string> names = {"help"};
  for (const Command& command : commands()) names.emplace_back(command.name);
  const std::string hint = suggestion(arguments[1], names);
  if (hint.empty()) return {};
  return Problem{arguments[1], 0, "no such file, folder or command" + hint, Severity::skipped};
}

std::optional<Problem> find_usage_fault(const Options& options) {
  if (!options.profile.empty() && options.format != "csv")
    return Problem{"--profile", 0, fmt::format("is of --format csv alone (the format is {})", options.format),
                   Severity::skipped};
  return find_output_fault(options);
}

int run(const std::vector<std::string>& arguments) {
  bool named = false;
  const Command& command = pick(arguments, named);
  if (const auto problem = named ? std::nullopt : find_command_fault(arguments)) return refuse({*problem});
  Options options;
  const auto app = define(command, named, options);
  try {
    app->parse(
        std::vector<std::string>(arguments.rbegin(), arguments.rend() - (named ? 2 : 1)));  // the last word first
  } catch (const CLI::ParseError& error) {
    return end_parsing(*app, error);
  }
  const Configured configured = configure(*app, options);
  if (!configured.problems.empty()) return refuse(configured.problems);
  if (const auto problem = find_usage_fault(options)) return refuse({*problem});
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
    return corroborate::cli::run(corroborate::cli::arguments_in_order({words, words + count}));
  } catch (const std::exception& error) {
    std::cerr << "corroborate: " << error.what() << "\n";
    return 2;
  }
}
