// `corroborate parse`, as a user runs it.
#include "support/tool.h"
#include "test.h"

using corroborate::testing::run_tool;

TEST_CASE("parse_prints_every_article_as_conllu_in_input_order") {
  const auto outcome =
      run_tool("parse -", "{\"id\":\"b\",\"text\":\"The port shut.\"}\n{\"id\":\"a\",\"text\":\"It rained.\"}\n");
  CHECK(outcome.status == 0);
  CHECK(
      outcome.out.starts_with("# newdoc id = b\n# newpar\n# text = The port shut.\n1\tThe\tthe\tDET\tDT\t_\t2\tdet\t"));
  CHECK(outcome.out.find("# newdoc id = a\n") > outcome.out.find("TokenRange=13:14"));
}

TEST_CASE("parse_of_nothing_readable_ends_with_3") { CHECK(run_tool("parse /no/such/folder").status == 3); }
