// What is remembered of the words of a story says what looking again says.
#include "reconcile/align/closeness.h"

#include "corroborate/corroborate.h"
#include "reconcile/align/candidates.h"
#include "reconcile/align/pair_features.h"
#include "test.h"

using namespace corroborate;
using namespace corroborate::reconciliation;

namespace {

// Articles with so many values that a small table forgets some.
std::vector<Extraction> fires() {
  std::vector<Extraction> extractions;
  for (const char* town : {"Port Ellan", "Varna Ford", "Skerry", "Hollin"}) {
    Article article;
    article.id = town;
    for (const char* noun : {"dockers", "sailors", "crates", "boats", "sheds", "cranes"})
      article.body += std::string("The fire in ") + town + " burned 12 " + noun + " and killed 9 workers on Monday. ";
    extractions.push_back(extract(article));
  }
  return extractions;
}

}  // namespace

TEST_CASE("words_that_are_asked_about_again_are_as_near_as_before") {
  const auto extractions = fires();
  const std::vector<std::size_t> group = {0, 1, 2, 3};
  const StoryValues story(extractions, group, join_events(extractions, group));
  const auto pairs = find_candidates(story);
  REQUIRE(pairs.size() > 100);
  Closeness closeness;
  std::size_t near = 0;
  for (int time = 0; time < 2; ++time)
    for (const auto& [a, b] : pairs) {
      Closeness fresh;
      const auto& one = story.all()[a];
      const auto& other = story.all()[b];
      CHECK(pair_features(story, closeness, one, other) == pair_features(story, fresh, one, other));
      near += closeness.nearest(story, one.governor, other).in_window == 1;
    }
  CHECK(near > 0);
  CHECK(closeness.nearest(story, no_word, story.all().front()).in_clause == -1);
}
