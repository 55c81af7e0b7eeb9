// `corroborate check --baseline`, as a user runs it.
#include "support/folder.h"
#include "support/tool.h"
#include "test.h"

using corroborate::testing::Folder;
using corroborate::testing::read_file;
using corroborate::testing::run_tool;

namespace {

void add(Folder& folder, const std::string& name, const std::string& count) {
  folder.with(name, "---\noutlet: " + name +
                        "\npublished: 2016-09-18\n---\nA fire in the grain hall of Port Ellan harbour killed " + count +
                        " dockers on Saturday, a spokesman for " + name + " said.\n");
}

}  // namespace

TEST_CASE("a_baseline_that_was_just_written_passes_until_something_new_conflicts") {
  Folder folder, tables;
  add(folder, "gull.txt", "nine");
  add(folder, "tern.txt", "12");
  const std::string baseline = tables.path("accepted.tsv"), check = "check --baseline " + baseline + " ";
  CHECK(run_tool(check + folder.path()).status == 2);
  CHECK(run_tool(check + "--update " + folder.path()).status == 0);
  CHECK(read_file(baseline).starts_with("finding\tverdict\tvalues\tseverity\treason\nfire"));
  CHECK(run_tool(check + folder.path()).out == "1 accepted, 0 stale, 0 new conflicts\n");
  CHECK(run_tool(check + folder.path()).status == 0);

  add(folder, "skua.txt", "12");  // more of the same: the id stays
  CHECK(run_tool(check + folder.path()).status == 0);

  add(folder, "auk.txt", "15");
  const auto changed = run_tool(check + folder.path());
  CHECK(changed.status == 1);
  CHECK(changed.out.find("auk.txt:5: new value in an accepted conflict, 15 against ") != std::string::npos);
  CHECK(run_tool(check + "--allow-new " + folder.path()).status == 0);
}

TEST_CASE("a_conflict_that_is_gone_is_named_as_stale_and_update_drops_it") {
  Folder folder, tables;
  add(folder, "gull.txt", "nine");
  const std::string baseline = tables.path("accepted.tsv");
  tables.with("accepted.tsv", "finding\tverdict\nfire/killed.count\tconflict\n");
  const auto outcome = run_tool("check --baseline " + baseline + " " + folder.path());
  CHECK(outcome.status == 0);
  CHECK(outcome.out == baseline + ":2: stale: no finding fire/killed.count\n1 accepted, 1 stale, 0 new conflicts\n");
  CHECK(run_tool("check --update --baseline " + baseline + " " + folder.path()).status == 0);
  CHECK(read_file(baseline) == "finding\tverdict\n");
}

TEST_CASE("check_without_a_path_is_wrong_usage_with_and_without_a_baseline") {
  CHECK(run_tool("check expected.tsv").err ==
        "PATH behind EXPECTED is required\nRun with --help for more information.\n");
  CHECK(run_tool("check --baseline accepted.tsv").err ==
        "PATH behind --baseline accepted.tsv is required\nRun with --help for more information.\n");
  CHECK(run_tool("check --baseline accepted.tsv").status == 2);
}
