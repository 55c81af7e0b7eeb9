// Titles of films, books, songs: their words name no event.
#pragma once

#include <vector>

#include "extract/reading/analysis.h"

namespace corroborate::extraction {

// By token: inside the title of a work. A title is two words or more, each with a capital but for small ones, and
// stands in quotation marks ("The Great Flood"), between asterisks or underscores (*Catching Herrings*), behind a word
// for a work (the film Nine Fires) or opens with a participle and no article (in Catching Herrings; not "the Redding
// Fire"). Headlines, where every word has a capital, hold none.
std::vector<bool> tokens_of_works(const Analysis& analysis);

}  // namespace corroborate::extraction
