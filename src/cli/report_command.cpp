// `corroborate PATH…`: the report.
#include "cli/commands.h"
#include "cli/pipeline.h"

namespace corroborate::cli {

void run_report(const Options& options, Console& console) {
  print(report_on_paths(options, console), options, console);
}

}  // namespace corroborate::cli
