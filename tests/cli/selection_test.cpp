// Which findings are shown, how wide, and what is said where a word fits none.
#include "cli/suggestion.h"

#include <algorithm>

#include "support/tool.h"
#include "test.h"

using corroborate::cli::edit_distance;
using corroborate::cli::suggestion;
using corroborate::testing::Outcome;
using corroborate::testing::run_tool;

namespace {

Outcome on_the_sample(const std::string& options) {
  return run_tool(options + " " + PROJECT_SOURCE + "/data/stories/harbour-fire");
}

}  // namespace

TEST_CASE("a_selection_holds_in_every_format_and_the_gate_judges_all") {
  const auto text = on_the_sample("--only agree --fail-on conflict");
  CHECK(text.status == 1);
  CHECK(text.out.find(
            "0 conflicts, 0 compatible, 1 agreement, 0 from a single source\n6 findings left out, as asked\n") !=
        std::string::npos);
  const auto lines = on_the_sample("--format ndjson --property killed --min-origins 2");
  CHECK(lines.status == 0);
  CHECK(std::count(lines.out.begin(), lines.out.end(), '\n') == 1);
  CHECK(lines.out.find("killed.count/docker") != std::string::npos);
}

TEST_CASE("a_property_that_no_finding_has_is_told_with_the_one_that_may_be_meant") {
  const auto outcome = on_the_sample("--property kiled");
  CHECK(outcome.err == "--property kiled: no finding has it (did you mean killed?)\n");
  CHECK(outcome.out.find("0 conflicts") != std::string::npos);
  CHECK(on_the_sample("--property killed").err.empty());
}

TEST_CASE("the_width_is_as_asked") {
  const auto narrow = on_the_sample("--width 50"), wide = on_the_sample("--width 200");
  CHECK(narrow.out.size() > wide.out.size());
  CHECK(wide.out.find("9 (port authority) | 12 (dockers' union) | at least 12 (dockers' union) | 14 (spokeswoman for "
                      "the county hospital); 3 origins\n") != std::string::npos);
  CHECK(on_the_sample("--width 10").status == 2);
}

TEST_CASE("the_nearest_word_is_suggested_and_none_that_is_far") {
  CHECK(edit_distance("kitten", "sitting") == 3);
  CHECK(edit_distance("ab", "ba") == 1);
  CHECK(suggestion("fomrat", {"format", "fail-on"}) == " (did you mean format?)");
  CHECK(suggestion("xyzzy", {"format", "fail-on"}).empty());
  CHECK(suggestion(std::string(10000, 'a'), {"format"}).empty());
}
