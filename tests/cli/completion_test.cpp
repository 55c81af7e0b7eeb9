// Completions and the manual page: that they work where a shell is there to try them, and that they hold every option.
#include <set>
#include <sstream>
#include <vector>

#include "support/folder.h"
#include "support/tool.h"
#include "test.h"

using corroborate::testing::Folder;
using corroborate::testing::run_shell;
using corroborate::testing::run_tool;

namespace {

const std::vector<std::string> commands = {"report", "extract", "reconcile", "check", "explain", "diff", "parse"};

bool has_program(const std::string& name) { return run_shell("command -v " + name).status == 0; }

// The long options that a command's help lists.
std::set<std::string> options_in_help(const std::string& command) {
  std::set<std::string> names;
  std::istringstream help(run_tool(command + " --help").out);
  for (std::string line; std::getline(help, line);) {
    const auto dashes = line.find("--");
    if (!line.starts_with("  -") || dashes > 6) continue;
    names.insert(line.substr(dashes, line.find_first_of(" \n", dashes) - dashes));
  }
  return names;
}

std::string completion(const std::string& shell) { return run_tool("completion " + shell).out; }

// What bash offers for the last of the words.
std::string offered(const std::string& words, int last, const std::string& folder = ".") {
  Folder place;
  place.with("script.bash", completion("bash"));
  return run_shell("cd " + folder + " && bash -c 'source " + place.path("script.bash") + "; COMP_WORDS=(corroborate " +
                   words + "); COMP_CWORD=" + std::to_string(last) +
                   "; _corroborate; printf \"%s \" \"${COMPREPLY[@]}\"'")
      .out;
}

}  // namespace

TEST_CASE("every_option_of_every_command_is_in_all_completions_and_in_the_manual") {
  const std::string bash = completion("bash"), zsh = completion("zsh"), fish = completion("fish");
  const std::string manual = run_tool("man").out;
  const auto holds = [](const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
  };
  for (const std::string& command : commands) {
    const auto options = options_in_help(command);
    CHECK(options.size() > 5);
    CHECK(holds(manual, ".TP\n\\fB" + command + "\\fR\n"));
    for (const std::string& option : options) {
      INFO(command << " " << option);
      CHECK(holds(bash, " " + option));
      CHECK(holds(zsh, option));
      CHECK(holds(fish, " -l " + option.substr(2) + " "));
      std::string escaped = option;
      for (auto at = escaped.find('-'); at != std::string::npos; at = escaped.find('-', at + 2))
        escaped.insert(at, "\\");
      CHECK(holds(manual, "\\fB" + escaped + "\\fR"));
    }
  }
}

TEST_CASE("bash_completes_commands_options_and_their_words") {
  if (!has_program("bash")) return;
  Folder folder;
  folder.with("reports/a b.txt", "x");
  CHECK(offered("re", 1, folder.path()) == "report reconcile reports ");
  CHECK(offered("--format js", 2) == "json ");
  CHECK(offered("reconcile --format = js", 4) == "json ");
  CHECK(offered("check --b", 2) == "--baseline ");
  CHECK(offered("--with", 1) == " ");
  CHECK(offered("extract --with", 2) == "--with-text ");
  CHECK(offered("--color a", 2) == "auto always ");
  CHECK(offered("--sources re", 2, folder.path()) == " ");  // readline's own: names of files
}

TEST_CASE("zsh_and_fish_can_read_their_scripts") {
  Folder folder;
  folder.with("script", completion("zsh")).with("script.fish", completion("fish"));
  if (has_program("zsh")) CHECK(run_shell("zsh -n " + folder.path("script")).status == 0);
  if (!has_program("fish")) return;
  const auto outcome = run_shell("HOME=" + folder.path() + " fish -c 'source " + folder.path("script.fish") +
                                 "; complete -C \"corroborate check --ba\"'");
  CHECK(outcome.out.starts_with("--baseline\t"));
}

TEST_CASE("the_manual_is_clean_and_opens_with_the_name") {
  Folder folder;
  folder.with("corroborate.1", run_tool("man").out);
  CHECK(run_tool("man").out.starts_with(".TH CORROBORATE 1 \"\" \"corroborate 0.1.0\" \"User Commands\"\n.SH NAME\n"));
  if (has_program("man")) {
    const auto outcome = run_shell("LC_ALL=C.UTF-8 MANWIDTH=80 man --warnings -l " + folder.path("corroborate.1"));
    CHECK(outcome.err.empty());
  }
  if (has_program("mandoc")) CHECK(run_shell("mandoc -T lint -W error " + folder.path("corroborate.1")).status == 0);
}

TEST_CASE("completion_takes_a_shell_that_it_knows") {
  CHECK(run_tool("completion csh").status == 2);
  CHECK(run_tool("completion csh").err.starts_with("SHELL: csh not in {bash,zsh,fish}"));
  CHECK(run_tool("--help").out.find("completion") == std::string::npos);
}
