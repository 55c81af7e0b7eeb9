// `corroborate man`: the manual page, in the man(7) language.
#include <fmt/format.h>

#include <algorithm>

#include "cli/commands.h"
#include "cli/define_options.h"
#include "cli/help.h"
#include "cli/synopsis.h"
#include "corroborate/corroborate.h"

namespace corroborate::cli {
namespace {

// Text as roff reads it: a backslash and a hyphen stand for themselves, and no line is taken for a request.
std::string roff(std::string text) {
  text = replaced(replaced(std::move(text), "\\", "\\e"), "-", "\\-");
  return text.starts_with('.') || text.starts_with('\'') ? "\\&" + text : text;
}

std::string bold(const std::string& text) { return "\\fB" + roff(text) + "\\fR"; }
std::string italic(const std::string& text) { return "\\fI" + roff(text) + "\\fR"; }

std::string section(std::string_view name, const std::string& text) { return fmt::format(".SH {}\n{}", name, text); }

std::string entry(const std::string& head, const std::string& text) { return fmt::format(".TP\n{}\n{}\n", head, text); }

std::string use_of(const Synopsis& command, bool first) {
  std::string line = bold("corroborate") + " " + (first ? "[" + bold(command.name) + "]" : bold(command.name));
  line += " [" + italic("OPTION") + "]...";
  for (const auto& operand : command.operands)
    line += " " + italic(operand.long_name()) + (operand.repeated ? "..." : "");
  return line;
}

std::string synopsis(const std::vector<Synopsis>& commands) {
  std::string lines;
  for (const Synopsis& command : commands)
    lines += (lines.empty() ? "" : ".br\n") + use_of(command, lines.empty()) + "\n";
  return lines;
}

std::string list_of_commands(const std::vector<Synopsis>& commands) {
  std::string entries;
  for (const Synopsis& command : commands) entries += entry(bold(command.name), roff(command.help));
  return entries;
}

std::string list_of_operands(const std::vector<Synopsis>& commands) {
  std::string entries;
  std::vector<Synopsis::Option> known;
  for (const Synopsis& command : commands) {
    for (const auto& operand : command.operands) {
      if (std::find(known.begin(), known.end(), operand) != known.end()) continue;
      known.push_back(operand);
      entries += entry(italic(operand.long_name()), roff(operand.help));
    }
  }
  return entries;
}

// The commands that take it, where not all do.
std::string takers_of(const Synopsis::Option& option, const std::vector<Synopsis>& commands) {
  std::string names;
  bool all = true;
  for (const Synopsis& command : commands) {
    const bool takes = std::find(command.options.begin(), command.options.end(), option) != command.options.end();
    if (takes) names += (names.empty() ? "" : ", ") + command.name;
    all = all && takes;
  }
  return all ? std::string{} : fmt::format(" ({})", names);
}

std::string list_of_options(const std::vector<Synopsis>& commands) {
  std::string entries;
  for (const auto& option : all_options(commands)) {
    std::string head;
    for (const std::string& name : option.names) head += (head.empty() ? "" : ", ") + bold(name);
    if (!option.value.empty()) head += " " + italic(option.value);
    std::string text = option.help;
    if (!option.choices.empty()) text += ": " + replaced(spaced(option.choices), " ", ", ");
    entries += entry(head, roff(text + takers_of(option, commands)));
  }
  return entries;
}

std::string list_of_examples() {
  std::string entries;
  for (const Example& example : examples())
    entries += entry(roff(std::string(example.line)), roff(std::string(example.text)) + ".");
  return entries;
}

constexpr std::string_view how_to_read =
    "A finding is one property of one event, with a position for every value that somebody states, and who states it "
    "where. "
    "Its verdict is agree (the same value), compatible (both can be true), conflict (no value satisfies both) or "
    "single (nobody "
    "else speaks of it). Origins are who the claims go back to: four articles that repeat one ministry are one origin. "
    "The last "
    "line of a finding is its id, for corroborate explain.";

std::string list_of_formats() {
  return roff(
      "Read are text, Markdown, HTML, RSS, Atom, NITF, NewsML-G2, ninjs, JSON, JSON Lines, CSV, messages, WARC, and "
      "ZIP, tar, gzip, bzip2 and xz with these in them. Written are " +
      replaced(spaced(report_formats()), " ", ", ") + ".\n");
}

}  // namespace

void run_man(const Options&, Console& console) {
  const auto commands = synopses();
  console.write(fmt::format(".TH CORROBORATE 1 \"\" \"corroborate {}\" \"User Commands\"\n", version()));
  console.write(section("NAME", "corroborate \\- where news articles agree and conflict\n"));
  console.write(section("SYNOPSIS", synopsis(commands)));
  console.write(section("DESCRIPTION",
                        "Reads news articles about the same events and shows, claim by claim and down to the sentence, "
                        "where the sources agree, where they conflict, and how many independent origins stand behind "
                        "each figure, day or statement. It works offline.\n.PP\n" +
                            roff(std::string(about_paths)) + "\n"));
  console.write(section("COMMANDS", list_of_commands(commands)));
  console.write(section("OPERANDS", list_of_operands(commands)));
  console.write(section("OPTIONS", list_of_options(commands)));
  console.write(section("EXAMPLES", list_of_examples()));
  console.write(section("HOW TO READ THE REPORT", roff(std::string(how_to_read)) + "\n"));
  console.write(section("FORMATS", list_of_formats()));
  console.write(section("FILES", entry(bold(".corroborate.toml"),
                                       "Options by their long names, read from the working folder or the nearest one "
                                       "above it that has such a file. The command line outranks it.") +
                                     entry(bold(".corroborateignore"),
                                           "In a folder that is read: patterns, in the syntax of gitignore(5), of what "
                                           "in it and below is passed over.")));
  console.write(section("ENVIRONMENT", entry(bold("NO_COLOR"), "Without colours, unless they are asked for.")));
  console.write(section("EXIT STATUS", roff(std::string(about_status)) + "\n"));
  console.write(section("SEE ALSO", ".BR jq (1),\n.BR curl (1)\n"));
}

}  // namespace corroborate::cli
