// `corroborate check EXPECTED PATH…`: do the expected verdicts still hold, and is there no conflict beside them?
#include <fmt/format.h>

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

std::optional<std::string> read_table(const Options& options, Console& console) {
  std::error_code ignored;
  if (options.update && !std::filesystem::exists(options.expected, ignored)) return std::string{};
  std::ifstream in(options.expected, std::ios::binary);
  std::ostringstream text;
  if (in && (in.peek() == std::ifstream::traits_type::eof() || text << in.rdbuf()) && !in.bad()) return text.str();
  console.problem({options.expected, 0, fmt::format("cannot be read: {}", std::strerror(errno))});
  return {};
}

// Beside the old one first, so that a table is never half written.
void write_table(const Options& options, const std::string& table, Console& console) {
  const std::string draft = options.expected + ".new";
  std::ofstream out(draft, std::ios::binary);
  out << table;
  out.close();
  if (out && std::rename(draft.c_str(), options.expected.c_str()) == 0) return;
  console.problem({options.expected, 0, fmt::format("cannot be written: {}", std::strerror(errno))});
}

void list(const std::vector<Problem>& rows, Console& console) {
  for (const Problem& row : rows) console.write(fmt::format("{}:{}: {}\n", row.path, row.line, row.message));
}

void judge(const CheckResult& result, const Options& options, Console& console) {
  list(result.broken, console);
  if (!options.allow_new) list(result.unexpected, console);
  const bool fails = !result.broken.empty() || (!options.allow_new && !result.unexpected.empty());
  if (fails) console.raise(Status::gate);
  console.write(fmt::format("{} rows judged, {} broken, {} new conflicts\n", result.rows, result.broken.size(),
                            result.unexpected.size()));
}

}  // namespace

void run_check(const Options& options, Console& console) {
  const auto table = read_table(options, console);
  if (!table) return;
  std::vector<ArticleText> texts;
  const Report report = report_on_paths(options, console, &texts);
  if (report.articles.empty()) return;
  const CheckResult result = check_expected(*table, options.expected, report, texts);
  for (const Problem& row : result.unusable) console.problem(row);
  if (options.update) {
    write_table(options, result.updated, console);
  } else {
    judge(result, options, console);
  }
}

}  // namespace corroborate::cli
