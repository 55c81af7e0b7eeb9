// What tells the ids of a story from those of every other one: a short key of its content.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "corroborate/extraction.h"

namespace corroborate::reconciliation {

// Six letters and digits (30 bits, Crockford's base 32) of a hash of the story's first article: the earliest by a day
// that somebody states, of those the least by id. Its words alone count, and the story that it forces, not where the
// file lies. So nothing else that is read changes a key, nor does a later article of the same story.
std::string story_key(const std::vector<Extraction>& extractions, const std::vector<std::size_t>& story);

}  // namespace corroborate::reconciliation
