// The one definition of the command line: parsing, the configuration file, completions and the man page read it.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <string>
#include <vector>

#include "cli/commands.h"
#include "cli/options.h"

namespace corroborate::cli {

// Type of an option whose value names a file: completed as one, and relative to the configuration file that sets it.
inline constexpr std::string_view file_type = "FILE";

// The command as CLI11 knows it; parsing fills `options`, which must outlive it. `named` is false where the first
// command is meant without its name: its help lists all commands.
std::unique_ptr<CLI::App> define(const Command& command, bool named, Options& options);

inline constexpr std::string_view about_paths =
    "PATH is a file or a folder of articles: text, Markdown, HTML, feeds (RSS, Atom), agency items (NITF, NewsML-G2, "
    "ninjs), "
    "JSON, JSON Lines, CSV, PDF, Word (DOCX), messages, WARC, archives of these. - reads any of them from standard "
    "input.";
inline constexpr std::string_view about_status =
    "Exit status: 0 done; 1 a gate tripped, or diff has something new; 2 wrong usage, or some input could not be read; "
    "3 "
    "nothing could be read.";

// The words that an option takes ("auto", "always", "never"); empty where it takes any.
std::vector<std::string> choices_of(const CLI::Option& option);

// What stands for the option's value ("FILE", "WORD", "NUMBER"); empty for a flag.
std::string value_of(const CLI::Option& option);

bool takes_file(const CLI::Option& option);
bool takes_value(const CLI::Option& option);   // no flag
bool takes_values(const CLI::Option& option);  // can be given many times

}  // namespace corroborate::cli
