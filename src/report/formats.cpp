#include "report/formats.h"

#include <algorithm>

namespace corroborate {
namespace reporting {

const std::vector<Format>& formats() {
  static const std::vector<Format> table = {
      {"text", write_text},     {"json", write_json},
      {"html", write_html},     {"markdown", write_markdown},
      {"csv", write_csv},       {"ndjson", write_ndjson},
      {"sarif", write_sarif},   {"junit", write_junit},
      {"github", write_github}, {"webannotation", write_web_annotation},
      {"claims", write_claims},
  };
  return table;
}

}  // namespace reporting

std::vector<std::string> report_formats() {
  std::vector<std::string> names;
  for (const auto& format : reporting::formats()) names.emplace_back(format.name);
  return names;
}

std::string write_report(const Report& report, std::string_view format, const WriteOptions& options) {
  const auto& table = reporting::formats();
  const auto row = std::find_if(table.begin(), table.end(), [&](const auto& known) { return known.name == format; });
  return row == table.end() ? std::string{} : row->write(report, options);
}

}  // namespace corroborate
