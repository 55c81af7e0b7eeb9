// From paths to extractions and to the report, with everything that went wrong told on the way.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "cli/collection.h"
#include "cli/console.h"
#include "cli/options.h"
#include "corroborate/check.h"
#include "corroborate/corroborate.h"

namespace corroborate::cli {

struct Wanted {
  bool bodies = false;                 // each extraction has its article's body
  std::optional<LineForm> lines = {};  // and is written as a line of this form
};

// What of the options concerns load; the file that is written is none of its input.
LoadOptions load_options(const Options& options);

// Whether the report that is asked for holds the articles' texts; others are not kept so long.
bool shows_texts(const Options& options);

// Extractions in input order, each when it is done: an input of any length passes through bounded memory.
void extract_paths(const Options& options, const Wanted& wanted, Console& console,
                   const std::function<void(Extracted&&)>& take);

// How articles are to be compared, with what `collection` says of them; tells the progress of it.
ReconcileOptions reconcile_options(const Options& options, std::size_t articles, Console& console,
                                   const Collection& collection);

// All extractions; `texts`, where it is given, receives the bodies.
std::vector<Extraction> extract_all(const Options& options, Console& console,
                                    std::vector<ArticleText>* texts = nullptr);

// The report on all of them.
Report report_on_paths(const Options& options, Console& console, std::vector<ArticleText>* texts = nullptr);

// How a report is to be written; `left_out` findings were taken off it.
WriteOptions write_options(const Options& options, const Console& console, std::size_t left_out = 0);

// Tells the report's own problems.
void tell(const Report& report, Console& console);

}  // namespace corroborate::cli
