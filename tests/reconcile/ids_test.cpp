// Ids of findings: baselines and links hold on to them, so an article more must not change those that were there.
#include <algorithm>
#include <string>
#include <vector>

#include "corroborate/corroborate.h"
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

}  // namespace

TEST_CASE("a_story_more_changes_no_id_of_a_larger_one") {
  auto texts = two_articles;
  texts.insert(texts.begin(), {"a", "another", "A fire killed 40 farmers and hurt six."});
  const auto before = ids_of(two_articles), after = ids_of(texts);
  REQUIRE_FALSE(before.empty());
  for (const auto& id : before) CHECK(has(after, id));
  CHECK(has(after, "fire/killed.count/docker"));
  CHECK_FALSE(has(after, "fire/killed.count/farmer"));
}

TEST_CASE("the_order_of_articles_changes_no_id") {
  auto texts = two_articles;
  std::swap(texts[0], texts[1]);
  CHECK(ids_of(texts) == ids_of(two_articles));
}
