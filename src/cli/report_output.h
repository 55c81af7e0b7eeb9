// Comparing and printing: what a report command does with its articles, wherever they come from.
#pragma once

#include <cstddef>
#include <functional>
#include <optional>

#include "cli/collection.h"
#include "cli/console.h"
#include "cli/options.h"
#include "corroborate/stories.h"

namespace corroborate::cli {

// How articles become a report, whole or story by story (corroborate/stories.h).
struct Comparison {
  std::size_t articles = 0;
  Collection collection;  // that they are part of
  std::function<Report(const ReconcileOptions&)> whole;
  std::function<Report(const ReconcileOptions&, const TakeStory&)> by_story;
  // Why the report is worthless, before and once it is made.
  std::function<std::optional<Problem>()> trouble = [] { return std::optional<Problem>(); };
};

// Writes of the report what the options ask for, tells its problems, and trips the gate of --fail-on.
void print_report(const Comparison& comparison, const Options& options, Console& console);

}  // namespace corroborate::cli
