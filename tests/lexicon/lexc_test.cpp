// lexc refuses rows that do not fit, word for word.
#include <sys/wait.h>

#include <cstdlib>

#include "support/folder.h"
#include "test.h"

using corroborate::testing::Folder;

namespace {

struct Compiled {
  int status = 0;
  std::string said;
};

// Runs lexc inside a folder that holds one table, so that messages name it without the folder.
Compiled compile(const std::string& name, const std::string& text) {
  Folder folder;
  folder.with(name, text);
  const std::string command = "cd " + folder.path() + " && " + LEXC + " out.cpp " + name + " 2>said";
  const int status = std::system(command.c_str());
  return {WEXITSTATUS(status), corroborate::testing::read_file(folder.path("said"))};
}

const std::string sides = "phrase\tside\tally\texample\n";
const std::string hedges = "phrase\trelation\tside\texample\n";

}  // namespace

TEST_CASE("lexc_takes_a_row_that_fits") {
  const auto compiled = compile("sides.tsv", "# Who speaks.\n" + sides + "mayor\tgovernment\t\tThe mayor spoke.\n");
  CHECK(compiled.said.empty());
  CHECK(compiled.status == 0);
}

TEST_CASE("lexc_refuses_a_row_with_too_few_columns") {
  const auto compiled = compile("sides.tsv", sides + "mayor\tgovernment\tThe mayor spoke.\n");
  CHECK(compiled.said == "sides.tsv:2: the row has 3 columns, expected 4: phrase\tside\tally\texample\n");
  CHECK(compiled.status == 1);
}

TEST_CASE("lexc_refuses_a_word_outside_a_closed_set") {
  const auto compiled = compile("hedges.tsv", hedges + "all of\tprecise\tbefore\tAll of 40 houses burned.\n");
  CHECK(compiled.said ==
        "hedges.tsv:2: relation is 'precise', expected one of about, more, at_least, less, near, under, at_most, "
        "exact\n");
}

TEST_CASE("lexc_refuses_a_row_without_phrase_or_example") {
  CHECK(compile("sides.tsv", sides + "\tgovernment\t\tThe mayor spoke.\n").said ==
        "sides.tsv:2: the phrase is empty\n");
  CHECK(compile("sides.tsv", sides + "mayor\tgovernment\t\t\n").said ==
        "sides.tsv:2: the row has no example, expected a sentence that shows it\n");
}

TEST_CASE("lexc_refuses_a_row_that_stands_twice") {
  const auto compiled =
      compile("sides.tsv", sides + "mayor\tgovernment\t\tThe mayor spoke.\nmayor\tgovernment\t\tThe mayor left.\n");
  CHECK(compiled.said == "sides.tsv:3: the row stands twice: mayor\tgovernment\t\tThe mayor left.\n");
}

TEST_CASE("lexc_refuses_other_columns") {
  const auto compiled = compile("sides.tsv", "phrase\tside\texample\nmayor\tgovernment\t\tThe mayor spoke.\n");
  CHECK(compiled.said ==
        "sides.tsv:1: the columns are 'phrase\tside\texample', expected 'phrase\tside\tally\texample'\n");
}

TEST_CASE("lexc_refuses_a_table_it_does_not_know") {
  CHECK(compile("colours.tsv", "phrase\texample\n").said ==
        "colours.tsv:1: no table of this name in src/lexicon/tables.h\n");
}

TEST_CASE("lexc_names_a_table_that_cannot_be_read") {
  Folder folder;
  const std::string command = "cd " + folder.path() + " && " + LEXC + " out.cpp sides.tsv 2>said";
  CHECK(WEXITSTATUS(std::system(command.c_str())) == 1);
  CHECK(corroborate::testing::read_file(folder.path("said")) == "sides.tsv:1: cannot be read\n");
}

TEST_CASE("lexc_looks_at_all_rows_before_it_gives_up") {
  const auto compiled = compile("sides.tsv", sides + "mayor\n\tgovernment\t\tThe mayor spoke.\n");
  CHECK(compiled.said ==
        "sides.tsv:2: the row has 1 columns, expected 4: phrase\tside\tally\texample\nsides.tsv:3: the phrase is "
        "empty\n");
}
