// Severity as users set it: by option, in the configuration file, in front of an article; gates and CI formats follow
// it.
#include <nlohmann/json.hpp>

#include "support/folder.h"
#include "support/tool.h"
#include "test.h"

using namespace corroborate;
using nlohmann::json;
using testing::Folder;
using testing::run_tool;

namespace {

// Two articles that conflict on one toll and on nothing else.
Folder& with_fire(Folder& folder, const std::string& severity = {}) {
  const std::string line = severity.empty() ? "" : "corroborate-severity: " + severity + "\n";
  return folder
      .with("gull.txt",
            "---\noutlet: Gull\npublished: 2016-09-18\n---\nA fire in the grain hall of the harbour killed "
            "nine dockers on Saturday, the port authority said.\n")
      .with("tern.txt", "---\noutlet: Tern Press\npublished: 2016-09-18\n" + line +
                            "---\nA fire in the grain hall of the harbour killed 12 dockers on Saturday, the dockers' "
                            "union said.\n");
}

std::vector<std::string> levels(const std::string& arguments) {
  std::vector<std::string> levels;
  const json log = json::parse(run_tool("--format sarif " + arguments).out);
  for (const auto& result : log["runs"][0]["results"]) levels.push_back(result["level"]);
  return levels;
}

const std::string killed = "--severity 'conflict/*/*/killed.count=";

}  // namespace

TEST_CASE("sarif_levels_follow_the_severity_of_the_rule") {
  Folder folder;
  with_fire(folder);
  CHECK(levels(folder.path()) == std::vector<std::string>{"warning"});
  CHECK(levels(killed + "error' " + folder.path()) == std::vector<std::string>{"error"});
  CHECK(levels("--severity conflict=note " + folder.path()) == std::vector<std::string>{"note"});
  CHECK(levels(killed + "off' " + folder.path()).empty());
}

TEST_CASE("gates_follow_the_severity") {
  Folder folder;
  with_fire(folder);
  const auto status = [&](const std::string& arguments) { return run_tool(arguments + " " + folder.path()).status; };
  CHECK(status("--fail-on conflict") == 1);
  CHECK(status("--fail-on warning") == 1);
  CHECK(status("--fail-on error") == 0);
  CHECK(status("--fail-on error " + killed + "error'") == 1);
  CHECK(status("--fail-on conflict " + killed + "note'") == 0);
  CHECK(status("--fail-on note " + killed + "note'") == 1);
  CHECK(status("--fail-on compatible " + killed + "off'") == 0);
}

TEST_CASE("junit_and_annotations_follow_the_severity") {
  Folder folder;
  with_fire(folder);
  const auto written = [&](const std::string& format, const std::string& level) {
    return run_tool("--format " + format + " " + killed + level + "' " + folder.path()).out;
  };
  CHECK(written("junit", "error").find("<failure type=\"conflict\"") != std::string::npos);
  CHECK(written("junit", "note").find("<failure") == std::string::npos);
  CHECK(written("junit", "off").find("<skipped message=\"severity off\"/>") != std::string::npos);
  CHECK(written("github", "error").starts_with("::error file="));
  CHECK(written("github", "warning").starts_with("::warning file="));
  CHECK(written("github", "note").starts_with("::notice file="));
  CHECK(written("github", "off").empty());
}

TEST_CASE("check_fails_on_warnings_tells_notes_and_passes_over_what_is_off") {
  Folder folder, tables;
  with_fire(folder);
  tables.with("expected.tsv", "article_a\tphrase_a\tarticle_b\tphrase_b\tverdict\n");
  const auto check = [&](const std::string& options) {
    return run_tool("check " + options + tables.path("expected.tsv") + " " + folder.path());
  };
  CHECK(check("").status == 1);
  CHECK(check(killed + "note' ").status == 0);
  CHECK(check(killed + "note' ").out.find(":5: note: new conflict, ") != std::string::npos);
  CHECK(check(killed + "off' ").out == "0 rows judged, 0 broken, 0 new conflicts\n");
}

TEST_CASE("a_row_of_expectations_has_a_severity_of_its_own") {
  Folder folder;
  with_fire(folder);
  const auto check = [&](const std::string& severity) {
    folder.with("expected.csv",
                "article_a\tphrase_a\tarticle_b\tphrase_b\tverdict\tseverity\n"
                "gull.txt\tkilled nine dockers\ttern.txt\tkilled 12 dockers\tagree\t" +
                    severity + "\n");
    return run_tool("check " + folder.path("expected.csv") + " " + folder.path("gull.txt") + " " +
                    folder.path("tern.txt"));
  };
  CHECK(check("").status == 1);
  CHECK(check("warning").status == 1);
  CHECK(check("note").status == 0);
  CHECK(check("note").out.find(":2: note: expected agree, found conflict: ") != std::string::npos);
  CHECK(check("off").out == "0 rows judged, 0 broken, 0 new conflicts\n");
  CHECK(check("mild").status == 2);
}

TEST_CASE("an_article_says_how_grave_its_differences_can_be") {
  Folder folder;
  with_fire(folder, "note");
  CHECK(levels(folder.path()) == std::vector<std::string>{"note"});
  CHECK(run_tool("--fail-on conflict " + folder.path()).status == 0);
  const std::string lines = run_tool("extract " + folder.path()).out;
  CHECK(run_tool("reconcile - --format json", lines).out == run_tool("--format json " + folder.path()).out);
  Folder table;
  with_fire(table).with("articles.tsv", "path\tcorroborate-severity\ngull.txt\toff\n");
  CHECK(levels(table.path()).empty());
  Folder wrong;
  with_fire(wrong, "low");
  const auto outcome = run_tool(wrong.path());
  CHECK(outcome.status == 2);
  CHECK(outcome.err == wrong.path("tern.txt") +
                           ":4: corroborate-severity \"low\" is no severity (expected off, note, warning or error)\n");
}

TEST_CASE("the_configuration_sets_severities_and_the_command_line_outranks_it_key_by_key") {
  Folder folder, config;
  with_fire(folder);
  config.with("c.toml", "[severity]\n\"conflict\" = \"off\"\n\"conflict/*/quantity\" = \"error\"\n");
  const std::string from = "--config " + config.path("c.toml") + " ";
  CHECK(levels(from + folder.path()) == std::vector<std::string>{"error"});
  CHECK(levels(from + "--severity 'conflict/*/quantity=note' " + folder.path()) == std::vector<std::string>{"note"});
  config.with("c.toml", "[severity]\n\"conflict\" = \"grave\"\n\"clash\" = \"off\"\n");
  const auto outcome = run_tool(from + folder.path());
  CHECK(outcome.status == 2);
  CHECK(outcome.err == config.path("c.toml") +
                           ":2: severity: \"conflict=grave\" is no severity (expected RULE=LEVEL with a level of off, "
                           "note, warning, error)\n" +
                           config.path("c.toml") +
                           ":3: severity: \"clash\" is no verdict that has a severity (expected *, conflict or "
                           "compatible)\n");
}
