// A format that can be written story by story is, so that no more than a few stories are in memory.
#include "cli/report_output.h"

#include <fmt/format.h>

#include <algorithm>
#include <set>

#include "cli/pipeline.h"
#include "cli/suggestion.h"
#include "corroborate/names.h"

namespace corroborate::cli {
namespace {

// A verdict as a gate stands for the severity that it usually has, so that what was turned down passes.
Level level_of_gate(std::string_view gate) {
  if (gate == name_of(Verdict::conflict)) return Level::warning;
  if (gate == name_of(Verdict::compatible) || gate == name_of(Verdict::agree)) return Level::note;
  return from_name<Level>(gate).value_or(Level::error);
}

bool trips(const Report& report, std::string_view gate) {
  const Level level = level_of_gate(gate);
  const bool agreement = gate == name_of(Verdict::agree);
  return std::any_of(report.findings.begin(), report.findings.end(), [&](const Finding& finding) {
    return finding.severity >= level || (agreement && finding.verdict == Verdict::agree);
  });
}

// What is told of all findings, whichever are shown: the gate, and a word for --property that none of them has.
class Tally {
 public:
  explicit Tally(const Options& options) : options_(options) {}

  // A report, or a story of it; before the selection.
  void look_at(const Report& report) {
    trips_ |= !options_.fail_on.empty() && trips(report, options_.fail_on);
    const std::string& property = options_.selection.property;
    if (property.empty() || found_) return;
    Report selected;
    selected.findings = report.findings;
    Selection wanted;
    wanted.property = property;
    found_ = select(selected, wanted) < report.findings.size();
    any_ |= !report.findings.empty();
    for (std::string& word : property_words(report)) words_.insert(std::move(word));
  }

  void tell_property(Console& console) const {
    if (!any_ || found_) return;
    const std::string& property = options_.selection.property;
    console.note(fmt::format("--property {}: no finding has it{}", property,
                             suggestion(property, {words_.begin(), words_.end()})));
  }
  void raise_gate(Console& console) const {
    if (trips_) console.raise(Status::gate);
  }

 private:
  const Options& options_;
  bool trips_ = false, found_ = false, any_ = false;
  std::set<std::string> words_;
};

// Whether there is something to tell; then the report is none.
bool fails(const std::optional<Problem>& trouble, Console& console) {
  if (!trouble) return false;
  console.problem(*trouble);
  console.raise(Status::nothing);
  return true;
}

void print_whole(Report&& report, const Options& options, Console& console) {
  tell(report, console);
  Tally tally(options);
  tally.look_at(report);
  tally.tell_property(console);
  const std::size_t left_out = select(report, options.selection);
  console.write(write_report(report, options.format, write_options(options, console, left_out)));
  tally.raise_gate(console);
}

}  // namespace

void print_report(const Comparison& comparison, const Options& options, Console& console) {
  if (fails(comparison.trouble(), console)) return;
  const auto reconciling = reconcile_options(options, comparison.articles, console, comparison.collection);
  const auto writer = make_report_writer(options.format, write_options(options, console),
                                         [&](std::string_view text) { console.write(text); });
  if (writer == nullptr) {
    Report report = comparison.whole(reconciling);
    if (!fails(comparison.trouble(), console)) print_whole(std::move(report), options, console);
    return;
  }
  Tally tally(options);
  const Report rest = comparison.by_story(reconciling, [&](StoryReport&& story) {
    tally.look_at(story.report);
    select(story.report, options.selection);
    writer->add(story);
  });
  if (fails(comparison.trouble(), console)) return;
  tell(rest, console);
  tally.tell_property(console);
  if (!fails(writer->finish(rest), console)) tally.raise_gate(console);
}

}  // namespace corroborate::cli
