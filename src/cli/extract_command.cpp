// `corroborate extract PATH…`: what each article says, one JSON object a line, in input order.
#include "cli/commands.h"
#include "cli/pipeline.h"

namespace corroborate::cli {

void run_extract(const Options& options, Console& console) {
  const Bodies bodies = options.with_text ? Bodies::keep : Bodies::drop;
  extract_paths(options, bodies, console, [&](std::vector<Extraction>&& extractions) {
    for (const Extraction& extraction : extractions) console.write(write_extraction(extraction) + "\n");
  });
}

}  // namespace corroborate::cli
