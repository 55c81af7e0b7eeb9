#include "cli/define_options.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <thread>

#include "cli/help.h"
#include "cli/sources.h"
#include "corroborate/corroborate.h"
#include "corroborate/names.h"

namespace corroborate::cli {
namespace {

Order order_called(std::string_view word) {
  return word == "origins" ? Order::origins : word == "name" ? Order::name : Order::consequence;
}

CLI::Option* is_file(CLI::Option* option) { return option->type_name(std::string(file_type)); }

// Which findings, and in which order.
void add_selection(CLI::App& app, Options& options) {
  app.option_defaults()->group("What is shown");
  app.add_flag("--all", options.all, "Every finding with all its quotes");
  app.add_flag("--brief", options.brief,
               "Of the text report the first part alone: what conflicts and what is agreed on");
  app.add_option_function<std::string>(
         "--only", [&](const std::string& word) { options.selection.only = from_name<Verdict>(word); },
         "Findings of this verdict alone")
      ->check(CLI::IsMember({"conflict", "compatible", "agree", "single"}));
  app.add_option("--property", options.selection.property,
                 "Findings alone whose property or population has this word (killed, soldier)");
  app.add_option("--min-origins", options.selection.min_origins,
                 "Findings alone that so many independent origins stand behind");
  app.add_option_function<std::string>(
         "--sort", [&](const std::string& word) { options.order = order_called(word); },
         "What comes first: what befell people and what is large, what most origins differ on, or the id")
      ->check(CLI::IsMember({"consequence", "origins", "name"}));
  app.add_option("--width", options.width, "Columns of the text report (default: the terminal's, else 80)")
      ->check(CLI::Range(40, 1000));
}

void add_alignment(CLI::App& app, Options& options) {
  is_file(app.add_option("--alignment", options.alignment, "Another alignment model (data/model/README.md)"))
      ->check(CLI::ExistingFile);
}

void add_report_options(CLI::App& app, Options& options) {
  app.option_defaults()->group("How it is written");
  app.add_option("--format", options.format, "Format of the report")
      ->check(CLI::IsMember(report_formats()))
      ->capture_default_str();
  app.add_option("--best", options.best, "Rule that chooses a best figure; the report names it")
      ->check(CLI::IsMember({"none", "acled", "ucdp-like", "gtd-like"}));
  is_file(app.add_option_function<std::string>(
      "--sources", [&](const std::string& path) { options.sources = read_sources(path); },
      "Table of sources: a name, a tab, its Admiralty letter from A to F; one a line"));
  add_alignment(app, options);
  app.add_option("--profile", options.profile, "Columns of --format csv: one row a toll, as recorders keep it")
      ->check(CLI::IsMember({"ucdp-like", "acled", "ibc"}));
  add_selection(app, options);
  app.option_defaults()->group("How it is judged");
  app.add_option("--color", options.color, "Colours")->check(CLI::IsMember({"auto", "always", "never"}));
  app.add_option("--fail-on", options.fail_on, "Exit with 1 when a finding is of this verdict or severity, or worse")
      ->check(CLI::IsMember({"agree", "compatible", "conflict", "note", "warning", "error"}));
}

// RULE=LEVEL; the words of a rule have no '='.
std::string find_level_fault(const std::string& pair) {
  const auto equals = pair.find('=');
  const bool good = equals != std::string::npos && from_name<Level>(std::string_view(pair).substr(equals + 1));
  if (good) return find_rule_fault(std::string_view(pair).substr(0, equals));
  return fmt::format("\"{}\" is no severity (expected RULE=LEVEL with a level of {})", pair,
                     fmt::join(Names<Level>::words, ", "));
}

Levels read_levels(const std::vector<std::string>& pairs) {
  Levels levels;
  for (const std::string& pair : pairs) {
    const auto equals = pair.find('=');
    levels[pair.substr(0, equals)] = from_name<Level>(std::string_view(pair).substr(equals + 1)).value_or(Level::off);
  }
  return levels;
}

void add_severity(CLI::App& app, Options& options) {
  app.option_defaults()->group("How it is judged");
  app.add_option_function<std::vector<std::string>>(
         "--severity", [&](const std::vector<std::string>& pairs) { options.levels = read_levels(pairs); },
         "Severity of a rule as RULE=LEVEL: error, warning, note or off for VERDICT/REASON/KIND/PROPERTY or its "
         "beginning, * for any (conflict/*/date=note)")
      ->allow_extra_args(false)
      ->check(CLI::Validator([](const std::string& pair) { return find_level_fault(pair); }, "RULE=LEVEL"));
}

constexpr std::array<std::string_view, 8> map_fields = {"text", "title",    "outlet",    "byline",
                                                        "url",  "language", "published", "id"};

std::string find_map_fault(const std::string& pair) {
  const auto equals = pair.find('=');
  const auto field = std::string_view(pair).substr(0, std::min(equals, pair.size()));
  const bool known = std::find(map_fields.begin(), map_fields.end(), field) != map_fields.end();
  if (known && equals != std::string::npos && equals + 1 < pair.size()) return {};
  return fmt::format("\"{}\" is no mapping (expected FIELD=NAME with a field of {})", pair,
                     fmt::join(map_fields, ", "));
}

std::map<std::string, std::string, std::less<>> read_map(const std::vector<std::string>& pairs) {
  std::map<std::string, std::string, std::less<>> map;
  for (const auto& pair : pairs) map[pair.substr(0, pair.find('='))] = pair.substr(pair.find('=') + 1);
  return map;
}

void add_input_options(CLI::App& app, Options& options, bool required) {
  app.option_defaults()->group("What is read");
  app.add_option("PATH", options.paths, "Files or folders; - for standard input")->required(required);
  app.add_option_function<std::vector<std::string>>(
         "--map", [&](const std::vector<std::string>& pairs) { options.map = read_map(pairs); },
         "Name that the files' JSON keys or CSV columns have for a field, as FIELD=NAME (outlet=site_name)")
      ->allow_extra_args(false)
      ->check(CLI::Validator([](const std::string& pair) { return find_map_fault(pair); }, "FIELD=NAME"));
  app.add_option("--glob", options.globs,
                 "Of the files in folders those alone that fit a pattern ('*.html'), or with ! in front do not")
      ->allow_extra_args(false);
  app.add_option("--type", options.type,
                 "Files of this kind alone; standard input and files that are named are read as it")
      ->check(CLI::IsMember(input_types()));
  app.add_flag("--files", options.files, "List the files that would be read, each with its kind, and stop")
      ->configurable(false);
}

// With --baseline there is no table of expectations: what stands in its place is a path like the others. The check that
// a path is there comes after that.
void add_check_options(CLI::App& app, Options& options) {
  app.option_defaults()->group("What it is held against");
  is_file(app.add_option("EXPECTED", options.expected, "Table of expected verdicts (tab-separated)"));
  is_file(app.add_option("--baseline", options.baseline,
                         "In place of EXPECTED: table of accepted differences by the ids of their findings"))
      ->configurable(false);
  app.add_option("--format", options.format, "Format of what is found")
      ->check(CLI::IsMember({"text", "sarif", "junit", "github"}))
      ->configurable(false);  // the configuration's is that of the report
  app.add_flag("--allow-new", options.allow_new, "Conflicts that no row names are no failure");
  add_alignment(app, options);
  app.add_flag("--update", options.update, "Rewrite the table as it would hold now")->configurable(false);
  app.final_callback([&options] {
    if (!options.baseline.empty() && !options.expected.empty())
      options.paths.insert(options.paths.begin(), std::exchange(options.expected, {}));
    const bool baseline = !options.baseline.empty();
    if (options.paths.empty() && !baseline)
      throw CLI::RequiredError(options.expected.empty() ? "EXPECTED and PATH" : "PATH behind EXPECTED");
    if (options.paths.empty()) throw CLI::RequiredError("PATH behind --baseline " + options.baseline);
  });
}

void add_frequencies(CLI::App& app, Options& options) {
  app.option_defaults()->group("Of a collection that is read in parts");
  is_file(app.add_option("--frequencies", options.frequencies,
                         "In how many of its articles each term stands (default: counted in what is read)"))
      ->check(CLI::ExistingFile)
      ->configurable(false);
}

void add_collection(CLI::App& app, Options& options) {
  add_frequencies(app, options);
  is_file(app.add_option("--links", options.links, "Its links, as the command links prints them (default: found)"))
      ->check(CLI::ExistingFile)
      ->configurable(false);
}

void add_print(CLI::App& app, Options& options) {
  app.option_defaults()->group("What is printed");
  app.add_option("--print", options.print, "How many articles have each term, the keys that each is found by, or links")
      ->check(CLI::IsMember({"terms", "keys", "links"}))
      ->capture_default_str()
      ->configurable(false);
  add_frequencies(app, options);
}

void add_line_options(CLI::App& app, Options& options) {
  app.option_defaults()->group("What is printed");
  app.add_flag("--with-text", options.with_text, "Add the articles' text");
  app.add_flag("--packed", options.packed,
               "Lines as short as reconcile can read them: without plain lists of quantities, dates and attributions");
}

void add_finding(CLI::App& app, Options& options) {
  app.add_option("FINDING-ID", options.finding, "Id of the finding")->required();
  app.option_defaults()->group("How it is judged");
  add_alignment(app, options);
}

void add_diff_options(CLI::App& app, Options& options) {
  app.option_defaults()->group("What is compared");
  is_file(app.add_option("OLD", options.old_report, "Report that --format json wrote before; - for standard input"))
      ->required();
  is_file(app.add_option("NEW", options.new_report, "Report on the same articles and later ones"))->required();
  app.option_defaults()->group("How it is written");
  app.add_option("--format", options.format, "Format of the difference")
      ->check(CLI::IsMember({"text", "json"}))
      ->capture_default_str()
      ->configurable(false);  // the configuration's is that of the report
  app.add_option("--width", options.width, "Columns of the text (default: the terminal's, else 80)")
      ->check(CLI::Range(40, 1000));
  app.add_option("--color", options.color, "Colours")->check(CLI::IsMember({"auto", "always", "never"}));
  app.final_callback([&options] { options.paths = {options.old_report, options.new_report}; });
}

// What says where and how much is told is no matter of a configuration file.
void add_output(CLI::App& app, Options& options) {
  is_file(app.add_option("-o,--output", options.output, "Write to this file instead of standard output"))
      ->configurable(false);
}

void add_general_options(CLI::App& app, Options& options) {
  app.option_defaults()->group("Options");
  add_output(app, options);
  app.add_option("-j,--threads", options.threads, "Threads (default: as many as the machine has)")
      ->check(CLI::Range(1, 1024));
  const auto tell = [&](int verbosity) { return [&options, verbosity] { options.verbosity = verbosity; }; };
  app.add_flag_callback("-v,--verbose", tell(1), "Tell also what was passed over")->configurable(false);
  app.add_flag_callback("-q,--quiet", tell(-1), "Tell nothing")->configurable(false);
  auto* config = is_file(app.add_option(
      "--config", options.config, "Options from this file (default: .corroborate.toml here or in a folder above)"));
  auto* no_config = app.add_flag("--no-config", options.no_config, "Options from the command line alone");
  config->configurable(false)->excludes(no_config);
  no_config->configurable(false);
}

}  // namespace

std::unique_ptr<CLI::App> define(const Command& command, bool named, Options& options) {
  auto owned =
      std::make_unique<CLI::App>(named ? std::string(command.help) : "Says where news articles agree and conflict.",
                                 named ? "corroborate " + std::string(command.name) : "corroborate");
  CLI::App& app = *owned;
  options.threads = std::max(1u, std::thread::hardware_concurrency());
  app.set_version_flag("--version", std::string(version()))->configurable(false);
  app.get_help_ptr()->configurable(false);
  app.formatter(help_formatter());
  app.footer(named ? examples_of(command.name) : footer_of_all());
  if ((command.takes & takes_shell) != 0)
    app.add_option("SHELL", options.shell, "bash, zsh or fish")
        ->required()
        ->check(CLI::IsMember({"bash", "zsh", "fish"}));
  if ((command.takes & takes_nothing) != 0) {
    add_output(app, options);
    return owned;
  }
  if ((command.takes & takes_reports) != 0) {
    add_diff_options(app, options);
    add_general_options(app, options);
    return owned;
  }
  if ((command.takes & takes_expected) != 0) add_check_options(app, options);
  if ((command.takes & takes_finding) != 0) add_finding(app, options);
  if ((command.takes & takes_report_options) != 0) add_report_options(app, options);
  if ((command.takes & takes_severity) != 0) add_severity(app, options);
  if ((command.takes & takes_collection) != 0) add_collection(app, options);
  if ((command.takes & takes_print) != 0) add_print(app, options);
  if ((command.takes & takes_lines) != 0) add_line_options(app, options);
  add_input_options(app, options, (command.takes & takes_expected) == 0);
  add_general_options(app, options);
  return owned;
}

std::vector<std::string> choices_of(const CLI::Option& option) {
  const std::string type = option.get_type_name();  // "TEXT:{auto,always,never}"
  const auto begin = type.find('{'), end = type.find('}');
  if (begin == std::string::npos || end == std::string::npos) return {};
  return CLI::detail::split(type.substr(begin + 1, end - begin - 1), ',');
}

// CLI11 has the type and what checks it: "FILE", "TEXT:FIELD=NAME", "UINT:INT in [1 - 1024]", "TEXT:{a,b}".
std::string value_of(const CLI::Option& option) {
  if (!takes_value(option)) return {};
  const std::string type = option.get_type_name();
  const auto colon = type.find(':');
  if (!choices_of(option).empty()) return "WORD";
  if (type.starts_with("UINT")) return "NUMBER";
  return colon == std::string::npos ? type : type.substr(colon + 1);
}

bool takes_file(const CLI::Option& option) { return option.get_type_name() == file_type; }
bool takes_value(const CLI::Option& option) { return option.get_items_expected_max() > 0; }
bool takes_values(const CLI::Option& option) { return option.get_items_expected_max() > 1; }

}  // namespace corroborate::cli
