// Markdown as the words it shows, line for line.
#include "load/markdown.h"

#include "support/folder.h"
#include "test.h"

using corroborate::loading::without_marks;
using corroborate::testing::Folder;
using corroborate::testing::load_all;

TEST_CASE("markdown_loses_its_marks_and_keeps_its_words") {
  CHECK(without_marks("# Nine *dead* in __fire__") == "Nine dead in fire");
  CHECK(without_marks("## Title ##") == "Title");
  CHECK(without_marks("> - The [union](https://u.example/a) said **12** dockers died.") ==
        "The union said 12 dockers died.");
  CHECK(without_marks("2. Second, `code`, ![photo](x.jpg) and ~~gone~~") == "Second, code,  and gone");
  CHECK(without_marks("The <em>toll</em><!-- note --> rose.[^1]") == "The toll rose.");
  CHECK(without_marks("[1]: https://u.example \"Title\"").empty());
  CHECK(without_marks("| killed | hurt |\n|---|:--:|\n| 9 | 20 |") == "  killed   hurt  \n\n  9   20  ");
  CHECK(without_marks("<https://u.example/a>") == "https://u.example/a");
}

TEST_CASE("markdown_leaves_what_is_no_mark") {
  for (const char* text : {"3 * 4 and snake_case_name", "He paid $3 [sic] for it.", "5 < 6 > 4", "1984 was a year.",
                           "#hashtag", "-5 degrees", "A - B"}) {
    INFO(text);
    CHECK(without_marks(text) == text);
  }
  CHECK(without_marks("\\*not emphasis\\*") == "*not emphasis*");
}

TEST_CASE("markdown_keeps_every_line_in_its_place") {
  CHECK(without_marks("Title\n=====\n\n```sh\nrm 5 files\n```\nNine died.\n***\nEnd\n") ==
        "Title\n\n\n\n\n\nNine died.\n\nEnd\n");
  Folder folder;
  folder.with("a.md", "---\noutlet: Tern Press\n---\n# Fire\n\nThe fire **killed** nine.\n");
  const auto loaded = load_all({folder.path()});
  REQUIRE(loaded.articles.size() == 1);
  CHECK(loaded.articles[0].body == "Fire\n\nThe fire killed nine.\n");
  CHECK(loaded.articles[0].first_line == 4);
  CHECK(loaded.articles[0].outlet == "Tern Press");
}

TEST_CASE("markdown_that_is_hostile_takes_no_longer_than_its_size") {
  const std::string brackets(200'000, '['), tags(200'000, '<'), quotes(200'000, '>');
  CHECK(without_marks(brackets) == brackets);
  CHECK(without_marks(tags) == tags);
  CHECK(without_marks(quotes).empty());
}
