// `corroborate links PATH…`: of lines that `extract` printed what an engine joins to find the articles of one story.
#include "cli/collection.h"
#include "cli/commands.h"
#include "cli/extraction_lines.h"

namespace corroborate::cli {
namespace {

void print_terms(const Options& options, Console& console) {
  Frequencies frequencies;
  read_extraction_lines(options, console,
                        [&](Extraction&& extraction, std::string_view) { frequencies.add(extraction); });
  console.write(frequencies.table());
}

void print_keys(const Options& options, const Frequencies& frequencies, Console& console) {
  read_extraction_lines(options, console, [&](Extraction&& extraction, std::string_view) {
    console.write(write_keys(extraction, frequencies) + "\n");
  });
}

void print_links(const Options& options, const Frequencies* frequencies, Console& console) {
  std::vector<Extraction> extractions;
  Frequencies counted;
  read_extraction_lines(options, console, [&](Extraction&& extraction, std::string_view) {
    if (frequencies == nullptr) counted.add(extraction);
    extractions.push_back(std::move(extraction));
  });
  for (const Link& link : find_links(extractions, frequencies == nullptr ? counted : *frequencies, options.threads))
    console.write(write_link(link) + "\n");
}

}  // namespace

void run_links(const Options& options, Console& console) {
  if (options.print == "terms") return print_terms(options, console);
  const Collection collection = read_collection(options, console);
  if (!collection.good) return;
  if (options.print == "links")
    return print_links(options, options.frequencies.empty() ? nullptr : &collection.frequencies, console);
  if (options.frequencies.empty()) {
    console.problem({"--print keys", 0, "needs --frequencies (see --print terms)", Severity::skipped});
    return;
  }
  print_keys(options, collection.frequencies, console);
}

}  // namespace corroborate::cli
