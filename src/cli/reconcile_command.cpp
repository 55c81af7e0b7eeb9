// `corroborate reconcile PATH…`: the report from lines that `extract` printed, here or elsewhere. They are kept as
// lines, and read again story by story: an archive takes far less memory than what it says.
#include "cli/commands.h"
#include "cli/extraction_lines.h"
#include "cli/pipeline.h"
#include "cli/report_output.h"

namespace corroborate::cli {

void run_reconcile(const Options& options, Console& console) {
  Collection collection = read_collection(options, console);
  if (!collection.good) return;
  LineArchive archive({.bodies = shows_texts(options)});
  read_extraction_lines(options, console, [&](Extraction&& extraction, std::string_view line) {
    archive.add(line, std::move(extraction));
  });
  if (archive.size() == 0) {
    console.note("nothing to report on: no extraction could be read");
    console.raise(Status::nothing);
  }
  Comparison comparison;
  comparison.articles = archive.size();
  comparison.collection = std::move(collection);
  comparison.whole = [&](const ReconcileOptions& how) { return reconcile(archive, how); };
  comparison.by_story = [&](const ReconcileOptions& how, const TakeStory& take) {
    return reconcile(archive, how, take);
  };
  comparison.trouble = [&] { return archive.trouble(); };
  print_report(comparison, options, console);
}

}  // namespace corroborate::cli
