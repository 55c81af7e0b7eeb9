#include "cli/command_line.h"

#include <algorithm>
#include <memory>
#include <string_view>

#include "cli/commands.h"
#include "cli/define_options.h"

namespace corroborate::cli {
namespace {

constexpr std::string_view help = "help";

bool is_command(std::string_view word) {
  return word == help || std::ranges::any_of(commands(), [&](const Command& command) { return command.name == word; });
}

// The options of all commands: which one is meant is not known yet.
class Definitions {
 public:
  Definitions() {
    for (const Command& command : commands()) apps_.push_back(define(command, true, unused_));
  }

  // Whether the next word is the value of this one: "-o FILE", "--output FILE", but not "-oFILE" and "--output=FILE".
  bool takes_next(const std::string& word) const {
    const bool whole = word.starts_with("--") ? word.find('=') == std::string::npos : word.size() == 2;
    return whole && std::ranges::any_of(apps_, [&](const auto& app) {
             const CLI::Option* option = app->get_option_no_throw(word);
             return option != nullptr && takes_value(*option);
           });
  }

 private:
  Options unused_;
  std::vector<std::unique_ptr<CLI::App>> apps_;
};

// The first word that is neither an option nor the value of one; words.end() where there is none.
std::vector<std::string>::iterator find_operand(std::vector<std::string>& words) {
  const Definitions definitions;
  auto word = words.begin() + 1;
  while (word != words.end() && word->size() > 1 && word->starts_with('-') && *word != "--")
    word += definitions.takes_next(*word) && word + 1 != words.end() ? 2 : 1;
  return word;
}

}  // namespace

std::vector<std::string> arguments_in_order(std::vector<std::string> arguments) {
  if (arguments.size() < 2) return arguments;
  if (arguments[1].starts_with('-') && std::any_of(arguments.begin() + 2, arguments.end(), is_command)) {
    const auto operand = find_operand(arguments);
    if (operand != arguments.end() && is_command(*operand)) std::rotate(arguments.begin() + 1, operand, operand + 1);
  }
  if (arguments[1] != help) return arguments;
  const auto asked = std::find_if(arguments.begin() + 2, arguments.end(),
                                  [](const std::string& word) { return !word.starts_with('-'); });
  std::vector<std::string> result = {arguments[0]};
  if (asked != arguments.end()) result.push_back(*asked);
  result.emplace_back("--help");
  return result;
}

}  // namespace corroborate::cli
