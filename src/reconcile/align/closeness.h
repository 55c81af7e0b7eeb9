// How near words of a story are to one another, and to the words around its values.
#pragma once

#include <cstdint>
#include <vector>

#include "reconcile/align/story_values.h"

namespace corroborate::reconciliation {

// Cosine of two words' vectors; 1 for one word, -.5 where a vector is missing, -1 where a word is.
float likeness(const StoryValues& story, WordId a, WordId b);

// A word to that of a value's clause, and of its window, that is nearest to it; -1 where there is none.
struct Nearest {
  float in_clause = -1, in_window = -1;
};

// Remembers what it was asked last, in a table of fixed size: the heads of a story are few, and each meets one value in
// many pairs. For use by one thread.
class Closeness {
 public:
  Nearest nearest(const StoryValues& story, WordId word, const StoryValue& value);

 private:
  struct Entry {
    std::uint32_t word = no_word, value = 0;  // `no_word`: nothing is remembered here
    Nearest nearest;
  };
  std::vector<Entry> entries_;
};

}  // namespace corroborate::reconciliation
