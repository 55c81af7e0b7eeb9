// The command line: picks the command, reads its options, runs it, returns the exit status.
#include <CLI/CLI.hpp>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <csignal>
#include <exception>
#include <iostream>
#include <thread>

#include "cli/commands.h"
#include "cli/sources.h"
#include "corroborate/corroborate.h"

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

std::string list_of_commands() {
  std::string text = "Commands (corroborate COMMAND --help tells more):\n";
  for (const Command& command : commands()) {
    text += "  " + std::string(command.name) + std::string(12 - command.name.size(), ' ') + std::string(command.help) +
            "\n";
  }
  return text +
         "\nPATH is a file or a folder of articles; - reads JSON Lines from standard input.\n"
         "Exit status: 0 done; 1 a gate tripped; 2 wrong usage, or some input could not be read; 3 nothing could be "
         "read.";
}

void add_report_options(CLI::App& app, Options& options) {
  app.add_option("--format", options.format, "Format of the report")
      ->check(CLI::IsMember(report_formats()))
      ->capture_default_str();
  app.add_option("--best", options.best, "Rule that chooses a best figure; the report names it")
      ->check(CLI::IsMember({"none", "acled", "ucdp-like", "gtd-like"}));
  app.add_option_function<std::string>(
      "--sources", [&](const std::string& path) { options.sources = read_sources(path); },
      "Table of sources: a name, a tab, its Admiralty letter from A to F; one a line");
  app.add_option("--profile", options.profile, "Columns of --format csv: one row a toll, as recorders keep it")
      ->check(CLI::IsMember({"ucdp-like", "acled", "ibc"}));
  app.add_flag("--all", options.all, "Every finding with all its quotes");
  app.add_option("--color", options.color, "Colours: auto, always or never")
      ->check(CLI::IsMember({"auto", "always", "never"}));
  app.add_option("--fail-on", options.fail_on, "Exit with 1 when a finding is of this verdict or a worse one")
      ->check(CLI::IsMember({"agree", "compatible", "conflict"}));
}

constexpr std::array<std::string_view, 8> map_fields = {"text", "title", "outlet", "byline", "url", "language", "published", "id"};

std::string find_map_fault(const std::string& pair) {
  const auto equals = pair.find('=');
  const auto field = std::string_view(pair).substr(0, std::min(equals, pair.size()));
  const bool known = std::find(map_fields.begin(), map_fields.end(), field) != map_fields.end();
  if (known && equals != std::string::npos && equals + 1 < pair.size()) return {};
  return fmt::format("\"{}\" is no mapping (expected FIELD=NAME with a field of {})", pair, fmt::join(map_fields, ", "));
}

std::map<std::string, std::string, std::less<>> read_map(const std::vector<std::string>& pairs) {
  std::map<std::string, std::string, std::less<>> map;
  for (const auto& pair : pairs) map[pair.substr(0, pair.find('='))] = pair.substr(pair.find('=') + 1);
  return map;
}

void add_options(CLI::App& app, const Command& command, Options& options) {
  if ((command.takes & takes_expected) != 0) {
    app.add_option("EXPECTED", options.expected, "Table of expected verdicts (tab-separated)")->required();
    app.add_flag("--allow-new", options.allow_new, "Conflicts that no row names are no failure");
    app.add_flag("--update", options.update, "Rewrite the table as it would hold now");
  }
  if ((command.takes & takes_finding) != 0)
    app.add_option("FINDING-ID", options.finding, "Id of the finding")->required();
  if ((command.takes & takes_report_options) != 0) add_report_options(app, options);
  if ((command.takes & takes_with_text) != 0) app.add_flag("--with-text", options.with_text, "Add the articles' text");
  app.add_option("PATH", options.paths, "Files or folders; - for standard input")->required();
  app.add_option_function<std::vector<std::string>>(
         "--map", [&](const std::vector<std::string>& pairs) { options.map = read_map(pairs); },
         "Name that the files' JSON keys or CSV columns have for a field, as FIELD=NAME (outlet=site_name)")
      ->check(CLI::Validator(
          [](const std::string& pair) { return find_map_fault(pair); }, "FIELD=NAME"));
  app.add_option("-o,--output", options.output, "Write to this file instead of standard output");
  app.add_option("-j,--threads", options.threads, "Threads (default: as many as the machine has)")
      ->check(CLI::Range(1, 1024));
  app.add_flag_callback(
      "-v,--verbose", [&] { options.verbosity = 1; }, "Tell also what was passed over");
  app.add_flag_callback(
      "-q,--quiet", [&] { options.verbosity = -1; }, "Tell nothing");
}

int run(int count, char** words) {
  bool named = false;
  const Command& command = pick(count, words, named);
  Options options;
  options.threads = std::max(1u, std::thread::hardware_concurrency());
  CLI::App app(named ? std::string(command.help) : "Says where news articles agree and conflict.",
               named ? "corroborate " + std::string(command.name) : "corroborate");
  app.set_version_flag("--version", std::string(version()));
  if (!named) app.footer(list_of_commands());
  add_options(app, command, options);
  try {
    app.parse(named ? count - 1 : count, named ? words + 1 : words);
  } catch (const CLI::ParseError& error) {
    return app.exit(error) == 0 ? 0 : static_cast<int>(Status::trouble);
  }
  Console console(options.output, options.verbosity);
  command.run(options, console);
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
