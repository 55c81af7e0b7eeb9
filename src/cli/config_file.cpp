#include "cli/config_file.h"

#include <fmt/format.h>

#include <toml++/toml.h>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

namespace corroborate::cli {
namespace {

namespace fs = std::filesystem;

constexpr std::string_view config_name = ".corroborate.toml";

std::uint32_t line_of(const toml::node& node) { return static_cast<std::uint32_t>(node.source().begin.line); }

std::optional<SettingValue> scalar(const toml::node& node) {
  const std::uint32_t line = line_of(node);
  if (const auto* text = node.as_string()) return SettingValue{text->get(), Shape::text, line};
  if (const auto* number = node.as_integer()) return SettingValue{std::to_string(number->get()), Shape::number, line};
  if (const auto* flag = node.as_boolean()) return SettingValue{flag->get() ? "true" : "false", Shape::boolean, line};
  return {};
}

class Reader {
 public:
  explicit Reader(std::string path) : path_(std::move(path)) {}

  ConfigFile read(const std::string& text) {
    try {
      for (const auto& [key, node] : toml::parse(text)) add(std::string(key.str()), node);
    } catch (const toml::parse_error& error) {
      fault(static_cast<std::uint32_t>(error.source().begin.line),
            fmt::format("{} (expected TOML: KEY = VALUE, text in quotes)", error.description()));
    }
    return std::move(result_);
  }

 private:
  void add(const std::string& key, const toml::node& node) {
    Setting setting{key, line_of(node), !node.is_array() && !node.is_table(), {}};
    if (const auto* array = node.as_array()) {
      for (const auto& element : *array) add_value(setting, {}, element);
    } else if (const auto* table = node.as_table()) {
      for (const auto& [name, element] : *table) add_value(setting, std::string(name.str()) + "=", element);
    } else {
      add_value(setting, {}, node);
    }
    result_.settings.push_back(std::move(setting));
  }

  void add_value(Setting& setting, const std::string& prefix, const toml::node& node) {
    auto value = scalar(node);
    if (!value) {
      const std::string_view hint = node.is_table() ? "; a key with dots or slashes stands in quotes" : "";
      const std::string name = prefix.empty() ? setting.key : setting.key + "." + prefix.substr(0, prefix.size() - 1);
      return fault(line_of(node),
                   fmt::format("\"{}\" has a value of another kind (expected text, a whole number, true or false{})",
                               name, hint));
    }
    value->text.insert(0, prefix);
    setting.values.push_back(std::move(*value));
  }

  void fault(std::uint32_t line, std::string message) { result_.problems.push_back({path_, line, std::move(message)}); }

  std::string path_;
  ConfigFile result_;
};

}  // namespace

std::string find_config(const std::string& folder) {
  std::error_code ignored;
  for (fs::path at = folder;; at = at.parent_path()) {
    if (fs::exists(at / config_name, ignored) && !fs::is_directory(at / config_name, ignored))
      return (at / config_name).string();
    if (at == at.parent_path()) return {};
  }
}

ConfigFile read_config(const std::string& path) {
  std::ifstream in(path, std::ios::binary);
  std::ostringstream text;
  const bool read = in && (in.peek() == std::ifstream::traits_type::eof() || text << in.rdbuf()) && !in.bad();
  if (!read) return {{}, {{path, 0, fmt::format("cannot be read: {}", std::strerror(errno))}}};
  return Reader(path).read(text.str());
}

}  // namespace corroborate::cli
