// The configuration file, as the tool's users meet it: found upward, outranked by the command line, and every mistake
// in it named with its line.
#include <nlohmann/json.hpp>

#include "support/folder.h"
#include "support/tool.h"
#include "test.h"

using namespace corroborate;
using testing::Folder;
using testing::run_tool;

namespace {

testing::Outcome run_in(const std::string& folder, const std::string& arguments) {
  return run_tool(arguments, {}, "cd " + folder + " &&");
}

// A folder with an article, two below the configuration.
struct Place {
  Folder folder;
  std::string config = folder.path(".corroborate.toml");
  std::string below = folder.path("a/b");

  explicit Place(std::string_view toml) {
    folder.with(".corroborate.toml", toml).with("a/b/gull.txt", "Nine dockers died on Monday, the union said.\n");
  }

  testing::Outcome run(const std::string& arguments) const { return run_in(below, arguments); }
};

bool is_json(const testing::Outcome& outcome) { return outcome.status == 0 && outcome.out.starts_with("{"); }

}  // namespace

TEST_CASE("options_are_read_from_the_nearest_file_above") {
  Place place("format = \"json\"\n");
  CHECK(is_json(place.run("gull.txt")));
  place.folder.with("a/.corroborate.toml", "format = \"csv\"\n");
  CHECK(place.run("gull.txt").out.starts_with("story,event,"));
}

TEST_CASE("the_command_line_outranks_the_file_and_can_turn_it_off_or_name_another") {
  Place place("format = \"json\"\n");
  CHECK(place.run("--format text gull.txt").out.starts_with("1 article"));
  CHECK(place.run("--no-config gull.txt").out.starts_with("1 article"));
  place.folder.with("other.toml", "format = \"markdown\"\n");
  CHECK(place.run("--config ../../other.toml gull.txt").out.starts_with("#"));
  CHECK(place.run("--config gone.toml gull.txt").status == 2);
  CHECK(place.run("--config gone.toml gull.txt").err == "gone.toml: cannot be read: No such file or directory\n");
  CHECK(place.run("--config x --no-config gull.txt").status == 2);
}

TEST_CASE("v_tells_which_file_was_read") {
  Place place("threads = 1\nall = true\n");
  CHECK(place.run("-v gull.txt").err == place.config + ": options read from here\n");
  CHECK(place.run("gull.txt").err.empty());
}

TEST_CASE("keys_of_other_commands_are_checked_and_have_no_effect") {
  CHECK(Place("allow-new = true\nformat = \"json\"\nbest = \"acled\"\n").run("extract gull.txt").status == 0);
  const Place wrong("format = \"pdf\"\n");
  const auto outcome = wrong.run("extract gull.txt");
  CHECK(outcome.status == 2);
  CHECK(outcome.out.empty());
  CHECK(outcome.err.starts_with(wrong.config + ":1: format: pdf not in {text,json,"));
}

TEST_CASE("every_mistake_is_named_with_its_line_and_what_was_expected") {
  const Place place(
      "formt = \"json\"\n"
      "threads = 0\n"
      "all = \"yes\"\n"
      "best = [\"acled\"]\n"
      "output = \"x\"\n"
      "color = true\n"
      "[map]\n"
      "outlet = \"site_name\"\n"
      "outlt = \"site\"\n"
      "[profile]\n"
      "a.b = 1\n");
  const auto outcome = place.run("gull.txt");
  CHECK(outcome.status == 2);
  const auto has = [&](const std::string& line) { return outcome.err.find(place.config + line) != std::string::npos; };
  CHECK(
      has(":1: unknown key \"formt\" (did you mean format?) (expected one of alignment, all, allow-new, best, brief, "
          "color, fail-on, format, glob, map, "));
  CHECK(has(":2: threads: "));
  CHECK(has(":3: \"all\" has another value (expected true or false)\n"));
  CHECK(has(":4: \"best\" has another value (expected one value)\n"));
  CHECK(has(":5: unknown key \"output\" (expected one of "));
  CHECK(has(":6: \"color\" has another value (expected a value, not true or false)\n"));
  CHECK(has(":9: map: \"outlt=site\" is no mapping (expected FIELD=NAME with a field of "));
  CHECK(
      has(":11: \"profile.a\" has a value of another kind (expected text, a whole number, true or false; a key with "
          "dots or slashes stands in quotes)\n"));
}

TEST_CASE("what_is_no_toml_is_named") {
  const Place place("format = \"json\"\nall\n");
  const auto outcome = place.run("-q gull.txt");
  CHECK(outcome.status == 2);
  CHECK(outcome.err.starts_with(place.config + ":2: "));
  CHECK(outcome.err.ends_with(" (expected TOML: KEY = VALUE, text in quotes)\n"));
}

TEST_CASE("paths_in_the_file_are_relative_to_it") {
  Place place("sources = \"sources.tsv\"\nformat = \"json\"\n");
  CHECK(place.run("gull.txt").err == place.config + ":1: sources: " + place.folder.path("sources.tsv") +
                                         ": cannot be read (expected a table of sources)\n");
  place.folder.with("sources.tsv", "union\tB\n");
  CHECK(is_json(place.run("gull.txt")));
}

TEST_CASE("lists_are_joined_with_those_of_the_command_line") {
  Folder folder;
  folder.with(".corroborate.toml", "format = \"json\"\n[map]\noutlet = \"site\"\ntitle = \"head\"\n")
      .with("a.json", R"([{"text": "Nine dockers died.", "site": "Gull", "house": "Tern", "head": "Nine dead"}])");
  const auto article = [&](const std::string& arguments) {
    return nlohmann::json::parse(run_in(folder.path(), arguments).out)["articles"][0];
  };
  CHECK(article("a.json")["outlet"] == "Gull");
  CHECK(article("--map outlet=house a.json")["outlet"] == "Tern");
  CHECK(article("--map outlet=house a.json")["title"] == "Nine dead");
}
