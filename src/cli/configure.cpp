#include "cli/configure.h"

#include <fmt/ranges.h>

#include <algorithm>
#include <filesystem>
#include <memory>
#include <set>

#include "cli/config_file.h"
#include "cli/define_options.h"
#include "cli/suggestion.h"

namespace corroborate::cli {
namespace {

namespace fs = std::filesystem;

// The options of all commands, to tell a key of another command from one that nobody knows.
class AllOptions {
 public:
  AllOptions() {
    for (const Command& command : commands()) apps_.push_back(define(command, true, unused_));
  }

  CLI::Option* find(const std::string& key) const {
    for (const auto& app : apps_) {
      if (auto* option = find_in(*app, key)) return option;
    }
    return nullptr;
  }

  static CLI::Option* find_in(CLI::App& app, const std::string& key) {
    auto* option = app.get_option_no_throw("--" + key);
    return option != nullptr && option->get_configurable() ? option : nullptr;
  }

  std::set<std::string> keys() const {
    std::set<std::string> keys;
    for (const auto& app : apps_) {
      for (const auto* option : app->get_options()) {
        if (option->get_configurable() && !option->get_lnames().empty()) keys.insert(option->get_lnames().front());
      }
    }
    return keys;
  }

 private:
  Options unused_;
  std::vector<std::unique_ptr<CLI::App>> apps_;
};

// What the option expects, for a value of a wrong shape; empty where it fits.
std::string expected_of(const CLI::Option& option, const Setting& setting, const SettingValue& value) {
  if (!takes_value(option)) return value.shape == Shape::boolean && setting.single ? "" : "true or false";
  if (!setting.single && !takes_values(option)) return "one value";
  return value.shape == Shape::boolean ? "a value, not true or false" : "";
}

class Configurer {
 public:
  Configurer(CLI::App& app, std::string path) : app_(app), path_(std::move(path)) {}

  std::vector<Problem> run() {
    ConfigFile file = read_config(path_);
    problems_ = std::move(file.problems);
    for (const Setting& setting : file.settings) apply(setting);
    std::stable_sort(problems_.begin(), problems_.end(),
                     [](const Problem& a, const Problem& b) { return a.line < b.line; });
    return std::move(problems_);
  }

 private:
  void apply(const Setting& setting) {
    auto* option = AllOptions::find_in(app_, setting.key);
    if (option == nullptr) option = all_.find(setting.key);
    if (option == nullptr) {
      const auto keys = all_.keys();
      return fault(setting.line,
                   fmt::format("unknown key \"{}\"{} (expected one of {})", setting.key,
                               suggestion(setting.key, {keys.begin(), keys.end()}), fmt::join(keys, ", ")));
    }
    for (const SettingValue& value : setting.values) {
      const std::string expected = expected_of(*option, setting, value);
      if (expected.empty()) continue;
      return fault(value.line, fmt::format("\"{}\" has another value (expected {})", setting.key, expected));
    }
    if (option->count() == 0 || takes_values(*option)) set(*option, setting);
  }

  // One value at a time first, so that a fault is named with its line.
  void set(CLI::Option& option, const Setting& setting) {
    const std::vector<std::string> given = option.results();
    std::vector<std::string> values;
    bool good = true;
    for (const SettingValue& value : setting.values) {
      if (value.text == "false" && !takes_value(option)) return;
      values.push_back(takes_file(option) ? (fs::path(path_).parent_path() / value.text).string() : value.text);
      good = run(option, {values.back()}, value.line, setting.key) && good;
    }
    if (!good || !takes_values(option) || values.empty()) return;
    values.insert(values.end(), given.begin(), given.end());
    run(option, values, setting.line, setting.key);
  }

  bool run(CLI::Option& option, const std::vector<std::string>& values, std::uint32_t line, const std::string& key) {
    try {
      option.clear();
      option.add_result(values);
      option.run_callback();
      return true;
    } catch (const CLI::ParseError& error) {
      std::string message = error.what();
      const std::string name = "--" + key + ": ";
      if (message.starts_with(name)) message.erase(0, name.size());
      fault(line, fmt::format("{}: {}", key, message));
      return false;
    }
  }

  void fault(std::uint32_t line, std::string message) { problems_.push_back({path_, line, std::move(message)}); }

  CLI::App& app_;
  std::string path_;
  AllOptions all_;
  std::vector<Problem> problems_;
};

}  // namespace

Configured configure(CLI::App& app, const Options& options) {
  if (options.no_config || app.get_option_no_throw("--config") == nullptr) return {};
  std::error_code error;
  const std::string path = options.config.empty() ? find_config(fs::current_path(error).string()) : options.config;
  if (path.empty()) return {};
  return {path, Configurer(app, path).run()};
}

}  // namespace corroborate::cli
