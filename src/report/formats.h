// The table of report formats. To add one: a file with a write function, and a row in formats.cpp.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "corroborate/corroborate.h"

namespace corroborate::reporting {

struct Format {
  std::string_view name;
  std::string (*write)(const Report& report, const WriteOptions& options);
};

const std::vector<Format>& formats();

// One file a format.
std::string write_text(const Report& report, const WriteOptions& options);
std::string write_json(const Report& report, const WriteOptions& options);
std::string write_html(const Report& report, const WriteOptions& options);
std::string write_markdown(const Report& report, const WriteOptions& options);
std::string write_csv(const Report& report, const WriteOptions& options);
std::string write_ndjson(const Report& report, const WriteOptions& options);
std::string write_sarif(const Report& report, const WriteOptions& options);
std::string write_junit(const Report& report, const WriteOptions& options);
std::string write_github(const Report& report, const WriteOptions& options);
std::string write_web_annotation(const Report& report, const WriteOptions& options);
std::string write_claims(const Report& report, const WriteOptions& options);

}  // namespace corroborate::reporting
