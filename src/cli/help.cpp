#include "cli/help.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>

#include "cli/commands.h"
#include "cli/define_options.h"
#include "corroborate/corroborate.h"

namespace corroborate::cli {
namespace {

constexpr std::size_t columns = 80;
constexpr std::size_t description = 26;  // column where an option's description begins

class HelpFormatter : public CLI::Formatter {
 public:
  HelpFormatter() { column_width(description); }

  std::string make_option_opts(const CLI::Option* option) const override {
    const std::string value = value_of(*option);
    return value.empty() ? "" : " " + value + (takes_values(*option) && option->nonpositional() ? "..." : "");
  }

  std::string make_option_desc(const CLI::Option* option) const override {
    std::string text = option->get_description();
    if (const auto choices = choices_of(*option); !choices.empty())
      text += fmt::format(": {}", fmt::join(choices, ", "));
    if (!option->get_default_str().empty()) text += fmt::format(" (default: {})", option->get_default_str());
    return text;
  }
};

constexpr std::array<Example, 15> lines_to_start_from = {{
    {"report", "corroborate news/", "what the articles of a folder disagree on"},
    {"report", "corroborate --brief --property killed news/", "the answer alone, on who was killed"},
    {"report", "corroborate --format html -o report.html news/", "one page for a browser"},
    {"report", "curl -s URL | corroborate - news/", "a page from elsewhere against them"},
    {"extract", "corroborate extract news/ > lines.jsonl", "what each article says, a line each"},
    {"reconcile", "corroborate reconcile lines.jsonl", "the report from such lines"},
    {"links", "corroborate links lines.jsonl", "which articles may tell one story"},
    {"check", "corroborate check --update expected.tsv news/", "write down what holds today"},
    {"check", "corroborate check expected.tsv news/", "fail where it holds no more"},
    {"check", "corroborate check --baseline accepted.tsv news/", "fail on conflicts not accepted"},
    {"explain", "corroborate explain ID news/", "how a finding came about"},
    {"diff", "corroborate diff yesterday.json today.json", "what is new since; 1 where something is"},
    {"diff", "corroborate --format json news/ | corroborate diff old.json -", "the same of what the folder says now"},
    {"parse", "corroborate parse news/", "tokens, tags and trees"},
    {"help", "corroborate help check", "the options of a command"},
}};

// Where the text of a line begins that is set off by blanks ("  -j NUMBER      Threads"); its indent where none is.
std::size_t hang_of(std::string_view line) {
  const auto indent = std::min(line.find_first_not_of(' '), line.size());
  const auto gap = line.find("  ", indent);
  const auto text = gap == std::string_view::npos ? gap : line.find_first_not_of(' ', gap);
  return text == std::string_view::npos || text > columns / 2 ? indent : text;
}

void append_wrapped(std::string_view line, std::string& out) {
  const std::size_t hang = hang_of(line);
  while (line.size() > columns) {
    auto cut = line.rfind(' ', columns);
    if (cut == std::string_view::npos || line.find_first_not_of(' ') > cut)
      cut = std::min(line.find(' ', columns), line.size());
    out.append(line.substr(0, cut)).append("\n");
    line.remove_prefix(std::min(cut + 1, line.size()));
    if (line.empty()) return;
    const std::string rest = std::string(hang, ' ') + std::string(line);
    if (rest.size() <= columns || rest.find(' ', hang) == std::string::npos) {
      out.append(rest).append("\n");
      return;
    }
    return append_wrapped(rest, out);
  }
  out.append(line).append("\n");
}

}  // namespace

std::span<const Example> examples() { return lines_to_start_from; }

std::shared_ptr<CLI::FormatterBase> help_formatter() { return std::make_shared<HelpFormatter>(); }

std::string in_eighty_columns(std::string_view text) {
  std::string out;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    const bool second_blank = end == begin && (out.empty() || out.ends_with("\n\n"));
    if (!second_blank) append_wrapped(text.substr(begin, end - begin), out);
    begin = end + 1;
  }
  return out;
}

std::string examples_of(std::string_view name) {
  std::string lines;
  for (const Example& example : lines_to_start_from)
    if (name.empty() || example.command == name) lines += fmt::format("  {}\n      {}\n", example.line, example.text);
  return lines.empty() ? lines : "Examples:\n" + lines;
}

std::string footer_of_all() {
  std::string text = "Commands (corroborate help COMMAND tells more):\n";
  for (const Command& command : commands()) {
    if (command.hidden) continue;
    text += "  " + std::string(command.name) + std::string(12 - command.name.size(), ' ') + std::string(command.help) +
            "\n";
  }
  return fmt::format("{}\n{}\n{}\n{}", text, examples_of({}), about_paths, about_status);
}

}  // namespace corroborate::cli
