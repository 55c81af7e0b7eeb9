// `corroborate explain FINDING-ID PATH…`: how one finding came about.
#include <fmt/format.h>

#include "cli/commands.h"
#include "cli/pipeline.h"

namespace corroborate::cli {

void run_explain(const Options& options, Console& console) {
  const Report report = report_on_paths(options, console);
  const std::string text = explain(report, options.finding);
  console.write(text);
  if (!text.empty() || report.articles.empty()) return;
  console.note(
      fmt::format("no finding \"{}\" (expected an id as it ends each finding of the report)", options.finding));
  console.raise(Status::trouble);
}

}  // namespace corroborate::cli
