// The help that a terminal shows: what a command does, its options in groups, examples, in 80 columns.
#pragma once

#include <CLI/CLI.hpp>
#include <memory>
#include <span>
#include <string>
#include <string_view>

namespace corroborate::cli {

// Lays options out with a word for their value, and the words that they take behind the description.
std::shared_ptr<CLI::FormatterBase> help_formatter();

// `text` with lines of at most 80 columns: what is longer goes on under its description.
std::string in_eighty_columns(std::string_view text);

struct Example {
  std::string_view command, line, text;
};
std::span<const Example> examples();

// Command lines to start from; for one command where `name` is not empty.
std::string examples_of(std::string_view name);

// What stands under the options in the help without a command.
std::string footer_of_all();

}  // namespace corroborate::cli
