// `corroborate completion SHELL`: a script that completes commands, options and their words in bash, zsh or fish.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/synopsis.h"

namespace corroborate::cli {
namespace {

using Option = Synopsis::Option;

std::string names_of(const std::vector<Synopsis>& commands, std::string_view between) {
  std::string names;
  for (const Synopsis& command : commands) names += (names.empty() ? "" : std::string(between)) + command.name;
  return names;
}

std::string names_of(const std::vector<Option>& options) {
  std::vector<std::string> names;
  for (const Option& option : options) names.insert(names.end(), option.names.begin(), option.names.end());
  return spaced(names);
}

std::string either(const Option& option) { return replaced(spaced(option.names), " ", "|"); }

// bash: what stands before the word decides; where nothing is offered, readline completes names of files.
std::string bash_values(const std::vector<Option>& options) {
  std::string cases;
  for (const Option& option : options) {
    if (option.value.empty() || option.file) continue;
    cases += fmt::format(
        "    {})\n      COMPREPLY=($(compgen -W '{}' -- \"$current\"))\n      compopt +o default 2>/dev/null\n"
        "      return\n      ;;\n",
        either(option), spaced(option.choices));
  }
  std::string files;
  for (const Option& option : options) {
    if (option.file) files += (files.empty() ? "" : "|") + either(option);
  }
  return cases + fmt::format("    {})\n      return\n      ;;\n", files);
}

std::string bash(const std::vector<Synopsis>& commands) {
  std::string options;
  for (const Synopsis& command : commands)
    options += fmt::format("    {}) options='{}' ;;\n", command.name, names_of(command.options));
  return fmt::format(R"(# bash completion of corroborate
_corroborate() {{
  local current=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD - 1]}} command={first} options
  COMPREPLY=()
  # bash splits --format=json at the sign
  if [[ $current == = ]]; then
    current=
  elif [[ $previous == = ]]; then
    previous=${{COMP_WORDS[COMP_CWORD - 2]}}
  fi
  case $previous in
{values}  esac
  if ((COMP_CWORD > 1)); then
    case ${{COMP_WORDS[1]}} in
      {commands}) command=${{COMP_WORDS[1]}} ;;
    esac
  fi
  case $command in
{options}  esac
  if [[ $current == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$current"))
  elif ((COMP_CWORD == 1)); then
    mapfile -t COMPREPLY < <(compgen -W '{words}' -- "$current"; compgen -f -- "$current")
    compopt -o filenames 2>/dev/null
  fi
}}
complete -o default -F _corroborate corroborate
)",
                     fmt::arg("first", commands.front().name), fmt::arg("values", bash_values(all_options(commands))),
                     fmt::arg("commands", names_of(commands, "|")), fmt::arg("options", options),
                     fmt::arg("words", names_of(commands, " ")));
}

// In single quotes, and within [help]:value:(words) of _arguments.
std::string zsh_text(std::string text) {
  for (const std::string_view letter : {"\\", "[", "]", ":"}) text = replaced(text, letter, "\\" + std::string(letter));
  return replaced(text, "'", "'\\''");
}

std::string zsh_option(const Option& option) {
  const std::string repeat = option.repeated ? "*" : option.names.size() > 1 ? "(" + spaced(option.names) + ")" : "";
  const std::string names =
      option.names.size() > 1 ? "'{" + replaced(spaced(option.names), " ", ",") + "}'" : option.names[0];
  std::string value;
  if (option.file)
    value = ":" + option.value + ":_files";
  else if (!option.choices.empty())
    value = ":" + option.value + ":(" + spaced(option.choices) + ")";
  else if (!option.value.empty())
    value = ":" + zsh_text(option.value) + ":";
  return fmt::format("      '{}{}[{}]{}'", repeat, names, zsh_text(option.help), value);
}

std::string zsh(const std::vector<Synopsis>& commands) {
  std::string names, cases;
  for (const Synopsis& command : commands) {
    names += fmt::format("    '{}:{}'\n", command.name, zsh_text(command.help));
    cases += fmt::format("    {})\n      arguments=(\n", command.name);
    for (const Option& option : command.options) cases += "  " + zsh_option(option) + "\n";
    cases += "      )\n      ;;\n";
  }
  return fmt::format(R"(#compdef corroborate
# zsh completion of corroborate
_corroborate() {{
  local command={first}
  local -a commands arguments
  commands=(
{names}  )
  if ((CURRENT > 2)) && [[ -n ${{commands[(r)${{words[2]}}:*]}} ]]; then
    command=${{words[2]}}
    shift words
    ((CURRENT--))
  elif ((CURRENT == 2)) && [[ ${{words[2]}} != -* ]]; then
    _describe command commands
  fi
  case $command in
{cases}  esac
  _arguments -s $arguments '*:PATH:_files'
}}
_corroborate "$@"
)",
                     fmt::arg("first", commands.front().name), fmt::arg("names", names), fmt::arg("cases", cases));
}

std::string fish_text(std::string text) { return replaced(replaced(text, "\\", "\\\\"), "'", "\\'"); }

// The first command is meant wherever no other is named.
std::string fish_condition(const std::vector<Synopsis>& commands, const Synopsis& command) {
  if (command.name != commands.front().name) return "__fish_seen_subcommand_from " + command.name;
  return "not __fish_seen_subcommand_from " + names_of({commands.begin() + 1, commands.end()}, " ");
}

std::string fish_option(const Option& option) {
  std::string out;
  for (const std::string& name : option.names) {
    const bool is_long = name.starts_with("--");
    out += fmt::format(" {} {}", is_long ? "-l" : "-s", name.substr(is_long ? 2 : 1));
  }
  if (option.file)
    out += " -r -F";
  else if (!option.value.empty())
    out += " -x";
  if (!option.choices.empty()) out += fmt::format(" -a '{}'", spaced(option.choices));
  return out + fmt::format(" -d '{}'", fish_text(option.help));
}

std::string fish(const std::vector<Synopsis>& commands) {
  std::string out = "# fish completion of corroborate\n";
  for (const Synopsis& command : commands)
    out += fmt::format("complete -c corroborate -n __fish_use_subcommand -a {} -d '{}'\n", command.name,
                       fish_text(command.help));
  for (const Synopsis& command : commands) {
    for (const Option& option : command.options)
      out += fmt::format("complete -c corroborate -n '{}'{}\n", fish_condition(commands, command), fish_option(option));
  }
  return out;
}

}  // namespace

void run_completion(const Options& options, Console& console) {
  const auto commands = synopses();
  if (options.shell == "bash") console.write(bash(commands));
  if (options.shell == "zsh") console.write(zsh(commands));
  if (options.shell == "fish") console.write(fish(commands));
}

}  // namespace corroborate::cli
