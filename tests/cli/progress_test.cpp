// The line that a terminal shows while articles are read.
#include "cli/progress.h"

#include "test.h"

using corroborate::LoadProgress;
using corroborate::cli::comparing_line;
using corroborate::cli::progress_line;

TEST_CASE("progress_tells_articles_files_speed_and_time_left") {
  CHECK(progress_line(1200, {300, 900, 5'000'000, 15'000'000}, 2) ==
        "1200 articles, 300 of 900 files, 2.5 MB/s, 0:04 left");
  CHECK(progress_line(7, {1, 2, 1'000'000, 4'001'000'000}, 1) == "7 articles, 1 of 2 files, 1.0 MB/s, 1:06:40 left");
}

TEST_CASE("progress_without_files_tells_the_articles_alone") { CHECK(progress_line(42, {}, 3) == "42 articles"); }

TEST_CASE("progress_that_grows_past_its_count_is_no_less_than_done") {
  CHECK(progress_line(9, {3, 2, 2'000'000, 1'000'000}, 1) == "9 articles, 3 of 3 files, 2.0 MB/s, 0:00 left");
}

TEST_CASE("progress_goes_on_while_articles_are_compared") {
  CHECK(comparing_line(120, 480) == "comparing: 120 of 480 articles");
}
