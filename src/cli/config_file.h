// The configuration file `.corroborate.toml`: where it lies, and the settings in it, each with its line.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "corroborate/problem.h"

namespace corroborate::cli {

enum class Shape { text, number, boolean };

struct SettingValue {
  std::string text;  // "true" for a boolean; KEY=VALUE where it stands in a table
  Shape shape = Shape::text;
  std::uint32_t line = 0;  // 1-based
};

// One key of the file: `format = "json"` has one value, an array many, `[map]` one for each of its keys.
struct Setting {
  std::string key;
  std::uint32_t line = 0;
  bool single = true;  // neither array nor table
  std::vector<SettingValue> values;
};

struct ConfigFile {
  std::vector<Setting> settings;
  std::vector<Problem> problems;
};

// The nearest file of that name in `folder` or above it, up to the root; empty when there is none.
std::string find_config(const std::string& folder);

ConfigFile read_config(const std::string& path);

}  // namespace corroborate::cli
