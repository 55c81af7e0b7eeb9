#include "cli/commands.h"

#include <array>

namespace corroborate::cli {

std::span<const Command> commands() {
  static constexpr std::array<Command, 10> table = {{
      {"report", "say where articles agree and conflict (meant when no command is named)",
       takes_report_options | takes_severity, run_report},
      {"extract", "print what each article says, one JSON object a line", takes_lines, run_extract},
      {"reconcile", "make the report from lines that extract printed",
       takes_report_options | takes_severity | takes_collection, run_reconcile},
      {"links", "print which articles may tell one story, for an engine to join", takes_print, run_links},
      {"check", "hold the report against a table of expected verdicts", takes_expected | takes_severity, run_check},
      {"explain", "show how one finding came about", takes_finding, run_explain},
      {"diff", "say what changed between two JSON reports", takes_reports, run_diff},
      {"parse", "print tokens, tags and dependency trees as CoNLL-U", takes_paths_only, run_parse},
      {"completion", "print a script that completes the command line", takes_nothing | takes_shell, run_completion,
       true},
      {"man", "print the manual page", takes_nothing, run_man, true},
  }};
  return table;
}

}  // namespace corroborate::cli
