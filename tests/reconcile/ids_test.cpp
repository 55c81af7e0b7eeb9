// Ids of findings: baselines and links hold on to them, so an article more must not change those that were there.
#include <algorithm>
#include <string>
#include <vector>

#include "corroborate/corroborate.h"
#include "corroborate/ids.h"
#include "test.h"

using namespace corroborate;

namespace {

struct Text {
  std::string id, story, body;
};

std::vector<std::string> ids_of(const std::vector<Text>& texts) {
  std::vector<Extraction> extractions;
  for (const Text& text : texts) {
    Article article;
    article.id = text.id;
    article.story = text.story;
    article.body = text.body;
    extractions.push_back(extract(article));
  }
  std::vector<std::string> ids;
  for (const Finding& finding : reconcile(std::move(extractions)).findings) ids.push_back(finding.id);
  std::sort(ids.begin(), ids.end());
  return ids;
}

const std::vector<Text> two_articles = {{"m", "one", "A fire killed nine dockers."},
                                        {"n", "one", "A fire killed 12 dockers."}};

bool has(const std::vector<std::string>& ids, const std::string& id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

std::size_t count_named(const std::vector<std::string>& ids, const std::string& name) {
  return static_cast<std::size_t>(
      std::count_if(ids.begin(), ids.end(), [&](const std::string& id) { return without_key(id) == name; }));
}

}  // namespace

TEST_CASE("an_id_names_event_property_and_population_and_the_key_of_its_story") {
  const auto ids = ids_of(two_articles);
  REQUIRE(count_named(ids, "fire/killed.count/docker") == 1);
  for (const auto& id : ids) CHECK(id.starts_with("fire~"));
}

TEST_CASE("a_story_more_changes_no_id_of_another_larger_or_smaller") {
  auto texts = two_articles;
  for (const std::string id : {"a", "b", "c"})
    texts.insert(texts.begin(), {id, "another", "A fire killed " + std::to_string(id[0]) + " farmers and hurt six."});
  const auto before = ids_of(two_articles), after = ids_of(texts);
  REQUIRE_FALSE(before.empty());
  for (const auto& id : before) CHECK(has(after, id));
  CHECK(count_named(after, "fire/killed.count/docker") == 1);
  CHECK(count_named(after, "fire/killed.count/farmer") == 1);
}

TEST_CASE("an_article_that_comes_later_in_a_story_changes_no_id") {
  auto texts = two_articles;
  texts.push_back({"o", "one", "A fire killed at least 12 dockers, the port said."});
  const auto before = ids_of(two_articles), after = ids_of(texts);
  for (const auto& id : before) CHECK(has(after, id));
}

TEST_CASE("where_a_file_lies_changes_no_id") {
  auto texts = two_articles;
  for (auto& text : texts) text.id = "elsewhere/" + text.id;
  CHECK(ids_of(texts) == ids_of(two_articles));
}

TEST_CASE("two_stories_of_the_same_words_have_ids_that_differ") {
  auto texts = two_articles;
  for (const auto& text : two_articles) texts.push_back({"z" + text.id, "two", text.body});
  auto ids = ids_of(texts);
  CHECK(count_named(ids, "fire/killed.count/docker") == 2);
  CHECK(std::unique(ids.begin(), ids.end()) == ids.end());
}

TEST_CASE("the_order_of_articles_changes_no_id") {
  auto texts = two_articles;
  std::swap(texts[0], texts[1]);
  CHECK(ids_of(texts) == ids_of(two_articles));
}

TEST_CASE("a_finding_is_found_by_its_id_and_by_its_name_where_only_one_has_it") {
  Report report;
  for (const std::string id :
       {"fire@skerry~k3f9qa/day", "fire@skerry~k3f9qa~2/day", "flood~aaaaaa/day", "flood~bbbbbb/day"}) {
    report.findings.emplace_back();
    report.findings.back().id = id;
  }
  const auto found = [&](const std::string& id) {
    const Finding* finding = find_finding(report, id);
    return finding == nullptr ? "nothing" : finding->id;
  };
  CHECK(found("fire@skerry~k3f9qa/day") == "fire@skerry~k3f9qa/day");
  CHECK(found("fire@skerry/day") == "fire@skerry~k3f9qa/day");
  CHECK(found("fire@skerry~zzzzzz/day") == "fire@skerry~k3f9qa/day");
  CHECK(found("fire@skerry~zzzzzz~2/day") == "fire@skerry~k3f9qa~2/day");
  CHECK(found("flood/day") == "nothing");
  CHECK(found("flood~bbbbbb/day") == "flood~bbbbbb/day");
  CHECK(found("quake/day") == "nothing");
}
