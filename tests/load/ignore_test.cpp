// .corroborateignore: what a folder has passed over, pattern by pattern and as load reads it.
#include "load/ignore.h"

#include "corroborate/corroborate.h"
#include "support/folder.h"
#include "support/tool.h"
#include "test.h"

using namespace corroborate;
using loading::IgnoreRules;
using testing::Folder;
using testing::load_all;
using testing::run_tool;
using testing::said;

namespace {

bool passes_over(const std::string& patterns, const std::string& path, bool is_folder = false) {
  return IgnoreRules(patterns).about(path, is_folder).says == IgnoreRules::Says::pass_over;
}

}  // namespace

TEST_CASE("patterns_fit_as_those_of_gitignore_do") {
  CHECK(passes_over("*.bak", "a.bak"));
  CHECK(passes_over("*.bak", "x/y/a.bak"));
  CHECK_FALSE(passes_over("*.bak", "a.bak.txt"));
  CHECK_FALSE(passes_over("/*.bak", "x/a.bak"));
  CHECK(passes_over("x/*.txt", "x/a.txt"));
  CHECK_FALSE(passes_over("x/*.txt", "y/x/a.txt"));
  CHECK_FALSE(passes_over("x/*.txt", "x/y/a.txt"));
  CHECK(passes_over("x/**/a.txt", "x/a.txt"));
  CHECK(passes_over("x/**/a.txt", "x/y/z/a.txt"));
  CHECK(passes_over("**/z/a.txt", "x/y/z/a.txt"));
  CHECK(passes_over("x/**", "x/y/a.txt"));
  CHECK_FALSE(passes_over("x/**", "x", true));
  CHECK(passes_over("drafts/", "x/drafts", true));
  CHECK_FALSE(passes_over("drafts/", "x/drafts", false));
  CHECK(passes_over("a?[0-9].txt", "ab7.txt"));
  CHECK_FALSE(passes_over("a?[!0-9].txt", "ab7.txt"));
  CHECK(passes_over("a[.txt", "a[.txt"));
  CHECK(passes_over("\\#a", "#a"));
  CHECK(passes_over("\\!a", "!a"));
  CHECK(passes_over("a  ", "a"));
  CHECK(passes_over("# a\n\n*.txt\r\n", "b.txt"));
  CHECK_FALSE(passes_over("# a", "# a"));
  CHECK_FALSE(passes_over("/\n!\n**", ""));
}

TEST_CASE("the_last_pattern_that_fits_decides") {
  const std::string patterns = "*.txt\n!keep*.txt\nkeep9.txt\n";
  CHECK(passes_over(patterns, "a.txt"));
  CHECK_FALSE(passes_over(patterns, "keep.txt"));
  CHECK(passes_over(patterns, "x/keep9.txt"));
  CHECK(IgnoreRules(patterns).about("keep.txt", false).line == 2);
}

TEST_CASE("many_stars_cost_no_more_than_the_product_of_the_lengths") {
  std::string stars;
  for (int i = 0; i < 2000; ++i) stars += "*a";
  CHECK_FALSE(passes_over(stars + "b", std::string(20000, 'a')));
}

TEST_CASE("a_folder_s_ignore_file_says_what_is_passed_over_in_it_and_below") {
  Folder folder;
  folder.with(".corroborateignore", "# what is no article\nnotes*\nold/\n")
      .with("a.txt", "Two people died.")
      .with("notes.txt", "Call them back.")
      .with("old/b.txt", "Nine people died.")
      .with("x/notes1.txt", "A note.")
      .with("x/c.txt", "Three people died.")
      .with("y/.corroborateignore", "!notes*\n")
      .with("y/notes2.txt", "Five people died.");
  const auto loaded = load_all({folder.path()});
  std::vector<std::string> ids;
  for (const Article& article : loaded.articles) ids.push_back(article.id);
  CHECK(ids == std::vector<std::string>{"a.txt", "x/c.txt", "y/notes2.txt"});
  CHECK(said(loaded, folder) ==
        "notice: notes.txt: passed over: .corroborateignore:2 names it\n"
        "notice: old: passed over: .corroborateignore:3 names it\n"
        "notice: x/notes1.txt: passed over: .corroborateignore:2 names it\n");
  CHECK(load_all({folder.path("old/b.txt")}).articles.size() == 1);  // a file that is named is read
}

TEST_CASE("files_lists_what_is_passed_over_with_the_line_that_says_so") {
  Folder folder;
  folder.with(".corroborateignore", "b.txt\n").with("a.txt", "Two people died.").with("b.txt", "Nine people died.");
  CHECK(run_tool("--files " + folder.path()).out == "text\t" + folder.path("a.txt") + "\n-\t" + folder.path("b.txt") +
                                                        "\tpassed over: " + folder.path(".corroborateignore") +
                                                        ":1 names it\n");
}

TEST_CASE("an_ignore_file_past_the_limit_is_named_and_not_followed") {
  Folder folder;
  folder.with(".corroborateignore", std::string(100'001, '*')).with("a.txt", "Two people died.");
  const auto loaded = load_all({folder.path()});
  CHECK(loaded.articles.size() == 1);
  CHECK(said(loaded, folder) == ".corroborateignore: larger than 100 KB (the limit); not followed\n");
}
