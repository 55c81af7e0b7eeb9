// From paths to extractions and to the report, with everything that went wrong told on the way.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "cli/console.h"
#include "cli/options.h"
#include "corroborate/check.h"
#include "corroborate/corroborate.h"

namespace corroborate::cli {

enum class Bodies { drop, keep };

// Extractions in input order, some at a time: an input of any length passes through bounded memory. With
// Bodies::keep each has its article's body.
void extract_paths(const Options& options, Bodies bodies, Console& console,
                   const std::function<void(std::vector<Extraction>&&)>& take);

// The report on all of them; `texts`, where it is given, receives the bodies.
Report report_on_paths(const Options& options, Console& console, std::vector<ArticleText>* texts = nullptr);

// Tells the report's own problems and raises the status where nothing was read.
void tell(const Report& report, Console& console);

// Writes the report as the options ask, and trips the gate of --fail-on.
void print(const Report& report, const Options& options, Console& console);

}  // namespace corroborate::cli
