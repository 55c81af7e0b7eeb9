// A collection that is reconciled in parts: the findings of its components together are those of one run.
#include <algorithm>
#include <map>
#include <nlohmann/json.hpp>
#include <set>
#include <string>
#include <vector>

#include "support/folder.h"
#include "support/tool.h"
#include "test.h"

using corroborate::testing::Folder;
using corroborate::testing::run_tool;
using Json = nlohmann::json;

namespace {

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> lines;
  for (std::size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find('\n', begin), text.size());
    lines.push_back(text.substr(begin, end - begin));
    begin = end + 1;
  }
  return lines;
}

// What `extract` says of the sample folders, which hold stories that have nothing to do with each other.
std::string samples() {
  return run_tool(
             "extract data/stories/brae-flood data/stories/harbour-fire data/stories/orchard-trial "
             "data/stories/river-strike data/stories/skerry-election",
             {}, std::string("cd ") + PROJECT_SOURCE + " &&")
      .out;
}

class Components {
 public:
  explicit Components(const std::vector<std::string>& links) {
    for (const auto& line : links) {
      const auto link = Json::parse(line);
      parents_[root(link.at("a"))] = root(link.at("b"));
    }
  }
  std::string root(const std::string& article) {
    const auto known = parents_.try_emplace(article, article).first;
    return known->second == article ? article : root(known->second);
  }

 private:
  std::map<std::string, std::string> parents_;
};

}  // namespace

TEST_CASE("findings_of_components_together_are_those_of_one_run") {
  Folder folder;
  const std::string lines = samples();
  folder.with("lines", lines);
  const auto frequencies = run_tool("links --print terms " + folder.path("lines"));
  REQUIRE(frequencies.status == 0);
  folder.with("frequencies", frequencies.out);
  const auto links = run_tool("links " + folder.path("lines"));
  REQUIRE(links.status == 0);
  folder.with("links", links.out);
  Components components(lines_of(links.out));
  std::map<std::string, std::string> parts;
  for (const auto& line : lines_of(lines)) parts[components.root(Json::parse(line).at("id"))] += line + "\n";
  REQUIRE(parts.size() >= 5);

  std::vector<std::string> together;
  for (const auto& [root, part] : parts) {
    const auto found = run_tool("reconcile --format ndjson --frequencies " + folder.path("frequencies") + " --links " +
                                    folder.path("links") + " -",
                                part);
    REQUIRE(found.status == 0);
    for (const auto& line : lines_of(found.out)) together.push_back(line);
  }
  auto once = lines_of(run_tool("reconcile --format ndjson " + folder.path("lines")).out);
  std::ranges::sort(together);
  std::ranges::sort(once);
  REQUIRE_FALSE(once.empty());
  CHECK(together == once);
}

TEST_CASE("a_table_of_frequencies_is_the_sum_of_those_of_its_parts") {
  Folder folder;
  const auto lines = lines_of(samples());
  std::string first, second;
  for (std::size_t i = 0; i < lines.size(); ++i) (i % 2 == 0 ? first : second) += lines[i] + "\n";
  const auto whole = run_tool("links --print terms -", first + second).out;
  const auto parts = run_tool("links --print terms -", first).out + run_tool("links --print terms -", second).out;
  folder.with("lines", first + second).with("whole", whole).with("parts", parts);
  const auto keys = [&](const std::string& table) {
    return run_tool("links --print keys --frequencies " + folder.path(table) + " " + folder.path("lines")).out;
  };
  CHECK_FALSE(keys("whole").empty());
  CHECK(keys("whole") == keys("parts"));
}

TEST_CASE("keys_are_the_heaviest_terms_of_an_article_and_say_which_story_it_forces") {
  Folder folder;
  const auto lines = run_tool("extract -",
                              "{\"id\": \"a\", \"text\": \"A fire at Port Ellan killed nine dockers.\"}\n"
                              "{\"id\": \"b\", \"text\": \"A fire at Port Ellan.\", \"story\": \"mine\"}\n")
                         .out;
  folder.with("table", run_tool("links --print terms -", lines).out);
  const auto rows = lines_of(run_tool("links --print keys --frequencies " + folder.path("table") + " -", lines).out);
  REQUIRE(rows.size() == 2);
  const auto free = Json::parse(rows[0]), forced = Json::parse(rows[1]);
  CHECK(free.at("article") == "a");
  CHECK(free.at("keys").contains("port ellan"));
  CHECK_FALSE(free.contains("story"));
  CHECK(forced.at("story") == "mine");
  CHECK(forced.at("keys").empty());
}

TEST_CASE("tables_and_links_that_cannot_be_read_end_the_run_with_their_line") {
  Folder folder;
  folder.with("lines", run_tool("extract -", "{\"id\": \"a\", \"text\": \"A fire.\"}\n").out);
  folder.with("kind", "document\t\t1\nword\tfire\t1\n").with("number", "feature\tfire\tmany\n").with("none", "");
  folder.with("links", "{\"a\": \"x\", \"b\": \"y\", \"weight\": 1}\n{\"a\": \"x\"}\n");
  const auto with = [&](const std::string& option, const std::string& file) {
    const auto outcome = run_tool("reconcile " + option + " " + folder.path(file) + " " + folder.path("lines"));
    CHECK(outcome.status == 2);
    CHECK(outcome.out.empty());
    return outcome.err;
  };
  CHECK(with("--frequencies", "kind") ==
        folder.path("kind") + ":2: \"word\" is no kind of term (expected feature, entity, day or document)\n");
  CHECK(with("--frequencies", "number") ==
        folder.path("number") +
            ":1: \"many\" is no number of documents (expected KIND, TERM and NUMBER between tabs)\n");
  CHECK(with("--frequencies", "none") ==
        folder.path("none") + ":1: no row \"document\" (expected the number of articles in it)\n");
  CHECK(with("--links", "links").starts_with(folder.path("links") + ":2: "));
  CHECK(run_tool("links --print keys " + folder.path("lines")).status == 2);
}

TEST_CASE("links_pass_over_a_line_whose_id_an_earlier_one_has") {
  Folder folder;
  const std::string lines = samples();
  folder.with("once", lines);
  folder.with("twice", lines + lines_of(lines).front() + "\n");
  const auto once = run_tool("links --print terms " + folder.path("once"));
  const auto twice = run_tool("links --print terms " + folder.path("twice"));
  CHECK(twice.out == once.out);
  CHECK(twice.err.find("(expected ids that differ)") != std::string::npos);
  CHECK(twice.status != once.status);
}
