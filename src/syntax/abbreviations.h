// Words that keep their full stop: "Gen.", "Sept.", "Inc.".
#pragma once

#include <cstdint>
#include <string_view>

namespace corroborate::syntax {

enum class Abbreviation : std::uint8_t {
  none,
  title,   // stands before a name and never ends a sentence: "Gen. Townsend"
  number,  // only before a number: "No. 5", "p. 12"
  common,  // may end a sentence: "Inc.", "Sept.", "etc."
};

// `word` without its full stop, in any case.
Abbreviation find_abbreviation(std::string_view word);

// The same for the word with its full stop.
bool is_abbreviation(std::string_view word);

}  // namespace corroborate::syntax
