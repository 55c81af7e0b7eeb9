// Another program as a filter: what comes back, and every way in which it can end.
#include "load/run_tool.h"

#include "test.h"

using corroborate::loading::run_tool;
using corroborate::loading::ToolRun;

TEST_CASE("a_tool_gets_its_input_and_gives_its_output") {
  const std::string bytes(300'000, 'a');  // more than a pipe holds
  const ToolRun run = run_tool({"cat"}, bytes, {1'000'000, 60});
  CHECK(run.end == ToolRun::End::done);
  CHECK(run.output == bytes);
  const ToolRun unread = run_tool({"true"}, bytes, {1'000'000, 60});
  CHECK(unread.end == ToolRun::End::done);
  CHECK(unread.output.empty());
}

TEST_CASE("no_shell_reads_what_a_tool_is_given") {
  const ToolRun run = run_tool({"echo", "$(id); `id` | cat > x"}, {}, {1000, 60});
  CHECK(run.output == "$(id); `id` | cat > x\n");
}

TEST_CASE("a_tool_that_is_missing_fails_or_goes_past_a_limit_is_told_apart") {
  CHECK(run_tool({"no-such-tool-anywhere"}, {}, {1000, 60}).end == ToolRun::End::missing);
  CHECK(run_tool({"false"}, {}, {1000, 60}).end == ToolRun::End::failed);
  CHECK(run_tool({"yes"}, {}, {1000, 60}).end == ToolRun::End::too_large);
  CHECK(run_tool({"sleep", "1000"}, {}, {1000, 0}).end == ToolRun::End::too_long);
}
