#include "cli/synopsis.h"

#include <fmt/ranges.h>

#include <algorithm>

#include "cli/commands.h"
#include "cli/define_options.h"

namespace corroborate::cli {
namespace {

Synopsis::Option describe(const CLI::Option& option) {
  Synopsis::Option described;
  for (const std::string& name : option.get_snames()) described.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) described.names.push_back("--" + name);
  if (described.names.empty()) described.names.push_back(option.get_single_name());
  described.help = option.get_description();
  described.value = value_of(option);
  described.choices = choices_of(option);
  described.file = takes_file(option);
  described.repeated = takes_values(option);
  return described;
}

Synopsis describe(const Command& command) {
  Options unused;
  const auto app = define(command, true, unused);
  Synopsis synopsis{std::string(command.name), std::string(command.help), {}, {}};
  for (const CLI::Option* option : app->get_options()) {
    (option->nonpositional() ? synopsis.options : synopsis.operands).push_back(describe(*option));
  }
  return synopsis;
}

}  // namespace

std::vector<Synopsis> synopses() {
  std::vector<Synopsis> result;
  for (const Command& command : commands()) {
    if (!command.hidden) result.push_back(describe(command));
  }
  return result;
}

std::vector<Synopsis::Option> all_options(const std::vector<Synopsis>& commands) {
  std::vector<Synopsis::Option> result;
  for (const Synopsis& command : commands) {
    for (const Synopsis::Option& option : command.options) {
      if (std::find(result.begin(), result.end(), option) == result.end()) result.push_back(option);
    }
  }
  return result;
}

std::string spaced(const std::vector<std::string>& words) { return fmt::format("{}", fmt::join(words, " ")); }

std::string replaced(std::string text, std::string_view from, std::string_view to) {
  for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
  return text;
}

}  // namespace corroborate::cli
