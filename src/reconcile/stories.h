// Which articles tell the same story.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "corroborate/extraction.h"
#include "corroborate/links.h"
#include "reconcile/story_model.h"

namespace corroborate::reconciliation {

struct Stories {
  std::vector<std::vector<std::size_t>> articles;  // numbers, ascending within a story; in the order of the first
  // By article: articles of two components have nothing to do with each other (corroborate/links.h).
  std::vector<std::size_t> components;
};

// What a collection says of the articles that are part of it; without it they are the collection.
struct Collection {
  const Frequencies* frequencies = nullptr;
  const std::vector<Link>* links = nullptr;  // those of other articles are passed over
  unsigned threads = 1;                      // the calling one among them; stories do not depend on it
};

// Stories lie within components, and come out the same whatever other component is read, given one collection. Articles
// that force a story (Article::story) are grouped by it and by nothing else, and are a component. Articles must stand
// in the order of their ids.
Stories find_stories(std::span<const Extraction> extractions, const Collection& collection,
                     const StoryModel& model = story_model);

// The stories of a whole collection.
std::vector<std::vector<std::size_t>> group_stories(const std::vector<Extraction>& extractions,
                                                    const StoryModel& model = story_model);

}  // namespace corroborate::reconciliation
