// `corroborate PATH…`: the report. What a folder holds is compared in memory.
#include "cli/commands.h"
#include "cli/pipeline.h"
#include "cli/report_output.h"

namespace corroborate::cli {

void run_report(const Options& options, Console& console) {
  std::vector<Extraction> all = extract_all(options, console);
  Comparison comparison;
  comparison.articles = all.size();
  comparison.whole = [&](const ReconcileOptions& how) { return reconcile(std::move(all), how); };
  comparison.by_story = [&](const ReconcileOptions& how, const TakeStory& take) {
    return reconcile(std::move(all), how, take);
  };
  print_report(comparison, options, console);
}

}  // namespace corroborate::cli
