// `corroborate extract PATH…`: what each article says, one JSON object a line, in input order.
#include "cli/commands.h"
#include "cli/pipeline.h"

namespace corroborate::cli {

void run_extract(const Options& options, Console& console) {
  const LineForm form = options.packed ? LineForm::packed : LineForm::plain;
  extract_paths(options, {.bodies = options.with_text, .lines = form}, console, [&](Extracted&& made) {
    console.write(made.line);
    console.write("\n");
  });
}

}  // namespace corroborate::cli
