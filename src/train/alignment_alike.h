// Which of our own stories tell of events like those of an annotated topic.
//
// Who writes stories to learn from knows the topics: one of ours about pirates tells a model more of a topic about pirates
// than it will ever be told of news that nobody foresaw. So a topic is left out with the own stories that are nearest to
// it in words.
#pragma once

#include <cstddef>
#include <set>
#include <vector>

#include "train/alignment_gold.h"

namespace corroborate::training {

// By topic: numbers in Gold::kept, so many as `count`, by the cosine of TF-IDF vectors of the stories' terms; none for
// topics of our own.
std::vector<std::set<std::size_t>> own_stories_alike(const Gold& gold, std::size_t count);

}  // namespace corroborate::training
