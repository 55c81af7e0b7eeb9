// `corroborate check EXPECTED PATH…`: do the expected verdicts still hold, and is there no conflict beside them? With
// `--baseline FILE PATH…`: is there no conflict that was not accepted?
#include <fmt/format.h>

#include <algorithm>
#include <cerrno>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <optional>
#include <sstream>

#include "cli/commands.h"
#include "cli/pipeline.h"

namespace corroborate::cli {
namespace {

const std::string& table_of(const Options& options) {
  return options.baseline.empty() ? options.expected : options.baseline;
}

std::optional<std::string> read_table(const Options& options, Console& console) {
  std::error_code ignored;
  if (options.update && !std::filesystem::exists(table_of(options), ignored)) return std::string{};
  std::ifstream in(table_of(options), std::ios::binary);
  std::ostringstream text;
  if (in && (in.peek() == std::ifstream::traits_type::eof() || text << in.rdbuf()) && !in.bad()) return text.str();
  console.problem({table_of(options), 0, fmt::format("cannot be read: {}", std::strerror(errno))});
  return {};
}

// Lines behind the header that are no comments.
std::size_t rows_of(std::string_view table) {
  std::size_t lines = 0;
  for (std::size_t begin = 0; begin < table.size();) {
    const auto end = std::min(table.find('\n', begin), table.size());
    const std::string_view line = table.substr(begin, end - begin);
    lines += !line.starts_with('#') && line.find_first_not_of(" \t\r") != std::string_view::npos;
    begin = end + 1;
  }
  return lines == 0 ? 0 : lines - 1;
}

// Beside the old one first, so that a table is never half written.
void write_table(const Options& options, const std::string& table, std::size_t rows_before, Console& console) {
  const std::string draft = table_of(options) + ".new";
  std::ofstream out(draft, std::ios::binary);
  out << table;
  out.close();
  if (out && std::rename(draft.c_str(), table_of(options).c_str()) == 0)
    return console.write(
        fmt::format("{}: {} rows written, {} before\n", table_of(options), rows_of(table), rows_before));
  console.problem({table_of(options), 0, fmt::format("cannot be written: {}", std::strerror(errno))});
}

void list(const std::vector<Problem>& rows, std::string_view kind, Console& console) {
  for (const Problem& row : rows) console.write(fmt::format("{}:{}: {}{}\n", row.path, row.line, kind, row.message));
}

void tell_in_text(const CheckResult& result, const Options& options, Console& console) {
  list(result.broken, "", console);
  if (!options.allow_new) list(result.unexpected, "", console);
  list(result.notes, "note: ", console);
  list(result.stale, "stale: ", console);
  const std::string judged = options.baseline.empty()
                                 ? fmt::format("{} rows judged, {} broken", result.rows, result.broken.size())
                                 : fmt::format("{} accepted, {} stale", result.rows, result.stale.size());
  console.write(fmt::format("{}, {} new conflicts\n", judged, result.unexpected.size()));
}

void judge(CheckResult& result, const Report& report, const Options& options, Console& console) {
  const bool fails = !result.broken.empty() || (!options.allow_new && !result.unexpected.empty());
  if (options.allow_new) result.new_findings.clear();
  if (options.format == "text")
    tell_in_text(result, options, console);
  else
    console.write(write_check(report, result, options.format));
  if (fails) console.raise(Status::gate);
}

}  // namespace

void run_check(const Options& options, Console& console) {
  const auto table = read_table(options, console);
  if (!table) return;
  std::vector<ArticleText> texts;
  const Report report = report_on_paths(options, console, &texts);
  if (report.articles.empty()) return;
  CheckResult result = options.baseline.empty() ? check_expected(*table, options.expected, report, texts)
                                                : check_baseline(*table, options.baseline, report);
  for (const Problem& row : result.unusable) console.problem(row);
  if (options.update) {
    if (!result.updated.empty())
      write_table(options, result.updated, rows_of(*table), console);  // else it is no such table: left alone
  } else {
    judge(result, report, options, console);
  }
}

}  // namespace corroborate::cli
