// The table of commands. To add one: a file with its run function, declared here, and a row in commands.cpp.
#pragma once

#include <span>
#include <string_view>

#include "cli/console.h"
#include "cli/options.h"

namespace corroborate::cli {

// Groups of options and operands that a command takes, beside its paths and -j, -o, -v, -q.
enum Takes : unsigned {
  takes_paths_only = 0,
  takes_report_options = 1,  // --format, --all, --color, --fail-on
  takes_lines = 2,           // --with-text, --packed
  takes_expected = 4,        // EXPECTED, --allow-new, --update
  takes_finding = 8,         // FINDING-ID
  takes_severity = 16,
  takes_shell = 32,        // SHELL
  takes_reports = 128,     // OLD and NEW in place of paths
  takes_collection = 256,  // --frequencies, --links
  takes_print = 512,       // --print, --frequencies
  takes_nothing = 64,      // of articles and configuration: it tells of the program itself
};

struct Command {
  std::string_view name;
  std::string_view help;
  unsigned takes;
  void (*run)(const Options& options, Console& console);
  bool hidden = false;  // for who installs the program: not in the help
};

// The first one is meant when no name is given.
std::span<const Command> commands();

// One file a command.
void run_report(const Options& options, Console& console);
void run_extract(const Options& options, Console& console);
void run_reconcile(const Options& options, Console& console);
void run_links(const Options& options, Console& console);
void run_check(const Options& options, Console& console);
void run_explain(const Options& options, Console& console);
void run_diff(const Options& options, Console& console);
void run_parse(const Options& options, Console& console);
void run_completion(const Options& options, Console& console);
void run_man(const Options& options, Console& console);

}  // namespace corroborate::cli
