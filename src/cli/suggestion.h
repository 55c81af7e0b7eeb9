// The word that may be meant where one is unknown.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace corroborate::cli {

// Insertions, deletions, changes and swaps of neighbours that make one word the other (optimal string alignment
// distance).
std::size_t edit_distance(std::string_view a, std::string_view b);

// " (did you mean killed?)" of the nearest of `known`; empty where none is near: at most a third of its letters differ.
std::string suggestion(std::string_view word, const std::vector<std::string>& known);

}  // namespace corroborate::cli
